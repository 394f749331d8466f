import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

@Suite struct ReduceTests {
  @Test func `who looks at the top of the worklist sees what comes in there`() throws {
    let rig = try Rig()
    try rig.press("j")
    let id = LineID(high: 2, low: 90)
    let line = ImportedLine(id: id, origins: [OriginID(id)], origin: "90", resource: Rig.task("Call now", due: -9))
    let change = try rig.record.append(
      [Rig.proposal(2, .recordReceived(Rig.source, [line]), expected: 1)], since: 0, charts: [])
    let before = rig.state.selectedWork?.title
    rig.store.send(.followed(change))
    #expect(rig.state.work(at: 0)?.title == "Call now")
    #expect(rig.state.selectedWork?.title == before && rig.state.worklist.cursor.top == 0)
  }

  @Test func `it opens on the most overdue item, its patient in view`() throws {
    let rig = try Rig()
    #expect(rig.state.selectedWork?.title == "Call after discharge")
    #expect(rig.state.view?.chart.listedName == "Rossi, Bo")
    let tally = rig.state.tally
    #expect([tally.breached, tally.today, tally.open] == [1, 1, 5])
  }

  @Test(arguments: [
    ("j", 1), ("jj", 2), ("<Down><Down><Up>", 1), ("G", 4), ("Ggg", 0), ("k", 0), ("jjjjjjjjj", 4), ("<End><Home>", 0),
    ("<C-d>", 4), ("G<C-u>", 0),
  ]) func `moving stays inside the list`(keys: String, index: Int) throws {
    let rig = try Rig()
    try rig.press(keys)
    #expect(rig.state.worklist.cursor.index == index)
  }

  @Test func `the patient in view is the one under the cursor`() throws {
    let rig = try Rig()
    try rig.press("j")
    #expect(rig.state.view?.chart.listedName == "Okafor, Chi")
    try rig.press("gj")
    #expect(rig.state.focus == .journey)
    #expect(rig.state.view?.chart.listedName == "Okafor, Chi")
  }

  @Test func `running down a list reads only the chart where it ends`() throws {
    let ledger = CountingLedger()
    let store = Store(
      State(
        workspace: try CountingLedger.workspace(), author: Author(name: ""), now: Rig.now,
        size: Size(width: 120, height: 40)),
      ledger: ledger, makeID: { EntryID(high: 0, low: 0) })
    for _ in 0..<500 { store.send(.key(Key("j"))) }
    store.settle()
    #expect(ledger.chartsRead == 1)
  }

  @Test func `keys typed ahead act on the patient that was reached, not on the one before`() throws {
    let rig = try Rig()
    try rig.press("jA")
    let first = try #require(rig.state.deeds.last?.entries.first)
    #expect(first.stream == .patient(PatientID(high: 0, low: 2)))
    try rig.press("j<Enter>")
    guard case .detail(let title, _, _) = rig.state.overlays.last else {
      Issue.record("nothing opened")
      return
    }
    #expect(title == "Check weight")
    try rig.press("<Esc>kxx")
    let streams = rig.state.deeds.flatMap(\.entries).map(\.stream)
    #expect(streams == [2, 2, 3].map { .patient(PatientID(high: 0, low: $0)) })
  }

  @Test func `where a chart can't be read nobody else's stands in its place, and it is asked for once`() throws {
    let ledger = CountingLedger(isBroken: true)
    let store = Store(
      State(
        workspace: try CountingLedger.workspace(), author: Author(name: ""), now: Rig.now,
        size: Size(width: 120, height: 40)),
      ledger: ledger, makeID: { EntryID(high: 0, low: 0) })
    store.send(.clock(Rig.now))
    store.settle()
    #expect(ledger.chartsRead == 1)
    #expect(store.state.view == nil && store.state.chartLines.isEmpty && store.state.window == nil)
    #expect(store.state.problems.count == 1)
    store.send(.key(Key("j")))
    store.settle()
    #expect(ledger.chartsRead == 2)
  }

  @Test func `only what this person did can be undone by them`() throws {
    let rig = try Rig()
    let theirs = Rig.proposal(
      2, .taskStatusChanged(task: LineID(high: 2, low: 4), from: .ready, to: .completed), expected: 1)
    let foreign = ForeignLedger(rig.state, alsoWriting: theirs)
    let store = Store(rig.state, ledger: foreign, makeID: { EntryID(high: 8, low: 77) })
    store.send(.key(Key("x")))
    #expect(store.state.deeds.flatMap(\.entries).map(\.id) == [EntryID(high: 8, low: 77)])
  }

