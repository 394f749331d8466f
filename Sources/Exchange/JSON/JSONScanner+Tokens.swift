extension JSONScanner {
  static func skipSpace(_ bytes: Span<UInt8>, _ from: Int) -> Int {
    var at = from
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0a, 0x0d, 0x09: at += 1
      default: return at
      }
    }
    return at
  }

  /// A text. Raw control characters are let in: the standard forbids them, sources write them, and what they mean is
  /// plain.
  mutating func text(_ bytes: Span<UInt8>, _ at: inout Int) throws(Stop) {
    let start = at + 1
    var end = start
    var isEscaped = false
    var high: UInt8 = 0
    while true {
      guard end < bytes.count else { throw Stop(offset: at, reason: "A text that begins here has no end.") }
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        end = try escape(bytes, end)
        continue
      }
      high |= byte
      end += 1
    }
    if high >= 0x80 {
      do {
        _ = try UTF8Span(validating: bytes.extracting(start..<end))
      } catch {
        throw Stop(offset: start, reason: "This text is not UTF-8; save the file as UTF-8.")
      }
    }
    append(isEscaped ? .escapedText : .text, start, end)
    at = end + 1
  }

  /// The offset after an escape that begins at `from`.
  private func escape(_ bytes: Span<UInt8>, _ from: Int) throws(Stop) -> Int {
    guard from + 1 < bytes.count else { throw Stop(offset: from, reason: "It ends in the middle.") }
    switch bytes[from + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return from + 2
    case UInt8(ascii: "u"):
      guard from + 5 < bytes.count else { throw Stop(offset: from, reason: "It ends in the middle.") }
      for offset in from + 2..<from + 6 where UInt8.hexadecimal(bytes[offset]) == nil {
        throw Stop(offset: offset, reason: "An escape in a text needs four hexadecimal digits.")
      }
      return from + 6
    default:
      throw Stop(offset: from, reason: "A text holds an escape that JSON doesn't have.")
    }
  }

  mutating func word(
    _ word: String, _ kind: JSONTape.Kind, _ bytes: Span<UInt8>, _ at: inout Int
  ) throws(Stop) {
    var offset = at
    for byte in word.utf8 {
      guard offset < bytes.count, bytes[offset] == byte else { throw Stop(offset: at, reason: "This is not JSON.") }
      offset += 1
    }
    append(kind, at, offset)
    at = offset
  }

  mutating func number(_ bytes: Span<UInt8>, _ at: inout Int) throws(Stop) {
    let start = at
    var offset = at
    func digits() -> Int {
      let first = offset
      while offset < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[offset] { offset += 1 }
      return offset - first
    }
    func has(_ wanted: UInt8...) -> Bool {
      guard offset < bytes.count, wanted.contains(bytes[offset]) else { return false }
      offset += 1
      return true
    }
    _ = has(UInt8(ascii: "-"))
    let startsWithZero = offset < bytes.count && bytes[offset] == UInt8(ascii: "0")
    let whole = digits()
    var isSound = whole == 1 || (whole > 1 && !startsWithZero)
    if has(UInt8(ascii: ".")) { isSound = digits() > 0 && isSound }
    if has(UInt8(ascii: "e"), UInt8(ascii: "E")) {
      _ = has(UInt8(ascii: "+"), UInt8(ascii: "-"))
      isSound = digits() > 0 && isSound
    }
    guard isSound else { throw Stop(offset: start, reason: "This number is not written as JSON writes numbers.") }
    append(.number, start, offset)
    at = offset
  }
}

extension UInt8 {
  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
