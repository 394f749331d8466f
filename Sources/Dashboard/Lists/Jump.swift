import Care
package import Terminal

/// Going to a line by typing how its patient's name begins. The list stays whole; only the cursor moves.
package struct Jump: Hashable, Sendable {
  package var field = TextField()
  /// Where it began, to go back to.
  let start: ListCursor
  /// Where to look on, and how many lines are left to look at; nil where nothing is looked for.
  var rest: (next: Int, left: Int)? {
    get { next.map { ($0, left) } }
    set { (next, left) = (newValue?.next, newValue?.left ?? 0) }
  }
  private var next: Int?
  private var left = 0
  /// Whether no line begins so.
  package var isLost = false

  init(from start: ListCursor) { self.start = start }

  /// Whether any name, family or given, begins with the letters.
  static func fits(_ name: String, _ letters: String) -> Bool {
    let folded = Folding.fold(name)
    if folded.hasPrefix(letters) { return true }
    return folded.split(whereSeparator: { " ,-".contains($0) }).contains { $0.hasPrefix(letters) }
  }
}
