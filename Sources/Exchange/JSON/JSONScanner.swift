/// Reads bytes into the nodes of a tape. Keeps no stack of calls, so that depth costs it nothing.
struct JSONScanner {
  struct Stop: Error {
    var offset: Int
    var reason: String
  }

  private struct Open {
    var node: Int
    var isObject: Bool
    /// Where this object's keys begin in `keys`.
    var firstKey: Int
  }

  private(set) var nodes: [JSONTape.Node] = []
  private(set) var repeatedKeys: [Int] = []
  private var open: [Open] = []
  /// Digests and nodes of the keys of all open objects.
  private var keys: [(digest: UInt64, node: Int)] = []
  /// Digests by depth, for objects with too many keys to compare each with each.
  private var manyKeys: [Int: Set<UInt64>] = [:]

  /// No FHIR resource comes near it; what does is a fault or an attack.
  private static let deepest = 500
  private static let fewKeys = 32

  mutating func scan(_ bytes: Span<UInt8>) throws(Stop) {
    nodes.reserveCapacity(bytes.count / 24 + 16)
    var at = JSONScanner.skipSpace(bytes, 0)
    guard at < bytes.count else { throw Stop(offset: 0, reason: "There is nothing in it.") }
    try value(bytes, &at)
    while let top = open.last {
      at = JSONScanner.skipSpace(bytes, at)
      guard at < bytes.count else { throw Stop(offset: bytes.count, reason: "It ends in the middle.") }
      try step(bytes, &at, in: top)
    }
    at = JSONScanner.skipSpace(bytes, at)
    if at < bytes.count { throw Stop(offset: at, reason: "It goes on after its end.") }
  }

  /// Reads what comes next in an open object or list: its end, or its next member.
  private mutating func step(_ bytes: Span<UInt8>, _ at: inout Int, in top: Open) throws(Stop) {
    let isFirst = nodes.count == top.node + 1
    let byte = bytes[at]
    if byte == (top.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      at += 1
      close(at)
      return
    }
    if !isFirst {
      guard byte == UInt8(ascii: ",") else {
        throw Stop(offset: at, reason: "A comma or a closing bracket is missing here.")
      }
      at = JSONScanner.skipSpace(bytes, at + 1)
    }
    guard at < bytes.count else { throw Stop(offset: at, reason: "It ends in the middle.") }
    if top.isObject {
      guard bytes[at] == UInt8(ascii: "\"") else {
        throw Stop(offset: at, reason: "A key in quotation marks belongs here.")
      }
      try key(bytes, &at, of: top)
      at = JSONScanner.skipSpace(bytes, at)
      guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else {
        throw Stop(offset: at, reason: "A colon is missing after the key.")
      }
      at = JSONScanner.skipSpace(bytes, at + 1)
    }
    try value(bytes, &at)
  }

  private mutating func value(_ bytes: Span<UInt8>, _ at: inout Int) throws(Stop) {
    guard at < bytes.count else { throw Stop(offset: at, reason: "It ends in the middle.") }
    switch bytes[at] {
    case UInt8(ascii: "{"): try begin(at, isObject: true)
    case UInt8(ascii: "["): try begin(at, isObject: false)
    case UInt8(ascii: "\""):
      try text(bytes, &at)
      return
    case UInt8(ascii: "t"):
      try word("true", .yes, bytes, &at)
      return
    case UInt8(ascii: "f"):
      try word("false", .no, bytes, &at)
      return
    case UInt8(ascii: "n"):
      try word("null", .null, bytes, &at)
      return
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try number(bytes, &at)
      return
    default: throw Stop(offset: at, reason: "This is not JSON.")
    }
    at += 1
  }

  private mutating func begin(_ at: Int, isObject: Bool) throws(Stop) {
    guard open.count < Self.deepest else {
      throw Stop(offset: at, reason: "It is nested more than \(Self.deepest) levels deep.")
    }
    open.append(Open(node: nodes.count, isObject: isObject, firstKey: keys.count))
    append(isObject ? .object : .list, at, at)
  }

  private mutating func close(_ at: Int) {
    let top = open.removeLast()
    nodes[top.node].end = UInt32(truncatingIfNeeded: at)
    nodes[top.node].next = UInt32(truncatingIfNeeded: nodes.count)
    if top.isObject {
      if keys.count - top.firstKey > Self.fewKeys { manyKeys[open.count] = nil }
      keys.removeSubrange(top.firstKey...)
    }
  }

  mutating func append(_ kind: JSONTape.Kind, _ start: Int, _ end: Int) {
    nodes.append(
      JSONTape.Node(
        kind: kind, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        next: UInt32(truncatingIfNeeded: nodes.count + 1)))
  }

  /// A key, and whether its object has had it. Keys are compared by a digest of 64 bits.
  private mutating func key(_ bytes: Span<UInt8>, _ at: inout Int, of top: Open) throws(Stop) {
    let node = nodes.count
    try text(bytes, &at)
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for offset in Int(nodes[node].start)..<Int(nodes[node].end) {
      digest = (digest ^ UInt64(bytes[offset])) &* 0x100_0000_01b3
    }
    let depth = open.count - 1
    if keys.count - top.firstKey <= Self.fewKeys {
      for index in top.firstKey..<keys.count where keys[index].digest == digest {
        repeatedKeys.append(node)
        break
      }
    } else {
      if manyKeys[depth] == nil { manyKeys[depth] = Set(keys[top.firstKey...].map(\.digest)) }
      if manyKeys[depth]?.insert(digest).inserted == false { repeatedKeys.append(node) }
    }
    keys.append((digest, node))
  }
}
