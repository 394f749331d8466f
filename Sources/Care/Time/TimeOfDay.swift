/// An hour as it is typed: `14:00`, `9`, `8:30`, `2pm`.
struct TimeOfDay {
  var hour: Int
  var minute: Int

  init(hour: Int, minute: Int) {
    self.hour = hour
    self.minute = minute
  }

  /// True where a word can be nothing but an hour, right or wrong.
  static func isMeant(by word: DateWord) -> Bool {
    !word.digits.isEmpty && (word.text.contains(":") || ["am", "pm"].contains(word.suffix.folded))
  }

  init(_ word: DateWord) throws(Misreading) {
    let folded = word.folded.filter { !$0.isWhitespace }
    let half = ["am", "pm"].first { folded.hasSuffix($0) }
    let parts = folded.dropLast(half?.count ?? 0).split(separator: ":", omittingEmptySubsequences: false)
    guard let hour = Self.number(parts[0], digits: 1...2), parts.count <= 2,
      let minute = parts.count == 1 ? 0 : Self.number(parts[1], digits: 2...2),
      half == nil ? hour < 24 : (1...12).contains(hour), minute < 60
    else { throw Misreading("\(word.quoted) isn’t a time of day; write 9:00 or 14:30", word.range) }
    self.hour = half == nil ? hour : hour % 12 + (half == "pm" ? 12 : 0)
    self.minute = minute
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    digits.contains(text.count) && text.allSatisfy { $0.isASCII && $0.isWholeNumber } ? Int(text) : nil
  }

  func on(_ date: CivilDate) -> CivilTime { CivilTime(date: date, hour: hour, minute: minute) }
}

extension Zone {
  /// The next instant at which clocks in the zone show a time. An hour that daylight saving repeats comes twice.
  func next(_ time: TimeOfDay, after now: Instant) -> Instant {
    let today = civil(now).date
    let first = instant(time.on(today))
    if first > now { return first }
    let later = time.on(today)
    let shift = Int64(offset(at: Instant(milliseconds: later.floating + 86_400_000))) * 1000
    let second = Instant(milliseconds: later.floating - shift)
    return second > now && civil(second) == later ? second : instant(time.on(today.adding(days: 1)))
  }
}
