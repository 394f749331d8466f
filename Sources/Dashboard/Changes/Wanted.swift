package import Care

/// What a person asked to be changed in one chart.
package struct Wanted: Hashable, Sendable {
  package var commands: [Command]
  package var patient: PatientID
  /// The item it is about; nil for what is about the patient alone.
  package var item: LineID?
  /// The item's line as the person had it before them; what others did to other items doesn't matter.
  package var row: WorkRow?
  /// The chart's version that the person had before them, the changes waiting ahead counted in; nil where only the line
  /// was.
  package var seen: Int?
  package var reason = ""
  /// What was done, in a word; empty for what needs none.
  package var done: String
  /// What it is to the triage in which it was asked for; nil outside of one, and for what decides nothing.
  package var session: Event?
}
