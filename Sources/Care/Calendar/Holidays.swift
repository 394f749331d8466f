/// The days on which a site's offices are closed besides weekends: holidays by rule, and days of the site's own.
package struct Holidays: Hashable, Sendable {
  /// How a holiday finds its day in a year.
  package enum Rule: Hashable, Sendable {
    /// The same date every year; observed on the Friday before a Saturday and the Monday after a Sunday.
    case date(month: Int, day: Int)
    /// The so-many-th of a weekday in a month; 0 is Sunday.
    case weekday(Int, nth: Int, month: Int)
    case lastWeekday(Int, month: Int)
  }

  package struct Holiday: Hashable, Sendable {
    package let name: String
    package let rule: Rule
    /// The first year in which it was kept.
    package let since: Int

    package init(_ name: String, _ rule: Rule, since: Int = .min) {
      self.name = name
      self.rule = rule
      self.since = since
    }
  }

  private let yearly: [Holiday]
  private let extra: Set<CivilDate>

  /// - Parameter extra: single dates on which the site is closed, as they fall.
  package init(_ yearly: [Holiday], extra: Set<CivilDate> = []) {
    self.yearly = yearly
    self.extra = extra
  }

  /// Source: 5 U.S.C. 6103 (a) and (b); Executive Order 11582 for a holiday on a Sunday; Juneteenth by Pub. L. 117-17.
  package static let usFederal = Holidays(federal)

  /// For a site that works on every weekday.
  package static let none = Holidays([])

  /// The federal holidays and a site's own.
  package static func usFederal(and extra: Set<CivilDate>) -> Holidays { Holidays(federal, extra: extra) }

  private static let federal = [
    Holiday("New Year’s Day", .date(month: 1, day: 1)),
    Holiday("Birthday of Martin Luther King, Jr.", .weekday(1, nth: 3, month: 1)),
    Holiday("Washington’s Birthday", .weekday(1, nth: 3, month: 2)),
    Holiday("Memorial Day", .lastWeekday(1, month: 5)),
    Holiday("Juneteenth National Independence Day", .date(month: 6, day: 19), since: 2021),
    Holiday("Independence Day", .date(month: 7, day: 4)),
    Holiday("Labor Day", .weekday(1, nth: 1, month: 9)),
    Holiday("Columbus Day", .weekday(1, nth: 2, month: 10)),
    Holiday("Veterans Day", .date(month: 11, day: 11)),
    Holiday("Thanksgiving Day", .weekday(4, nth: 4, month: 11)),
    Holiday("Christmas Day", .date(month: 12, day: 25)),
  ]

  /// All that two sites' holidays can differ in, in a fixed order.
  var figures: [String] {
    yearly.map { "\($0.name) \($0.rule) \($0.since)" }
      + extra.sorted { $0.daysSince1970 < $1.daysSince1970 }.map { "\($0.year)-\($0.month)-\($0.day)" }
  }

  /// What is observed on a date; nil on a day like any other. New Year's Day can be observed in the year before.
  package func name(on date: CivilDate) -> String? {
    for year in [date.year, date.year + 1] {
      for holiday in yearly where year >= holiday.since && holiday.rule.observed(in: year) == date {
        return holiday.name
      }
    }
    return extra.contains(date) ? "closed" : nil
  }
}

extension Holidays.Rule {
  /// The day on which offices are closed for it.
  package func observed(in year: Int) -> CivilDate {
    switch self {
    case .date(let month, let day):
      let date = CivilDate(year: year, month: month, day: day)
      switch date.weekday {
      case 6: return date.adding(days: -1)
      case 0: return date.adding(days: 1)
      default: return date
      }
    case .weekday(let weekday, let nth, let month):
      let first = CivilDate(year: year, month: month)
      return first.adding(days: (weekday - first.weekday + 7) % 7 + (nth - 1) * 7)
    case .lastWeekday(let weekday, let month):
      let last = CivilDate(year: year, month: month, day: CivilDate.daysInMonth(year: year, month: month))
      return last.adding(days: -((last.weekday - weekday + 7) % 7))
    }
  }
}
