import Care
import Terminal
import Testing

@testable import Dashboard

/// One command on many lines: shown first, done as one, undone as one.
@Suite struct ManyTests {
  private func rig() throws -> Rig {
    try Rig([
      (1, Rig.person("Rossi", "Bo")), (1, Rig.task("Call", due: -1)), (1, Rig.task("Write", due: 0)),
      (2, Rig.person("Okafor", "Chi")), (2, Rig.task("Book echo", due: 1)), (2, Rig.booking(days: 4)),
      (3, Rig.person("Tanaka", "Yui")), (3, Rig.task("Weigh", due: 2, status: .onHold)),
    ])
  }

  @Test func `what will be done is shown before it is, with what can't be and why`() throws {
    let rig = try rig()
    try rig.press("*x")
    let overlay = try #require(rig.state.overlays.last)
    let reading = try #require(rig.state.reading(overlay))
    #expect(reading.title == "Close  3 of 5 marked")
    #expect(
      reading.lines.map { $0.words.split(separator: " ").joined(separator: " ") } == [
        "✓ Rossi, Bo Call 20 h", "✓ Rossi, Bo Write 12:00", "✓ Okafor, Chi Book echo Sun",
        "Tanaka, Yui Weigh Mon", "stays as it is: the task is on hold; s starts it; , shows where it may go",
        "Okafor, Chi Cardiology visit Wed", "stays as it is: this line is a booking, not a task",
      ])
    #expect(rig.state.count(.worklist) == 5, "nothing is done yet")
    try rig.press("<Esc>")
    #expect(rig.state.count(.worklist) == 5)
    #expect(rig.state.worklist.marks.count == 5)
  }

  @Test func `Enter does it, one undo takes all of it back`() throws {
    let rig = try rig()
    let before = rig.state.workspace.lists.worklist
    try rig.press("*x<Enter>")
    #expect(rig.state.count(.worklist) == 2)
    #expect(rig.state.toast == Toast(words: "Closed  3 lines", weight: .done, canUndo: true))
    #expect(rig.state.worklist.marks.isEmpty)
    #expect(rig.state.deeds.count == 1)
    try rig.press("u")
    #expect(rig.state.toast?.words == "Taken back: Closed  3 lines")
    for index in 0..<5 {
      var was = try #require(before[index])
      let now = try #require(rig.state.workspace.lists.worklist[index])
      // That somebody has been at it stays known.
      if was.kind == .task, was.status == "ready" {
        #expect(now.touched == Rig.now)
        was.touched = Rig.now
      }
      #expect(now == was)
    }
    #expect(rig.state.deeds.isEmpty)
  }

  @Test func `each deed is undone by itself, the newest first`() throws {
    let rig = try rig()
    try rig.press("*A<Enter>")
    #expect(rig.state.toast?.words == "Assigned to you  5 lines")
    try rig.press("ggs")
    #expect(rig.state.deeds.map(\.entries.count) == [5, 1])
    try rig.press("u")
    #expect(rig.state.selectedWork?.status == "ready")
    #expect(rig.state.selectedWork?.owner.isEmpty == false)
    try rig.press("u")
    #expect(rig.state.deeds.isEmpty)
    for index in 0..<5 { #expect(rig.state.work(at: index)?.owner.isEmpty == true) }
  }

  @Test func `a line that a colleague settles loses its mark`() throws {
    let rig = try rig()
    try rig.press("<Space><Space>")
    #expect(rig.state.worklist.marks.count == 2)
    let colleague = Rehearsal(over: RigShelf(rig.state), workspace: rig.state.workspace)
    rig.store.send(
      .followed(
        try colleague.append(
          [
            Rig.proposal(
              1, .taskStatusChanged(task: LineID(high: 1, low: 1), from: .ready, to: .completed), expected: 1)
          ], since: 0, charts: [])))
    #expect(Array(rig.state.worklist.marks.keys) == [LineID(high: 1, low: 2)])
  }

  @Test func `where none of the marked can be changed the command says so`() throws {
    let rig = try Rig([(1, Rig.person("Rossi", "Bo")), (1, Rig.booking(days: 1)), (1, Rig.booking(days: 2))])
    try rig.press("*s")
    #expect(rig.state.overlays.isEmpty)
    #expect(rig.state.toast?.words == "Start: none of the 2 marked can be.")
  }
}
