import Care

// A moment is one byte that says how it is written, then a number in the coarsest unit that loses nothing, then the
// offset where one was stated. The byte: 0 for none, else the precision plus 1 in the low three bits, 8 where an offset
// follows, and the unit in bits 4 and 5.

private let milliseconds: [Int64] = [1, 1000, 60_000, 86_400_000]

extension WireWriter {
  mutating func moment(_ moment: Moment?) {
    guard let moment else { return byte(0) }
    let unit = milliseconds.lastIndex { moment.milliseconds.isMultiple(of: $0) } ?? 0
    byte(moment.precision.rawValue + 1 | (moment.offset == nil ? 0 : 8) | UInt8(unit) << 4)
    signed(moment.milliseconds / milliseconds[unit])
    if let offset = moment.offset { signed(Int64(offset)) }
  }
}

extension WireReader {
  mutating func moment() throws(WireError) -> Moment? {
    let form = try byte()
    if form == 0 { return nil }
    guard form < 0x40, form & 7 > 0, let precision = Precision(rawValue: form & 7 - 1) else { throw failure(.badDate) }
    let (value, overflow) = try signed().multipliedReportingOverflow(by: milliseconds[Int(form >> 4)])
    if overflow { throw failure(.badDate) }
    guard form & 8 != 0 else { return Moment(milliseconds: value, precision: precision) }
    guard let offset = Int16(exactly: try signed()) else { throw failure(.badDate) }
    return Moment(milliseconds: value, precision: precision, offset: offset)
  }
}

extension Wire {
  /// A time that is always stated; reading refuses its absence.
  mutating func field(_ value: inout Instant) throws(Failure) { try field(&value.milliseconds) }
}

extension Period: Wired {
  init() { self.init(start: nil, end: nil) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&start)
    try wire.field(&end)
  }
}
