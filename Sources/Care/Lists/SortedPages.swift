/// A long list kept in order as pages, of which only those looked at need be in memory.
///
/// Finding a place costs two binary searches; a change rewrites one page.
package struct SortedPages<Row: PagedRow>: Sendable {
  package private(set) var pages: [Page] = []
  /// `starts[i]` is the position of the first row of page `i`.
  private(set) var starts: [Int] = []
  package private(set) var count = 0
  private var nextNumber = 1

  package init() {}

  package init(_ pages: [Page]) {
    self.pages = pages.filter { $0.rows > 0 }.sorted { $0.head.lexicographicallyPrecedes($1.head) }
    nextNumber = (pages.map(\.number).max() ?? 0) + 1
    recount()
  }

  /// Packs a whole list afresh.
  package init(packing rows: [Row]) {
    let encoded = rows.map { EncodedRow($0) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    // Three quarters full, so that the next arrivals need not split a page.
    let size = Page.capacity * 3 / 4
    for start in stride(from: 0, to: encoded.count, by: size) {
      pages.append(Page(number: nextNumber, packing: Array(encoded[start..<min(start + size, encoded.count)])))
      nextNumber += 1
    }
    recount()
  }

  private mutating func recount() {
    starts.removeAll(keepingCapacity: true)
    count = 0
    for page in pages {
      starts.append(count)
      count += page.rows
    }
  }

  /// Position of the page that holds a row.
  package func pageIndex(ofRow row: Int) -> Int {
    var low = 0
    var high = pages.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= row { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// The row at a position; nil where its page has not been read yet.
  package subscript(row: Int) -> Row? {
    guard row >= 0, row < count else { return nil }
    let index = pageIndex(ofRow: row)
    guard pages[index].isLoaded else { return nil }
    var fields = pages[index].fields(row - starts[index])
    return Row(&fields)
  }

  package func key(at row: Int) -> [UInt8]? {
    guard row >= 0, row < count else { return nil }
    let index = pageIndex(ofRow: row)
    return pages[index].isLoaded ? Array(pages[index].key(row - starts[index])) : nil
  }

  /// The page in which a key lies or would lie.
  package func pageIndex(of key: [UInt8]) -> Int? {
    guard !pages.isEmpty else { return nil }
    var low = 0
    var high = pages.count
    while low < high {
      let middle = (low + high) / 2
      if key.lexicographicallyPrecedes(pages[middle].head) { high = middle } else { low = middle + 1 }
    }
    return Swift.max(low - 1, 0)
  }

  /// Position of the first row whose key is not less; exact only where the page there has been read.
  package func firstIndex(notLess key: [UInt8]) -> Int {
    guard let index = pageIndex(of: key) else { return 0 }
    guard pages[index].isLoaded else { return starts[index] }
    return starts[index] + pages[index].firstIndex(notLess: key)
  }

  /// The position of the row with exactly this key.
  package func index(of key: [UInt8]) -> Int? {
    let index = firstIndex(notLess: key)
    return self.key(at: index) == key ? index : nil
  }

  /// Inserts a row, replacing one of the same key. The page must have been read.
  /// - Returns: the numbers of the pages that changed.
  package mutating func insert(_ row: Row) -> Set<Int> {
    let encoded = EncodedRow(row)
    guard let index = pageIndex(of: encoded.key) else {
      pages = [Page(number: nextNumber, packing: [encoded])]
      nextNumber += 1
      recount()
      return [pages[0].number]
    }
    var rows = rows(of: index)
    let at = pages[index].firstIndex(notLess: encoded.key)
    if at < rows.count, rows[at].key == encoded.key { rows[at] = encoded } else { rows.insert(encoded, at: at) }
    return replace(index, with: rows)
  }

  /// - Returns: the numbers of the pages that changed; empty where no row has the key.
  package mutating func remove(_ key: [UInt8]) -> Set<Int> {
    guard let index = pageIndex(of: key) else { return [] }
    var rows = rows(of: index)
    let at = pages[index].firstIndex(notLess: key)
    guard at < rows.count, rows[at].key == key else { return [] }
    rows.remove(at: at)
    return replace(index, with: rows)
  }

  private func rows(of index: Int) -> [EncodedRow] { (0..<pages[index].rows).map(pages[index].encoded) }

  private mutating func replace(_ index: Int, with rows: [EncodedRow]) -> Set<Int> {
    let number = pages[index].number
    defer { recount() }
    if rows.isEmpty {
      pages.remove(at: index)
      return [number]
    }
    guard rows.count > Page.capacity else {
      pages[index] = Page(number: number, packing: rows)
      return [number]
    }
    let half = rows.count / 2
    pages[index] = Page(number: number, packing: Array(rows[..<half]))
    pages.insert(Page(number: nextNumber, packing: Array(rows[half...])), at: index + 1)
    nextNumber += 1
    return [number, nextNumber - 1]
  }

  /// Takes pages as the record now has them. One with no rows is gone.
  package mutating func adopt(_ images: [Page]) {
    guard !images.isEmpty else { return }
    let changed = Dictionary(images.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    var kept: [Page] = []
    kept.reserveCapacity(pages.count + images.count)
    for page in pages where changed[page.number] == nil { kept.append(page) }
    kept.append(contentsOf: changed.values.lazy.filter { $0.rows > 0 })
    kept.sort { $0.head.lexicographicallyPrecedes($1.head) }
    pages = kept
    nextNumber = Swift.max(nextNumber, (images.map(\.number).max() ?? 0) + 1)
    recount()
  }

  /// Fills in the rows of pages that were known only by their heads.
  package mutating func load(_ images: [Page]) {
    let read = Dictionary(images.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    for index in pages.indices where !pages[index].isLoaded {
      if let page = read[pages[index].number] { pages[index] = page }
    }
  }

  package func page(number: Int) -> Page? { pages.first { $0.number == number } }

  package var unloaded: [Int] { pages.lazy.filter { !$0.isLoaded }.map(\.number) }
}
