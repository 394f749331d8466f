import Care

/// Which rows of a list are shown. Looked through a slice at a time, so that a key is answered at once however long
/// the list is; until the end is reached the count is a lower bound and says so.
package struct Filter: Hashable, Sendable {
  package let text: String
  /// What the text asks beside words; nil for a list that knows only words.
  package let query: Query?
  private let words: [[UInt8]]
  /// Positions of the rows found so far, in order.
  package private(set) var matches: [Int] = []
  private var next = 0
  package private(set) var isComplete = false

  /// Rows looked at before the loop takes other work: by their bytes, or decoded.
  private static let slice = 20_000
  private static let decodedSlice = 500

  /// Only words.
  package init(_ text: String) {
    (self.text, query) = (text, nil)
    words = Folding.fold(text).split(separator: " ").map { Array($0.utf8) }
  }

  package init(_ query: Query) {
    (text, self.query) = (query.text, query)
    words = query.plainWords.map { Array($0.utf8) }
  }

  /// Whether nothing is looked for, faults counted in: what is wrong must not be put away unseen.
  package var isEmpty: Bool { words.isEmpty && (query?.isEmpty ?? true) && (query?.faults.isEmpty ?? true) }

  /// Whether what sleeps is looked for too.
  var showsAsleep: Bool { query?.asksForAsleep ?? false }

  /// Whether the words alone don't say which rows fit.
  private var isDecoding: Bool { query.map { !$0.isPlain } ?? false }

  /// - Parameter fits: whether the row at a position, whose words fit, fits the query.
  mutating func advance<Row>(_ list: SortedPages<Row>, fits: (Int, Query) -> Bool = { _, _ in true }) {
    guard !isComplete else { return }
    let limit = isDecoding ? Self.decodedSlice : Self.slice
    let (found, next) = list.matches(words, from: next, limit: limit)
    matches.append(contentsOf: found.filter { self.fits($0, fits) })
    isComplete = next >= list.count
    self.next = next
  }

  /// The list has changed: what was found moves with it, and what is new is looked at.
  mutating func follow<Row>(
    _ moves: Moves, in list: SortedPages<Row>, fits: (Int, Query) -> Bool = { _, _ in true }
  ) {
    // Rows keep their order, so what had not been looked at begins where its first row now is.
    next = isComplete ? list.count : moves.places[next...].first { $0 >= 0 } ?? list.count
    let found = moves.arrivals.filter { $0 < next && list.holds(words, at: $0) && self.fits($0, fits) }
    matches = (matches.lazy.map { moves.places[$0] }.filter { $0 >= 0 } + found).sorted()
  }

  /// The same, with nothing looked at yet.
  var again: Filter { query.map { Filter($0) } ?? Filter(text) }

  private func fits(_ position: Int, _ fits: (Int, Query) -> Bool) -> Bool {
    guard isDecoding, let query else { return true }
    return fits(position, query)
  }
}
