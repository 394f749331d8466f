/// How the rows of a list have moved between two states of it.
package struct Moves: Sendable {
  /// By position in the older state: the position now, -1 for a row that is gone or has changed.
  package let places: [Int]
  /// Positions now of the rows that the older state did not have as they are.
  package let arrivals: [Int]
}

extension SortedPages {
  /// Where the rows of an older state stand now. Looks into no page that both states share.
  package func moves(from old: SortedPages) -> Moves {
    var places = Array(repeating: -1, count: old.count)
    var arrivals: [Int] = []
    let now = Dictionary(pages.enumerated().map { ($0.element.number, $0.offset) }, uniquingKeysWith: { $1 })
    var shared: Set<Int> = []
    // The rows of the pages that are not as they were, by all their bytes.
    var gone: [[UInt8]: Int] = [:]
    for (index, page) in old.pages.enumerated() {
      let start = old.starts[index]
      if let at = now[page.number], pages[at] == page {
        shared.insert(at)
        for row in 0..<page.rows { places[start + row] = starts[at] + row }
      } else if page.isLoaded {
        for row in 0..<page.rows { gone[page.encoded(row).bytes] = start + row }
      }
    }
    for (index, page) in pages.enumerated() where !shared.contains(index) && page.isLoaded {
      for row in 0..<page.rows {
        if let before = gone[page.encoded(row).bytes] {
          places[before] = starts[index] + row
        } else {
          arrivals.append(starts[index] + row)
        }
      }
    }
    return Moves(places: places, arrivals: arrivals)
  }

  /// Whether a row's searched text holds every word; false where the row has not been read.
  package func holds(_ words: [[UInt8]], at row: Int) -> Bool { matches(words, from: row, limit: 1).rows == [row] }
}
