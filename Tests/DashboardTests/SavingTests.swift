import Care
import Terminal
import Testing

@testable import Dashboard

@Suite struct SavingTests {
  /// A ward over a ledger that another program holds until it is let go.
  private struct Scene {
    let store: Store
    let ledger: HeldLedger
    var state: State { store.state }

    init(held: Bool = true) throws {
      let rig = try Rig()
      ledger = HeldLedger(rig.record)
      ledger.isHeld = held
      var made: UInt64 = 0
      store = Store(rig.state, ledger: ledger) {
        made += 1
        return EntryID(high: 8, low: made)
      }
    }

    func press(_ keys: String) throws {
      for key in try Key.sequence(keys) {
        store.send(.key(key))
        store.send(.painted)
      }
      store.settle()
    }

    func letGo() {
      ledger.isHeld = false
      store.write()
      store.settle()
    }

    var patients: [UInt64] {
      ledger.written.map { if case .patient(let id) = $0.stream { id.low } else { 0 } }
    }
  }

  @Test func `while somebody else writes, the change waits, keys are answered, and then it is on the disk`() throws {
    let scene = try Scene()
    #expect(!scene.state.saving.isAtRest, "nothing of one's own has been written yet")
    try scene.press("x")
    #expect(scene.store.isWriting && scene.state.saving.count == 1)
    #expect(scene.state.saving.concerns(LineID(high: 1, low: 1)))
    #expect(scene.state.count(.worklist) == 5, "what is not on the disk is not shown as done")
    #expect(scene.state.toast == nil)
    try scene.press("jj")
    #expect(scene.state.view?.chart.listedName == "Tanaka, Yui")
    for _ in 0..<5 { scene.store.write() }
    #expect(scene.ledger.tries == 6)
    #expect(scene.state.saving.count == 1)
    scene.letGo()
    #expect(!scene.store.isWriting && scene.state.saving.isAtRest)
    #expect(scene.state.count(.worklist) == 4)
    #expect(scene.state.selectedWork?.patientName == "Tanaka, Yui", "the cursor stays where the person has gone")
    #expect(scene.state.toast?.words == "Closed  Rossi, Bo: Call after discharge")
  }

  @Test func `changes wait in line, each for the patient it was asked for`() throws {
    let scene = try Scene()
    try scene.press("sxjxjxG")
    #expect(scene.state.saving.count == 4)
    #expect(scene.ledger.written.isEmpty)
    scene.letGo()
    #expect(scene.patients == [1, 1, 2, 3])
    #expect(scene.ledger.written.map(\.id.low) == [1, 2, 3, 4])
    #expect(scene.state.count(.worklist) == 2)
    #expect(scene.state.problems.isEmpty)
    #expect(scene.state.deeds.count == 4)
  }

  @Test func `the same change twice is asked for once`() throws {
    let scene = try Scene()
    try scene.press("xx")
    #expect(scene.state.saving.count == 1)
    #expect(scene.state.toast?.words == "This is being saved already.")
    try scene.press("jxx")
    #expect(scene.state.saving.count == 2)
    scene.letGo()
    #expect(scene.patients == [1, 2])
  }

  @Test func `undo waits for the change it takes back, and each reaches one step further`() throws {
    let scene = try Scene(held: false)
    try scene.press("s")
    scene.ledger.isHeld = true
    try scene.press("xuu")
    #expect(scene.state.saving.count == 3)
    scene.letGo()
    #expect(scene.patients == [1, 1, 1, 1])
    #expect(scene.state.deeds.isEmpty)
    #expect(scene.state.selectedWork?.status == "ready")
    #expect(scene.state.count(.worklist) == 5)
  }

  @Test func `a change that is refused takes no older one back with its undo`() throws {
    let scene = try Scene(held: false)
    try scene.press("jxk")
    scene.ledger.isHeld = true
    try scene.press("su")
    scene.ledger.beforeNext = Rig.proposal(
      1, .taskStatusChanged(task: LineID(high: 1, low: 1), from: .ready, to: .onHold), expected: 1)
    scene.letGo()
    #expect(scene.patients == [2])
    #expect(scene.state.deeds.count == 1, "the closing of before stands")
    guard case .conflict(let conflict, _)? = scene.state.overlays.last else {
      Issue.record("nobody was asked")
      return
    }
    let lines = scene.state.reading(conflict).lines.map(\.words)
    #expect(lines.contains("The undo after it was not carried out."), "\(lines)")
    #expect(!scene.state.saving.isAtRest)
  }

