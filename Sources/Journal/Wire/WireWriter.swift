import Care

/// Writes a body.
struct WireWriter {
  let version: UInt8
  private(set) var bytes: [UInt8]
  private var texts: [String: Int] = [:]
  private var concepts: [Concept: Int] = [:]
  private var references: [Reference: Int] = [:]

  /// - Parameter version: the oldest form that holds all there is to write, so that older programs can read it.
  init(version: UInt8 = BodyVersion.first) {
    self.version = version
    bytes = [version]
  }

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func number(_ value: UInt64) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: value))
  }

  mutating func count(_ value: Int) { number(UInt64(value)) }

  mutating func signed(_ value: Int64) { number(UInt64(bitPattern: (value << 1) ^ (value >> 63))) }

  /// 0 for none; an odd number is twice the length of a text that follows, plus 1; an even one points to an earlier text.
  mutating func text(_ value: String) {
    if value.isEmpty { return bytes.append(0) }
    if let index = texts[value] { return count((index + 1) * 2) }
    var value = value
    value.withUTF8 { utf8 in
      count(utf8.count * 2 + 1)
      unsafe bytes.append(contentsOf: utf8)
    }
    if value.utf8.count <= longestRememberedText { texts[value] = texts.count }
  }

  mutating func id<Of>(_ value: ID<Of>) {
    bigEndian(value.high)
    bigEndian(value.low)
  }

  private mutating func bigEndian(_ value: UInt64) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func value<Value: Wired>(_ value: Value) {
    var copy = value
    copy.wire(&self)
  }
}

extension WireWriter: Wire {
  typealias Failure = Never

  mutating func field(_ value: inout String) { text(value) }
  mutating func field(_ value: inout Bool) { byte(value ? 1 : 0) }
  mutating func field(_ value: inout Int) { signed(Int64(value)) }
  mutating func field(_ value: inout Int64) { signed(value) }
  mutating func field<Of>(_ value: inout ID<Of>) { id(value) }
  mutating func field(_ value: inout Moment?) { moment(value) }
  mutating func field<Code: RawRepresentable<String>>(_ code: inout Code?) { text(code?.rawValue ?? "") }
  mutating func field<Value: Wired>(_ value: inout Value) { value.wire(&self) }

  mutating func field<Value: Wired>(_ value: inout Value?) {
    byte(value == nil ? 0 : 1)
    if let value { self.value(value) }
  }

  mutating func field<Value: Wired>(_ values: inout [Value]) {
    count(values.count)
    for value in values { self.value(value) }
  }

  mutating func unique(_ text: inout String) {
    text.withUTF8 { utf8 in
      count(utf8.count)
      unsafe bytes.append(contentsOf: utf8)
    }
  }

  mutating func tag(_ tag: inout UInt8, below limit: UInt8, of kind: String) { byte(tag) }

  /// 0 for one that says nothing, 1 for one that follows; anything else points to an earlier one.
  mutating func shared(_ concept: inout Concept) {
    if concept.isEmpty { return bytes.append(0) }
    if let index = concepts[concept] { return count(index + 2) }
    bytes.append(1)
    concept.wireParts(&self)
    concepts[concept] = concepts.count
  }

  mutating func shared(_ reference: inout Reference) {
    if reference == Reference() { return bytes.append(0) }
    if let index = references[reference] { return count(index + 2) }
    bytes.append(1)
    reference.wireParts(&self)
    references[reference] = references.count
  }

  mutating func lines<Value: Wired>(_ lines: inout Lines<Value>, sources: Int) {
    count(lines.count)
    for line in lines.items {
      id(line.id)
      var origin = line.origin
      unique(&origin)
      count(line.source)
      value(line.value)
    }
  }

  /// In order, so that the same chart has the same bytes.
  mutating func origins(_ origins: inout [OriginID: LineID]) {
    count(origins.count)
    for (origin, line) in origins.sorted(by: { $0.key < $1.key }) {
      id(origin)
      id(line)
    }
  }
}
