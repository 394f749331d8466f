import Care
import Dashboard
import Demo
import Foundation
import Panes
import Terminal
import Testing

/// Screens of the demo network, kept as text files that a diff can be read in. Setting `ROUNDS_GOLDEN=write` makes them
/// anew; look at what changed before committing it.
enum Gallery {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  private static let isWriting = ProcessInfo.processInfo.environment["ROUNDS_GOLDEN"] == "write"
  private static let now = DemoNetwork.clock(in: .utc)

  /// Forty patients: one of every kind of journey, and the names that strain a layout.
  private static let demo: Result<(workspace: Workspace, charts: [PatientID: Chart]), any Error> = Result {
    let network = DemoNetwork(patients: 40, seed: 1, now: now, zone: .utc)
    var workspace = Workspace(zone: .utc)
    var charts: [PatientID: Chart] = [:]
    let record = Rehearsal(workspace: workspace)
    for proposals in [network.directory] + (0..<40).map(network.patient) {
      let change = try record.append(proposals, since: workspace.sequence, charts: [])
      workspace.apply(change)
      for chart in change.charts { charts[chart.id] = chart }
    }
    return (workspace, charts)
  }

  static func state(_ keys: String, _ size: Size) throws -> State {
    let (workspace, charts) = try demo.get()
    let coordinator = workspace.directory[DemoNetwork.coordinator]
    let state = State(
      workspace: workspace,
      author: Author(member: DemoNetwork.coordinator, name: coordinator.map { workspace.directory.name(of: $0) } ?? ""),
      now: now, size: size)
    var made: UInt64 = 0
    let store = Store(state, ledger: Rehearsal(over: Shelf(charts: charts), workspace: workspace)) {
      made += 1
      return EntryID(high: 0, low: made)
    }
    store.send(.resize(size))
    store.settle()
    for key in try Key.sequence(keys) {
      store.send(.painted)
      store.send(.key(key))
      store.settle()
    }
    store.send(.rest)
    return store.state
  }

  static func chart(_ patient: PatientID) throws -> Chart? { try demo.get().charts[patient] }

  static func expect(_ name: String, _ frame: Frame) throws { try expect(name, text: frame.text + "\n") }

  static func expect(_ name: String, text: String) throws {
    let file = folder.appending(path: name + ".txt")
    if isWriting { return try text.write(to: file, atomically: true, encoding: .utf8) }
    let golden = try String(contentsOf: file, encoding: .utf8)
    if text == golden { return }
    let (seen, wanted) = (
      text.split(separator: "\n", omittingEmptySubsequences: false),
      golden.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let row = zip(seen, wanted).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      "\(name) differs in row \(row.map { $0.offset + 1 } ?? min(seen.count, wanted.count)):\n  \(row?.element.0 ?? "")\nwas\n  \(row?.element.1 ?? "")"
    )
  }
}

/// Charts that can only be read.
private final class Shelf: Ledger {
  private let charts: [PatientID: Chart]

  init(charts: [PatientID: Chart]) { self.charts = charts }

  func chart(_ id: PatientID) throws -> Chart? { charts[id] }
  func pages(_ list: ListKind, _ numbers: [Int], upTo sequence: Int64) throws -> [PageImage] { [] }
  func append(_ proposals: [Proposal], since: Int64, charts: [PatientID]) throws -> Change { Change(sequence: since) }
  func changes(since: Int64, charts: [PatientID]) throws -> Change? { nil }
  func triage(of member: MemberID) throws -> TriageSession? { nil }
}
