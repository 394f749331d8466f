import Care

/// The lines below the drawn journey: which kinds are shown, what is unfolded, and which event the cursor is on. Made
/// anew when one of these or the journey changes, never for a key that only moves.
package struct JourneyList: Sendable {
  package private(set) var rows: [JourneyRow] = []
  /// The kinds shown; empty for all.
  package private(set) var families: Set<JourneyFamily> = []
  /// How many events the rows stand for.
  package private(set) var shown = 0
  private var unfolded: Set<JourneyRow.Fold> = []
  /// For each event of the journey its row; nil for one that is not shown.
  private var rowOfPosition: [Int?] = []
  /// The event within its row that the cursor is on, by identity, so that arrivals never move it.
  var selected: JourneyEvent.Key?

  package init() {}

  package func shows(_ family: JourneyFamily) -> Bool { families.isEmpty || families.contains(family) }

  /// The row that shows the event at a position, or folds it in.
  package func row(of position: Int) -> Int? {
    rowOfPosition.indices.contains(position) ? rowOfPosition[position] : nil
  }

  mutating func make(_ journey: Journey) {
    rows = JourneyRow.rows(journey, of: families, unfolded: unfolded)
    rowOfPosition = Array(repeating: nil, count: journey.events.count)
    shown = 0
    for (index, row) in rows.enumerated() {
      for position in row.positions { rowOfPosition[position] = index }
      shown += row.positions.count
    }
  }

  /// From all, the first kind chosen is shown alone; each further one is added or taken away again.
  mutating func toggle(_ family: JourneyFamily) {
    families.formSymmetricDifference([family])
    if families.count == JourneyFamily.allCases.count { families = [] }
  }

  mutating func showAll() { families = [] }

  mutating func toggle(_ fold: JourneyRow.Fold) { unfolded.formSymmetricDifference([fold]) }
}
