import TestSupport
import Testing

@testable import Care

@Suite struct UncommunicatedTests {
  private let later = instant("2026-11-25")

  private func listed(_ walk: HandoffWalk) -> [Transition] {
    walk.chart.uncommunicatedTransitions(now: later, site: HandoffWalk.site)
  }

  @Test func `a change of setting is listed until its handoff is accepted, and again when that is taken back`() throws {
    var walk = try HandoffWalk()
    let nothing = Transition(at: instant("2026-11-20T10:00"), from: line(1), to: nil, handoff: .notOnFile)
    #expect(listed(walk) == [nothing], "a draft tells nobody")
    try walk.take(.offer)
    let asked = made(nothing) { ($0.handoff, $0.task) = (.owed, walk.id) }
    #expect(listed(walk) == [asked])
    let entries = try walk.take(.accept)
    #expect(listed(walk) == [])
    #expect(Journey(walk.chart, now: later, site: HandoffWalk.site).transitions.map(\.handoff) == [.accepted])
    for entry in entries.reversed() { try walk.take(.undo(entry)) }
    #expect(listed(walk) == [asked])
    try walk.take(.putBack)
    #expect(listed(walk) == [asked])
    try walk.take(.cancel)
    #expect(listed(walk) == [nothing])
  }

  @Test func `an accepted handoff covers the change, though another of the same encounter is open`() throws {
    var walk = try HandoffWalk()
    try walk.take(.offer)
    let writing = Writing(walk.chart, about: nil, by: nurse, now: walk.now)
    let second = line(71)
    try walk.take(.write(walk.chart.written(writing.handoff(to: handoffDoctor, of: line(1)), second)))
    try walk.take(.handOff(handoff: second, .offer(told, by: giver)))
    try walk.take(.handOff(handoff: second, .accept(readBack: "Yes", by: receiver)))
    #expect(listed(walk) == [])
  }

  @Test func `a shift passed on is no change of setting`() throws {
    var walk = try HandoffWalk(leaving: nil)
    try walk.take(.offer)
    for act in [nil, HandoffAct.accept] {
      if let act { try walk.take(act) }
      #expect(listed(walk).map(\.from) == [line(1)] && listed(walk).map(\.handoff) == [.notOnFile])
      let shown = Journey(walk.chart, now: later, site: HandoffWalk.site).transitions
      #expect(shown.map(\.from).contains(nil) && shown.count == 2, "the journey shows it all the same")
    }
  }

  @Test func `a change that is still to come is not listed, nor is one within a stay that goes on`() throws {
    let walk = try HandoffWalk()
    #expect(walk.chart.uncommunicatedTransitions(now: instant("2026-11-20T09:59"), site: HandoffWalk.site) == [])
  }

  @Test func `a change that only a source's task tells of is listed while nobody accepted it`() {
    for (status, count) in [(TaskStatus.requested, 1), (.completed, 0)] {
      let chart = Chart([
        (
          1,
          .task(
            made(Task()) {
              $0.status = status
              $0.description = "Handoff ward → PCP"
              $0.restriction.end = moment("2026-11-20T15:00")
              if status == .completed { $0.execution.end = moment("2026-11-20T15:00") }
            })
        )
      ])
      #expect(chart.uncommunicatedTransitions(now: later, site: HandoffWalk.site).count == count)
    }
  }
}
