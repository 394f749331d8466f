import Care

/// Reads a body. Whatever the bytes say, it neither traps nor allocates more than a small multiple of their number.
struct WireReader {
  private let bytes: [UInt8]
  let version: UInt8
  private(set) var offset = 1
  private var texts: [String] = []
  private var concepts: [Concept] = []
  private var references: [Reference] = []

  init(_ bytes: [UInt8]) throws(WireError) {
    guard let version = bytes.first else { throw WireError(kind: .ended, offset: 0) }
    self.bytes = bytes
    self.version = version
    guard version <= BodyVersion.current else { throw WireError(kind: .newer(version), offset: 0) }
    guard version > 0 else { throw WireError(kind: .badNumber, offset: 0) }
  }

  func failure(_ kind: WireError.Kind) -> WireError { WireError(kind: kind, offset: offset) }

  /// Refuses a body that goes on after its value.
  func finish() throws(WireError) { if offset != bytes.count { throw failure(.leftOver) } }

  mutating func byte() throws(WireError) -> UInt8 {
    guard offset < bytes.count else { throw failure(.ended) }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func number() throws(WireError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      guard shift < 63 || byte <= 1 else { throw failure(.badNumber) }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  mutating func signed() throws(WireError) -> Int64 {
    let number = try number()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  /// How many values follow, each of at least one byte.
  mutating func count() throws(WireError) -> Int {
    let number = try number()
    guard number <= UInt64(bytes.count - offset) else { throw failure(.badCount) }
    return Int(number)
  }

  /// Room worth making at once for values that the body claims to hold.
  private func room(_ count: Int) -> Int { min(count, 1024) }

  mutating func text() throws(WireError) -> String {
    let code = try number()
    if code == 0 { return "" }
    if code & 1 == 0 {
      guard code / 2 <= UInt64(texts.count) else { throw failure(.badPointer) }
      return texts[Int(code / 2) - 1]
    }
    let text = try utf8(code / 2)
    if text.utf8.count <= longestRememberedText { texts.append(text) }
    return text
  }

  private mutating func utf8(_ length: UInt64) throws(WireError) -> String {
    guard length <= UInt64(bytes.count - offset) else { throw failure(.ended) }
    let end = offset + Int(length)
    guard let text = String(validating: bytes[offset..<end], as: UTF8.self) else { throw failure(.badText) }
    offset = end
    return text
  }

  mutating func id<Of>(_: Of.Type) throws(WireError) -> ID<Of> {
    guard bytes.count - offset >= 16 else { throw failure(.ended) }
    defer { offset += 16 }
    return ID(high: bigEndian(offset), low: bigEndian(offset + 8))
  }

  private func bigEndian(_ at: Int) -> UInt64 {
    var value: UInt64 = 0
    for index in at..<(at + 8) { value = value << 8 | UInt64(bytes[index]) }
    return value
  }

  mutating func value<Value: Wired>(_ value: Value) throws(WireError) -> Value {
    var value = value
    try value.wire(&self)
    return value
  }
}

extension WireReader: Wire {
  typealias Failure = WireError

  mutating func field(_ value: inout String) throws(WireError) { value = try text() }
  mutating func field(_ value: inout Int64) throws(WireError) { value = try signed() }
  mutating func field(_ value: inout Int) throws(WireError) { value = Int(try signed()) }
  mutating func field<Of>(_ value: inout ID<Of>) throws(WireError) { value = try id(Of.self) }
  mutating func field(_ value: inout Moment?) throws(WireError) { value = try moment() }
  mutating func field<Value: Wired>(_ value: inout Value) throws(WireError) { try value.wire(&self) }

  mutating func field(_ value: inout Bool) throws(WireError) {
    var tag: UInt8 = 0
    try self.tag(&tag, below: 2, of: "truth value")
    value = tag == 1
  }

  mutating func field<Code: RawRepresentable<String>>(_ code: inout Code?) throws(WireError) {
    let text = try text()
    if text.isEmpty {
      code = nil
      return
    }
    guard let known = Code(rawValue: text) else { throw failure(.unknownCase("\(Code.self)")) }
    code = known
  }

  mutating func field<Value: Wired>(_ value: inout Value?) throws(WireError) {
    var isThere = false
    try field(&isThere)
    value = isThere ? try self.value(Value()) : nil
  }

  mutating func field<Value: Wired>(_ values: inout [Value]) throws(WireError) {
    let count = try count()
    values = []
    if count == 0 { return }
    values.reserveCapacity(room(count))
    for _ in 0..<count { values.append(try value(Value())) }
  }

  mutating func unique(_ text: inout String) throws(WireError) { text = try utf8(number()) }

  mutating func tag(_ tag: inout UInt8, below limit: UInt8, of kind: String) throws(WireError) {
    tag = try byte()
    guard tag < limit else { throw failure(.unknownCase(kind)) }
  }

  mutating func shared(_ concept: inout Concept) throws(WireError) {
    let code = try number()
    switch code {
    case 0: concept = Concept()
    case 1:
      concept = Concept()
      try concept.wireParts(&self)
      concepts.append(concept)
    default:
      guard code - 2 < UInt64(concepts.count) else { throw failure(.badPointer) }
      concept = concepts[Int(code - 2)]
    }
  }

  mutating func shared(_ reference: inout Reference) throws(WireError) {
    let code = try number()
    switch code {
    case 0: reference = Reference()
    case 1:
      reference = Reference()
      try reference.wireParts(&self)
      references.append(reference)
    default:
      guard code - 2 < UInt64(references.count) else { throw failure(.badPointer) }
      reference = references[Int(code - 2)]
    }
  }

  mutating func lines<Value: Wired>(_ lines: inout Lines<Value>, sources: Int) throws(WireError) {
    let count = try count()
    if count == 0 { return }
    var items: [Line<Value>] = []
    items.reserveCapacity(room(count))
    for _ in 0..<count {
      let id = try id(LineTag.self)
      var origin = ""
      try unique(&origin)
      let source = try number()
      guard source < UInt64(sources) else { throw failure(.badPointer) }
      items.append(Line(id: id, origin: origin, source: Int(source), value: try value(Value())))
    }
    lines = Lines(items)
  }

  mutating func origins(_ origins: inout [OriginID: LineID]) throws(WireError) {
    let count = try count()
    origins = [:]
    origins.reserveCapacity(min(count, (bytes.count - offset) / 32))
    for _ in 0..<count {
      let origin = try id(Origin.self)
      origins[origin] = try id(LineTag.self)
    }
  }
}
