import Care
import Terminal
import TestSupport

@testable import Dashboard

/// A small record in memory and a store over it: keys in, state out.
final class Rig {
  let store: Store
  let record: Rehearsal
  var state: State { store.state }

  static let me = MemberID(high: 7, low: 1)
  static let now = Instant(milliseconds: CivilTime(date: CivilDate(year: 2026, month: 11, day: 21), hour: 8).floating)

  init(
    _ resources: [(patient: UInt64, Resource)] = Rig.ward, size: Size = Size(width: 120, height: 40),
    isSignedIn: Bool = true, directory: [DirectoryLine] = [], onlookers: any Onlookers = NoOnlookers()
  ) throws {
    var workspace = Workspace(zone: .utc)
    record = Rehearsal(workspace: workspace)
    workspace.apply(try record.append([Rig.staff(directory)], since: 0, charts: []))
    for patient in Set(resources.map(\.patient)).sorted() {
      let lines = resources.enumerated().filter { $0.element.patient == patient }.map { index, item in
        let id = LineID(high: patient, low: UInt64(index))
        return ImportedLine(id: id, origins: [OriginID(id)], origin: "\(index)", resource: item.1)
      }
      workspace.apply(
        try record.append([Rig.proposal(patient, .recordReceived(Rig.source, lines))], since: 0, charts: []))
    }
    var made: UInt64 = 0
    store = Store(
      State(
        workspace: workspace, author: isSignedIn ? Author(member: Rig.me, name: "Khan, Ana") : Author(name: "guest"),
        now: Rig.now, size: size),
      ledger: record, onlookers: onlookers
    ) {
      made += 1
      return EntryID(high: 8, low: made)
    }
    store.send(.clock(Rig.now))
    store.settle()
  }

  func press(_ keys: String) throws {
    for key in try Key.sequence(keys) {
      store.send(.key(key))
      store.settle()
      while store.hasSpareWork { store.doSpareWork() }
      store.send(.painted)
    }
  }

  static let source = Source(format: "test", document: "ward record", received: now)

  static func proposal(_ patient: UInt64, _ event: Event, expected: Int = 0) -> Proposal {
    Proposal(
      id: EntryID(high: 9, low: patient), stream: .patient(PatientID(high: 0, low: patient)), expected: expected,
      time: now, author: Author(name: "test"), event: event)
  }

  private static func staff(_ others: [DirectoryLine]) -> Proposal {
    Proposal(
      id: EntryID(high: 9, low: 0), stream: .directory, expected: 0, time: now, author: Author(name: "test"),
      event: .directoryReceived(
        source,
        [
          DirectoryLine(
            id: me, origins: [OriginID(me)], origin: "Practitioner/ana",
            resource: .practitioner(
              made(Practitioner()) { $0.names = [HumanName(family: "Khan", given: ["Ana"])] }))
        ] + others))
  }

  /// Four patients: tasks overdue, today, next week and undated; a thread; a booking.
  static let ward: [(patient: UInt64, Resource)] = [
    (1, person("Rossi", "Bo")), (1, task("Call after discharge", due: -1)), (1, message("Furosemide dose", hours: -3)),
    (2, person("Okafor", "Chi")), (2, task("Book echo", due: 0)), (2, stay(days: -5, length: 2)),
    (3, person("Tanaka", "Yui")), (3, task("Check weight", due: 3)), (3, booking(days: 4)),
    (4, person("Inês", "Silva")), (4, task("Renew consent", due: nil)),
  ]

  static func person(_ family: String, _ given: String) -> Resource {
    .patient(made(Patient()) { $0.names = [HumanName(family: family, given: [given])] })
  }

  static func task(_ words: String, due days: Int?, status: TaskStatus = .ready) -> Resource {
    .task(
      made(Task()) {
        $0.description = words
        $0.status = status
        $0.restriction.end = days.map { Moment(now.adding(days: $0, hours: 4)) }
      })
  }

  static func message(_ subject: String, hours: Int) -> Resource {
    .communication(
      made(Communication()) {
        $0.topic = Concept(text: subject)
        $0.payload = ["Start 40 mg tomorrow."]
        $0.sent = Moment(now.adding(hours: hours))
      })
  }

  /// To another house, from which nobody has to be followed up here, unless a test says otherwise.
  static func stay(days: Int, length: Int, to disposition: String = "skilled nursing facility") -> Resource {
    .encounter(
      made(Encounter()) {
        $0.status = .finished
        $0.classification = Coding(code: "IMP")
        $0.dischargeDisposition = Concept(text: disposition)
        $0.period = Period(start: Moment(now.adding(days: days)), end: Moment(now.adding(days: days + length)))
      })
  }

  static func booking(days: Int) -> Resource {
    .appointment(
      made(Appointment()) {
        $0.status = .booked
        $0.description = "Cardiology visit"
        $0.period.start = Moment(now.adding(days: days))
      })
  }
}

/// The charts that a state has in memory.
final class RigShelf: Ledger {
  private let state: State

  init(_ state: State) { self.state = state }

  func chart(_ id: PatientID) throws -> Chart? { state.workspace.chart(id) }
  func pages(_ list: ListKind, _ numbers: [Int], upTo sequence: Int64) throws -> [PageImage] { [] }
  func append(_ proposals: [Proposal], since: Int64, charts: [PatientID]) throws -> Change { Change(sequence: since) }
  func changes(since: Int64, charts: [PatientID]) throws -> Change? { nil }
  func triage(of member: MemberID) throws -> TriageSession? { nil }
}
