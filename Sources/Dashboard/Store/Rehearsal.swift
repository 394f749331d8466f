package import Care

/// A ledger that forgets: reads go to the record beneath, appends stay in memory. For pictures of the screen, tours and
/// tests, which must leave no trace.
package final class Rehearsal: Ledger {
  private let base: (any Ledger)?
  private let zone: Zone
  private var lists: CareLists
  private var members: Directory
  private var charts: [PatientID: Chart] = [:]
  private var sequence: Int64
  private var directoryStream: Int
  private var seen: Set<EntryID> = []

  /// - Parameter workspace: as the record beneath stands, every page of its lists read.
  package init(over base: (any Ledger)? = nil, workspace: Workspace) throws {
    self.base = base
    zone = workspace.zone
    lists = workspace.lists
    members = workspace.directory
    sequence = workspace.sequence
    directoryStream = try base?.directoryVersion() ?? 0
  }

  package func chart(_ id: PatientID) throws -> Chart? { try charts[id] ?? base?.chart(id) }

  package func patient(_ origin: OriginID) throws -> PatientID? {
    let mine = charts.values.first { chart in
      chart.origins[origin].map { chart.resource($0, kind: .patient) != nil } ?? false
    }
    return try mine?.id ?? base?.patient(origin)
  }

  package func directory() throws -> Directory { members }
  package func directoryVersion() throws -> Int { directoryStream }

  package func append(_ proposals: [Proposal]) throws -> Change {
    var change = Change(sequence: sequence)
    var touched: [ListKind: Set<Int>] = [:]
    var changed: Set<PatientID> = []
    for proposal in proposals where !seen.contains(proposal.id) {
      seen.insert(proposal.id)
      sequence += 1
      let entry = Entry(sequence: sequence, version: proposal.expected + 1, of: proposal)
      switch proposal.stream {
      case .directory:
        guard proposal.expected == directoryStream else {
          throw AppendRefusal.conflict(proposal.stream, expected: proposal.expected, found: directoryStream)
        }
        directoryStream = entry.version
        members.apply(entry)
        if case .directoryReceived(_, let lines) = entry.event { change.members += lines.compactMap { members[$0.id] } }
      case .patient(let id):
        var chart = try self.chart(id) ?? Chart(id: id)
        guard proposal.expected == chart.version else {
          throw AppendRefusal.conflict(proposal.stream, expected: proposal.expected, found: chart.version)
        }
        let before = ChartRows(chart, zone: zone)
        chart.apply(entry)
        touched.merge(lists.replace(before, by: ChartRows(chart, zone: zone))) { $0.union($1) }
        charts[id] = chart
        changed.insert(id)
      }
      change.entries.append(entry)
    }
    change.sequence = sequence
    change.charts = changed.sorted().compactMap { charts[$0] }
    for (list, pages) in touched { change.pages += pages.map { lists.image(list, $0) } }
    return change
  }

  package func pages(_ list: ListKind, _ numbers: [Int]) throws -> [PageImage] { numbers.map { lists.image(list, $0) } }

  package func changes(since sequence: Int64, charts: [PatientID]) throws -> Change? { nil }
}
