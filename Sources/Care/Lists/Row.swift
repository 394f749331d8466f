/// A line of a list, as bytes in a page: the key that orders it, the folded text that search looks through, then the
/// fields. Nothing is decoded until it is drawn.
package protocol PagedRow: Sendable {
  /// Orders the list by its bytes, and is unique in it.
  var key: [UInt8] { get }
  /// Folded; see `Folding`.
  var searched: String { get }
  func write(_ fields: inout RowWriter)
  init(_ fields: inout RowReader)
}

package struct RowWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func byte(_ value: UInt8) { bytes.append(value) }

  package mutating func integer(_ value: some FixedWidthInteger) {
    var value = UInt64(truncatingIfNeeded: value)
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: value))
      value >>= 8
    }
  }

  package mutating func id<Of>(_ value: ID<Of>) {
    integer(value.high)
    integer(value.low)
  }

  /// Texts are cut at 64 KiB less one byte; a list shows the first few words of anything longer.
  package mutating func text(_ value: String) {
    let utf8 = value.utf8.prefix(Int(UInt16.max))
    bytes.append(UInt8(truncatingIfNeeded: utf8.count))
    bytes.append(UInt8(truncatingIfNeeded: utf8.count >> 8))
    bytes.append(contentsOf: utf8)
  }

  package mutating func reference(_ value: Reference) {
    byte(value.target == nil ? 0 : 1)
    if let target = value.target { id(target) }
    text(value.kind)
    text(value.display)
    text(value.written)
  }

  package mutating func moment(_ value: Moment?) {
    guard let value else {
      bytes.append(0xFF)
      return
    }
    bytes.append(value.precision.rawValue | (value.offset == nil ? 0 : 0x80))
    integer(value.milliseconds)
    integer(value.offset ?? 0)
  }
}

package struct RowReader {
  private let bytes: [UInt8]
  private var at: Int

  package init(bytes: [UInt8], at: Int) {
    self.bytes = bytes
    self.at = at
  }

  package mutating func byte() -> UInt8 {
    guard at < bytes.count else { return 0 }
    defer { at += 1 }
    return bytes[at]
  }

  package mutating func integer() -> Int64 {
    var value: UInt64 = 0
    for shift in 0..<8 { value |= UInt64(byte()) << UInt64(shift * 8) }
    return Int64(bitPattern: value)
  }

  package mutating func id<Of>(_: Of.Type) -> ID<Of> {
    let high = UInt64(bitPattern: integer())
    return ID(high: high, low: UInt64(bitPattern: integer()))
  }

  package mutating func text() -> String {
    let count = Int(byte()) | Int(byte()) << 8
    let end = min(at + count, bytes.count)
    defer { at = end }
    return String(decoding: bytes[at..<end], as: UTF8.self)
  }

  package mutating func reference() -> Reference {
    let target = byte() == 1 ? id(Origin.self) : nil
    let kind = text()
    let display = text()
    return Reference(target: target, kind: kind, display: display, written: text())
  }

  package mutating func moment() -> Moment? {
    let tag = byte()
    guard tag != 0xFF, let precision = Precision(rawValue: tag & 0x7F) else { return nil }
    let milliseconds = integer()
    let offset = Int16(truncatingIfNeeded: integer())
    return Moment(milliseconds: milliseconds, precision: precision, offset: tag & 0x80 == 0 ? nil : offset)
  }
}

/// Keys whose byte order is the order of their parts.
package struct KeyWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func byte(_ value: UInt8) { bytes.append(value) }

  package mutating func ascending(_ value: Int64) { bigEndian(UInt64(bitPattern: value) ^ (1 << 63)) }

  package mutating func descending(_ value: Int64) { bigEndian(~(UInt64(bitPattern: value) ^ (1 << 63))) }

  package mutating func id<Of>(_ value: ID<Of>) {
    bigEndian(value.high)
    bigEndian(value.low)
  }

  /// A zero byte ends the text, so that a name sorts before every longer name it begins.
  package mutating func text(_ value: String) {
    bytes.append(contentsOf: value.utf8.prefix(200).lazy.map { $0 == 0 ? 1 : $0 })
    bytes.append(0)
  }

  private mutating func bigEndian(_ value: UInt64) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
