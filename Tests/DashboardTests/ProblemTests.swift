import Care
import Terminal
import Testing

@testable import Dashboard

@Suite struct ProblemTests {
  @Test func `what went wrong is kept with its time and counted until somebody looks`() throws {
    let rig = try Rig()
    rig.store.send(.failed("A list could not be read."))
    let later = Rig.now.adding(hours: 2)
    rig.store.send(.clock(later))
    rig.store.send(.failed("The chart could not be read."))
    #expect(rig.state.problems.map(\.at) == [Rig.now, later])
    #expect(rig.state.problemsUnseen == 2)
    try rig.press("ge")
    #expect(rig.state.problemsUnseen == 0)
    #expect(rig.state.overlays == [.problems(known: 0, top: 0)])
    rig.store.send(.failed("Once more."))
    #expect(rig.state.problemsUnseen == 0, "it comes up in the open list")
    try rig.press("<Esc>")
    rig.store.send(.failed("And again."))
    #expect(rig.state.problemsUnseen == 1)
    try rig.press("gej")
    #expect(rig.state.overlays == [.problems(known: 3, top: 0)], "all of it is in sight already")
    try rig.press("q")
    #expect(rig.state.overlays.isEmpty && !rig.state.isDone)
    #expect(rig.state.problems.count == 4, "looking throws nothing away")
  }

  @Test func `what is wrong at the start is told once, and counted`() throws {
    let state = State(
      workspace: Workspace(zone: .utc), author: Author(name: "ana"), now: Rig.now,
      size: Size(width: 80, height: 24), problems: ["keys.toml line 2: no.", "Others may look in."])
    #expect(state.problemsUnseen == 2)
    #expect(state.toast?.words == "keys.toml line 2: no. (and 1 more: ge)")
  }

  @Test func `a refused change is named with what it was about`() throws {
    let rig = try Rig()
    guard case .append(let request)? = try effect(of: "x", on: rig) else { return }
    rig.store.send(.refused(request, "not saved."))
    #expect(rig.state.problems.last?.about == "Rossi, Bo: Call after discharge")
    #expect(rig.state.toast?.words == "Rossi, Bo: Call after discharge: not saved.")
  }

  private func effect(of key: Character, on rig: Rig) throws -> Effect? {
    var state = rig.state
    return reduce(&state, .key(Key(key))).first
  }
}
