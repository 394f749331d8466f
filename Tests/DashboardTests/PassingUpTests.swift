import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

@Suite struct PassingUpTests: Staffed {
  /// A rig with an urgent message to somebody who doesn't look, sent ten minutes ago.
  private func rig(_ more: [(patient: UInt64, Resource)] = []) throws -> Rig {
    let rig = try Rig(Rig.ward + [(1, team(1, 2))] + more, directory: staff)
    let chart = try chart(rig, 1)
    var draft = MessageDraft(id: LineID(high: 50, low: 1), patient: chart.id, written: Rig.now)
    draft.recipients = [Reference(target: OriginID(MemberID(high: 6, low: 1)), kind: "PractitionerRole")]
    (draft.topic, draft.text, draft.isUrgent) = ("Potassium", "6.1", true)
    let message = chart.message(draft, by: me, at: Rig.now.adding(minutes: -10))
    let change = try rig.record.append(
      [
        Proposal(
          id: EntryID(high: 60, low: 1), stream: .patient(chart.id), expected: chart.version, time: Rig.now,
          author: Author(name: "elsewhere"),
          event: .lineWritten(chart.written(.communication(message), draft.id), before: nil))
      ], since: 0, charts: [])
    rig.store.send(.followed(change))
    while rig.store.hasSpareWork { rig.store.doSpareWork() }
    return rig
  }

  private func handling(_ rig: Rig) throws -> [Handling] { try chart(rig, 1).handling.values.map(\.self) }

  @Test func `the stroke of the clock passes it up, in nobody's name, and under no cursor`() throws {
    let rig = try rig()
    try rig.press("j")
    let before = rig.state.selectedWork?.item
    rig.store.send(.clock(Rig.now.adding(minutes: 1)))
    rig.store.settle()
    let step = try #require(try handling(rig).flatMap(\.escalations).first)
    #expect(step.by.name == "Rounds" && step.to.display == "supervisor")
    #expect(step.reason == "on no screen of theirs in time (TigerConnect, 5 minutes)")
    #expect(rig.state.selectedWork?.item == before && rig.state.toast == nil)
    try rig.press("u")
    #expect(try handling(rig).flatMap(\.escalations).count == 1, "it was nobody's deed")
  }

  @Test func `two dashboards pass it up once`() throws {
    let rig = try rig()
    // Another has done it, which this one has not heard of yet.
    let chart = try chart(rig, 1)
    let item = try #require(chart.owed(SiteRules(zone: .utc)).first { $0.climbing != nil })
    let events = try decide(
      chart, .escalate(item: item.id, to: 1),
      CommandContext(now: Rig.now, author: Author(name: "Rounds"), site: SiteRules(zone: .utc)))
    _ = try rig.record.append(
      [
        Proposal(
          id: EntryID(high: 60, low: 2), stream: .patient(chart.id), expected: chart.version, time: Rig.now,
          author: Author(name: "Rounds"), event: events[0])
      ], since: 0, charts: [])
    rig.store.send(.clock(Rig.now.adding(minutes: 1)))
    rig.store.settle()
    #expect(try handling(rig).flatMap(\.escalations).count == 1)
    #expect(rig.state.problems.isEmpty && rig.state.toast == nil)
  }

  @Test func `an answer of somebody in the role, or to whom it was passed, ends it`() throws {
    let rig = try rig()
    let item = try #require(try chart(rig, 1).owed(SiteRules(zone: .utc)).first { $0.climbing != nil })
    let before = try chart(rig, 1)
    let change = try rig.record.append(
      [
        Proposal(
          id: EntryID(high: 60, low: 3), stream: .patient(before.id), expected: before.version,
          time: Rig.now, author: Author(name: "elsewhere"),
          event: .ownerChanged(item: item.id, from: Reference(), to: me))
      ], since: 0, charts: [])
    rig.store.send(.followed(change))
    try rig.press("N")
    try rig.press("rseen,<Space>calling<Space>now<C-s>")
    let after = try chart(rig, 1)
    #expect(!after.owed(SiteRules(zone: .utc)).contains { $0.climbing != nil })
    let thread = try #require(after.threads.first { $0.subject == "Potassium" })
    #expect(after.standings(of: thread.messages[0], in: thread).map(\.answerer) == ["Khan, Ana"])
  }

  @Test func `at night the head of a message home says until when it is quiet`() throws {
    let rig = try rig()
    let now = Rig.now.adding(hours: 14)
    rig.store.send(.clock(now))
    let patient = Reference(target: OriginID(LineID(high: 1, low: 0)), kind: "Patient")
    var draft = MessageDraft(id: LineID(high: 50, low: 9), patient: PatientID(high: 0, low: 1), written: now)
    draft.recipients = [patient]
    let concerns = rig.state.concerns(Composer(draft, of: "Rossi, Bo")).flatMap(\.concerns)
    #expect(concerns.map { $0.words(rig.state.words) } == ["quiet hours until Sun 08:00"])
  }
}
