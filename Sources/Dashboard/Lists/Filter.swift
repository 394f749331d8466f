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

  /// Looks again from the start: the list has changed.
  mutating func restart() { self = Filter(text) }
}
