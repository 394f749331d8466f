import Care
import Terminal
import Testing

@testable import Dashboard

@Suite struct WorkTests {
  private static let good = WorkReport(
    short: "2 files read, 1 new patients", headline: "2 files read.", lines: ["2 files read.", "  Task: 1 new"],
    isWell: true)
  private static let bad = WorkReport(
    short: "2 files read, 1 refused", headline: "2 files read. 1 refused.", lines: ["2 files read.", "a.json: no."],
    isWell: false)

  private func pressing(_ keys: String, _ state: inout State) throws -> [Effect] {
    try Key.sequence(keys).flatMap { reduce(&state, .key($0)) }
  }

  @Test func `a path is asked for, and the import it names goes on beside the dashboard`() throws {
    var state = try Rig().state
    var effects = try pressing("I<Enter>  ~/in  ", &state)
    #expect(effects.isEmpty, "no path, no import")
    effects = try pressing("<Enter>", &state)
    #expect(effects == [.importRecord(path: "~/in")])
    #expect(state.overlays.isEmpty)
    let progress = Work.Progress(done: 50, total: 200, filesDone: 1, filesTotal: 4)
    _ = reduce(&state, .worked(progress))
    #expect(state.work?.progress == progress && progress.percent == 25)
    _ = try pressing("jj", &state)
    #expect(state.worklist.cursor.index == 2)
    #expect(state.availability(.importRecord) == .disabled("an import is under way; S stops it"))
    _ = reduce(&state, .workDone(Self.good))
    #expect(state.work == nil)
    #expect(state.toast == Toast(words: "2 files read, 1 new patients; gI tells more.", weight: .done, canUndo: false))
    #expect(state.problems.isEmpty)
    _ = try pressing("gI", &state)
    #expect(state.overlays == [.detail(title: "Import", lines: Self.good.lines, top: 0)])
  }

  @Test func `a path that leads nowhere is asked for again, with what was typed`() throws {
    var state = try Rig().state
    _ = try pressing("I/nowhere/x<Enter>", &state)
    var report = WorkReport(
      short: "Nothing came in", headline: "There is no /nowhere/x.", lines: ["There is no /nowhere/x."], isWell: false)
    report.isLost = true
    _ = reduce(&state, .workDone(report))
    #expect(state.overlays == [.path(TextField("/nowhere/x"), choices: [])])
    #expect(state.lostPath == LostPath(path: "/nowhere/x", words: "There is no /nowhere/x."))
    #expect(state.work == nil && state.report == nil && state.problems.isEmpty)
    #expect(try pressing("<BS><Enter>", &state) == [.importRecord(path: "/nowhere/")])
  }

  @Test func `a pasted path is text, and Tab completes what stands there and nothing typed since`() throws {
    var state = try Rig().state
    _ = try pressing("I", &state)
    _ = reduce(&state, .paste("/data/no\n"))
    #expect(try pressing("<BS><Tab>", &state) == [.completePath("/data/no")])
    _ = reduce(&state, .pathCompleted("/data/no", to: "/data/nov/", choices: []))
    #expect(state.overlays == [.path(TextField("/data/nov/"), choices: [])])
    _ = reduce(&state, .pathCompleted("/data/no", to: "/elsewhere", choices: []))
    #expect(state.overlays == [.path(TextField("/data/nov/"), choices: [])])
    #expect(try pressing("<Enter>", &state) == [.importRecord(path: "/data/nov/")])
  }

  @Test func `what an import refused is counted as a problem, and takes nobody's keys`() throws {
    var state = try Rig().state
    _ = try pressing("I/in<Enter>/yui", &state)
    _ = reduce(&state, .workDone(Self.bad))
    #expect(state.editing?.text == "yui" && state.overlays.isEmpty)
    #expect(state.problems.map(\.text) == ["/in: 2 files read. 1 refused."])
    #expect(state.toast?.words == "2 files read, 1 refused; gI tells more.")
  }

  @Test func `an import is stopped once, and the word about it comes from the import`() throws {
    var state = try Rig().state
    #expect(try pressing("S", &state).isEmpty)
    #expect(state.toast?.words == "Stop import: nothing is under way.")
    #expect(try pressing("I/in<Enter>SS", &state) == [.importRecord(path: "/in"), .cancelWork])
    #expect(state.work?.isStopping == true)
  }

  @Test func `leaving stops the import and waits for its end`() throws {
    var state = try Rig().state
    #expect(try pressing("I/in<Enter>q", &state).last == .cancelWork)
    #expect(!state.isDone)
    #expect(state.toast?.words == "Stopping the import; leaves when all is on the disk. Esc stays.")
    #expect(reduce(&state, .workDone(Self.good)).contains(.quit))
    #expect(state.isDone)
    #expect(state.farewell == ["/in: 2 files read."])
  }

  @Test func `the demo takes in nothing from outside`() throws {
    var state = try Rig().state
    state.isDemo = true
    #expect(try pressing("I", &state).isEmpty)
    #expect(state.overlays.isEmpty)
    #expect(state.toast?.words.hasPrefix("Import: this is the demo") == true)
  }

  @Test func `an empty record answers d and i, and no other does`() throws {
    func empty() -> State {
      State(
        workspace: Workspace(zone: .utc), author: Author(name: "ana"), now: Rig.now, size: Size(width: 80, height: 24))
    }
    var state = empty()
    #expect(try pressing("d", &state) == [.openDemo, .quit])
    #expect(state.isDone)
    state = empty()
    #expect(try pressing("i/in<Enter>", &state) == [.importRecord(path: "/in")])
    #expect(try pressing("d", &state).isEmpty, "the demo does not open while files come in")
    state = empty()
    #expect(try pressing("gid", &state).contains(.openDemo), "after a prefix a letter is the prefix's")
    state = try Rig().state
    #expect(try pressing("dD", &state).isEmpty)
    #expect(!state.isDone)
  }
}
