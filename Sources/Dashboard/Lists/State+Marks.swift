package import Care

extension State {
  mutating func toggleMark() {
    guard let row = selectedWork else { return }
    if worklist.marks.removeValue(forKey: row.item) == nil {
      worklist.marks[row.item] = row.key
      worklist.anchor = row.item
    } else {
      worklist.anchor = nil
    }
    step(.worklist, by: 1)
  }

  mutating func markRange() {
    let here = worklist.cursor.index
    guard let anchor = worklist.anchor.flatMap({ worklist.marks[$0] }),
      let from = position(.worklist, of: anchor).flatMap({ worklist.index(of: $0) })
    else { return toggleMark() }
    mark(min(from, here)...max(from, here))
  }

  /// More than this are not marked at once: nobody could look them over.
  static let mostMarks = 1_000

  mutating func markAll() {
    let count = count(.worklist)
    guard count > 0 else { return }
    let before = worklist.marks.count
    mark(0...(count - 1))
    // All that is shown was marked already: the key takes the marks away.
    if worklist.marks.count == before, count <= Self.mostMarks { forgetMarks() }
  }

  private mutating func mark(_ lines: ClosedRange<Int>) {
    guard lines.count <= Self.mostMarks else {
      toast = Toast(
        words: "\(lines.count) lines are more than can be looked over; \(keyMap.label(of: .filter)) shows fewer.",
        weight: .refused, canUndo: false)
      return
    }
    for index in lines {
      if let row = work(at: index) { worklist.marks[row.item] = row.key }
    }
  }

  mutating func forgetMarks() { (worklist.marks, worklist.anchor) = ([:], nil) }

  /// The rows marked, in the order in which they are due.
  package var markedWork: [WorkRow] {
    worklist.marks.values.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { work(keyed: $0) }
  }

  /// A line that was settled can be marked no longer; one that has moved keeps its mark.
  mutating func keepMarks(_ moves: Moves) {
    guard !worklist.marks.isEmpty else { return }
    for position in moves.arrivals {
      if let row = workspace.lists.worklist[position], worklist.marks[row.item] != nil {
        worklist.marks[row.item] = row.key
      }
    }
    worklist.marks = worklist.marks.filter { position(.worklist, of: $0.value) != nil }
  }
}
