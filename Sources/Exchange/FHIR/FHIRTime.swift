package import Care

/// FHIR's date, dateTime and instant, with exactly the precision and the zone that were written.
package enum FHIRTime {
  /// - Returns: nil where the text is no date, or names one that doesn't exist (month 13, 30 February).
  package static func moment(_ text: String) -> Moment? {
    var reader = Digits(text)
    guard let year = reader.number(4), year > 0 else { return nil }
    if reader.isAtEnd { return Moment(date: CivilDate(year: year)).coarsened(to: .year) }
    guard reader.take("-"), let month = reader.number(2), 1...12 ~= month else { return nil }
    if reader.isAtEnd { return Moment(date: CivilDate(year: year, month: month)).coarsened(to: .month) }
    guard reader.take("-"), let day = reader.number(2),
      1...CivilDate.daysInMonth(year: year, month: month) ~= day
    else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    if reader.isAtEnd { return Moment(date: date) }
    return time(on: date, &reader)
  }

  private static func time(on date: CivilDate, _ reader: inout Digits) -> Moment? {
    guard reader.take("T") || reader.take(" "), let hour = reader.number(2), hour < 24, reader.take(":"),
      let minute = reader.number(2), minute < 60
    else { return nil }
    var precision = Precision.minute
    var second = 0
    var fraction: Int64 = 0
    if reader.take(":") {
      // A leap second is written 60.
      guard let seconds = reader.number(2), seconds <= 60 else { return nil }
      second = seconds
      precision = .second
      if reader.take(".") {
        guard let thousandths = reader.thousandths() else { return nil }
        fraction = Int64(thousandths)
        precision = .millisecond
      }
    }
    let wall = CivilTime(date: date, hour: hour, minute: minute, second: second).floating + fraction
    if reader.isAtEnd { return Moment(milliseconds: wall, precision: precision) }
    guard let offset = reader.offset(), reader.isAtEnd else { return nil }
    return Moment(milliseconds: wall - Int64(offset) * 60_000, precision: precision, offset: offset)
  }

  private struct Digits {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: character) else { return false }
      rest.removeFirst()
      return true
    }

    mutating func digit() -> Int? {
      guard let byte = rest.first, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
      rest.removeFirst()
      return Int(byte - UInt8(ascii: "0"))
    }

    mutating func number(_ digits: Int) -> Int? {
      var value = 0
      for _ in 0..<digits {
        guard let digit = digit() else { return nil }
        value = value * 10 + digit
      }
      return value
    }

    /// A fraction of a second, cut to three digits.
    mutating func thousandths() -> Int? {
      guard let first = digit() else { return nil }
      var value = first * 100
      var weight = 10
      while let digit = digit() {
        value += digit * weight
        weight /= 10
      }
      return value
    }

    /// Minutes east of UTC.
    mutating func offset() -> Int16? {
      if take("Z") { return 0 }
      let isWest = take("-")
      guard isWest || take("+"), let hours = number(2), hours <= 14, take(":"), let minutes = number(2), minutes < 60
      else { return nil }
      return Int16(isWest ? -(hours * 60 + minutes) : hours * 60 + minutes)
    }
  }
}

extension Moment {
  fileprivate func coarsened(to precision: Precision) -> Moment {
    Moment(milliseconds: milliseconds, precision: precision)
  }
}
