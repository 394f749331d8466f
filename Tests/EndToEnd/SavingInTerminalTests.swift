import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Tmux.isInstalled), .serialized) struct SavingInTerminalTests {
  private func open() throws -> (folder: Folder, terminal: Tmux, total: Int) {
    let folder = try Folder()
    let arguments = ["demo", "--patients", "20", "--data", folder.path + "/demo"]
    _ = try Program.run(arguments + ["--no-open"])
    let terminal = try Tmux(arguments)
    let first = try terminal.wait(for: "Worklist 1/")
    // A rule's line, which can't be closed by hand, comes first; the one below is a task.
    try terminal.type("j")
    try terminal.wait(for: "Worklist 2/")
    return (folder, terminal, try #require(first.firstMatch(of: /Worklist 1\/(\d+)/).flatMap { Int($0.1) }))
  }

  @Test func `while another program holds the journal, keys are answered and the change waits for the disk`() throws {
    let (folder, terminal, total) = try open()
    let lock = try WriteLock(folder: folder.path + "/demo")
    try terminal.type("s")
    try terminal.wait(for: "saving…")
    try terminal.type("j", "j")
    try terminal.wait(for: "Worklist 4/\(total)")
    try terminal.type("g", "p")
    try terminal.wait(for: "Patients 1/20")
    try terminal.type("g", "w", "k", "k", "x")
    try terminal.wait(for: "saving 2…")
    let before = try Program.run(["journal", "stats", "--data", folder.path + "/demo"]).out
    lock.letGo()
    let after = try terminal.wait(for: "saved ✓")
    #expect(after.contains("Worklist 2/\(total - 1)"))
    #expect(try Program.run(["journal", "stats", "--data", folder.path + "/demo"]).out != before)
  }

  @Test func `a change that waits is on the disk before the program leaves`() throws {
    let (folder, terminal, total) = try open()
    let lock = try WriteLock(folder: folder.path + "/demo")
    try terminal.type("s", "x", "q")
    try terminal.wait(for: "Saving; leaves when all is on the disk.")
    lock.letGo()
    try terminal.wait(for: "ENDED 0")
    try terminal.wait(for: "TERMINAL AS IT WAS")
    let left = try Program.run(["list", "worklist", "--data", folder.path + "/demo"]).out
    #expect(left.split(separator: "\n").count == total - 1)
  }

  @Test func `a hangup waits for the disk, too`() throws {
    let (folder, terminal, total) = try open()
    let lock = try WriteLock(folder: folder.path + "/demo")
    try terminal.type("s", "x")
    try terminal.wait(for: "saving 2…")
    kill(try #require(try terminal.pid()), SIGHUP)
    try terminal.wait(for: "Saving; leaves when all is on the disk.")
    lock.letGo()
    try terminal.wait(for: "ENDED 0")
    let left = try Program.run(["list", "worklist", "--data", folder.path + "/demo"]).out
    #expect(left.split(separator: "\n").count == total - 1)
  }
}