  @Test func `what waits is refused where somebody else has changed the chart meanwhile`() throws {
    let scene = try Scene()
    try scene.press("sjxkA")
    scene.ledger.beforeNext = Rig.proposal(
      2, .taskStatusChanged(task: LineID(high: 2, low: 4), from: .ready, to: .inProgress), expected: 1)
    scene.letGo()
    #expect(scene.patients == [1, 1], "the start and the assignment, which nobody disturbed")
    guard case .conflict(let conflict, _)? = scene.state.overlays.last else {
      Issue.record("nobody was asked")
      return
    }
    let lines = scene.state.reading(conflict).lines.map { $0.words.split(separator: " ").joined(separator: " ") }
    #expect(lines.first == "Okafor, Chi: Book echo")
    #expect(lines.contains("status ready under way"), "\(lines)")
    #expect(lines.contains("by test, Sat 21 Nov 08:00"), "\(lines)")
    #expect(lines.contains("yours: Closed"), "\(lines)")
    try scene.press("<Enter>")
    #expect(scene.patients == [1, 1], "no key can have been meant for what has not been on the screen")
    scene.store.send(.painted)
    try scene.press("<Enter>")
    #expect(scene.patients == [1, 1, 2], "asked for all the same, it is done")
  }

  @Test func `a change meets no obstacle in what others did to another of the patient's items`() throws {
    let scene = try Scene()
    try scene.press("s")
    scene.ledger.conflicts = 1
    scene.letGo()
    #expect(scene.patients == [1])
    #expect(scene.state.overlays.isEmpty && scene.state.problems.isEmpty)
  }

  @Test func `what is kept as it is now is left alone`() throws {
    let scene = try Scene()
    try scene.press("s")
    scene.ledger.beforeNext = Rig.proposal(
      1, .ownerChanged(item: LineID(high: 1, low: 1), from: Reference(), to: Reference(display: "Kim")), expected: 1)
    scene.letGo()
    try scene.press("<Esc>")
    #expect(scene.patients.isEmpty && scene.state.saving.isEmpty)
    let rossi = try #require(scene.state.workspace.chart(PatientID(high: 0, low: 1)))
    #expect(rossi.tasks.items.map(\.value.owner.display) == ["Kim"])
  }

  @Test func `where nothing is owed any more nothing can be insisted on`() throws {
    let scene = try Scene()
    try scene.press("s")
    scene.ledger.beforeNext = Rig.proposal(
      1, .taskStatusChanged(task: LineID(high: 1, low: 1), from: .ready, to: .completed), expected: 1)
    scene.letGo()
    scene.store.send(.painted)
    try scene.press("<Enter>")
    #expect(scene.patients.isEmpty && scene.state.overlays.isEmpty)
  }

  /// A triage whose first item a colleague settles.
  private func triage(_ prepare: (HeldLedger) -> Void) throws -> Scene {
    let scene = try Scene(held: false)
    try scene.press("t")
    #expect(scene.state.triage?.index == 0)
    let settled = Rig.proposal(
      1, .taskStatusChanged(task: LineID(high: 1, low: 1), from: .ready, to: .completed), expected: 1)
    let change = try scene.ledger.elsewhere(settled)
    prepare(scene.ledger)
    scene.store.send(.followed(change))
    scene.store.settle()
    return scene
  }

