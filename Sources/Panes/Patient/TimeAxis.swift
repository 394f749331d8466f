import Care
import Dashboard
import Terminal

/// Turns instants into columns, and a window of time into dates to write above them.
struct TimeAxis {
  let window: JourneyWindow
  let x: Int
  let width: Int
  let zone: Zone

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

  /// The columns from one instant to another, as far as they lie in the window.
  func range(_ start: Instant, _ end: Instant) -> Range<Int>? {
    let low = max(0, Int(place(start).rounded(.down)))
    let high = min(width, Int(place(end).rounded(.up)))
    return low < high && high > 0 && low < width ? (x + low)..<(x + high) : nil
  }

  /// The columns of an encounter: one for a short contact or one whose end is not known.
  func bar(_ event: JourneyEvent, now: Instant, isUnderWay: Bool) -> Range<Int>? {
    let start = event.at.start(in: zone)
    let end = event.end?.end(in: zone) ?? (isUnderWay ? max(now, start) : start)
    guard end >= window.start, start < window.end else { return nil }
    let low = Int(place(start).rounded(.down))
    let high = Int(place(end).rounded(.down))
    let range = max(0, low)..<min(width, max(high, low) + 1)
    return range.isEmpty ? nil : (x + range.lowerBound)..<(x + range.upperBound)
  }

  struct Tick {
    var column: Int
    var words: String
  }

  /// Dates at even steps, as many as there is room for.
  func ticks(words: TimeWords) -> [Tick] {
    let start = zone.civil(window.start)
    switch window.zoom {
    case .day:
      return stride(from: 0, to: 48, by: 6).compactMap { hour in
        let instant = zone.startOfDay(start.date).adding(hours: hour)
        return column(instant).map { Tick(column: $0, words: TimeWords.clock(zone.civil(instant))) }
      }
    case .week, .month, .quarter:
      let step = window.zoom == .week ? 1 : window.zoom == .month ? 7 : 14
      return stride(from: 0, to: window.zoom.days + step, by: step).compactMap { days in
        let date = CivilDate(daysSince1970: start.date.daysSince1970 + days)
        return column(zone.startOfDay(date)).map { Tick(column: $0, words: words.date(date)) }
      }
    case .year:
      return (0..<14).compactMap { month in
        let total = start.date.year * 12 + start.date.month - 1 + month
        let date = CivilDate(year: total / 12, month: total % 12 + 1)
        let label =
          date.month == 1 || month == 0 ? "\(TimeWords.month(date.month)) \(date.year)" : TimeWords.month(date.month)
        return column(zone.startOfDay(date)).map { Tick(column: $0, words: label) }
      }
    case .fiveYears, .life:
      let last = zone.civil(window.end).date.year
      return (start.date.year...max(start.date.year, last)).compactMap { year in
        let span = last - start.date.year
        guard year % (span > 60 ? 20 : span > 25 ? 10 : span > 10 ? 5 : 1) == 0 else { return nil }
        return column(zone.startOfDay(CivilDate(year: year))).map { Tick(column: $0, words: "\(year)") }
      }
    }
  }
}
