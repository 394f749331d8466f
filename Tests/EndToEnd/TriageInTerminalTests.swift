import Foundation
import TestSupport
import Testing

/// A triage that is broken off, what was left alone, and two people at one line.
@Suite(.enabled(if: Tmux.isInstalled), .serialized) struct TriageInTerminalTests {
  private func record(patients: Int = 20) throws -> (folder: Folder, arguments: [String]) {
    let folder = try Folder()
    let arguments = ["demo", "--patients", "\(patients)", "--data", folder.path + "/demo"]
    _ = try Program.run(arguments + ["--no-open"])
    return (folder, arguments)
  }

  @Test func `a triage that was killed goes on where it was`() throws {
    let (folder, arguments) = try record()
    defer { withExtendedLifetime(folder) {} }
    let terminal = try Tmux(arguments)
    try terminal.wait(for: "Worklist 1/")
    try terminal.write("/due:<4d\r")
    try terminal.wait(for: "filter: due:<4d")
    try terminal.type("t")
    let first = try terminal.wait(for: "0 of ")
    let total = try #require(first.firstMatch(of: /0 of (\d+)/)?.1)
    try terminal.type("y")
    try terminal.wait(for: "1 of \(total)")
    try terminal.type("s")
    try terminal.wait(for: "2 of \(total)")
    kill(try #require(try terminal.pid()), SIGKILL)
    try terminal.wait(for: "ENDED 137")
    let again = try Tmux(arguments)
    try again.wait(for: "Worklist 1/")
    try again.type("t")
    try again.wait(for: "Goes on where you were in due:<4d: 2 of \(total) done.")
    try again.type("u")
    try again.wait(for: "you have done nothing since the start that can be undone")
    try again.type("E")
    let summary = try again.wait(for: "without an owner now")
    #expect(summary.contains(/decided +1\b/) && summary.contains(/skipped +1\b/))
    try again.type("Enter")
    try again.wait(for: "\(total) of")
    try again.wait(for: "filter: due:<4d")
  }

  @Test func `what was left alone is so at the next start, and machines are told until when and why`() throws {
    let (folder, arguments) = try record()
    let terminal = try Tmux(arguments)
    let total = try #require(
      try terminal.wait(for: "Worklist 1/").firstMatch(of: /Worklist 1\/(\d+)/).flatMap { Int($0.1) })
    try terminal.type("w")
    try terminal.wait(for: "until when")
    try terminal.write("mon\r")
    try terminal.wait(for: "why")
    try terminal.write("on holiday\r")
    try terminal.wait(for: "1 waiting")
    try terminal.type("q")
    try terminal.wait(for: "ENDED 0")
    let again = try Tmux(arguments)
    try again.wait(for: "Worklist 1/\(total - 1) · 1 waiting")
    try again.type("6")
    let waiting = try again.wait(for: "6  Waiting  is:waiting")
    #expect(waiting.contains("Mon"))
    let out = try Program.run([
      "list", "worklist", "--json", "--data", folder.path + "/demo", "--now", "2026-11-21T13:12:00Z",
    ]).out
    let asleep = out.split(separator: "\n").filter { $0.contains("\"waitsUntil\"") }
    #expect(asleep.count == 1)
    #expect(asleep.first?.contains("\"waitsBecause\":\"on holiday\"") == true)
  }

  @Test func `two people at one line: the second is shown both versions and asked`() throws {
    let (folder, arguments) = try record()
    defer { withExtendedLifetime(folder) {} }
    let mine = try Tmux(arguments)
    try mine.wait(for: "Worklist 1/")
    try mine.type("w")
    try mine.wait(for: "until when")
    let theirs = try Tmux(arguments + ["--as", "Levi"])
    try theirs.wait(for: "Worklist 1/")
    try theirs.type("A")
    try theirs.wait(for: "Assigned to you")
    try mine.write("mon\rwhy not\r")
    let asked = try mine.wait(for: "Somebody was first")
    #expect(asked.contains("Levi, Dana"))
    #expect(asked.contains("yours: Waits until Mon"))
    try mine.type("Enter")
    try mine.wait(for: "Waits until Mon")
    try mine.wait(for: "1 waiting")
    try theirs.wait(for: "1 waiting")
  }

  @Test func `the worklist for machines says of every line why, by which clocks, whose and how grave`() throws {
    let (folder, _) = try record()
    let out = try Program.run([
      "list", "worklist", "--json", "--data", folder.path + "/demo", "--now", "2026-11-21T13:12:00Z",
    ]).out
    let items = try out.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(items.count > 20)
    var sawClock = false
    var sawBreach = false
    for item in items {
      let patient = try #require(item["patient"] as? [String: String])
      #expect(Set(patient.keys) == ["id", "mrn", "name"] && patient["name"]?.isEmpty == false)
      for key in ["id", "title", "because", "status", "risk", "band", "next"] { #expect(item[key] is String, "\(key)") }
      #expect((item["because"] as? String)?.isEmpty == false)
      let isBreached = try #require(item["breached"] as? Bool)
      if isBreached { sawBreach = true }
      #expect(isBreached == (item["band"] as? String == "Overdue"))
      #expect(item["scores"] is [[String: Any]])
      for clock in try #require(item["clocks"] as? [[String: Any]]) {
        sawClock = true
        for key in ["id", "source", "version", "target", "due"] { #expect(clock[key] is String) }
      }
      if let due = item["deadline"] as? String { #expect(due.contains(/T.*(Z|[+-]\d\d:\d\d)$/), "\(due)") }
    }
    #expect(sawClock && sawBreach)
  }
}
