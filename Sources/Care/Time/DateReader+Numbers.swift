// Days by number.
extension DateReader {
  /// "2026-11-24".
  func written(_ word: DateWord) throws(Misreading) -> CivilDate {
    let parts = word.text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = parts.map(\.count)
    let isAllDigits = parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isWholeNumber } }
    guard isAllDigits, lengths == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { throw Misreading("\(word.quoted) isn’t a whole date; write it as \(exampleDate)", word.range) }
    guard (1...12).contains(month) else {
      throw Misreading("a year has 12 months; write the date as \(exampleDate)", word.range)
    }
    return try valid(year, month, day, word.range)
  }

  /// "2bd", "14 days", "24nov" or "24 nov".
  mutating func counted(_ word: DateWord) throws(Misreading) -> CivilDate {
    var (suffix, range) = (word.suffix, word.range)
    if suffix.text.isEmpty {
      guard let follows = next() else {
        throw Misreading("\(word.quoted) of what? Write \(word.digits)d, \(word.digits)bd or \(word.digits)w", range)
      }
      (suffix, range) = (follows, range.lowerBound..<follows.range.upperBound)
    }
    if let month = DateNames.index(of: suffix.folded, in: DateNames.months) {
      return try dayAndMonth(Int(word.digits.prefix(3)) ?? 0, month + 1, range)
    }
    guard let unit = CountUnit(suffix.folded) else {
      if let near = Nearest.word(to: suffix.folded, among: DateNames.short(DateNames.months) + DateNames.months) {
        throw Misreading("\(suffix.quoted) is no month; write \(near)", suffix.range)
      }
      throw Misreading("\(suffix.quoted) is no month or unit; write d, bd, w, h or min", suffix.range)
    }
    let count = try count(word, unit)
    if unit == .businessDays { return businessDay(count) }
    return today.adding(days: unit == .weeks ? count * 7 : count)
  }

  private func businessDay(_ count: Int) -> CivilDate {
    let due = calendar.due(.businessDays(count), after: Moment(date: today))
    return due.flatMap { calendar.date(of: $0) } ?? today
  }

  func count(_ word: DateWord, _ unit: CountUnit) throws(Misreading) -> Int {
    let days = DateWords.farthest * 366
    let most =
      switch unit {
      case .days, .businessDays: days
      case .weeks: days / 7
      case .hours: days * 24
      case .minutes: days * 24 * 60
      }
    guard let count = Int(word.digits), count <= most else {
      throw Misreading("\(word.quoted) is more than \(DateWords.farthest) years ahead; write a nearer day", word.range)
    }
    if count == 0 { throw Misreading("\(word.quoted) is no time to come; write 1\(unit.rawValue) or more", word.range) }
    return count
  }

  /// The day with its year where one follows, else the next such day, which can be today.
  mutating func dayAndMonth(_ day: Int, _ month: Int, _ range: Range<Int>) throws(Misreading) -> CivilDate {
    if at < words.count, words[at].isNumber, words[at].text.count == 4, let year = Int(words[at].text) {
      at += 1
      return try valid(year, month, day, range.lowerBound..<words[at - 1].range.upperBound)
    }
    // A leap day comes at the latest after eight years.
    for year in today.year...today.year + 8 where day <= CivilDate.daysInMonth(year: year, month: month) {
      let date = try valid(year, month, day, range)
      if date >= today { return date }
    }
    return try valid(today.year, month, day, range)
  }

  private func valid(_ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>) throws(Misreading) -> CivilDate {
    let days = CivilDate.daysInMonth(year: year, month: month)
    if (1...days).contains(day) { return CivilDate(year: year, month: month, day: day) }
    let name = DateNames.months[month - 1]
    let ofYear = month == 2 ? " \(year)" : ""
    throw Misreading(
      "\(name.prefix(1).uppercased())\(name.dropFirst())\(ofYear) has \(days) days; write a day from 1 to \(days)",
      range)
  }
}
