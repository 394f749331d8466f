import Care
import Terminal
import Testing

@testable import Dashboard

@Suite struct MouseTests {
  private func click(_ rig: Rig, _ pane: Pane, row: Int, column: Int = 6) throws {
    let area = try #require(rig.state.arrangement.panes[pane])
    rig.store.send(.mouse(.press(1), Point(x: area.x + column, y: area.y + 1 + row)))
    rig.store.send(.mouse(.release(1), Point(x: area.x + column, y: area.y + 1 + row)))
    rig.store.settle()
  }

  @Test func `a click goes to the line it falls on, a second one opens it`() throws {
    let rig = try Rig()
    // The names of the columns, "Overdue", a row, "Today", a row.
    try click(rig, .worklist, row: 4)
    #expect(rig.state.selectedWork?.title == "Book echo")
    #expect(rig.state.view?.chart.listedName == "Okafor, Chi")
    #expect(rig.state.overlays.isEmpty)
    try click(rig, .worklist, row: 4)
    #expect(rig.state.overlays.count == 1)
  }

  @Test func `a click on no line moves nothing`() throws {
    let rig = try Rig()
    for row in [1, 3, 30] {
      try click(rig, .worklist, row: row)
      #expect(rig.state.worklist.cursor.index == 0)
    }
  }

  @Test func `a click in another pane takes the focus there`() throws {
    let rig = try Rig()
    try click(rig, .messages, row: 1)
    #expect(rig.state.focus == .messages)
    #expect(rig.state.overlays.isEmpty, "the first click only goes there")
  }

  @Test func `a click on a column's name orders the list by it`() throws {
    let rig = try Rig()
    try click(rig, .worklist, row: 0)
    #expect(rig.state.worklist.order(.worklist) == Order(column: .patient))
  }

  @Test func `a click on a tab opens its pane`() throws {
    let rig = try Rig(size: Size(width: 80, height: 24))
    let tabs = try #require(rig.state.arrangement.tabs)
    rig.store.send(.mouse(.press(1), Point(x: tabs.x + 12, y: tabs.y)))
    #expect(rig.state.focus == .patients)
  }

  @Test func `the wheel moves in the pane under it`() throws {
    let rig = try Rig()
    let area = try #require(rig.state.arrangement.panes[.worklist])
    rig.store.send(.mouse(.wheelDown, Point(x: area.x + 3, y: area.y + 3)))
    #expect(rig.state.worklist.cursor.index == 3)
    rig.store.send(.mouse(.wheelUp, Point(x: area.x + 3, y: area.y + 3)))
    #expect(rig.state.worklist.cursor.index == 0)
  }

  @Test func `one key hands the mouse back to the terminal, and takes it again`() throws {
    let rig = try Rig()
    try rig.press("M")
    #expect(!rig.state.hasMouse)
    #expect(rig.state.toast?.words == "The mouse selects text now; M takes it back.")
    try rig.press("M")
    #expect(rig.state.hasMouse)
  }
}
