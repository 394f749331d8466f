extension SortedPages {
  /// Positions, from `start` on, of rows whose searched text holds every word, looking at no more than `limit` rows.
  ///
  /// - Parameter words: folded; see `Folding`.
  /// - Returns: the matches, and where to go on (`count` when all was looked at). Rows not read yet stop the search.
  package func matches(_ words: [[UInt8]], from start: Int, limit: Int) -> (rows: [Int], next: Int) {
    var found: [Int] = []
    var row = start
    let end = Swift.min(count, start + limit)
    while row < end {
      let index = pageIndex(ofRow: row)
      let page = pages[index]
      guard page.isLoaded else { return (found, row) }
      let first = row - starts[index]
      let last = Swift.min(page.rows, first + end - row)
      unsafe page.bytes.withUnsafeBytes { bytes in
        for inPage in first..<last where unsafe Self.holds(bytes, page.searched(inPage), words) {
          found.append(row + inPage - first)
        }
      }
      row += last - first
    }
    return (found, row)
  }

  private static func holds(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ words: [[UInt8]]) -> Bool {
    for word in words where !(unsafe Folding.holds(bytes, range, word)) { return false }
    return true
  }
}