  @Test func `when a colleague settles the line under the cursor, that is said`() throws {
    let rig = try Rig()
    let other = Rehearsal(over: RigShelf(rig.state), workspace: rig.state.workspace)
    let change = try other.append(
      [Rig.proposal(1, .taskStatusChanged(task: LineID(high: 1, low: 1), from: .ready, to: .completed), expected: 1)],
      since: 0, charts: [])
    rig.store.send(.followed(change))
    #expect(
      rig.state.toast?.words == "Rossi, Bo: Call after discharge is no longer here; somebody settled or changed it.")
  }

  @Test func `a key sequence waits for its second key, and a slip after a prefix does nothing`() throws {
    let rig = try Rig()
    try rig.press("g")
    #expect(rig.state.pending == [Key("g")])
    try rig.press("j")
    #expect(rig.state.focus == .journey)
    try rig.press("gw")
    try rig.press("gx")
    #expect(rig.state.pending == [])
    #expect(rig.state.toast?.words == "gx is no command here.")
    #expect(rig.state.count(.worklist) == 5)
  }

  @Test(arguments: [
    ("<Tab>", Pane.journey), ("<Tab><Tab>", .team), ("<Tab><Tab><Tab>", .messages), ("<S-Tab>", .messages),
    ("<Tab><Tab><Tab><Tab>", .worklist), ("gp", .patients), ("gc", .chart), ("gc<Esc>", .worklist), ("gi", .inbox),
  ])
  func `the focus goes where the keys say`(keys: String, pane: Pane) throws {
    let rig = try Rig()
    try rig.press(keys)
    #expect(rig.state.focus == pane)
  }

  @Test func `a filter shows what holds every word, and Esc brings all back with the cursor on its row`() throws {
    let rig = try Rig()
    try rig.press("/yui check")
    #expect(rig.state.count(.worklist) == 1)
    #expect(rig.state.total(.worklist) == 5)
    #expect(rig.state.view?.chart.listedName == "Tanaka, Yui")
    try rig.press("<Enter>")
    #expect(rig.state.editing == nil)
    #expect(rig.state.count(.worklist) == 1)
    try rig.press("<Esc>")
    #expect(rig.state.count(.worklist) == 5)
    #expect(rig.state.selectedWork?.title == "Check weight")
  }

  @Test func `a filter that finds nothing leaves nobody's record beside it`() throws {
    let rig = try Rig()
    try rig.press("/zzz")
    #expect(rig.state.patient == nil)
    #expect(rig.state.view == nil)
    try rig.press("<Esc>")
    #expect(rig.state.view?.chart.listedName == "Rossi, Bo")
  }

  @Test func `search sees through accents and case`() throws {
    let rig = try Rig()
    try rig.press("gp/INES")
    #expect(rig.state.patientRow(at: 0)?.name == "Inês, Silva")
  }

  @Test func `pasted text is text, never keys`() throws {
    let rig = try Rig()
    rig.store.send(.paste("qjx"))
    #expect(rig.state.isDone == false)
    #expect(rig.state.worklist.cursor.index == 0)
    try rig.press("/")
    rig.store.send(.paste("yui\n"))
    #expect(rig.state.count(.worklist) == 2)
  }

  @Test func `closing a task takes it off the list, and undo puts it back`() throws {
    let rig = try Rig()
    try rig.press("x")
    #expect(rig.state.count(.worklist) == 4)
    #expect(
      rig.state.toast
        == Toast(words: "Closed  Rossi, Bo: Call after discharge", weight: .done, canUndo: true))
    try rig.press("u")
    #expect(rig.state.count(.worklist) == 5)
    #expect(rig.state.selectedWork?.title == "Call after discharge", "the next key acts on what came back")
    #expect(rig.state.availability(.undo) == .disabled("you have done nothing since the start that can be undone"))
  }

  @Test func `undo reaches back through every step, newest first`() throws {
    let rig = try Rig()
    let before = rig.state.workspace.lists.worklist
    try rig.press("A")
    try rig.press("s")
    try rig.press("x")
    #expect(rig.state.deeds.count == 3)
    try rig.press("uuu")
    for index in 0..<5 {
      var was = try #require(before[index])
      // That somebody has been at it stays known.
      if was.item == LineID(high: 1, low: 1) { was.touched = Rig.now }
      #expect(rig.state.workspace.lists.worklist[index] == was)
    }
  }

  @Test func `assigning makes me the owner`() throws {
    let rig = try Rig()
    try rig.press("A")
    let owner = try #require(rig.state.selectedWork?.owner)
    #expect(rig.state.workspace.directory[owner]?.id == Rig.me)
  }

  @Test func `a command that does not work here says why and changes nothing`() throws {
    let rig = try Rig(isSignedIn: false)
    try rig.press("A")
    #expect(rig.state.toast?.words == "Assign me: say who you are: start with --as NAME.")
    let booked = try Rig([(1, Rig.person("Rossi", "Bo")), (1, Rig.booking(days: 1))])
    try booked.press("s")
    #expect(booked.state.toast?.words == "Start: this line is a booking, not a task.")
    #expect(booked.state.count(.worklist) == 1)
  }

  @Test func `reading a thread marks it read for me`() throws {
    let rig = try Rig()
    try rig.press("gm<Enter>")
    #expect(rig.state.overlays.count == 1)
    #expect(rig.state.workspace.lists.inbox[0]?.isUnread(by: Rig.me) == false)
    #expect(rig.state.deeds.isEmpty)
    try rig.press("<Esc>")
    #expect(rig.state.overlays.isEmpty)
  }

  @Test func `what a colleague writes arrives without moving the cursor from its row`() throws {
    let rig = try Rig()
    try rig.press("jj")
    let row = try #require(rig.state.selectedWork)
    let other = Rehearsal(workspace: rig.state.workspace)
    let change = try other.append(
      [
        Rig.proposal(
          5,
          .recordReceived(
            Rig.source,
            [Rig.person("Adams", "Al"), Rig.task("Very late", due: -9)].enumerated().map {
              ImportedLine(id: LineID(high: 5, low: UInt64($0.offset)), origins: [], origin: "", resource: $0.element)
            }))
      ], since: 0, charts: [])
    rig.store.send(.followed(change))
    #expect(rig.state.selectedWork == row)
    #expect(rig.state.worklist.cursor.index == 3)
    #expect(rig.state.tally.breached == 2)
  }

  @Test func `a write against a newer chart is refused and shown as it is now`() throws {
    let rig = try Rig()
    var stale = rig.state
    try rig.press("A")
    let effects = reduce(&stale, .key(Key("x")))
    guard case .append(let request) = effects.first else {
      Issue.record("no append asked for")
      return
    }
    rig.store.send(.refused(request, "Someone changed this a moment ago; here is how it stands now."))
    #expect(rig.state.toast?.weight == .refused)
    #expect(rig.state.problems.count == 1)
  }

  @Test func `the palette finds a command by its other names and runs it`() throws {
    let rig = try Rig()
    try rig.press(":census<Enter>")
    #expect(rig.state.focus == .patients)
    #expect(rig.state.overlays.isEmpty)
    #expect(rig.state.paletteMatches("").first?.command.id == .goPatients)
  }

  @Test func `the palette says why a command can't run and stays open`() throws {
    let rig = try Rig()
    try rig.press(":undo<Enter>")
    #expect(rig.state.overlays.count == 1)
    #expect(rig.state.toast?.words == "Undo: you have done nothing since the start that can be undone.")
  }

  @Test func `zoom and pan move the time shown, and the event under the cursor stays in it`() throws {
    let rig = try Rig()
    try rig.press("jgj")
    let event = try #require(rig.state.selectedEvent?.at.start(in: .utc))
    for keys in ["+", "+", "-", "-", "-", "-", "+"] {
      try rig.press(keys)
      #expect(rig.state.window?.contains(event) == true)
    }
    let before = try #require(rig.state.window)
    try rig.press("l")
    #expect(rig.state.window.map { $0.start > before.start } == true)
    try rig.press("h")
    #expect(rig.state.window == before)
  }

  @Test func `any keys in any order leave cursors inside their lists`() throws {
    var random = Seeded(seedOfThisRun)
    let keys = [
      "j", "k", "G", "g", "w", "p", "i", "t", "m", "c", "x", "a", "s", "u", "/", "r", "<Esc>", "<Enter>", "<Tab>",
      "z", "+", "-", "h", "l", ":", "?", "<C-d>", "<C-u>", "<BS>", ".", "o", "d", "f", "<Space>", "v", "*", "<lt>", ">",
      "{", "}", "=", "M", "T", "n", "[", "]", "0", "b", "<Right>", "I",
    ]
    let rig = try Rig()
    for _ in 0..<3_000 {
      let key = keys.randomElement(using: &random) ?? "j"
      try rig.press(key)
      if Int.random(in: 0..<6, using: &random) == 0 {
        let mice: [Input.Mouse] = [.press(1), .drag(1), .release(1), .wheelUp, .wheelDown, .press(3)]
        let point = Point(x: Int.random(in: 0...220, using: &random), y: Int.random(in: 0...70, using: &random))
        rig.store.send(.mouse(mice.randomElement(using: &random) ?? .wheelUp, point))
      }
      if Int.random(in: 0..<40, using: &random) == 0 {
        rig.store.send(
          .resize(Size(width: Int.random(in: 1...220, using: &random), height: Int.random(in: 1...70, using: &random))))
      }
      for pane in Pane.allCases {
        let cursor = rig.state.cursor(pane)
        let isInside =
          (0..<max(1, rig.state.count(pane))).contains(cursor.index) || rig.state.arrangement.panes[pane] == nil
        #expect(isInside && cursor.top >= 0, "seed \(seedOfThisRun), after \(key) in \(pane)")
      }
      if rig.state.isDone { break }
    }
  }

  @Test func `every line of the details says what it tells, and what is owed is told as below the list`() throws {
    let rig = try Rig()
    let row = try #require(rig.state.selectedWork)
    try rig.press("<Enter>")
    guard case .detail(_, let lines, _)? = rig.state.overlays.last else {
      Issue.record("no details")
      return
    }
    let answers = rig.state.answers(row)
    #expect(answers.map(\.question) == ["because", "next", "owner", "due"])
    let expected: [String] = ["patient: Rossi, Bo"] + answers.map { "\($0.question): \($0.words)" }
    #expect(Array(lines.prefix(5)) == expected)
    for index in rig.state.chartLines.indices {
      guard case .detail(_, let lines, _) = rig.state.detail(of: rig.state.chartLines[index]) else { continue }
      #expect(lines.prefix { !$0.isEmpty }.allSatisfy { $0.contains(": ") }, "\(lines)")
    }
  }
}

