/// How a site counts days: in its own zone, and with its own holidays.
package struct SiteCalendar: Hashable, Sendable {
  package let zone: Zone
  package let holidays: Holidays

  package init(zone: Zone, holidays: Holidays = .usFederal) {
    self.zone = zone
    self.holidays = holidays
  }

  package func isBusinessDay(_ date: CivilDate) -> Bool {
    date.weekday != 0 && date.weekday != 6 && holidays.name(on: date) == nil
  }

  /// When a clock that began at `start` is due. A day that is due ends at the end of that local day.
  ///
  /// - Returns: nil where the start isn't known as exactly as the target counts: a count of days needs a date, a count
  ///   of hours needs a time.
  package func due(_ target: Target, after start: Moment) -> Moment? {
    switch target {
    case .elapsed(let minutes):
      guard start.precision > .day else { return nil }
      return Moment(start.start(in: zone).adding(minutes: minutes))
    case .calendarDays(let days):
      return date(of: start).map { Moment(date: $0.adding(days: days)) }
    case .businessDays(let days):
      return date(of: start).map { Moment(date: businessDay(days, after: $0)) }
    case .endOfYear:
      return date(of: start).map { Moment(date: CivilDate(year: $0.year, month: 12, day: 31)) }
    }
  }

  /// The local date; nil where only a month or a year is known.
  package func date(of moment: Moment) -> CivilDate? {
    moment.precision < .day ? nil : moment.civil(in: zone).date
  }

  private func businessDay(_ count: Int, after date: CivilDate) -> CivilDate {
    var date = date
    var left = count
    while left > 0 {
      date = date.adding(days: 1)
      if isBusinessDay(date) { left -= 1 }
    }
    return date
  }
}

/// How far a clock runs, and by which calendar it counts.
package enum Target: Hashable, Sendable {
  /// Absolute time, whatever the wall clock does meanwhile.
  case elapsed(minutes: Int)
  /// Local dates: the day it began is day 0.
  case calendarDays(Int)
  /// Days on which offices are open, counted from the day after it began, whatever day that was.
  case businessDays(Int)
  /// The last day of the year in which it began.
  case endOfYear

  /// "2 business days".
  package var words: String {
    func counted(_ count: Int, _ one: String) -> String { "\(count) \(one)\(count == 1 ? "" : "s")" }
    return switch self {
    case .elapsed(let minutes) where minutes % 60 == 0: counted(minutes / 60, "hour")
    case .elapsed(let minutes): counted(minutes, "minute")
    case .calendarDays(0): "the same day"
    case .calendarDays(let days): counted(days, "day")
    case .businessDays(let days): counted(days, "business day")
    case .endOfYear: "by the end of the year"
    }
  }
}
