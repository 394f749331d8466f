import Care

/// Which rows of a list are shown. Looked through a slice at a time, so that a key is answered at once however long
/// the list is; until the end is reached the count is a lower bound and says so.
package struct Filter: Hashable, Sendable {
  package var text: String
  private let words: [[UInt8]]
  /// Positions of the rows found so far, in order.
  package private(set) var matches: [Int] = []
  private var next = 0
  package private(set) var isComplete = false

  /// Rows looked at before the loop takes other work.
  static let slice = 20_000

  package init(_ text: String) {
    self.text = text
    words = Folding.fold(text).split(separator: " ").map { Array($0.utf8) }
  }

  package var isEmpty: Bool { words.isEmpty }

  mutating func advance<Row>(_ list: SortedPages<Row>) {
    guard !isComplete else { return }
    let (found, next) = list.matches(words, from: next, limit: Self.slice)
    matches.append(contentsOf: found)
    isComplete = next >= list.count
    self.next = next
  }

  /// The list has changed: what was found moves with it, and what is new is looked at.
  mutating func follow<Row>(_ moves: Moves, in list: SortedPages<Row>) {
    // Rows keep their order, so what had not been looked at begins where its first row now is.
    next = isComplete ? list.count : moves.places[next...].first { $0 >= 0 } ?? list.count
    let found = moves.arrivals.filter { $0 < next && list.holds(words, at: $0) }
    matches = (matches.lazy.map { moves.places[$0] }.filter { $0 >= 0 } + found).sorted()
  }
}
