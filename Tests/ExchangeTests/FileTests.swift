import Care
import Foundation
import Testing

@testable import Exchange

struct FileTests {
  private func line(_ text: String) -> String { text.split(separator: "\n").joined() }

  @Test(arguments: ["a.ndjson", "a.jsonl", "a.json"])
  func `one resource a line comes in under any ending, and a bad line costs only itself`(_ name: String) throws {
    let lines = [
      line(observation("first", of: reference("Patient/p"), id: "1")), "", line(patient("Rossi", id: "p")),
      #"{"resourceType": "Observation", "#, line(observation("last", of: reference("Patient/p"), id: "2")),
    ]
    for ending in ["\n", "\r\n"] {
      let fixture = try Fixture([name: lines.joined(separator: ending)])
      let report = try fixture.load()
      #expect(fixture.chart(ofFamily: "Rossi")?.observations.count == 2)
      #expect(report.refused.map(\.line) == [4])
      #expect(try fixture.load().entries == 0)
    }
  }

  @Test func `a file of many stretches comes in whole, in bounded pieces`() throws {
    let filler = String(repeating: "x", count: 1000)
    var lines = (0..<4500).map { line(observation("\($0) \(filler)", of: reference("Patient/p"), id: "o\($0)")) }
    lines.append(line(patient("Rossi", id: "p")))
    let fixture = try Fixture(["big.ndjson": lines.joined(separator: "\n")])
    let report = try fixture.load()
    #expect(fixture.chart(ofFamily: "Rossi")?.observations.count == 4500)
    #expect(report.resources["Observation"]?.new == 4500)
    #expect(try fixture.load().entries == 0)
  }

  @Test func `files that are not usable are refused by name, and the rest comes in`() throws {
    let fixture = try Fixture([
      "empty.json": "", "words.json": "# not JSON", "list.json": "[1, 2]", "two.json": "{}}",
      "open.json": #"{"resourceType": "Patient""#, "deep.json": String(repeating: "[", count: 10_000),
      "long.json": "\"" + String(repeating: "x", count: 10_000_000),
      "good.json": patient("Rossi", id: "p"), "README.md": "# left alone", ".hidden.json": "not looked at",
    ])
    try fixture.write(Data([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), to: "utf16.json")
    let report = try fixture.load()
    let refused = Set(report.refused.map { $0.path.split(separator: "/").last.map(String.init) ?? "" })
    let names = ["empty", "words", "list", "deep", "open", "two", "long", "utf16"].map { $0 + ".json" }
    #expect(refused == Set(names))
    #expect(report.refused.first { $0.path.hasSuffix("utf16.json") }?.words.contains("UTF-8") == true)
    #expect(report.otherFiles == ["md": 1])
    #expect(fixture.charts.count == 1)
  }

  @Test func `a byte order mark and Windows line ends are no fault`() throws {
    let fixture = try Fixture()
    let text = patient("Rossi", id: "p").replacing("\n", with: "\r\n")
    try fixture.write(Data([0xef, 0xbb, 0xbf] + text.utf8), to: "a.json")
    #expect(try fixture.load().refusedCount == 0)
    #expect(fixture.charts.count == 1)
  }

  @Test func `a missing path, another kind of file and a pipe are refused in words`() throws {
    let fixture = try Fixture(["notes.txt": "x"])
    let pipe = fixture.folder.appending(path: "pipe.json").path
    try #require(unsafe mkfifo(pipe, 0o600) == 0)
    let report = try fixture.load("missing.json", "notes.txt", "pipe.json")
    #expect(
      report.refused.map(\.words) == [
        "There is no such file.", "This is no .json, .ndjson or .jsonl file.", "This is no plain file.",
      ])
  }

  @Test func `links that lead in a circle or to the same file again are read once`() throws {
    let fixture = try Fixture(["sub/a.json": patient("Rossi", id: "p")])
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: fixture.folder.appending(path: "sub/up").path, withDestinationPath: fixture.folder.path)
    try manager.createSymbolicLink(
      atPath: fixture.folder.appending(path: "again.json").path,
      withDestinationPath: fixture.folder.appending(path: "sub/a.json").path)
    #expect(try fixture.load().files == 1)
  }

  @Test func `names with accents, digits, other scripts and control characters come in as they are`() throws {
    let name = #"[{"use": "official", "family": "Åström915", "given": ["O\u0007Neil"]}, {"text": "王小明"}]"#
    let fixture = try Fixture(["a.json": #"{"resourceType": "Patient", "id": "p", "name": \#(name)}"#])
    try fixture.load()
    let names = try #require(fixture.charts.first?.patient?.names)
    #expect(names.map(\.family) == ["Åström915", ""])
    #expect(names.map(\.given) == [["O\u{7}Neil"], []])
    #expect(names.map(\.text) == ["", "王小明"])
  }
}
