import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

/// Going through a frozen list, one verdict a key.
@Suite struct TriageTests {
  private func item(_ rig: Rig) -> String? { rig.state.triageRow?.title }

  private func session(_ rig: Rig) throws -> TriageSession { try #require(rig.state.triage?.session) }

  private func verdicts(_ rig: Rig) throws -> [Verdict] {
    try session(rig).decisions.sorted { $0.key < $1.key }.map(\.value.verdict)
  }

  @Test func `the list as it is shown is frozen, and the first of it comes up`() throws {
    let rig = try Rig()
    try rig.press("t")
    #expect(rig.state.focus == .triage)
    #expect(try session(rig).queue.items.count == 5)
    #expect(item(rig) == "Call after discharge")
    #expect(rig.state.patient == PatientID(high: 0, low: 1))
  }

  @Test func `a filter says what is gone through`() throws {
    let rig = try Rig()
    try rig.press("/due:today<Enter>t")
    #expect(try session(rig).queue.view == "due:today")
    #expect(try session(rig).queue.items.count == 1)
    #expect(item(rig) == "Book echo")
  }

  @Test(arguments: [
    ("y", Verdict.accept), ("x", .close), ("a<Enter>", .assign), ("wtue<Enter>why<Enter>", .waitUntil),
    ("ewhy<Enter>", .escalate), ("mnurse<Down><Enter>call<C-s>", .message),
    ("roxygen<Enter>khan<Enter><Enter><Enter><Enter>", .refer),
    ("b<Enter>tue<Enter><Enter>", .schedule), ("s", .skip), ("Xdone<Enter>", .close),
    ("c<Enter><Enter><Enter><Enter>", .close),
    (",on<Space>hold<Enter>", .waitUntil), (",failed<Enter>", .close),
  ])
  func `each key gives its verdict, and the next item comes up`(keys: String, verdict: Verdict) throws {
    let rig = try Rig()
    try rig.press("t" + keys)
    #expect(try verdicts(rig) == [verdict])
    #expect(item(rig) == "Book echo")
  }

  @Test func `a call that reached nobody leaves the item where it is`() throws {
    let rig = try Rig()
    try rig.press("tc<Enter>no<Space>answer<Enter><Enter>")
    #expect(try verdicts(rig).isEmpty)
    #expect(item(rig) == "Call after discharge")
  }

  @Test func `undo takes the verdict back and brings the item up again`() throws {
    let rig = try Rig()
    try rig.press("txy")
    #expect(try verdicts(rig) == [.close, .accept])
    try rig.press("u")
    #expect(try verdicts(rig) == [.close])
    #expect(item(rig) == "Book echo" && rig.state.triageRow?.owner.isEmpty == true)
    try rig.press("u")
    #expect(try verdicts(rig).isEmpty)
    #expect(item(rig) == "Call after discharge")
    try rig.press("ssu")
    #expect(try verdicts(rig) == [.skip], "a verdict that changed nothing is taken back too")
    #expect(item(rig) == "Book echo")
  }

  @Test func `keys typed ahead of what can be seen decide nothing`() throws {
    let rig = try Rig()
    try rig.press("t")
    for key in try Key.sequence("xx") { rig.store.send(.key(key)) }
    rig.store.settle()
    #expect(try verdicts(rig) == [.close])
    #expect(rig.state.toast?.words == "Close: typed before this line could be seen, so it was not done.")
  }

  @Test func `a key typed while the list is being frozen decides nothing`() throws {
    let rig = try Rig()
    for key in try Key.sequence("tx") { rig.store.send(.key(key)) }
    rig.store.settle()
    #expect(rig.state.triage != nil)
    #expect(try verdicts(rig).isEmpty)
    #expect(rig.state.count(.worklist) == 5)
  }

  @Test func `an undo after the end takes back what was done, and opens nothing that is over`() throws {
    let rig = try Rig()
    try rig.press("txE<Enter>")
    #expect(rig.state.triage == nil && rig.state.count(.worklist) == 4)
    try rig.press("u")
    #expect(rig.state.count(.worklist) == 5)
    try rig.press("t")
    #expect(try verdicts(rig).isEmpty, "a new one over all five")
    #expect(try session(rig).queue.items.count == 5)
  }

  @Test func `an undo in a new triage leaves its verdicts alone`() throws {
    let rig = try Rig()
    try rig.press("tsE<Enter>")
    #expect(rig.state.triage == nil)
    try rig.press("tE<Enter>u")
    #expect(rig.state.toast?.words == "Undo: that triage is over.")
    try rig.press("t")
    #expect(try verdicts(rig).isEmpty)
  }

  @Test func `left when nothing was left to decide, it ends when it is gone on with`() throws {
    let rig = try Rig()
    try rig.press("t")
    let member = try #require(rig.state.author.member)
    var version = try session(rig).version
    for index in 0..<5 {
      _ = try rig.record.append(
        [
          Proposal(
            id: EntryID(high: 12, low: UInt64(index)), stream: .triage(member), expected: version, time: Rig.now,
            author: rig.state.author, event: .triageDecided(index: index, .skip, took: 0))
        ], since: 0, charts: [])
      version += 1
    }
    let store = Store(
      State(workspace: rig.state.workspace, author: rig.state.author, now: Rig.now, size: rig.state.size),
      ledger: rig.record
    ) { EntryID(high: 77, low: 1) }
    store.send(.clock(Rig.now))
    store.settle()
    store.send(.key(Key("t")))
    store.settle()
    guard case .summary(let summary)? = store.state.overlays.last else {
      Issue.record("it goes on with nothing")
      return
    }
    #expect(summary.skipped == 5)
  }

  @Test func `what arrives is counted where a filter was gone through, too`() throws {
    let rig = try Rig()
    try rig.press("/call<Enter>t")
    #expect(try session(rig).queue.items.count == 1)
    func arrive(_ number: UInt64, _ words: String, expected: Int) throws {
      let id = LineID(high: 2, low: number)
      let line = ImportedLine(id: id, origins: [OriginID(id)], origin: "\(number)", resource: Rig.task(words, due: 0))
      let proposal = Proposal(
        id: EntryID(high: 13, low: number), stream: .patient(PatientID(high: 0, low: 2)), expected: expected,
        time: Rig.now, author: Author(name: "test"), event: .recordReceived(Rig.source, [line]))
      rig.store.send(.followed(try rig.record.append([proposal], since: 0, charts: [])))
    }
    try arrive(90, "Call the lab", expected: 1)
    try arrive(91, "Order oxygen", expected: 2)
    #expect(rig.state.triage?.arrived == [LineID(high: 2, low: 90)])
  }

  @Test func `what others settle meanwhile needs no verdict`() throws {
    let rig = try Rig()
    try rig.press("t")
    let change = try rig.record.append(
      [
        Rig.proposal(
          2, .taskStatusChanged(task: LineID(high: 2, low: 4), from: .ready, to: .completed), expected: 1)
      ], since: 0, charts: [])
    rig.store.send(.followed(change))
    try rig.press("x")
    #expect(try verdicts(rig) == [.close, .settled])
    #expect(item(rig) == "Check weight")
  }

  @Test func `what arrives waits outside and is counted`() throws {
    let rig = try Rig()
    try rig.press("t")
    let id = LineID(high: 2, low: 90)
    let line = ImportedLine(id: id, origins: [OriginID(id)], origin: "90", resource: Rig.task("Call the lab", due: 0))
    let change = try rig.record.append(
      [Rig.proposal(2, .recordReceived(Rig.source, [line]), expected: 1)], since: 0, charts: [])
    rig.store.send(.followed(change))
    #expect(rig.state.triage?.arrived == [id])
    #expect(try session(rig).queue.items.count == 5)
    try rig.press("x")
    #expect(rig.state.triage?.arrived == [id], "one's own doing doesn't arrive")
  }

  @Test func `left and begun again it goes on where it was, with its filter`() throws {
    let rig = try Rig()
    try rig.press("/discharge<Enter>ts")
    #expect(rig.state.overlays.count == 1, "the only one: it ends by itself")
    try rig.press("<Enter><Esc>ty<Esc>")
    #expect(rig.state.triage == nil && rig.state.focus == .worklist)
    #expect(rig.state.toast?.words == "1 of 5 done; t goes on with it.")
    try rig.press("t")
    #expect(rig.state.toast?.words == "Goes on where you were: 1 of 5 done. E ends it.")
    #expect(item(rig) == "Book echo")
  }

  @Test func `another start of the program goes on where the last one was broken off`() throws {
    let rig = try Rig()
    try rig.press("/due:<lt>3d<Enter>t")
    let count = try session(rig).queue.items.count
    try rig.press("y")
    // As after a crash: a new state over the same record.
    let store = Store(
      State(workspace: rig.state.workspace, author: rig.state.author, now: Rig.now, size: rig.state.size),
      ledger: rig.record
    ) { EntryID(high: 77, low: 1) }
    store.send(.clock(Rig.now))
    store.settle()
    store.send(.key(Key("t")))
    store.settle()
    let resumed = try #require(store.state.triage)
    #expect(resumed.session.decided == 1 && resumed.session.queue.items.count == count)
    #expect(resumed.index == 1)
    #expect(store.state.worklist.filter?.text == "due:<3d")
  }

  @Test func `the end tells what it came to, and is an entry of its own`() throws {
    let rig = try Rig()
    rig.store.send(.hand(Rig.now))
    try rig.press("t")
    for (seconds, keys) in [(0, ""), (10, "y"), (40, "s"), (48, "x")] {
      rig.store.send(.hand(Rig.now.adding(minutes: 0) + seconds))
      try rig.press(keys)
      rig.store.send(.hand(Rig.now.adding(minutes: 0) + seconds))
    }
    try rig.press("E")
    guard case .summary(let summary)? = rig.state.overlays.last else {
      Issue.record("no summary")
      return
    }
    #expect(
      summary == TriageSummary(cleared: 2, skipped: 1, settled: 0, left: 2, median: 8_000, unowned: 1))
    #expect(try session(rig).isEnded)
    let lines = rig.state.reading(summary).lines.map { $0.words.split(separator: " ").joined(separator: " ") }
    #expect(
      lines == [
        "decided 2", "skipped 1", "settled by others 0", "left 2", "median a decision 8 s", "without an owner now 1",
      ])
    try rig.press("<Enter>")
    #expect(rig.state.triage == nil)
    try rig.press("t")
    #expect(try session(rig).decided == 0, "what was ended isn't gone on with")
  }

  @Test func `the last verdict ends it`() throws {
    let rig = try Rig()
    try rig.press("tsssss")
    guard case .summary(let summary)? = rig.state.overlays.last else {
      Issue.record("no summary")
      return
    }
    #expect(summary.skipped == 5 && summary.left == 0 && summary.median == nil)
  }

  @Test func `a number gives the item to the one shown with it`() throws {
    let team = Resource.careTeam(
      made(CareTeam()) {
        $0.status = .active
        $0.participants = ["Moore, Jane", "Okoro, Emeka"].map { name in
          made(Participant()) {
            $0.actor = Reference(kind: "Practitioner", display: name)
            $0.roles = [Concept(text: "nurse")]
          }
        }
      })
    let rig = try Rig(Rig.ward + [(1, team)])
    try rig.press("t2")
    #expect(try verdicts(rig) == [.assign])
    #expect(rig.state.toast?.words == "Assigned to Okoro, Emeka  Rossi, Bo: Call after discharge")
  }

  @Test func `it needs somebody, and something to go through`() throws {
    let guest = try Rig(isSignedIn: false)
    try guest.press("t")
    #expect(guest.state.toast?.words == "Triage: say who you are: start with --as NAME.")
    let rig = try Rig()
    try rig.press("/nothing<Enter>t")
    #expect(rig.state.toast?.words == "Triage: the worklist is empty.")
    #expect(rig.state.triage == nil)
  }

  @Test func `other panes are out of reach until it is left`() throws {
    let rig = try Rig()
    try rig.press("tgp")
    #expect(rig.state.focus == .triage)
    #expect(rig.state.toast?.words == "Patients: Esc leaves the triage first.")
    try rig.press("<Tab>")
    #expect(rig.state.focus == .triage)
  }
}

extension Instant {
  fileprivate static func + (instant: Instant, seconds: Int) -> Instant {
    Instant(milliseconds: instant.milliseconds + Int64(seconds) * 1000)
  }
}
