import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

@Suite struct TeamThreadTests: Staffed {
  @Test func `one key writes to the whole team, each once, and the thread is about it`() throws {
    let rig = try rig(more: [(1, .careTeam(made(CareTeam()) { ($0.status, $0.name) = (.active, "Heart team") }))])
    try rig.press("mlevi<Enter>Who<Space>is<Space>on<Space>Friday?<A-w><C-s>")
    let message = try #require(try chart(rig, 1).communications.items.last?.value)
    let people = message.recipients.compactMap { rig.state.workspace.directory.person(behind: $0) }
    #expect(people == [levi, kim], "whoever was there already isn't added twice")
    #expect(message.about.map(\.display) == ["Call after discharge", "the team", "Heart team"])
    #expect(message.about.dropFirst().allSatisfy { $0.kind == "CareTeam" })
  }

  @Test func `a patient without a team is said, and nobody is added`() throws {
    let rig = try rig()
    try rig.press("jmlevi<Enter>hm<A-w>")
    #expect(rig.state.composer?.fault == "Nobody else is on the team; Alt-t adds somebody.")
    #expect(rig.state.composer?.draft.recipients.count == 1)
  }

  @Test func `a task is made of the lines of a thread that are chosen`() throws {
    let rig = try rig()
    try write(rig, "Potassium is 6.1.\nRepeat it today\n\nCall the daughter", to: [me], acknowledged: false)
    try rig.press("Nn")
    guard case .form(let form) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    #expect(rig.state.choices(form).map(\.words) == ["Potassium is 6.1.", "Repeat it today", "Call the daughter"])
    try rig.press("<Down><Down><Tab><Down><Tab><Enter><Enter><Enter>")
    let task = try #require(try chart(rig, 1).tasks.items.last?.value)
    #expect(task.description == "Repeat it today; Call the daughter")
    #expect(task.focus.kind == "Communication", "and the task leads back to the thread")
  }

  @Test func `one line alone is taken with Enter, the whole thread's subject where none is gone to`() throws {
    let rig = try rig()
    try write(rig, "Repeat it today", to: [me], acknowledged: false)
    try rig.press("Nn<Down><Enter><Enter><Enter>")
    #expect(try chart(rig, 1).tasks.items.last?.value.description == "Repeat it today")
    try rig.press("n<Enter><Enter><Enter>")
    #expect(try chart(rig, 1).tasks.items.last?.value.description == "Potassium")
    try rig.press("n<Down><Tab><Tab>other<Enter><Enter><Enter>")
    #expect(try chart(rig, 1).tasks.items.last?.value.description == "other", "a line can be put back")
  }
}
