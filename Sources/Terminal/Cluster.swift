/// What one cell shows: a character that advances the cursor, and the marks that sit on it, as at most twelve bytes
/// of UTF-8. Unlike Swift's `Character` it is cut where ncurses and tmux cut, so that columns agree.
package struct Cluster: Hashable, Sendable {
  /// The UTF-8 bytes, the first in the lowest byte of `low`, zero after the end.
  package private(set) var low: UInt64
  package private(set) var high: UInt32
  private var packedWidth: UInt8

  package static let capacity = 12
  /// ncurses keeps five scalars a cell.
  package static let mostScalars = 5
  /// How many scalars that show nothing may follow one that does, so that ten megabytes of them are not read for one
  /// cell. The longest runs that people write are the marks on one letter, and an emoji's of four persons with skins.
  static let mostUnseen = 64

  package static let space = Cluster(ascii: 0x20)
  package static let replacement = Cluster("\u{FFFD}", width: 1)
  /// The second column of a wide glyph.
  package static let continuation = Cluster(low: 0, high: 0, packedWidth: 0)

  package var width: Int { Int(packedWidth) }
  package var isContinuation: Bool { packedWidth == 0 }
  package var isSpace: Bool { low == 0x20 && high == 0 }

  private init(low: UInt64, high: UInt32, packedWidth: UInt8) {
    self.low = low
    self.high = high
    self.packedWidth = packedWidth
  }

  /// A printable ASCII byte.
  init(ascii byte: UInt8) {
    self.init(low: UInt64(byte), high: 0, packedWidth: 1)
  }

  /// A scalar that advances by `width` columns.
  init(_ scalar: Unicode.Scalar, width: Int) {
    self.init(low: 0, high: 0, packedWidth: UInt8(width))
    append(scalar)
  }

  /// Adds a mark that takes no column. A mark beyond what a cell holds is dropped: a pile of them is never a word.
  mutating func append(_ mark: Unicode.Scalar) {
    let start = byteCount
    let bytes = mark.utf8
    guard start + bytes.count <= Cluster.capacity, scalarCount < Cluster.mostScalars else { return }
    for (offset, byte) in bytes.enumerated() {
      let index = start + offset
      if index < 8 {
        low |= UInt64(byte) << UInt64(index * 8)
      } else {
        high |= UInt32(byte) << UInt32((index - 8) * 8)
      }
    }
  }

  package var byteCount: Int {
    high == 0 ? (64 - low.leadingZeroBitCount + 7) / 8 : 8 + (32 - high.leadingZeroBitCount + 7) / 8
  }

  private var scalarCount: Int {
    (0..<byteCount).count { byte($0) & 0xC0 != 0x80 }
  }

  /// The ASCII byte, where the cell holds just that.
  package var ascii: UInt8? { high == 0 && low < 0x80 && low != 0 ? UInt8(low) : nil }

  package func byte(_ index: Int) -> UInt8 {
    index < 8
      ? UInt8(truncatingIfNeeded: low >> UInt64(index * 8))
      : UInt8(truncatingIfNeeded: high >> UInt32((index - 8) * 8))
  }

  package var text: String {
    String(decoding: (0..<byteCount).map(byte), as: UTF8.self)
  }

  package func write(to text: inout String) {
    if let ascii {
      text.unicodeScalars.append(Unicode.Scalar(ascii))
    } else {
      text += self.text
    }
  }
}
