package import Care

/// A ledger that forgets: reads go to the record beneath, appends stay in memory. For pictures of the screen, tours and
/// tests, which must leave no trace.
package final class Rehearsal: Ledger {
  private let base: (any Ledger)?
  private let site: SiteRules
  private var lists: CareLists
  private var directory: Directory
  private var charts: [PatientID: Chart] = [:]
  private var sequence: Int64
  private var sessions: [MemberID: TriageSession] = [:]

  /// - Parameter workspace: as the record beneath stands, every page of its lists read.
  package init(over base: (any Ledger)? = nil, workspace: Workspace) {
    self.base = base
    site = workspace.site
    lists = workspace.lists
    directory = workspace.directory
    sequence = workspace.sequence
  }

  package func chart(_ id: PatientID) throws -> Chart? { try charts[id] ?? base?.chart(id) }

  package func append(_ proposals: [Proposal], since: Int64, charts _: [PatientID]) throws -> Change {
    var change = Change(sequence: sequence)
    var touched: [ListKind: Set<Int>] = [:]
    var changed: Set<PatientID> = []
    for proposal in proposals {
      sequence += 1
      let entry = Entry(sequence: sequence, version: proposal.expected + 1, of: proposal)
      change.entries.append(entry)
      if case .triage(let member) = proposal.stream {
        if let begun = TriageSession(entry) { sessions[member] = begun } else { sessions[member]?.apply(entry) }
        continue
      }
      guard case .patient(let id) = proposal.stream else {
        directory.apply(entry)
        if case .directoryReceived(_, let lines) = entry.event {
          change.members += lines.compactMap { directory[$0.id] }
        }
        continue
      }
      var chart = try self.chart(id) ?? Chart(id: id)
      guard proposal.expected == chart.version else {
        throw AppendRefusal.conflict(proposal.stream, expected: proposal.expected, found: chart.version)
      }
      let before = ChartRows(chart, site: site)
      chart.apply(entry)
      touched.merge(lists.replace(before, by: ChartRows(chart, site: site))) { $0.union($1) }
      charts[id] = chart
      changed.insert(id)
    }
    change.sequence = sequence
    change.charts = changed.sorted().compactMap { charts[$0] }
    for list in ListKind.allCases {
      change.pages += (touched[list] ?? []).sorted().map { lists.image(list, $0) }
    }
    return change
  }

  package func pages(_ list: ListKind, _ numbers: [Int], upTo sequence: Int64) throws -> [PageImage] {
    numbers.map { lists.image(list, $0) }
  }

  package func triage(of member: MemberID) throws -> TriageSession? {
    try sessions[member] ?? base?.triage(of: member)
  }

  package func changes(since sequence: Int64, charts: [PatientID]) throws -> Change? { nil }
}
