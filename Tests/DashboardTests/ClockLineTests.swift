import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

/// A patient who went home, and lines that nobody asked for but a rule.
@Suite struct ClockLineTests {
  static let home: [(patient: UInt64, Resource)] = [
    (1, Rig.person("Rossi", "Bo")), (1, Rig.stay(days: -4, length: 2, to: "home")),
  ]

  private func texts(_ rig: Rig) -> [String] {
    guard case .detail(_, let lines, _) = rig.state.overlays.last else { return [] }
    return lines
  }

  @Test func `what a discharge asks for stands in the worklist by when it is due`() throws {
    let rig = try Rig(Self.home)
    let rows = (0..<rig.state.count(.worklist)).compactMap { rig.state.work(at: $0) }
    #expect(rows.map(\.title) == ["Call after discharge", "Visit after discharge"])
    #expect(rows.map(\.kind) == [.clock, .clock])
    #expect(rows.map(\.owner.display) == ["care coordinator", "care coordinator"])
    #expect(rows.map { rig.state.words.due($0.due, deadline: $0.deadline) } == ["Mon", "3 Dec"])
  }

  @Test func `it says why it is there, by whose rule, and what to do`() throws {
    let rig = try Rig(Self.home)
    let row = try #require(rig.state.selectedWork)
    let running = try #require(rig.state.item(row)?.clocks.first)
    #expect(rig.state.clockWords.because(running.event) == "discharged Thu 19 Nov 08:00")
    #expect(rig.state.clockWords.rule(running, due: row.due) == "CMS TCM, 2 business days")
    try rig.press("<Enter>")
    let lines = texts(rig)
    for line in [
      "because: discharged Thu 19 Nov 08:00", "next: reach the patient or a carer",
      "closed by: a call, message or visit on file",
      "rule: CMS TCM, 2 business days (CPT 99495/99496): Mon 23 Nov", "from ward record (test)",
    ] { #expect(lines.contains(line), "\(lines)") }
  }

  @Test func `what isn't stated is said`() throws {
    let rig = try Rig([(1, Rig.person("Rossi", "Bo")), (1, Rig.stay(days: -4, length: 2, to: ""))])
    let running = try #require(rig.state.view?.openItems.first?.clocks.first)
    #expect(rig.state.clockWords.because(running.event) == "discharged Thu 19 Nov 08:00; where to isn’t stated")
  }

  @Test func `it is no task to be started, and says what closes it`() throws {
    let rig = try Rig(Self.home)
    #expect(
      rig.state.availability(.start)
        == .disabled("this comes from a rule; a call, message or visit on file closes it, or X does"))
    try rig.press("s")
    #expect(rig.state.count(.worklist) == 2)
    #expect(rig.state.saving.isEmpty)
  }

  @Test func `what no line of the record shows is closed by hand with a reason`() throws {
    let rig = try Rig(Self.home)
    try rig.press("x<Enter><Enter>")
    guard case .form(let form)? = rig.state.overlays.last else {
      Issue.record("nothing asks for a reason")
      return
    }
    #expect(form.question == .reason)
    #expect(form.fault?.words == "Write a few words; Esc leaves all as it is.")
    #expect(rig.state.count(.worklist) == 2)
    try rig.press("spoke<Space>at<Space>the<Space>clinic<Enter>")
    #expect(rig.state.toast?.words == "Closed: done, and not on file here  Rossi, Bo: Call after discharge")
    #expect(rig.state.count(.worklist) == 1)
    try rig.press("u")
    #expect(rig.state.count(.worklist) == 2)
  }

  @Test func `a call that is logged takes the line off the list`() throws {
    let rig = try Rig(Self.home)
    let call = Resource.communication(
      made(Communication()) {
        $0.recipients = [Reference(kind: "Patient", display: "Bo")]
        $0.sent = Moment(Rig.now.adding(hours: -1))
      })
    let id = LineID(high: 1, low: 9)
    let line = ImportedLine(id: id, origins: [OriginID(id)], origin: "9", resource: call)
    let change = try rig.record.append(
      [Rig.proposal(1, .recordReceived(Rig.source, [line]), expected: 1)], since: 1, charts: [])
    rig.store.send(.followed(change))
    rig.store.settle()
    #expect((0..<rig.state.count(.worklist)).compactMap { rig.state.work(at: $0)?.title } == ["Visit after discharge"])
  }

  @Test func `what was asked for later than the rule allows is due by the rule, and still told`() throws {
    let rig = try Rig(Self.home + [(1, Rig.task("Call after discharge", due: 5))])
    #expect(rig.state.selectedWork?.kind == .task)
    try rig.press("<Enter>")
    let lines = texts(rig)
    #expect(lines.contains("due: Mon 23 Nov"))
    #expect(lines.contains { $0.hasPrefix("asked for by: Thu 26 Nov") }, "\(lines)")
  }

  @Test func `a task that asks for the same says by whose rule too, with the rule's date where it is another`() throws {
    let rig = try Rig(Self.home + [(1, Rig.task("Call after discharge", due: 1))])
    let row = try #require(rig.state.selectedWork)
    #expect(row.kind == .task)
    let running = try #require(rig.state.item(row)?.clocks.first)
    #expect(rig.state.clockWords.rule(running, due: row.due) == "CMS TCM, 2 business days: Mon 23 Nov")
    #expect(rig.state.availability(.complete) == .enabled)
  }
}
