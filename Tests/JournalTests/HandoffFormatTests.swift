import Care
import Testing

@testable import Journal

/// What handoffs add to form 4, as it was first written: when one of these tests fails, the form has changed and needs a
/// version of its own.
@Suite struct HandoffFormatTests {
  private let line = LineID(high: 1, low: 2)
  private let owner = Reference(
    target: OriginID(high: 3, low: 4), kind: "Practitioner", display: "Rossi, Bo", written: "Practitioner/7")
  private let by = Touch(name: "Bo", at: Instant(milliseconds: 42))

  private var content: HandoffContent {
    HandoffContent(
      severity: .watcher, summary: "day 3",
      actions: .list([
        HandoffAction("echo", owner: owner, due: Moment(date: CivilDate(year: 2026, month: 11, day: 21)), line: line),
        HandoffAction("weigh"),
      ]),
      contingencies: [Contingency(if: "worse", then: "call")])
  }

  private var move: HandoffMove {
    var move = HandoffMove(.putBack, from: .offered, to: .returned)
    (move.by, move.owner, move.content) = (owner, owner, content)
    (move.synthesis, move.question) = ("heard", "which dose?")
    move.before.status = .requested
    move.before.reason = Concept(text: "asked")
    move.before.owner = owner
    move.before.modified = Moment(milliseconds: 1_700_000_000_000, precision: .second, offset: 60)
    move.before.execution = Period(end: Moment(date: CivilDate(year: 2026, month: 11, day: 21)))
    return move
  }

  @Test func `a step and its taking back are read in form four`() throws {
    try checkForm(
      .handoffMoved(handoff: line, move),
      """
      0412010000000000000005000000000000000605426f07776879000000000000000100000000000000020d72657475
      726e0f6f6666657265641172657475726e65640101000000000000000300000000000000041950726163746974696f
      6e657213526f7373692c20426f0e50726163746974696f6e65722f3702010f776174636865720b6461792033020209
      6563686f0233d4c40201000000000000000100000000000000020b7765696768000000010b776f7273650963616c6c
      0b686561726417776869636820646f73653f13726571756573746564010b61736b656400021d80c49fd50c780033d4
      c402
      """)
    try checkForm(
      .handoffMoveTakenBack(handoff: line, HandoffMove(.cancel, from: .draft, to: .cancelled)),
      """
      0413010000000000000005000000000000000605426f07776879000000000000000100000000000000020d63616e63
      656c0b64726166741363616e63656c6c65640000000000000000000000
      """)
  }

  @Test func `an action list is nothing, none or a list, and each comes back as it was`() throws {
    for actions in [HandoffActions.notStated, .none, .list([]), content.actions] {
      var writer = WireWriter(version: BodyVersion.withTeams)
      writer.value(actions)
      var reader = try WireReader(writer.bytes)
      #expect(try reader.value(HandoffActions.notStated) == actions)
      try reader.finish()
    }
    #expect(throws: WireError.self) {
      var reader = try WireReader([4, 3])
      return try reader.value(HandoffActions.notStated)
    }
  }

  @Test func `what people did keeps a handoff's steps in form four, and a form three without them is still read`()
    throws
  {
    var chart = Chart(id: PatientID(high: 7, low: 8))
    var handling = Handling()
    handling.owner = owner
    chart.handling[line] = handling
    let three = bytes(
      hex: """
        0300000000000000000000000000000000000000000000000000000000000001000000000000000100000000000000
        02010101000000000000000300000000000000041950726163746974696f6e657213526f7373692c20426f0e507261
        63746974696f6e65722f37000000000000
        """)
    #expect(try Chart(id: chart.id, body: three) == chart)
    chart.handling[line]?.handoffSteps = [HandoffStep(move: move, reason: "why", by: by)]
    #expect(try Chart(id: chart.id, body: chart.body) == chart)
    let four = bytes(
      hex: """
        0400000000000000000000000000000000000000000000000000000000000001000000000000000100000000000000
        02010101000000000000000300000000000000041950726163746974696f6e657213526f7373692c20426f0e507261
        63746974696f6e65722f370000000000010d72657475726e0f6f6666657265641172657475726e65640202010f7761
        74636865720b64617920330202096563686f0233d4c40201000000000000000100000000000000020b776569676800
        0000010b776f7273650963616c6c0b686561726417776869636820646f73653f13726571756573746564010b61736b
        656400021d80c49fd50c780033d4c4020777687905426f54000000
        """)
    #expect(hex(chart.body) == hex(four))
  }

  @Test func `doings received take form four only for a handoff's steps`() throws {
    func form(_ change: (inout Handling) -> Void) -> UInt8 {
      var handling = Handling()
      change(&handling)
      return Event.handlingReceived([line: handling], []).form
    }
    #expect(form { _ in } == 2)
    #expect(
      form { $0.steps = [ReferralStep(move: ReferralMove(.hold, from: .created, to: .created), reason: "", by: by)] }
        == 3)
    #expect(form { $0.handoffSteps = [HandoffStep(move: move, reason: "", by: by)] } == 4)
  }
}
