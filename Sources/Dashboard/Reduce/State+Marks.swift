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
    if !worklist.marks.isEmpty {
      forgetMarks()
    } else if count > Self.mostMarks {
      toast = Toast(
        words: "\(count) lines are more than can be looked over; \(keyMap.label(of: .filter)) shows fewer.",
        weight: .refused, canUndo: false)
    } else if count > 0 {
      mark(0...(count - 1))
    }
  }

  private mutating func mark(_ lines: ClosedRange<Int>) {
    for index in lines.prefix(Self.mostMarks) {
      if let row = work(at: index) { worklist.marks[row.item] = row.key }
    }
  }

  mutating func forgetMarks() { (worklist.marks, worklist.anchor) = ([:], nil) }

  /// The rows marked, in the order in which they are due.
  package var markedWork: [WorkRow] {
    worklist.marks.values.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { key in
      position(.worklist, of: key).flatMap { workspace.lists.worklist[$0] }
    }
  }

  /// A line that was settled can be marked no longer; one that has moved keeps its mark.
  mutating func keepMarks(_ change: Change) {
    for (item, key) in worklist.marks where position(.worklist, of: key) == nil {
      let rows = change.charts.flatMap { ChartRows($0, zone: workspace.zone).work }
      worklist.marks[item] = rows.first { $0.item == item }?.key
    }
  }
}
