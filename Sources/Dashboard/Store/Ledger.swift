package import Care

/// What the store needs of the record: to read what is looked at, to append, and to hear of others. The journal is one.
package protocol Ledger: AnyObject {
  func chart(_ id: PatientID) throws -> Chart?
  /// Pages of a list by number, with their rows, as they stood at `sequence`; one changed since may be left out.
  func pages(_ list: ListKind, _ numbers: [Int], upTo sequence: Int64) throws -> [PageImage]
  /// Appends all or none, durably.
  /// - Returns: all that has changed after `sequence`, by these proposals or by others; charts only of those in `charts`.
  /// - Throws: `AppendRefusal` where a stream has moved on; `RecordBusy` at once where somebody else is writing.
  func append(_ proposals: [Proposal], since sequence: Int64, charts: [PatientID]) throws -> Change
  /// What was appended after `sequence` by whomever; nil where nothing was.
  func changes(since sequence: Int64, charts: [PatientID]) throws -> Change?
  /// How far a member has gone through the list begun last; nil where none was begun.
  func triage(of member: MemberID) throws -> TriageSession?
}

/// Another program is writing to the record, which can be tried again.
package struct RecordBusy: Error, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}
