import Care
import Dashboard
import Terminal

extension TimeAxis {
  struct Tick {
    var column: Int
    var words: String
  }

  /// Dates at the closest even steps whose words have room. The steps are those of the calendar, so that a date keeps
  /// its place among the others while the window moves.
  var ticks: [Tick] {
    let hour = 3_600_000.0
    let column = Double(window.length) / Double(max(1, width))
    let step = Step.all.first { Double($0.hours) * hour / column >= Double($0.room + 2) } ?? .years(100)
    return dates(step).compactMap { date, hour in
      let instant = zone.instant(CivilTime(date: date, hour: hour))
      return self.column(instant).map { Tick(column: $0, words: step.words(date, hour: hour)) }
    }
  }

  private func dates(_ step: Step) -> [(date: CivilDate, hour: Int)] {
    let (first, last) = (zone.civil(window.start).date, zone.civil(window.end).date)
    switch step {
    case .hours(let count):
      return days(first, last, every: 1, from: 0).flatMap { day in
        stride(from: 0, to: 24, by: count).map { (day, $0) }
      }
    case .namedDays, .shortDays: return days(first, last, every: 1, from: 0).map { ($0, 0) }
    // 5 January 1970 was a Monday.
    case .weeks(let count): return days(first, last, every: 7 * count, from: 4).map { ($0, 0) }
    case .months(let count):
      let months = first.year * 12 + first.month - 1...last.year * 12 + last.month - 1
      return months.filter { $0 % count == 0 }.map { (CivilDate(year: $0 / 12, month: $0 % 12 + 1), 0) }
    case .years(let count):
      return (first.year...last.year).filter { $0 % count == 0 }.map { (CivilDate(year: $0), 0) }
    }
  }

  private func days(_ first: CivilDate, _ last: CivilDate, every count: Int, from offset: Int) -> [CivilDate] {
    let days = first.daysSince1970...last.daysSince1970
    let start = days.lowerBound + (count - (days.lowerBound - offset) % count) % count
    return stride(from: min(start, days.lowerBound + count), through: days.upperBound, by: count).map {
      CivilDate(daysSince1970: $0)
    }
  }

  /// How far apart the dates stand.
  private enum Step {
    case hours(Int)
    /// "Mon 16", and just "Mon" where there is less room.
    case namedDays, shortDays
    case weeks(Int), months(Int), years(Int)

    static let all: [Step] = [
      .hours(1), .hours(2), .hours(3), .hours(6), .hours(12), .namedDays, .shortDays, .weeks(1), .weeks(2), .months(1),
      .months(3), .months(6), .years(1), .years(2), .years(5), .years(10), .years(20), .years(50),
    ]

    /// Hours of the shortest one.
    var hours: Int {
      switch self {
      case .hours(let count): count
      case .namedDays, .shortDays: 24
      case .weeks(let count): count * 168
      case .months(let count): count * 28 * 24
      case .years(let count): count * 365 * 24
      }
    }

    /// Columns of the longest words.
    var room: Int {
      switch self {
      case .hours, .namedDays, .weeks: 6
      case .shortDays: 3
      case .months, .years: 4
      }
    }

    func words(_ date: CivilDate, hour: Int) -> String {
      let day = "\(date.day) \(TimeWords.month(date.month))"
      switch self {
      case .hours: return hour == 0 ? day : TimeWords.clock(CivilTime(date: date, hour: hour))
      case .namedDays: return "\(TimeWords.weekday(date.weekday)) \(date.day)"
      case .shortDays: return TimeWords.weekday(date.weekday)
      case .weeks: return day
      case .months: return date.month == 1 ? "\(date.year)" : TimeWords.month(date.month)
      case .years: return "\(date.year)"
      }
    }
  }
}
