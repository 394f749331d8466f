import Glibc

extension Folding {
  /// Whether a text holds a word, both folded.
  static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    unsafe text.withUnsafeBytes { unsafe holds($0, 0..<text.count, word) }
  }

  static func holds(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    guard var at = unsafe bytes.baseAddress?.advanced(by: range.lowerBound) else { return false }
    var left = range.count
    while left >= word.count {
      guard let hit = unsafe memchr(at, Int32(first), left - word.count + 1) else { return false }
      if unsafe memcmp(hit, word, word.count) == 0 { return true }
      unsafe left -= UnsafeRawPointer(hit) - at + 1
      unsafe at = UnsafeRawPointer(hit) + 1
    }
    return false
  }
}