/// Counts what the store reads.
private final class CountingLedger: Ledger {
  struct Broken: Error {}
  private(set) var chartsRead = 0
  private let isBroken: Bool

  init(isBroken: Bool = false) { self.isBroken = isBroken }

  func chart(_ id: PatientID) throws -> Chart? {
    chartsRead += 1
    if isBroken { throw Broken() }
    return Chart(id: id)
  }
  func pages(_ list: ListKind, _ numbers: [Int], upTo sequence: Int64) throws -> [PageImage] { [] }
  func append(_ proposals: [Proposal], since: Int64, charts: [PatientID]) throws -> Change { Change(sequence: 0) }
  func changes(since: Int64, charts: [PatientID]) throws -> Change? { nil }

  static func workspace() throws -> Workspace {
    var workspace = Workspace(zone: .utc)
    workspace.lists.worklist = SortedPages(
      packing: (1...600).map { number in
        WorkRow(
          item: LineID(high: 0, low: number), patient: PatientID(high: 1, low: number), kind: .task,
          patientName: "Patient \(number)", title: "Call", status: "ready", priority: nil, due: nil, deadline: nil,
          owner: Reference())
      })
    return workspace
  }

  func triage(of member: MemberID) throws -> TriageSession? { nil }
}

/// A ledger in which a colleague writes just before every append.
private final class ForeignLedger: Ledger {
  private let record: Rehearsal
  private let theirs: Proposal

  init(_ state: State, alsoWriting theirs: Proposal) {
    self.record = Rehearsal(over: RigShelf(state), workspace: state.workspace)
    self.theirs = theirs
  }

  func chart(_ id: PatientID) throws -> Chart? { try record.chart(id) }
  func pages(_ list: ListKind, _ numbers: [Int], upTo sequence: Int64) throws -> [PageImage] { [] }
  func append(_ proposals: [Proposal], since: Int64, charts: [PatientID]) throws -> Change {
    var change = try record.append(proposals, since: since, charts: charts)
    change.entries.insert(Entry(sequence: 1, version: 1, of: theirs), at: 0)
    return change
  }
  func changes(since: Int64, charts: [PatientID]) throws -> Change? { nil }

  func triage(of member: MemberID) throws -> TriageSession? { nil }
}
