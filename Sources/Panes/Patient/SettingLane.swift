import Care
import Dashboard
import Terminal

/// The encounters of one setting as they lie on the axis: stays as bars, visits counted column by column.
struct SettingLane {
  struct Bar {
    let event: JourneyEvent
    var stretch: TimeAxis.Stretch
    /// Where it ends, in eighths, whatever a neighbor leaves it of the drawing.
    let end: Int
    /// True where the bar before ends here: they stay two.
    var hasSeam = false

    init(event: JourneyEvent, stretch: TimeAxis.Stretch) {
      self.event = event
      self.stretch = stretch
      end = stretch.end
    }
  }

  /// Bars from left to right, one list for each line that the lane takes.
  private(set) var tracks: [[Bar]]
  /// Encounters whose dates tell only where they may lie.
  private(set) var vague: [Bar] = []
  /// Positions in the journey of the visits too short for a bar, by column.
  private(set) var visits: [Int: [Int]] = [:]

  /// For each line, the columns in which neighbors are too short to be told apart, and how many they are.
  private var stacked: [[Int: Int]]

  /// Shorter than half a column is a visit.
  private static let shortest = 4

  /// - Parameter positions: of the setting's encounters, oldest first.
  init(_ journey: Journey, _ positions: [Int], _ axis: TimeAxis, now: Instant, tracks count: Int) {
    tracks = Array(repeating: [], count: max(1, count))
    stacked = Array(repeating: [:], count: max(1, count))
    var bars: [Bar] = []
    for position in positions {
      let span = journey.events[position].span
      let end = journey.events[position].end(now: now)
      guard let stretch = axis.stretch(span.start, end) else { continue }
      if axis.columns(from: span.start, to: end) * 8 < Double(Self.shortest) {
        visits[stretch.columns.lowerBound, default: []].append(position)
        continue
      }
      let bar = Bar(event: journey.events[position], stretch: stretch)
      if span.isVague { vague.append(bar) } else { bars.append(bar) }
    }
    for bar in bars { place(bar) }
  }

  /// On the first line that is free; where none is, over the bars on the first, and counted where they meet.
  private mutating func place(_ bar: Bar) {
    let free = tracks.firstIndex { $0.allSatisfy { $0.end <= bar.stretch.start + 1 } }
    let track = free ?? 0
    guard free != nil, let last = tracks[track].indices.max(by: { tracks[track][$0].end < tracks[track][$1].end })
    else { return tracks[track].append(bar) }
    var bar = bar
    let before = tracks[track][last].stretch
    if bar.stretch.start - before.end < 2 || bar.stretch.columns.lowerBound < before.columns.upperBound {
      let column = max((bar.stretch.start + 3) / 8, before.columns.lowerBound + 1)
      if bar.stretch.end <= column * 8 {
        // Both are over within one column.
        stacked[track][before.columns.lowerBound, default: 1] += 1
        return
      }
      tracks[track][last].stretch.end = min(before.end, column * 8)
      bar.stretch.start = column * 8
      bar.hasSeam = true
    }
    tracks[track].append(bar)
  }

  /// Where several encounters share a column of one line: the column, in the middle of what they share, and how many
  /// they are.
  func doubles(track: Int, in journey: Journey) -> [(column: Int, count: Int)] {
    var doubles = stacked[track]
    var covered: Bar?
    for bar in tracks[track] {
      if let covered, bar.stretch.start + 1 < covered.stretch.end {
        let middle = (bar.stretch.start + min(bar.stretch.end, covered.stretch.end)) / 16
        let count = tracks[track].count { $0.stretch.columns.contains(middle) }
        doubles[middle] = max(2, count, doubles[middle] ?? 0)
      }
      if bar.stretch.end > covered?.stretch.end ?? 0 { covered = bar }
    }
    if track == 0 {
      // A visit during a stay is part of it; one just before or after it would be hidden.
      for (column, positions) in visits {
        let bars = tracks[0].filter { $0.stretch.columns.contains(column) }
        let hidden = positions.count { position in
          let span = journey.events[position].span
          return bars.allSatisfy { span.end <= $0.event.span.start || $0.event.span.end <= span.start }
        }
        if !bars.isEmpty, hidden > 0 { doubles[column] = max(bars.count + hidden, doubles[column] ?? 0) }
      }
    }
    return doubles.map { ($0.key, $0.value) }
  }
}
