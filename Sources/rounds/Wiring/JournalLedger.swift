import Care
import Dashboard
import Journal

/// The journal as the dashboard's store sees it.
final class JournalLedger: Ledger {
  private let journal: Journal

  init(_ journal: Journal) { self.journal = journal }

  func chart(_ id: PatientID) throws -> Chart? { try journal.chart(id) }

  func pages(_ list: ListKind, _ numbers: [Int], upTo sequence: Int64) throws -> [PageImage] {
    try journal.pages([(list, numbers)], upTo: sequence)
  }

  func triage(of member: MemberID) throws -> TriageSession? { try journal.triage(of: member) }

  func append(_ proposals: [Proposal], since sequence: Int64, charts: [PatientID]) throws -> Change {
    do {
      return try journal.append(proposals, since: sequence, openCharts: charts, waits: false)
    } catch let error as JournalError where error.kind == .busy {
      throw RecordBusy(error.description)
    }
  }

  func changes(since sequence: Int64, charts: [PatientID]) throws -> Change? {
    guard try journal.changed() else { return nil }
    let change = try journal.changes(since: sequence, openCharts: charts)
    return change.sequence == sequence && change.pages.isEmpty ? nil : change
  }
}
