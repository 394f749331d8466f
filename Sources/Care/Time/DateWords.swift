/// When, as people type it: `tue`, `tomorrow 8:30`, `2bd`, `14d`, `3h`, `24 nov`, `2026-11-24`, `14:00`.
package enum DateWords {
  /// Years ahead from which a date is a slip of the keys rather than a plan. Source: Rounds default, version 1.
  static let farthest = 10

  /// Reads a time to come. Hours and minutes are elapsed time and give an instant, as a day with an hour does; a day
  /// alone, counted by the site's dates, stays a day.
  ///
  /// - Parameter mayHavePassed: for asking about what was; else what has passed is refused.
  package static func read(
    _ text: String, now: Instant, calendar: SiteCalendar, mayHavePassed: Bool = false
  ) throws(Misreading) -> Moment {
    var reader = DateReader(text, now: now, calendar: calendar)
    let moment = try reader.moment()
    let whole = reader.typed
    let date = moment.civil(in: calendar.zone).date
    if date > CivilDate(year: reader.today.year + farthest, month: reader.today.month, day: reader.today.day) {
      throw Misreading(
        "\(Misreading.quoted(whole.text)) is more than \(farthest) years ahead; write a nearer day", whole.range)
    }
    if !mayHavePassed, moment.end(in: calendar.zone) <= now {
      let wanted = moment.precision > .day && date == reader.today ? "an hour" : "a day"
      throw Misreading("\(whole.text) has passed; write \(wanted) to come", whole.range)
    }
    return moment
  }

  /// Words that what was typed can become; none for what is a whole word already.
  package static func completions(_ text: String) -> [String] {
    let typed = Folding.fold(text)
    let digits = typed.prefix { $0.isASCII && $0.isWholeNumber }
    if !digits.isEmpty {
      let unit = typed.dropFirst(digits.count).drop(while: \.isWhitespace)
      let isDay = !unit.isEmpty && Int(digits).map { (1...31).contains($0) } ?? false
      let known = CountUnit.allCases.map(\.rawValue) + (isDay ? DateNames.short(DateNames.months) : [])
      return known.filter { $0.hasPrefix(unit) && $0 != unit }.map { typed.dropLast(unit.count) + $0 }
    }
    let days = ["today", "tomorrow"] + (1...7).map { String(DateNames.weekdays[$0 % 7].prefix(3)) } + ["next week"]
    let short = days.filter { $0.hasPrefix(typed) }
    let found = short.isEmpty ? DateNames.weekdays.filter { $0.hasPrefix(typed) } : short
    return found.filter { $0 != typed }
  }
}
