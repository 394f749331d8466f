import Foundation
import Testing

@Suite struct DoctorCommandTests {
  @Test func `the doctor looks and touches nothing, and its findings are data too`() throws {
    let folder = try Folder()
    let fresh = try Program.run(["doctor", "--json", "--data", folder.path + "/none"])
    #expect(fresh.code == 0, "\(fresh.out)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/none"))
    var findings: [String: [String: Any]] = [:]
    for line in fresh.out.split(separator: "\n") {
      let finding = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      findings[try #require(finding["what"] as? String)] = finding
    }
    for what in ["terminal", "size", "colours", "locale", "widths", "folder", "space", "keys", "theme", "journal"] {
      #expect(["ok", "warn"].contains(findings[what]?["state"] as? String), "\(what)")
    }
  }

  @Test func `what doesn't work is told with what to do, and is exit code 1`() throws {
    let folder = try Folder()
    try folder.write("this is no journal", to: "data/journal.sqlite")
    _ = unsafe chmod(folder.path + "/data", 0o755)
    let sick = try Program.run(["doctor", "--data", folder.path + "/data"])
    #expect(sick.code == 1)
    #expect(sick.out.contains("this file is not a Rounds journal"))
    #expect(sick.out.contains("→ chmod 700 \(folder.path)/data"))
    #expect(sick.out.split(separator: "\n").contains { $0.hasPrefix("bad") && $0.contains("journal") })
  }
}
