import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

@Suite struct HandoffKeysTests: Staffed {
  /// `Ho`, the receiver, the severity, what the chart says, what is open, one if-then.
  @Test func `a patient is handed off, and passes only with a read-back`() throws {
    let rig = try rig()
    try rig.press("Holevi<Enter>w<Enter><Enter><Enter>")
    guard case .form(let form) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    #expect(form.question == .contingency)
    try rig.press("nonsense<Enter>")
    #expect(rig.state.overlays.count == 1, "what is no if-then stays and says so")
    try rig.press("<C-u>if<Space>weight<Space>up<Space>then<Space>call<Enter>")
    let handoff = try #require(try chart(rig, 1).handoffs.first)
    #expect(handoff.state == .offered && handoff.content?.severity == .watcher)
    #expect(handoff.content?.contingencies.map(\.response) == ["call"])
    #expect(rig.state.toast?.words.hasPrefix("Offered to Levi, Dan") == true)
    try rig.press("u")
    #expect(try chart(rig, 1).handoffs.isEmpty)
  }

  @Test func `a handoff to me is accepted with three keys and what I understood`() throws {
    let offered = made(Task()) {
      $0.status = .requested
      $0.description = "Handoff ward 4B → home"
      $0.requester = Reference(target: OriginID(levi), kind: "Practitioner")
      $0.owner = me
      $0.restriction.end = Moment(Rig.now.adding(days: -9))
    }
    let rig = try rig(more: [(4, .task(offered))])
    try rig.press("/handoff<Enter>")
    #expect(rig.state.selectedWork?.title.contains("Handoff") == true)
    // A source's task says nothing of what was told, so that is written down first.
    try rig.press(
      "Hastable<Enter>82,<Space>heart<Space>failure<Enter><Enter>if<Space>weight<Space>up<Space>then<Space>call<Enter>")
    guard case .form(let form) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    #expect(form.question == .readBack)
    try rig.press("weigh<Space>daily<Enter>")
    let handoff = try #require(try chart(rig, 4).handoffs.first)
    #expect(handoff.state == .accepted && handoff.readBack == "weigh daily")
  }
}
