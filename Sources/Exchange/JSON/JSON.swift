/// A value of a tape. Its members are looked up when asked for; null counts as absent.
struct JSON {
  let tape: JSONTape
  let index: Int

  private var node: JSONTape.Node { tape.nodes[index] }

  var kind: JSONTape.Kind { node.kind }
  /// The nodes of this value and all within it.
  var span: Range<Int> { index..<Int(node.next) }
  /// The bytes of this value in the text.
  var written: ArraySlice<UInt8> { tape.bytes[Int(node.start)..<Int(node.end)] }

  /// The member of an object; nil where it is absent or null, or where this is no object.
  subscript(key: String) -> JSON? {
    guard kind == .object else { return nil }
    let end = Int(node.next)
    var at = index + 1
    while at < end {
      let value = at + 1
      if isText(at, key) {
        return tape.nodes[value].kind == .null ? nil : JSON(tape: tape, index: value)
      }
      at = Int(tape.nodes[value].next)
    }
    return nil
  }

  /// The elements of a list, nulls left out; empty where this is no list.
  var elements: [JSON] {
    guard kind == .list else { return [] }
    var found: [JSON] = []
    forEachElement { found.append($0) }
    return found
  }

  func forEachElement(_ body: (JSON) throws -> Void) rethrows {
    let end = Int(node.next)
    var at = index + 1
    while at < end {
      if tape.nodes[at].kind != .null { try body(JSON(tape: tape, index: at)) }
      at = Int(tape.nodes[at].next)
    }
  }

  /// The words of a text; nil for anything else.
  var words: String? {
    switch kind {
    case .text: String(decoding: written, as: UTF8.self)
    case .escapedText: unescaped
    default: nil
    }
  }

  private func isText(_ at: Int, _ key: String) -> Bool {
    let node = tape.nodes[at]
    if node.kind == .escapedText { return JSON(tape: tape, index: at).words == key }
    let utf8 = key.utf8
    guard Int(node.end - node.start) == utf8.count else { return false }
    var offset = Int(node.start)
    for byte in utf8 {
      if tape.bytes[offset] != byte { return false }
      offset += 1
    }
    return true
  }

  private var unescaped: String {
    var units: [UInt8] = []
    let bytes = written
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard bytes[at] == UInt8(ascii: "\\") else {
        units.append(bytes[at])
        at += 1
        continue
      }
      switch bytes[at + 1] {
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0c)
      case UInt8(ascii: "n"): units.append(0x0a)
      case UInt8(ascii: "r"): units.append(0x0d)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "u"):
        at = appendScalar(bytes, at, to: &units)
        continue
      default: units.append(bytes[at + 1])
      }
      at += 2
    }
    return String(decoding: units, as: UTF8.self)
  }

  /// Appends the character of one `\u` escape, or of the two that make a pair; half a pair becomes U+FFFD.
  private func appendScalar(_ bytes: ArraySlice<UInt8>, _ from: Int, to units: inout [UInt8]) -> Int {
    func unit(_ at: Int) -> UInt32? {
      guard at + 6 <= bytes.endIndex, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
        return nil
      }
      return bytes[at + 2..<at + 6].reduce(0) { $0 << 4 | UInt32(UInt8.hexadecimal($1) ?? 0) }
    }
    let first = unit(from) ?? 0xfffd
    var after = from + 6
    var scalar = Unicode.Scalar(first)
    if 0xd800..<0xdc00 ~= first, let second = unit(after), 0xdc00..<0xe000 ~= second {
      scalar = Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
      after += 6
    }
    units.append(contentsOf: String(Character(scalar ?? "\u{fffd}")).utf8)
    return after
  }
}
