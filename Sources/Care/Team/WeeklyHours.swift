extension AvailableTime {
  private static let dayCodes = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
  private static let wholeDay = 24 * 60

  /// FHIR DaysOfWeek as weekdays, 0 for Sunday; all seven where none is named.
  package var weekdays: [Int] {
    days.isEmpty ? Array(0..<7) : (0..<7).filter { days.contains(Self.dayCodes[$0]) }
  }

  /// Minutes after midnight from when until when; an end up to 1440, and at or before the start on the next day. nil
  /// where no hours are stated, or none that can be read. A day that is said to end in its last minute ends at midnight.
  package var minutes: (start: Int, end: Int)? {
    if allDay == true { return (0, Self.wholeDay) }
    guard let from = Self.minutes(start), let to = Self.minutes(end), from < Self.wholeDay, from != to
    else { return nil }
    return (from, to == Self.wholeDay - 1 ? Self.wholeDay : to)
  }

  /// True where a wall-clock reading falls into these hours. Hours that end before they begin go on past midnight, and
  /// belong to the day on which they began.
  package func contains(_ civil: CivilTime) -> Bool {
    guard let (from, to) = minutes else { return false }
    func isDay(_ weekday: Int) -> Bool { weekdays.contains(weekday % 7) }
    let today = civil.date.weekday
    let minute = civil.hour * 60 + civil.minute
    if from < to { return isDay(today) && from <= minute && minute < to }
    return (isDay(today) && minute >= from) || (isDay(today + 6) && minute < to)
  }

  /// From when until when some minutes of a day last, to the instant. An hour that daylight saving skips or repeats is
  /// shorter or longer by it.
  fileprivate static func interval(
    _ minutes: (start: Int, end: Int), on date: CivilDate, in zone: Zone
  ) -> Interval {
    let (from, to) = minutes
    func at(_ minute: Int, _ date: CivilDate) -> Instant {
      minute == wholeDay
        ? zone.startOfDay(date.adding(days: 1))
        : zone.instant(CivilTime(date: date, hour: minute / 60, minute: minute % 60))
    }
    return Interval(start: at(from, date), end: at(to, from < to ? date : date.adding(days: 1)))
  }

  private static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":")
    guard parts.count >= 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<60).contains(minute),
      (0...24).contains(hour), hour < 24 || minute == 0
    else { return nil }
    return hour * 60 + minute
  }
}

extension [AvailableTime] {
  /// Every opening of the days that touch a span of time, in no order.
  func intervals(within span: Interval, in zone: Zone) -> [Interval] {
    // What began the evening before may still go on.
    let first = zone.civil(span.start).date.adding(days: -1)
    let last = zone.civil(span.end).date
    var found: [Interval] = []
    // Read once, and not for every day anew.
    for hours in self {
      guard let minutes = hours.minutes else { continue }
      let weekdays = hours.weekdays
      var date = first
      while date <= last {
        if weekdays.contains(date.weekday) { found.append(AvailableTime.interval(minutes, on: date, in: zone)) }
        date = date.adding(days: 1)
      }
    }
    return found
  }
}
