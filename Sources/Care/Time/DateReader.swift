/// Reads the words of a date one after the other.
struct DateReader {
  let now: Instant
  let calendar: SiteCalendar
  let today: CivilDate
  let words: [DateWord]
  var at = 0

  init(_ text: String, now: Instant, calendar: SiteCalendar) {
    self.now = now
    self.calendar = calendar
    today = calendar.zone.civil(now).date
    words = DateWord.words(of: text)
  }

  /// All that was typed, without the spaces around it.
  var typed: DateWord {
    DateWord(
      text: words.map(\.text).joined(separator: " "),
      range: (words.first?.range.lowerBound ?? 0)..<(words.last?.range.upperBound ?? 0))
  }

  /// A day that can serve as an example.
  private var example: CivilDate { today.adding(days: 3) }
  var exampleWords: String { "\(example.day) \(DateNames.short(DateNames.months)[example.month - 1])" }
  var exampleDate: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(example.year)-\(two(example.month))-\(two(example.day))"
  }

  mutating func moment() throws(Misreading) -> Moment {
    guard let first = words.first else { throw Misreading("write when: tue, 2bd, 14d or \(exampleWords)", 0..<0) }
    at = 1
    if TimeOfDay.isMeant(by: first) {
      let time = try TimeOfDay(first)
      try end("a time of day stands alone or after the day")
      return Moment(calendar.zone.next(time, after: now))
    }
    if let unit = CountUnit(first.suffix.folded), unit == .hours || unit == .minutes, !first.digits.isEmpty {
      let count = try count(first, unit)
      try end("\(first.quoted) is an hour of its own")
      return Moment(now.adding(minutes: unit == .hours ? count * 60 : count))
    }
    let date = try date(first)
    guard let word = next() else { return Moment(date: date) }
    let time = try TimeOfDay(word)
    try end("nothing follows the time of day")
    return Moment(calendar.zone.instant(time.on(date)))
  }

  mutating func next() -> DateWord? {
    guard at < words.count else { return nil }
    defer { at += 1 }
    return words[at]
  }

  private func end(_ why: String) throws(Misreading) {
    guard at < words.count, let last = words.last else { return }
    let rest = words[at].range.lowerBound..<last.range.upperBound
    let text = words[at...].map(\.text).joined(separator: " ")
    throw Misreading("\(why); take \(Misreading.quoted(text)) away", rest)
  }

  private mutating func date(_ word: DateWord) throws(Misreading) -> CivilDate {
    let folded = word.folded
    switch folded {
    case "today": return today
    case "tomorrow", "tom": return today.adding(days: 1)
    case "next":
      let follows = next()
      if follows?.folded == "week" { return following(weekday: 1) }
      throw Misreading("after `next` write week; or write tue or \(exampleWords)", (follows ?? word).range)
    default: break
    }
    if let weekday = DateNames.index(of: folded, in: DateNames.weekdays) {
      return isDayAndMonth(at) ? try date(on: weekday, word) : following(weekday: weekday)
    }
    if let month = DateNames.index(of: folded, in: DateNames.months) {
      let day = next()
      guard let day, let number = Self.dayNumber(day) else {
        throw Misreading("\(word.quoted) needs its day; write \(folded.prefix(3)) 24", (day ?? word).range)
      }
      return try dayAndMonth(number, month + 1, word.range.lowerBound..<day.range.upperBound)
    }
    if word.digits.isEmpty { throw unknown(word) }
    if word.text.contains(where: { $0 == "." || $0 == "/" }) {
      throw Misreading("\(word.quoted) isn’t clear; write \(exampleWords) or \(exampleDate)", word.range)
    }
    return word.text.contains("-") ? try written(word) : try counted(word)
  }

  private func isDayAndMonth(_ index: Int) -> Bool {
    index + 1 < words.count && words[index].isNumber
      && DateNames.index(of: words[index + 1].folded, in: DateNames.months) != nil
  }

  /// "tue 24 nov", as dates are shown.
  private mutating func date(on weekday: Int, _ word: DateWord) throws(Misreading) -> CivilDate {
    guard let day = next() else { return following(weekday: weekday) }
    let date = try counted(day)
    if date.weekday == weekday { return date }
    let name = DateNames.weekdays[date.weekday]
    throw Misreading("that day is a \(name); write \(name.prefix(3)), or only the date", word.range)
  }

  /// "24", and "24," before a year.
  private static func dayNumber(_ word: DateWord) -> Int? {
    word.suffix.text.isEmpty || word.suffix.text == "," ? Int(word.digits.prefix(3)) : nil
  }

  /// The next such day after today.
  private func following(weekday: Int) -> CivilDate { today.adding(days: (weekday - today.weekday + 6) % 7 + 1) }

  private func unknown(_ word: DateWord) -> Misreading {
    let isNegative = word.text.count > 1 && word.text.first.map { "-−–".contains($0) } ?? false
    if isNegative, word.text.dropFirst().first.map({ $0.isASCII && $0.isWholeNumber }) ?? false {
      return Misreading("\(word.quoted) lies in the past; write a time to come, as 2d", word.range)
    }
    let names = ["today", "tomorrow"] + DateNames.short(DateNames.weekdays) + DateNames.weekdays
    if let near = Nearest.word(to: word.folded, among: names) {
      return Misreading("\(word.quoted) is no day; write \(near)", word.range)
    }
    return Misreading("\(word.quoted) is no day or time; write tue, 2bd, 14d or \(exampleWords)", word.range)
  }
}
