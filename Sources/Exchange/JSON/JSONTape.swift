/// A JSON text, read once: what stands where, without the values made.
///
/// A decoder of the standard kind gives neither the line of a fault nor the digits of a number as they were written,
/// takes one of two repeated keys without a word, and makes values of everything. The tape makes only what is asked
/// for, and knows the place of each thing.
final class JSONTape: Sendable {
  enum Kind: UInt8 {
    case object, list, text, escapedText, number, yes, no, null
  }

  /// One value or key. A key is a text node; its value is the node after it.
  struct Node: Sendable {
    var kind: Kind
    /// Offsets of the first byte and of the one past the last; of texts without their quotation marks.
    var start: UInt32
    var end: UInt32
    /// The node after this one and all within it.
    var next: UInt32
  }

  let bytes: [UInt8]
  let nodes: [Node]
  /// Keys that their object had already: the nodes of the later ones.
  let repeatedKeys: [Int]
  /// The line that the text begins on, in the file it is part of.
  let firstLine: Int

  /// - Parameter bytes: UTF-8, at most 2 GB.
  /// - Throws: `JSONFault` where the bytes aren't one JSON value.
  init(_ bytes: [UInt8], firstLine: Int = 1) throws(JSONFault) {
    var scanner = JSONScanner()
    do throws(JSONScanner.Stop) {
      try scanner.scan(bytes.span)
    } catch {
      throw JSONFault(
        line: firstLine + Self.newlines(in: bytes, before: error.offset), reason: error.reason, offset: error.offset)
    }
    self.bytes = bytes
    self.firstLine = firstLine
    nodes = scanner.nodes
    repeatedKeys = scanner.repeatedKeys
  }

  var root: JSON { JSON(tape: self, index: 0) }

  static func newlines(in bytes: [UInt8], from start: Int = 0, before end: Int) -> Int {
    bytes[start..<end].reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
  }
}

/// Finds lines, counting on from the last one asked for: a file may give thousands of notices, most in its order.
struct LineCounter {
  private var tape: JSONTape?
  private var offset = 0
  private var line = 0

  mutating func line(of value: JSON) -> Int {
    let start = Int(value.tape.nodes[value.index].start)
    if tape !== value.tape || start < offset {
      tape = value.tape
      offset = 0
      line = value.tape.firstLine
    }
    line += JSONTape.newlines(in: value.tape.bytes, from: offset, before: start)
    offset = start
    return line
  }
}

/// Where a text stops being JSON, and why.
struct JSONFault: Error, Hashable {
  var line: Int
  var reason: String
  /// Of the byte that doesn't fit.
  var offset: Int
}
