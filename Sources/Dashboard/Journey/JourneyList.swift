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
  /// For each line of the drawing the positions of its events, oldest first.
  private var positions: [JourneyLane: [Int]] = [:]
  /// The event within its row that the cursor is on, by identity, so that arrivals never move it.
  var selected: JourneyEvent.Key?

  package init() {}

  package func shows(_ family: JourneyFamily) -> Bool { families.isEmpty || families.contains(family) }

  /// The row that shows the event at a position, or folds it in.
  package func row(of position: Int) -> Int? {
    rowOfPosition.indices.contains(position) ? rowOfPosition[position] : nil
  }

  /// Positions of the events that have their mark on a line of the drawing, oldest first. The lanes of settings show
  /// all encounters, whatever the list shows: they are what the rest is read against.
  package func positions(on lane: JourneyLane) -> [Int] { positions[lane] ?? [] }

  mutating func make(_ journey: Journey) {
    rows = JourneyRow.rows(journey, of: families, unfolded: unfolded)
    rowOfPosition = Array(repeating: nil, count: journey.events.count)
    shown = 0
    for (index, row) in rows.enumerated() {
      for position in row.positions { rowOfPosition[position] = index }
      shown += row.positions.count
    }
    positions = [:]
    for (position, event) in journey.events.enumerated().reversed() {
      let lane = event.lane
      if lane != .events || shows(event.family) { positions[lane, default: []].append(position) }
      // A handoff that is owed stands on two lines.
      if event.isHandoff, event.mark == .open { positions[.owed, default: []].append(position) }
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
