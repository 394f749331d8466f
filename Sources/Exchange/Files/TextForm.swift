/// What kind of text a file begins as.
enum TextForm {
  private static let mark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// Why bytes that a file begins with can't be UTF-8 JSON; nil where they can.
  static func fault(_ bytes: [UInt8]) -> String? {
    if bytes.isEmpty { return "It is empty." }
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) || bytes.prefix(4).contains(0) {
      return "It is not UTF-8 (it looks like UTF-16 or a binary file); save it as UTF-8."
    }
    return nil
  }

  static func withoutMark(_ bytes: [UInt8]) -> [UInt8] { bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes }

  /// True where the first line is a JSON object of its own and another follows.
  static func looksLikeLines(_ start: [UInt8]) -> Bool {
    let bytes = withoutMark(start)
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return false }
    let next = JSONScanner.skipSpace(bytes.span, end)
    return next < bytes.count && bytes[next] == UInt8(ascii: "{") && firstLineIsWhole(bytes)
  }

  static func firstLineIsWhole(_ bytes: [UInt8]) -> Bool {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")), bytes.first == UInt8(ascii: "{") else { return false }
    return (try? JSONTape(Array(bytes[..<end]))) != nil
  }
}
