import TestSupport
import Testing

@testable import Care

@Suite struct TransitionTests {
  private func stay(_ code: String, _ start: String, _ end: String?) -> Resource {
    .encounter(
      made(Encounter()) {
        $0.status = end == nil ? .inProgress : .finished
        $0.classification = Coding(code: code)
        $0.period = Period(start: moment(start), end: end.map { moment($0) })
      })
  }

  private func handoff(_ words: String, _ status: TaskStatus, at: String, about encounter: UInt64? = nil) -> Resource {
    .task(
      made(Task()) {
        $0.status = status
        $0.description = words
        $0.restriction.end = moment(at)
        if status == .completed { $0.execution.end = moment(at) }
        if let encounter { $0.encounter = Reference(target: origin(encounter)) }
      })
  }

  private func transitions(_ resources: [Resource]) -> [Transition] {
    Journey(
      Chart(resources.enumerated().map { (UInt64($0.offset), $0.element) }), now: instant("2026-11-21T08:00"),
      site: SiteRules(zone: .utc)
    ).transitions
  }

  @Test func `from the ED to a ward in the same hour, and home from there`() {
    let found = transitions([
      stay("EMER", "2026-11-04T06:50", "2026-11-04T08:35"), stay("IMP", "2026-11-04T08:20", "2026-11-13T11:15"),
    ])
    #expect(
      found == [
        Transition(at: instant("2026-11-04T08:35"), from: line(0), to: line(1), handoff: .notOnFile),
        Transition(at: instant("2026-11-13T11:15"), from: line(1), to: nil, handoff: .notOnFile),
      ])
  }

  @Test(arguments: [
    ("2026-11-05T00:10", true), ("2026-11-05T23:50", true), ("2026-11-06T00:10", false),
  ])
  func `the next stay follows on the same day or the next, or not at all`(start: String, follows: Bool) {
    let found = transitions([
      stay("EMER", "2026-11-04T06:00", "2026-11-04T23:00"), stay("IMP", start, "2026-11-09T10:00"),
    ])
    #expect(found.first?.to == (follows ? line(1) : nil))
  }

  @Test func `a shorter stay within a longer one is left for nowhere`() {
    let found = transitions([
      stay("IMP", "2026-10-01", "2026-10-20"), stay("IMP", "2026-10-05", "2026-10-08"),
      stay("EMER", "2026-10-10", "2026-10-11"),
    ])
    #expect(found.map(\.from) == [line(0)])
  }

  @Test func `neither a stay under way nor a clinic visit nor an end that nobody stated is a transition`() {
    let unstated = Resource.encounter(
      made(Encounter()) {
        $0.status = .finished
        $0.classification = Coding(code: "EMER")
        $0.period.start = moment("2026-10-02")
      })
    #expect(transitions([stay("IMP", "2026-11-01", nil), stay("AMB", "2026-10-01", "2026-10-01"), unstated]) == [])
  }

  @Test(arguments: [
    (TaskStatus.completed, Transition.Handoff.accepted), (.requested, .owed), (.inProgress, .owed),
    (.rejected, .notOnFile), (.cancelled, .notOnFile),
  ])
  func `a handoff task says how the transition stands`(status: TaskStatus, handoff: Transition.Handoff) {
    let found = transitions([
      stay("IMP", "2026-11-01", "2026-11-10T11:00"),
      self.handoff("Accept handoff, ward → PCP", status, at: "2026-11-10T15:00"),
    ])
    #expect(found.map(\.handoff) == [handoff])
    #expect(found.map(\.task) == [handoff == .notOnFile ? nil : line(1)])
  }

  @Test func `a task covers the encounter it names, else the nearest, and each transition once`() {
    let found = transitions([
      stay("EMER", "2026-11-01T06:00", "2026-11-01T10:00"), stay("IMP", "2026-11-01T10:00", "2026-11-01T20:00"),
      handoff("Handover to the ward", .completed, at: "2026-11-01T19:00", about: 0),
      handoff("Handoff to the PCP", .requested, at: "2026-11-01T18:00"),
      handoff("Handoff of the keys", .completed, at: "2026-10-01T18:00"),
    ])
    #expect(found.map(\.task) == [line(4), line(2), line(3)])
    #expect(found.map(\.from) == [nil, line(0), line(1)])
    #expect(found.map(\.handoff) == [.accepted, .accepted, .owed])
  }
}
