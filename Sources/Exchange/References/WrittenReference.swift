/// What the text of a reference says, before anyone has looked where it leads.
enum WrittenReference: Hashable {
  /// Anything whose id is a UUID: it means the same thing wherever it stands.
  case uuid(String, kind: String)
  case absolute(String, kind: String)
  case conditional(kind: String, system: String, value: String)
  case relative(kind: String, id: String)
  case contained(String)
  case other(String)

  init(_ written: String) {
    if written.hasPrefix("#") {
      self = .contained(String(written.dropFirst()))
      return
    }
    if written.utf8.contains(UInt8(ascii: "?")) {
      self = Self.conditional(written) ?? .other(written)
      return
    }
    var parts = written.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.count > 2, parts[parts.count - 2].elementsEqual("_history".utf8) { parts.removeLast(2) }
    let last = parts.last.map { String(Substring($0)) } ?? ""
    let kind = parts.count > 1 && Self.isKind(parts[parts.count - 2]) ? String(Substring(parts[parts.count - 2])) : ""
    let isAddress = written.utf8.starts(with: "http://".utf8) || written.utf8.starts(with: "https://".utf8)
    if let uuid = Self.uuid(atEndOf: last) {
      self = .uuid(uuid, kind: kind)
    } else if isAddress {
      self = .absolute(parts.map { String(Substring($0)) }.joined(separator: "/"), kind: kind)
    } else if parts.count == 2, !kind.isEmpty, !last.isEmpty {
      self = .relative(kind: kind, id: last)
    } else {
      self = .other(written)
    }
  }

  /// The text that is the same for all ways of writing it; nil where that depends on the document.
  var key: String? {
    switch self {
    case .uuid(let uuid, _): "uuid:" + uuid
    case .absolute(let address, _): address
    case .conditional(let kind, let system, let value): Self.key(kind: kind, system: system, value: value)
    case .relative, .contained: nil
    case .other(let written): written
    }
  }

  /// The address of the server that a full URL names, with a slash at its end; empty where it names none.
  static func base(of fullURL: String) -> String {
    guard case .absolute(let address, let kind) = WrittenReference(fullURL), !kind.isEmpty,
      let slash = address.lastIndex(of: "/")
    else { return "" }
    return String(address[..<slash].dropLast(kind.count))
  }

  static func key(kind: String, system: String, value: String) -> String { "\(kind)?\(system)|\(value)" }

  static func key(folder: String, kind: String, id: String) -> String { "\(folder)#\(kind)/\(id)" }

  /// The UUID that a text is, or ends with after a colon; in lower case.
  static func uuid(atEndOf text: String) -> String? {
    let utf8 = text.utf8
    guard utf8.count >= 36 else { return nil }
    let start = utf8.index(utf8.endIndex, offsetBy: -36)
    guard start == utf8.startIndex || utf8[utf8.index(before: start)] == UInt8(ascii: ":") else { return nil }
    for (position, byte) in utf8[start...].enumerated() {
      let isDash = position == 8 || position == 13 || position == 18 || position == 23
      guard isDash ? byte == UInt8(ascii: "-") : UInt8.hexadecimal(byte) != nil else { return nil }
    }
    return String(text[start...]).lowercased()
  }

  private static func conditional(_ written: String) -> WrittenReference? {
    let halves = written.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let kind = halves[0].utf8.split(separator: UInt8(ascii: "/")).last ?? halves[0].utf8
    guard isKind(kind), halves[1].hasPrefix("identifier="), !halves[1].contains("&") else { return nil }
    let token = percentDecoded(halves[1].dropFirst("identifier=".count))
    guard let bar = token.firstIndex(of: "|") else { return nil }
    return .conditional(
      kind: String(Substring(kind)), system: String(token[..<bar]), value: String(token[token.index(after: bar)...]))
  }

  private static func isKind(_ word: Substring.UTF8View) -> Bool {
    guard let first = word.first, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first else { return false }
    return word.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
  }

  private static func percentDecoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, let high = UInt8.hexadecimal(rest[rest.startIndex]),
        let low = UInt8.hexadecimal(rest[rest.startIndex + 1])
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