  @Test func `what the disk refuses of a triage is told, and not tried again by itself`() throws {
    let scene = try triage { $0.isFull = true }
    let tries = scene.ledger.tries
    scene.store.send(.clock(Rig.now.adding(minutes: 1)))
    scene.store.settle()
    #expect(scene.ledger.tries == tries)
    #expect(scene.state.triage?.session.decisions.isEmpty == true)
    #expect(scene.state.problems.count == 1)
    scene.ledger.isFull = false
    try scene.press("s")
    #expect(
      scene.state.triage?.session.decisions[0]?.verdict == .skip && scene.state.triage?.index == 1,
      "it can be passed by hand")
  }

  @Test func `who goes through a list in two windows goes on in one of them`() throws {
    let scene = try triage { $0.conflicts = 1 }
    #expect(scene.state.triage == nil && scene.state.focus == .worklist)
    #expect(scene.state.problems.count == 1)
    #expect(scene.state.saving.isEmpty)
  }

  @Test func `a call is kept where somebody has settled the task meanwhile`() throws {
    let scene = try Scene()
    try scene.press("c<Enter><Enter><Enter><Enter>")
    scene.ledger.beforeNext = Rig.proposal(
      1, .taskStatusChanged(task: LineID(high: 1, low: 1), from: .ready, to: .completed), expected: 1)
    scene.letGo()
    let rossi = try #require(scene.state.workspace.chart(PatientID(high: 0, low: 1)))
    #expect(rossi.communications.items.contains { $0.value.payload == ["Call, reached"] }, "it took place")
    #expect(rossi.tasks.items.map(\.value.status) == [.completed])
    #expect(scene.state.overlays.isEmpty, "nothing is left to be asked")
  }

  @Test func `after half a minute it is said that nothing was saved, and what waited behind goes on`() throws {
    let scene = try Scene()
    try scene.press("xjx")
    for _ in 0..<(Store.mostTries - 2) { scene.store.write() }
    #expect(scene.state.problems.isEmpty)
    scene.store.write()
    #expect(
      scene.state.problems.map(\.text) == ["Rossi, Bo: Call after discharge: not saved. the record is held."]
    )
    #expect(scene.state.saving.count == 1)
    scene.letGo()
    #expect(scene.patients == [2])
  }

  @Test func `a key on its way to a line that has gone meanwhile does not meet the next patient's`() throws {
    let scene = try Scene()
    try scene.press("x")
    scene.letGo()
    #expect(scene.state.selectedWork?.patientName == "Okafor, Chi")
    try scene.press("x")
    #expect(scene.patients == [1])
    #expect(
      scene.state.toast?.words
        == "The line before has gone. This is Okafor, Chi: Book echo. Press again to change it.")
    try scene.press("x")
    #expect(scene.patients == [1, 2], "pressed again it is meant")
    try scene.press("x")
    #expect(scene.patients == [1, 2, 3], "what went at once was asked for")
    let other = try Scene()
    try other.press("x")
    other.letGo()
    try other.press("jkx")
    #expect(other.patients == [1, 2], "whoever has moved has looked")
  }

  @Test func `leaving waits for the disk, and Esc stays`() throws {
    let scene = try Scene()
    try scene.press("xq")
    #expect(!scene.state.isDone && scene.state.isLeaving)
    #expect(scene.state.toast?.words == "Saving; leaves when all is on the disk. Esc stays.")
    try scene.press("jjjx")
    #expect(scene.state.saving.count == 1, "a key on the way out changes nothing")
    try scene.press("<Esc>")
    scene.letGo()
    #expect(!scene.state.isDone)
    scene.ledger.isHeld = true
    try scene.press("xq")
    scene.letGo()
    #expect(scene.state.isDone)
    #expect(scene.store.takeOutside() == [.quit])
    #expect(scene.state.farewell.isEmpty)
  }

  @Test func `leaving gives up in the end and says what was not saved`() throws {
    let scene = try Scene()
    try scene.press("xq")
    while scene.store.isWriting { scene.store.write() }
    #expect(scene.state.isDone)
    #expect(scene.state.farewell == ["not saved. the record is held."], "nobody is named where others may read it")
  }

  @Test func `the chart of what waits is read again where it has gone from memory`() throws {
    let scene = try Scene()
    try scene.press("xjxj")
    var state = scene.state
    for number in 100..<(100 + UInt64(Workspace.chartsKept)) {
      state.workspace.keep(Chart(id: PatientID(high: 0, low: number)))
    }
    let request = try #require(state.saving.requests.first)
    let okafor = PatientID(high: 0, low: 2)
    #expect(state.workspace.chart(okafor) == nil)
    var effects = reduce(&state, .refused(request, "not saved."))
    #expect(effects.contains(.readChart(okafor)))
    // Another chart comes first: the right one is asked for again.
    effects = reduce(&state, .chartRead(request.patient, try scene.ledger.chart(request.patient)))
    #expect(effects.contains(.readChart(okafor)))
    effects = reduce(&state, .chartRead(okafor, try scene.ledger.chart(okafor)))
    guard case .append(let next)? = effects.first else {
      Issue.record("nothing was appended")
      return
    }
    #expect(next.patient == okafor)
  }
}

/// A record that another program may hold.
private struct DiskFull: Error {}

private final class HeldLedger: Ledger {
  private let record: Rehearsal
  var isHeld = false
  /// How many of the next appends meet a chart that has moved on.
  var conflicts = 0
  /// Whether the disk is full.
  var isFull = false
  /// What somebody else writes just before the next append.
  var beforeNext: Proposal?
  private(set) var tries = 0
  private(set) var written: [Entry] = []

  init(_ record: Rehearsal) { self.record = record }

  func chart(_ id: PatientID) throws -> Chart? { try record.chart(id) }
  func pages(_ list: ListKind, _ numbers: [Int], upTo sequence: Int64) throws -> [PageImage] { [] }

  func append(_ proposals: [Proposal], since: Int64, charts: [PatientID]) throws -> Change {
    tries += 1
    if isHeld { throw RecordBusy("the record is held.") }
    if isFull { throw DiskFull() }
    if conflicts > 0 {
      conflicts -= 1
      throw AppendRefusal.conflict(proposals[0].stream, expected: proposals[0].expected, found: -1)
    }
    var theirs: Change?
    if let other = beforeNext {
      beforeNext = nil
      theirs = try record.append([other], since: since, charts: [])
    }
    var change = try record.append(proposals, since: since, charts: charts)
    written += change.entries
    change.charts = (theirs?.charts ?? []) + change.charts
    change.pages = (theirs?.pages ?? []) + change.pages
    return change
  }

  /// What somebody else writes.
  func elsewhere(_ proposal: Proposal) throws -> Change { try record.append([proposal], since: 0, charts: []) }

  func changes(since: Int64, charts: [PatientID]) throws -> Change? { nil }

  func triage(of member: MemberID) throws -> TriageSession? { nil }
}
