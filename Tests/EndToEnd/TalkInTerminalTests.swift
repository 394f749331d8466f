import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Tmux.isInstalled), .serialized) struct TalkInTerminalTests {
  @Test func `two terminals talk: a question, its coming, its reading and its acknowledgement are seen on both`() throws
  {
    let folder = try Folder()
    let arguments = ["demo", "--patients", "30", "--data", folder.path + "/demo"]
    _ = try Program.run(arguments + ["--no-open"])
    let one = try Tmux(arguments)
    try one.wait(for: "Worklist 1/")
    try one.type("Q", "Enter")
    let asked = try one.wait(for: "write; @ names somebody")
    let name = try #require(asked.firstMatch(of: /│ to (\S+, \S+)/).map { String($0.1) })
    try one.write("Is 40 mg right for her?")
    try one.type("M-a")
    try one.wait(for: "needs acknowledgement")
    try one.type("C-s")
    try one.wait(for: "Sent to \(name)")

    let two = try Tmux(arguments + ["--as", name])
    try two.wait(for: "Worklist 1/")
    try two.type("N")
    try two.wait(for: "Is 40 mg right for her?")
    try one.type("g", "m", "g", "g", "Enter")
    try one.wait(for: "the question is read") { $0.contains("read ") && $0.contains("not acknowledged") }
    try two.type("y")
    try one.wait(for: "acknowledged 0")
    try two.type("r")
    try two.wait(for: "answers ")
    try two.write("Yes, for three days.")
    try two.type("C-s")
    try two.wait(for: "Sent to")
    try one.wait(for: "Yes, for three days.")
  }

  @Test func `what was being typed when the program was killed is there again`() throws {
    let folder = try Folder()
    let arguments = ["demo", "--patients", "30", "--data", folder.path + "/demo"]
    _ = try Program.run(arguments + ["--no-open"])
    let one = try Tmux(arguments)
    try one.wait(for: "Worklist 1/")
    try one.type("Q", "Enter")
    try one.wait(for: "write; @ names somebody")
    try one.write("half a question")
    // Once the hands rest it is on the disk; the program says nothing of it, so the journal's own file tells.
    try one.wait(for: "the draft on the disk") { _ in
      (try? Program.run(["journal", "stats", "--data", folder.path + "/demo"]).out.contains("1 draft")) ?? false
    }
    kill(try #require(try one.pid()), SIGKILL)
    let two = try Tmux(arguments)
    try two.wait(for: "Worklist 1/")
    try two.type("Q", "Enter")
    try two.wait(for: "half a question")
  }

  @Test func `two who agreed see each other look at the same patient, until one leaves`() throws {
    let folder = try Folder()
    let arguments = ["demo", "--patients", "30", "--data", folder.path + "/demo"]
    _ = try Program.run(arguments + ["--no-open"])
    let one = try Tmux(arguments)
    try one.wait(for: "Worklist 1/")
    try one.type("g", "L")
    try one.wait(for: "Others who agreed")
    let two = try Tmux(arguments + ["--as", "Dubois, Luc"])
    try two.wait(for: "Worklist 1/")
    try two.type("g", "L")
    try one.wait(for: "Dubois, Luc looks too")
    try two.wait(for: "Khan, Ana looks too")
    try two.type("q")
    try one.wait(for: "the other is gone") { !$0.contains("looks too") }
  }
}
