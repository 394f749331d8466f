import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Tmux.isInstalled), .serialized) struct ImportInTerminalTests {
  private static func bundle(_ number: Int) -> String {
    """
    {"resourceType": "Bundle", "type": "collection", "entry": [
      {"fullUrl": "urn:uuid:\(10_000_000 + number)-1111-4111-8111-111111111111", "resource":
        {"resourceType": "Patient", "identifier": [{"system": "urn:mrn", "value": "M-\(number)"}],
        "name": [{"family": "Test\(number)", "given": ["Ada"]}], "birthDate": "1950-02"}},
      {"fullUrl": "urn:uuid:\(10_000_000 + number)-2222-4222-8222-222222222222", "resource":
        {"resourceType": "Task", "status": "ready", "intent": "order", "description": "Call Ada",
        "for": {"reference": "urn:uuid:\(10_000_000 + number)-1111-4111-8111-111111111111"}}}
    ]}
    """
  }

  private func files(_ count: Int, in folder: Folder) throws {
    for number in 1...count { try folder.write(Self.bundle(number), to: "in/\(number).json") }
  }

  private func patients(_ folder: Folder) throws -> Int {
    try Program.run(["list", "patients", "--data", folder.path + "/data"]).out.split(separator: "\n").count
  }

  @Test func `an empty record takes in files from its first screen, and what was refused is kept`() throws {
    let folder = try Folder()
    try files(40, in: folder)
    try folder.write("{\"resourceType\": ", to: "in/bad.json")
    let terminal = try Tmux(["--data", folder.path + "/data"])
    try terminal.wait(for: "Look around")
    try terminal.type("i")
    try terminal.write(folder.path + "/i")
    try terminal.type("Tab")
    try terminal.wait(for: folder.path.suffix(20) + "/in/")
    try terminal.type("Enter")
    try terminal.wait(for: "40 patients")
    try terminal.wait(for: "41 files read, 40 new patients, 1 refused; gI tells more.")
    try terminal.type("g", "I")
    try terminal.wait(for: "bad.json")
    try terminal.type("Escape")
    try terminal.wait(for: "the report to close") { $0.contains("▲ 1 went wrong") && !$0.contains("bad.json") }
    try terminal.type("q")
    try terminal.wait(for: "ENDED 0")
    #expect(try patients(folder) == 40)
  }

  @Test func `an import is stopped between files, keys being answered all the while, and the next one adds the rest`()
    throws
  {
    let folder = try Folder()
    try files(200, in: folder)
    let terminal = try Tmux(["--data", folder.path + "/data"])
    try terminal.wait(for: "Look around")
    // Holds the import at the end of its first batch.
    let lock = try WriteLock(folder: folder.path + "/data")
    try terminal.type("i")
    try terminal.write(folder.path + "/in")
    try terminal.type("Enter")
    try terminal.wait(for: "of 200 files")
    try terminal.type("?")
    try terminal.wait(for: "type to search")
    try terminal.type("Escape")
    try terminal.wait(for: "the keys to close") { !$0.contains("type to search") }
    try terminal.type("S")
    try terminal.wait(for: "Stopping the import")
    lock.letGo()
    let end = try terminal.wait(for: "of 200 files; what came in stays")
    let read = try #require(end.firstMatch(of: /Stopped after (\d+) of 200/).flatMap { Int($0.1) })
    #expect((1..<200).contains(read))
    #expect(try patients(folder) == read, "all that was read is there, and no more")
    try terminal.type("I")
    try terminal.write(folder.path + "/in")
    try terminal.type("Enter")
    try terminal.wait(for: "200 files read, \(200 - read) new patients")
    try terminal.wait(for: "200 patients")
  }

  @Test func `a path that leads nowhere is told in the box, which keeps it`() throws {
    let folder = try Folder()
    let terminal = try Tmux(["--data", folder.path + "/data"])
    try terminal.wait(for: "Look around")
    try terminal.type("i")
    try terminal.write("/nowhere/x")
    try terminal.type("Enter")
    try terminal.wait(for: "There is no /nowhere/x.")
    try terminal.type("BSpace")
    try terminal.wait(for: "another path") { $0.contains("/nowhere/ ") && !$0.contains("There is no") }
  }

  @Test func `leaving in the middle of an import ends it cleanly and says so`() throws {
    let folder = try Folder()
    try files(200, in: folder)
    let terminal = try Tmux(["--data", folder.path + "/data"])
    try terminal.wait(for: "Look around")
    let lock = try WriteLock(folder: folder.path + "/data")
    try terminal.type("i")
    try terminal.write(folder.path + "/in")
    try terminal.type("Enter")
    try terminal.wait(for: "of 200 files")
    try terminal.type("q")
    try terminal.wait(for: "Stopping the import; leaves when all is on the disk.")
    lock.letGo()
    let end = try terminal.wait(for: "TERMINAL AS IT WAS")
    #expect(end.contains("Stopped: "))
    #expect(try Program.run(["journal", "verify", "--data", folder.path + "/data"]).code == 0)
    #expect(try (1..<200).contains(patients(folder)))
  }

  @Test func `Ctrl-C stops an import on the command line in the same way`() throws {
    let folder = try Folder()
    try files(200, in: folder)
    // Keeps the journal open, so that there is a lock to hold.
    let other = try Tmux(["--data", folder.path + "/data"])
    try other.wait(for: "Look around")
    let lock = try WriteLock(folder: folder.path + "/data")
    let terminal = try Tmux(["import", folder.path + "/in", "--data", folder.path + "/data"])
    try terminal.wait(for: "Reading [")
    // Ctrl-C would end the shell around it, too.
    kill(try #require(try terminal.pid()), SIGINT)
    lock.letGo()
    let end = try terminal.wait(for: "ENDED 130")
    #expect(end.contains("of 200 files read; what came in stays, and importing again adds the rest."))
    #expect(try (1..<200).contains(patients(folder)))
  }

  @Test func `d opens the made-up network beside the empty record`() throws {
    let folder = try Folder()
    let terminal = try Tmux(["--data", folder.path + "/data"], width: 100, height: 30)
    try terminal.wait(for: "Look around")
    try terminal.type("d")
    try terminal.wait(for: "Worklist 1/")
    #expect(FileManager.default.fileExists(atPath: folder.path + "/data-demo-200-1/journal.sqlite"))
    try terminal.type("j", "I")
    try terminal.wait(for: "this is the demo")
    try terminal.type("q")
    try terminal.wait(for: "ENDED 0")
    try terminal.wait(for: "TERMINAL AS IT WAS")
    #expect(try patients(folder) == 0)
  }
}
