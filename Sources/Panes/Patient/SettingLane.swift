import Care
import Dashboard
import Terminal

/// The encounters of one setting as they lie on the axis: stays as bars, visits counted column by column.
struct SettingLane {
  struct Bar {
    let event: JourneyEvent
    var stretch: TimeAxis.Stretch
    /// True where the bar before ends here: they stay two.
    var hasSeam = false
  }

  /// Bars from left to right, one list for each line that the lane takes.
  private(set) var tracks: [[Bar]]
  /// Encounters whose dates tell only where they may lie.
  private(set) var vague: [Bar] = []
  /// Visits too short for a bar, by column.
  private(set) var visits: [Int: [JourneyEvent]] = [:]

  /// Shorter than half a column is a visit.
  private static let shortest = 4

  init(_ journey: Journey, _ setting: Setting, _ axis: TimeAxis, now: Instant, tracks count: Int) {
    tracks = Array(repeating: [], count: max(1, count))
    var bars: [Bar] = []
    for event in journey.events.reversed() where event.setting == setting {
      let end = event.end(now: now)
      guard let stretch = axis.stretch(event.span.start, end) else { continue }
      if axis.columns(from: event.span.start, to: end) * 8 < Double(Self.shortest) {
        visits[stretch.columns.lowerBound, default: []].append(event)
      } else if event.span.isVague {
        vague.append(Bar(event: event, stretch: stretch))
      } else {
        bars.append(Bar(event: event, stretch: stretch))
      }
    }
    for bar in bars { place(bar) }
  }

  /// On the first line that is free; where none is, over the bar on the first, and counted there.
  private mutating func place(_ bar: Bar) {
    let free = tracks.firstIndex { ($0.map(\.stretch.end).max() ?? 0) <= bar.stretch.start + 1 }
    guard let track = free, let last = tracks[track].indices.last else {
      tracks[free ?? 0].append(bar)
      return
    }
    var bar = bar
    let before = tracks[track][last].stretch
    if bar.stretch.start - before.end < 2 || bar.stretch.columns.lowerBound < before.columns.upperBound {
      let column = max((bar.stretch.start + 3) / 8, before.columns.lowerBound + 1)
      tracks[track][last].stretch.end = min(before.end, column * 8)
      bar.stretch.start = column * 8
      bar.stretch.end = max(bar.stretch.end, column * 8 + 8)
      bar.hasSeam = true
    }
    tracks[track].append(bar)
  }

  /// Where several bars lie over each other on one line: the middle column, and how many they are.
  func doubles(track: Int) -> [(column: Int, count: Int)] {
    var doubles: [(column: Int, count: Int)] = []
    var covered: Bar?
    for bar in tracks[track] {
      if let covered, bar.stretch.start + 1 < covered.stretch.end {
        let end = min(bar.stretch.end, covered.stretch.end)
        let middle = (bar.stretch.start + end) / 16
        let count = tracks[track].count { $0.stretch.columns.contains(middle) }
        doubles.removeAll { $0.column == middle }
        doubles.append((middle, max(2, count)))
      }
      if bar.stretch.end > covered?.stretch.end ?? 0 { covered = bar }
    }
    return doubles
  }
}
