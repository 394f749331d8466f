import Foundation
import Testing

private let groff = "/usr/bin/groff"

@Suite struct ManualPageTests {
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: groff), "groff is not installed"))
  func `the manual page is one that man reads without complaint`() throws {
    let folder = try Folder()
    let page = try Program.run(["manual"])
    #expect(page.code == 0 && page.err.isEmpty)
    try folder.write(page.out, to: "rounds.1")
    let (out, err) = (folder.path + "/out", folder.path + "/err")
    let child = try Child(
      groff, ["-man", "-Tutf8", "-ww", "-rLL=78n", folder.path + "/rounds.1"],
      environment: ["PATH": "/usr/bin:/bin"], out: out, err: err)
    #expect(child.wait() == 0)
    #expect(try String(contentsOfFile: err, encoding: .utf8) == "")
    // Bold is a letter printed over itself.
    let read = try String(contentsOfFile: out, encoding: .utf8).replacing(/.\u{8}/, with: "")
    for words in ["NAME", "SYNOPSIS", "COMMANDS", "KEYS", "FILES", "ENVIRONMENT", "EXIT STATUS"] {
      #expect(read.contains(words))
    }
  }

  @Test func `keys are printed as keys.toml has made them, and its faults named`() throws {
    let folder = try Folder()
    try folder.write("[keys]\n\"task.complete\" = \"Y\"\nquit = \"j\"\n", to: "config/rounds/keys.toml")
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_CONFIG_HOME"] = folder.path + "/config"
    let (out, err) = (folder.path + "/out", folder.path + "/err")
    func run(_ arguments: [String]) throws -> (code: Int32, out: String, err: String) {
      let child = try Child(Program.path, ["keys"] + arguments, environment: environment, out: out, err: err)
      return (
        child.wait(), try String(contentsOfFile: out, encoding: .utf8), try String(contentsOfFile: err, encoding: .utf8)
      )
    }
    let plain = try run([])
    #expect(plain.code == 1)
    #expect(plain.err == "keys.toml line 3: `j` is bound to both quit and move.down; the default is used.\n")
    #expect(plain.out.split(separator: "\n").contains { $0.hasPrefix("Y ") && $0.contains("task.complete") })
    #expect(try run(["--toml"]).out.contains("\n\"task.complete\" = [\"Y\"]"))
    let lines = try run(["--json"]).out.split(separator: "\n")
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    #expect(lines.contains { $0.contains("\"id\":\"task.complete\",\"keys\":[\"Y\"]") })
    #expect(try run(["--json", "--toml"]).code == 2)
  }
}
