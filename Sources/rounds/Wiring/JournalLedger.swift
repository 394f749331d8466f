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

/// The journal as the place by which windows see each other.
final class JournalOnlookers: Onlookers {
  private let journal: Journal
  private let window: WindowID

  init(_ journal: Journal) {
    self.journal = journal
    window = .random()
  }

  func look(at patient: PatientID?, of member: MemberID) throws -> Bool {
    do {
      if let patient {
        // Windows are open or closed by the hour of the wall, whatever hour the screen shows.
        try journal.look(at: patient, from: window, of: member, at: .system)
      } else {
        try journal.lookAway(from: window)
      }
      return true
    } catch let error as JournalError where error.kind == .busy {
      return false
    }
  }

  func others(at patient: PatientID) throws -> [MemberID] {
    try journal.onlookers(at: patient, besides: window, at: .system)
  }
}

/// The journal as the place where drafts are kept.
final class JournalDrafts: Drafts {
  private let journal: Journal

  init(_ journal: Journal) { self.journal = journal }

  func keep(_ draft: MessageDraft, of member: MemberID) throws -> Bool {
    do {
      try journal.keep(draft, of: member)
      return true
    } catch let error as JournalError where error.kind == .busy {
      return false
    }
  }

  func drop(_ id: LineID) throws { try journal.dropDraft(id) }
}
