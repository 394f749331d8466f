/// Up to `capacity` rows in order, as bytes: a table of offsets, then the rows.
///
/// Layout: row count (2 bytes), one 4-byte offset a row, then for each row the key's length (2) and bytes, the searched
/// text's length (2) and bytes, and the fields. Integers are little-endian.
package struct Page: Hashable, Sendable {
  package static let capacity = 256

  /// Stays with the page for its whole life; says nothing about its place.
  package let number: Int
  package private(set) var rows: Int
  /// The first row's key, known before the rows are read.
  package private(set) var head: [UInt8]
  /// Empty until the page is read.
  package private(set) var bytes: [UInt8]

  package init(number: Int, rows: Int, head: [UInt8], bytes: [UInt8] = []) {
    self.number = number
    self.rows = rows
    self.head = head
    self.bytes = bytes
  }

  /// Packs encoded rows, already in order.
  init(number: Int, packing encoded: [EncodedRow]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 + encoded.reduce(0) { $0 + 4 + $1.bytes.count })
    bytes.append(UInt8(truncatingIfNeeded: encoded.count))
    bytes.append(UInt8(truncatingIfNeeded: encoded.count >> 8))
    var offset = 2 + encoded.count * 4
    for row in encoded {
      for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: offset >> shift)) }
      offset += row.bytes.count
    }
    for row in encoded { bytes.append(contentsOf: row.bytes) }
    self.init(number: number, rows: encoded.count, head: encoded.first?.key ?? [], bytes: bytes)
  }

  package var isLoaded: Bool { !bytes.isEmpty || rows == 0 }

  private func offset(_ row: Int) -> Int {
    let at = 2 + row * 4
    return Int(bytes[at]) | Int(bytes[at + 1]) << 8 | Int(bytes[at + 2]) << 16 | Int(bytes[at + 3]) << 24
  }

  private func length(_ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 }

  func key(_ row: Int) -> ArraySlice<UInt8> {
    let at = offset(row)
    return bytes[(at + 2)..<(at + 2 + length(at))]
  }

  /// The range of the row's searched text within `bytes`.
  func searched(_ row: Int) -> Range<Int> {
    let key = offset(row)
    let at = key + 2 + length(key)
    return (at + 2)..<(at + 2 + length(at))
  }

  func fields(_ row: Int) -> RowReader { RowReader(bytes: bytes, at: searched(row).upperBound) }

  /// Index of the first row whose key is not less.
  func firstIndex(notLess key: [UInt8]) -> Int {
    var low = 0
    var high = rows
    while low < high {
      let middle = (low + high) / 2
      if self.key(middle).lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func encoded(_ row: Int) -> EncodedRow {
    let start = offset(row)
    let end = row + 1 < rows ? offset(row + 1) : bytes.count
    return EncodedRow(key: Array(key(row)), bytes: Array(bytes[start..<end]))
  }
}

/// A row ready to be packed.
struct EncodedRow {
  var key: [UInt8]
  var bytes: [UInt8]

  init(key: [UInt8], bytes: [UInt8]) {
    self.key = key
    self.bytes = bytes
  }

  init(_ row: some PagedRow) {
    key = row.key
    bytes = []
    func append(_ part: some Collection<UInt8>) {
      bytes.append(UInt8(truncatingIfNeeded: part.count))
      bytes.append(UInt8(truncatingIfNeeded: part.count >> 8))
      bytes.append(contentsOf: part)
    }
    append(key)
    append(row.searched.utf8.prefix(Int(UInt16.max)))
    var fields = RowWriter()
    row.write(&fields)
    bytes.append(contentsOf: fields.bytes)
  }
}

/// The lists that are kept as pages. Raw values are part of the format on disk.
package enum ListKind: Int, CaseIterable, Sendable {
  case census = 1
  case worklist = 2
  case inbox = 3
  case referrals = 4
}

/// A page on its way between the disk and a list. `rows` 0 says that the page is gone.
package struct PageImage: Hashable, Sendable {
  package var list: ListKind
  package var page: Page

  package init(list: ListKind, page: Page) {
    self.list = list
    self.page = page
  }
}
