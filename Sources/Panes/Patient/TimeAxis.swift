import Care
import Dashboard
import Terminal

/// Turns instants into columns.
struct TimeAxis {
  let window: JourneyWindow
  let x: Int
  let width: Int
  let zone: Zone

  /// What an encounter takes of the axis, in eighths of a column from its left edge.
  struct Stretch {
    var start: Int
    var end: Int
    /// True where it goes on beyond the edge.
    var isCutLeft = false
    var isCutRight = false

    /// The columns in which some of it lies.
    var columns: Range<Int> { start / 8..<max(start / 8 + 1, (end + 7) / 8) }
    var eighths: Int { end - start }
  }

  private func place(_ instant: Instant) -> Double {
    let length = Double(max(1, window.end.milliseconds - window.start.milliseconds))
    // Far dates are held near the window, so that the arithmetic can't overflow.
    let offset = Double(instant.milliseconds) - Double(window.start.milliseconds)
    return min(max(offset / length, -1), 2) * Double(width)
  }

  /// The column of an instant; nil outside the window.
  func column(_ instant: Instant) -> Int? {
    window.contains(instant) ? x + min(width - 1, Int(place(instant))) : nil
  }

  /// Columns, whole and parts, from one instant to another.
  func columns(from start: Instant, to end: Instant) -> Double { place(end) - place(start) }

  /// What lies in the window of the time from one instant to another; nil for nothing.
  func stretch(_ from: Instant, _ to: Instant) -> Stretch? {
    guard window.meets(from, to) else { return nil }
    let (start, end) = (Int((place(from) * 8).rounded()), Int((place(to) * 8).rounded()))
    var stretch = Stretch(start: max(0, start), end: min(width * 8, end))
    stretch.isCutLeft = from < window.start
    stretch.isCutRight = to > window.end
    stretch.start = min(stretch.start, width * 8 - 1)
    stretch.end = max(stretch.end, stretch.start)
    return stretch
  }
}
