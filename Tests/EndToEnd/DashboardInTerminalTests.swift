import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Tmux.isInstalled), .serialized) struct DashboardInTerminalTests {
  private let arguments = Demo.arguments

  @Test(arguments: [(120, 40), (200, 60), (80, 24)]) func `the demo opens, moves and closes at every size`(
    width: Int, height: Int
  ) throws {
    let terminal = try Tmux(arguments, width: width, height: height)
    let first = try terminal.wait(for: "Worklist 1/")
    #expect(first.contains("overdue"))
    try terminal.type("j", "j")
    try terminal.wait(for: "Worklist 3/")
    try terminal.type("g")
    try terminal.wait(for: "First line")
    try terminal.type("p")
    try terminal.wait(for: "Patients 1/40")
    try terminal.type("q")
    try terminal.wait(for: "ENDED 0")
    try terminal.wait(for: "TERMINAL AS IT WAS")
  }

  @Test func `a resize is drawn at once, without a key`() throws {
    let terminal = try Tmux(arguments)
    try terminal.wait(for: "━ Worklist 1/")
    try terminal.resize(80, 24)
    try terminal.wait(for: "the tabs") { $0.contains("Worklist  Patients  Referrals  Inbox") }
    try terminal.resize(30, 8)
    try terminal.wait(for: "Rounds needs 40×10")
    try terminal.resize(160, 50)
    try terminal.wait(for: "three columns") { $0.contains("Journey") && $0.contains("Messages") && $0.contains("Team") }
  }

  @Test func `what is typed fast arrives whole and in order`() throws {
    let terminal = try Tmux(arguments)
    try terminal.wait(for: "Worklist 1/")
    try terminal.write(String(repeating: "j", count: 30) + String(repeating: "k", count: 12) + "gp/ros")
    try terminal.wait(for: "/ros")
    try terminal.type("Escape")
    try terminal.wait(for: "Patients ") { !$0.contains("/ros") && $0.contains("/40") }
    try terminal.type("g", "w")
    try terminal.wait(for: "Worklist 19/")
  }

  @Test func `two terminals on one journal follow each other, and nobody's cursor moves`() throws {
    let folder = try Folder()
    let arguments = ["demo", "--patients", "30", "--data", folder.path + "/demo"]
    _ = try Program.run(arguments + ["--no-open"])
    let (one, two) = (try Tmux(arguments), try Tmux(arguments))
    let before = try one.wait(for: "Worklist 1/")
    try two.wait(for: "Worklist 1/")
    let total = try #require(before.firstMatch(of: /Worklist 1\/(\d+)/).flatMap { Int($0.1) })
    try two.type("j", "j", "j", "j")
    let row = try two.wait(for: "Worklist 5/").split(separator: "\n").first { $0.hasPrefix("▌") }
    // The third line is the first that no rule made.
    try one.type("j", "j")
    try one.wait(for: "Worklist 3/")
    // A start makes every kind of open task one that may be closed.
    try one.type("s")
    try one.wait(for: "Started") { $0.contains("Started") || $0.contains("Start:") }
    try one.type("x")
    try one.wait(for: "Closed")
    let after = try two.wait(for: "one item fewer") { $0.contains("Worklist 4/\(total - 1)") }
    #expect(after.split(separator: "\n").first { $0.hasPrefix("▌") }?.prefix(30) == row?.prefix(30))
  }

  @Test func `a closing on the screen is on the disk, whatever kills the program`() throws {
    let seed = seedOfThisRun
    var random = Seeded(seed)
    for run in 0..<20 {
      let folder = try Folder()
      let arguments = ["demo", "--patients", "12", "--data", folder.path + "/demo"]
      _ = try Program.run(arguments + ["--no-open"])
      let terminal = try Tmux(arguments)
      let first = try terminal.wait(for: "Worklist 1/")
      let total = try #require(first.firstMatch(of: /Worklist 1\/(\d+)/).flatMap { Int($0.1) })
      let presses = Int.random(in: 1...6, using: &random)
      // The first line is a rule's and can't be closed; those after it are tasks.
      try terminal.write("j" + String(repeating: "sx", count: presses))
      // Dies while the keys are being worked through.
      let seen = try terminal.screen
      kill(try #require(try terminal.pid()), SIGKILL)
      let shown = seen.firstMatch(of: /Worklist \d+\/(\d+)/).flatMap { Int($0.1) } ?? total
      let verified = try Program.run(["journal", "verify", "--data", folder.path + "/demo"])
      #expect(verified.code == 0, "run \(run), seed \(seed): \(verified.err)")
      let kept = try Program.run(["list", "worklist", "--data", folder.path + "/demo"]).out.split(separator: "\n").count
      #expect(kept <= shown, "run \(run), seed \(seed): \(shown) were open on the screen, \(kept) are on disk")
      #expect(kept >= total - presses, "run \(run), seed \(seed)")
    }
  }
}
