package import Care

/// What a person asked to be changed in one chart.
package struct Wanted: Hashable, Sendable {
  package var commands: [Command]
  package var patient: PatientID
  /// The item it is about; nil for what is about the patient alone.
  package var item: LineID?
  /// The item's line as the person had it before them; what others did to other items doesn't matter.
  package var row: WorkRow?
  package var reason = ""
  /// What was done, in a word; empty for what needs none.
  package var done: String
  /// What it is to the triage in which it was asked for; nil outside of one, and for what decides nothing.
  package var session: Event?
}

extension WorkRow {
  /// Whether nothing that a person decides by is different.
  func isSame(as other: WorkRow) -> Bool {
    (status, owner, due, priority, title) == (other.status, other.owner, other.due, other.priority, other.title)
      && (sleepsUntil, steps) == (other.sleepsUntil, other.steps)
  }
}
