package import Care

/// Time as people say it: near things by their distance, far things by their date.
package struct TimeWords: Sendable {
  package let now: Instant
  package let zone: Zone

  package init(now: Instant, zone: Zone) {
    self.now = now
    self.zone = zone
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  package static func month(_ number: Int) -> String { months[(number + 11) % 12] }
  package static func weekday(_ number: Int) -> String { weekdays[number % 7] }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  package static func clock(_ civil: CivilTime) -> String { "\(twoDigits(civil.hour)):\(twoDigits(civil.minute))" }

  package var today: CivilDate { zone.civil(now).date }

  /// A length of time: "42 h", "6 d".
  package static func length(_ milliseconds: Int64) -> String {
    let minutes = milliseconds / 60_000
    if minutes < 90 { return "\(minutes) min" }
    if minutes < 72 * 60 { return "\(minutes / 60) h" }
    let days = minutes / (24 * 60)
    return days < 730 ? "\(days) d" : "\(days / 365) y"
  }

  /// When something is due, short: how long it is overdue, the hour today, the weekday this week, else the date.
  package func due(_ due: Moment?, deadline: Instant?) -> String {
    guard let due, let deadline else { return "no date" }
    if deadline <= now { return Self.length(now.milliseconds - deadline.milliseconds) }
    let civil = due.civil(in: zone)
    if due.precision < .day { return date(civil.date, precision: due.precision) }
    let days = civil.date.daysSince1970 - today.daysSince1970
    switch days {
    case ...0: return due.precision > .day ? Self.clock(civil) : "today"
    case 1...6: return Self.weekdays[civil.date.weekday]
    // The next such day needs no year; further ahead the month will do. No column need be wider.
    case 7..<300: return "\(civil.date.day) \(Self.months[civil.date.month - 1])"
    default: return date(civil.date, precision: .month)
    }
  }

  /// A date without its weekday; the year only where it isn't this one.
  package func date(_ date: CivilDate, precision: Precision = .day) -> String {
    switch precision {
    case .year: return "\(date.year)"
    case .month: return "\(Self.months[date.month - 1]) \(date.year)"
    default:
      let day = "\(date.day) \(Self.months[date.month - 1])"
      return date.year == today.year ? day : "\(day) \(date.year)"
    }
  }

  /// "Thu 19 Nov", with the year where it isn't this one.
  package func day(_ date: CivilDate) -> String { "\(Self.weekdays[date.weekday]) \(self.date(date))" }

  /// A moment in full: "Thu 19 Nov 14:10", or only as much of it as is known.
  package func full(_ moment: Moment) -> String {
    let civil = moment.civil(in: zone)
    if moment.precision < .day { return date(civil.date, precision: moment.precision) }
    return moment.precision == .day ? day(civil.date) : "\(day(civil.date)) \(Self.clock(civil))"
  }

  /// As short as it can be said: "17:00" today, "Mon 07:00" within six days of today, else "30 Nov".
  package func short(_ instant: Instant) -> String {
    let (civil, today) = (zone.civil(instant), zone.civil(now).date)
    if civil.date == today { return Self.clock(civil) }
    guard abs(civil.date.daysSince1970 - today.daysSince1970) <= 6 else { return date(civil.date) }
    return "\(Self.weekdays[civil.date.weekday]) \(Self.clock(civil))"
  }

  /// The same for a narrow place: of another day, the day alone.
  func shorter(_ instant: Instant) -> String {
    let (civil, today) = (zone.civil(instant), zone.civil(now).date)
    let isNear = civil.date != today && abs(civil.date.daysSince1970 - today.daysSince1970) <= 6
    return isNear ? Self.weekdays[civil.date.weekday] : short(instant)
  }

  /// When something comes back, short.
  package func recentOrToCome(_ instant: Instant?) -> String {
    instant.map { due(Moment($0), deadline: $0) } ?? ""
  }

  /// A moment in the narrow column of a list: the hour today, the weekday in the last days, else the date.
  package func recent(_ moment: Moment?) -> String {
    guard let moment else { return "" }
    let civil = moment.civil(in: zone)
    let days = today.daysSince1970 - civil.date.daysSince1970
    if moment.precision < .day || !(0...6).contains(days) { return date(civil.date, precision: moment.precision) }
    if days == 0 { return moment.precision > .day ? Self.clock(civil) : "today" }
    return Self.weekdays[civil.date.weekday]
  }

  /// Age at `now`, or at death: years, months below two years, days below two months.
  package func age(_ birth: Moment?, deceased: Deceased = .notStated) -> String {
    guard let birth else { return "age not known" }
    var end = today
    if case .at(let death) = deceased { end = death.civil(in: zone).date }
    let born = CivilTime(floating: birth.milliseconds).date
    if birth.precision == .year { return "about \(max(0, end.year - born.year))" }
    var months = (end.year - born.year) * 12 + end.month - born.month
    if birth.precision >= .day, end.day < born.day { months -= 1 }
    if months < 0 { return "not born" }
    if months >= 24 { return "\(months / 12)" }
    return months >= 2 ? "\(months) mo" : "\(max(0, end.daysSince1970 - born.daysSince1970)) d"
  }
}
