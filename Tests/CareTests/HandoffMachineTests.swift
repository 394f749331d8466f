import Testing

@testable import Care

/// A state a row; an act by the giver (G) or the receiver (R) a column.
///
/// Source: Rounds domain rules, "Handoff": draft → offered → accepted | returned | cancelled by the giver.
private let oracle = """
  from       G:offer  R:offer  G:accept  R:accept  G:return  R:return  G:cancel   R:cancel
  draft      offered  -        -         -         -         -         cancelled  -
  offered    -        -        -         accepted  -         returned  cancelled  -
  returned   offered  -        -         -         -         -         cancelled  -
  accepted   -        -        -         -         -         -         -          -
  cancelled  -        -        -         -         -         -         -          -
  """

@Suite struct HandoffMachineTests {
  private static let paths: [HandoffState: [HandoffAct]] = [
    .draft: [], .offered: [.offer], .returned: [.offer, .putBack], .accepted: [.offer, .accept], .cancelled: [.cancel],
  ]

  private var table: [[String]] {
    oracle.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  @Test func `every state, act and side lead where the table says, or nowhere, and the chart goes along`() throws {
    let columns = try table[0].dropFirst().map { word in
      let side: HandoffSide = word.hasPrefix("G") ? .giver : .receiver
      return (side, try #require(HandoffAct(rawValue: String(word.dropFirst(2)))))
    }
    #expect(columns.count == HandoffAct.allCases.count * 2)
    let states = try table.dropFirst().map { try #require(HandoffState(rawValue: $0[0])) }
    #expect(
      states == [.draft, .offered, .returned, .accepted, .cancelled] && states.count == HandoffState.allCases.count)
    for (state, row) in zip(states, table.dropFirst()) {
      for ((side, act), cell) in zip(columns, row.dropFirst()) {
        let to = HandoffState(rawValue: cell)
        #expect((to == nil) == (cell == "-"))
        #expect(HandoffMachine.target(act, by: side, from: state) == to, "\(state) \(side) \(act)")
        var walk = try HandoffWalk()
        for step in try #require(Self.paths[state]) { try walk.take(step) }
        #expect(walk.handoff?.state == state)
        let before = walk.chart
        let ask = HandoffWalk.ask(act, by: side)
        if let to {
          try walk.take(ask)
          #expect(walk.handoff?.state == to)
        } else {
          #expect(throws: Refusal.self, "\(state) \(side) \(act)") { try walk.take(ask) }
          #expect(walk.chart == before)
        }
      }
    }
    #expect(HandoffMachine.all.count == 7)
  }

  @Test(arguments: [
    (
      HandoffState.draft, "It is a draft: the giver may offer it or cancel it."
    ),
    (
      .offered,
      "It is offered: the receiver may accept it with a read-back or return it with a question; the giver may cancel it."
    ),
    (.returned, "It is returned with a question: the giver may offer it or cancel it."),
    (.accepted, "It is accepted, which is an end."), (.cancelled, "It is cancelled, which is an end."),
  ])
  func `a state says who may do what from it`(state: HandoffState, words: String) {
    #expect(state.standing == words)
  }

  @Test func `what a source's task says stands for no more than it says`() {
    let told = TaskStatus.allCases.map { "\($0.rawValue) \(HandoffState(told: $0).rawValue)" }
    #expect(
      told == [
        "draft draft", "requested offered", "received offered", "accepted offered", "rejected returned",
        "ready offered",
        "cancelled cancelled", "in-progress offered", "on-hold offered", "failed cancelled", "completed accepted",
        "entered-in-error cancelled",
      ])
  }
}
