import Care
import Terminal
import Testing

@testable import Dashboard

/// Panes made larger and smaller, by key and by mouse.
@Suite struct SizeTests {
  private func width(_ pane: Pane, _ rig: Rig) -> Int { rig.state.arrangement.panes[pane]?.width ?? 0 }
  private func height(_ pane: Pane, _ rig: Rig) -> Int { rig.state.arrangement.panes[pane]?.height ?? 0 }

  @Test(arguments: [
    ("", Pane.worklist, ">", 2, 0), ("", .worklist, "<lt>", -2, 0), ("gj", .journey, ">", 2, 0),
    ("gt", .team, ">", 2, 0), ("gt", .team, "}", 0, 1), ("gm", .messages, "}", 0, 1), ("gm", .messages, "{", 0, -1),
  ]) func `a key makes the pane at hand larger or smaller, wherever it stands`(
    keys: String, pane: Pane, key: String, wider: Int, taller: Int
  ) throws {
    let rig = try Rig()
    try rig.press(keys)
    let before = (width(pane, rig), height(pane, rig))
    try rig.press(key)
    #expect(width(pane, rig) == before.0 + wider)
    #expect(height(pane, rig) == before.1 + taller)
  }

  @Test func `steps back undo steps, at the narrowest too`() throws {
    let rig = try Rig()
    let before = width(.worklist, rig)
    try rig.press(String(repeating: ">", count: 40) + String(repeating: "<lt>", count: 100))
    #expect(width(.worklist, rig) == Arrangement.smallestPane.width)
    try rig.press(">")
    #expect(width(.worklist, rig) == Arrangement.smallestPane.width + 2)
    try rig.press("g=")
    #expect(width(.worklist, rig) == before)
    #expect(rig.state.proportions == Proportions())
  }

  @Test func `what the user set is kept for the next time, once a step`() throws {
    let rig = try Rig()
    try rig.press(">")
    let effects = rig.store.takeOutside()
    #expect(effects == [.remember(rig.state.proportions)])
    #expect(rig.state.proportions.left != nil)
  }

  @Test func `where there is no neighbour the command says so`() throws {
    let rig = try Rig(size: Size(width: 80, height: 24))
    try rig.press(">")
    #expect(rig.state.toast?.words == "Pane wider: nothing stands beside the pane.")
    #expect(rig.state.proportions == Proportions())
  }

  @Test func `the mouse drags a border, and lets go of it`() throws {
    let rig = try Rig()
    let journey = try #require(rig.state.arrangement.panes[.journey])
    rig.store.send(.mouse(.press(1), Point(x: journey.x, y: journey.y + 5)))
    rig.store.send(.mouse(.drag(1), Point(x: journey.x + 7, y: journey.y + 9)))
    #expect(rig.state.arrangement.panes[.journey]?.x == journey.x + 7)
    rig.store.send(.mouse(.release(1), Point(x: journey.x + 7, y: journey.y + 9)))
    rig.store.send(.mouse(.drag(1), Point(x: 10, y: 10)))
    #expect(rig.state.arrangement.panes[.journey]?.x == journey.x + 7)
    let messages = try #require(rig.state.arrangement.panes[.messages])
    rig.store.send(.mouse(.press(1), Point(x: messages.x + 6, y: messages.y)))
    rig.store.send(.mouse(.drag(1), Point(x: messages.x + 6, y: messages.y - 3)))
    #expect(rig.state.arrangement.panes[.messages]?.y == messages.y - 3)
  }
}
