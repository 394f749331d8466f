import Foundation
import Testing

/// What the hands do: a rest after the first of two keys, the mouse, sizes that are there again the next time.
@Suite(.enabled(if: Tmux.isInstalled), .serialized) struct HandsInTerminalTests {
  @Test func `after a rest the keys that may follow are shown, and the next one goes where it would have gone`() throws
  {
    let terminal = try Tmux(Demo.arguments)
    try terminal.wait(for: "Worklist 1/")
    try terminal.type("g")
    try terminal.wait(for: "First line")
    try terminal.type("p")
    try terminal.wait(for: "the patients, and nothing over them") {
      $0.contains("Patients 1/40") && !$0.contains("First line")
    }
  }

  @Test func `a click goes to a line, the wheel moves, and one key gives the mouse back`() throws {
    let terminal = try Tmux(Demo.arguments)
    let screen = try terminal.wait(for: "Worklist 1/")
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains("Võ, Dũng") }) + 1
    try terminal.write("\u{1B}[<0;10;\(row)M\u{1B}[<0;10;\(row)m")
    try terminal.wait(for: "Worklist 8/")
    try terminal.write("\u{1B}[<65;10;\(row)M")
    try terminal.wait(for: "Worklist 11/")
    #expect(try terminal.tell("#{mouse_any_flag}") == "1")
    try terminal.type("M")
    try terminal.wait(for: "the mouse to be given back") { _ in (try? terminal.tell("#{mouse_any_flag}")) == "0" }
    try terminal.type("M")
    try terminal.wait(for: "the mouse to be taken") { _ in (try? terminal.tell("#{mouse_any_flag}")) == "1" }
  }

  @Test func `a border that was dragged is where it was left at the next start`() throws {
    let home = try Folder()
    let environment = ["XDG_STATE_HOME": home.path + "/state"]
    func border(_ screen: String) -> Int? {
      screen.split(separator: "\n").first { $0.contains("Journey") }
        .flatMap { line in line.firstIndex { "┬┯".contains($0) }.map { line.distance(from: line.startIndex, to: $0) } }
    }
    let terminal = try Tmux(Demo.arguments, environment: environment)
    let before = try #require(border(try terminal.wait(for: "Worklist 1/")))
    try terminal.write("\u{1B}[<0;\(before + 1);20M\u{1B}[<32;\(before + 11);22M\u{1B}[<0;\(before + 11);22m")
    try terminal.wait(for: "the border to move") { border($0) == before + 10 }
    try terminal.type("q")
    try terminal.wait(for: "ENDED 0")
    let again = try Tmux(Demo.arguments, environment: environment)
    try again.wait(for: "the border where it was") { border($0) == before + 10 }
    try again.type("g", "=")
    try again.wait(for: "the usual sizes") { border($0) == before }
  }
}
