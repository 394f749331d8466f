import Foundation
import Terminal
import Testing

/// A site's own rules, and the commands that tell of rules and scores.
@Suite struct SiteCommandTests {
  /// Left a ward at home on Thursday 12 November 2026.
  private static let home = """
    {"resourceType": "Bundle", "type": "collection", "entry": [
      {"fullUrl": "urn:uuid:11111111-1111-4111-8111-111111111111", "resource": {"resourceType": "Patient",
        "identifier": [{"system": "urn:mrn", "value": "M-1", "type": {"coding": [{"code": "MR"}]}}],
        "name": [{"family": "Test", "given": ["Ada"]}], "birthDate": "1950-02-03"}},
      {"fullUrl": "urn:uuid:22222222-2222-4222-8222-222222222222", "resource": {"resourceType": "Encounter",
        "status": "finished", "class": {"code": "IMP"},
        "subject": {"reference": "urn:uuid:11111111-1111-4111-8111-111111111111"},
        "period": {"start": "2026-11-10T15:00:00Z", "end": "2026-11-12T19:10:00Z"}}}
    ]}
    """

  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
  }

  /// A record with one discharge, heard of three days later.
  private func record() throws -> (folder: Folder, data: [String]) {
    let folder = try Folder()
    try folder.write(Self.home, to: "in.json")
    let data = ["--data", folder.path + "/data", "--now", "2026-11-15T08:00:00Z"]
    #expect(try Program.run(["import", folder.path + "/in.json"] + data).code == 0)
    return (folder, data)
  }

  private func due(_ title: String, _ data: [String]) throws -> [String] {
    try objects(Program.run(["list", "worklist", "--json"] + data).out).filter { $0["title"] as? String == title }
      .compactMap { $0["due"] as? String }
  }

  @Test func `every rule is printed, with or without a record`() throws {
    let folder = try Folder()
    let data = ["--data", folder.path + "/none"]
    let plain = try Program.run(["clocks"] + data)
    #expect(plain.code == 0 && plain.err.isEmpty)
    #expect(plain.out.split(separator: "\n").allSatisfy { Text.width(String($0)) <= 100 })
    let clocks = try objects(Program.run(["clocks", "--json"] + data).out)
    for clock in clocks {
      let id = try #require(clock["id"] as? String)
      #expect(plain.out.contains("\n\(id) "), "\(id)")
      for key in ["asks", "start", "target", "source", "version"] {
        #expect((clock[key] as? String)?.isEmpty == false, "\(id) \(key)")
      }
      let state = try #require(clock["state"] as? String)
      #expect((clock["why"] == nil) == (state == "runs"), "\(id)")
      #expect(clock["changed"] == nil)
    }
    let states = Dictionary(grouping: clocks) { $0["state"] as? String ?? "" }.mapValues(\.count)
    #expect(Set(states.keys) == ["runs", "rests", "absent"])
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/none"))
  }

  @Test func `a site's own figure moves the due date, and is told wherever the rule is`() throws {
    let (folder, data) = try record()
    #expect(try due("Call after discharge", data) == ["2026-11-16"])
    try folder.write(
      "[site]\nclosed = [\"2026-11-17\"]\n[clocks.tcm-contact]\ntarget = \"3 business days\"\n", to: "data/clocks.toml")
    let stale = try Program.run(["list", "worklist"] + data)
    #expect(stale.code == 0 && stale.err.contains("other rules"), "who only reads is told")
    #expect(try due("Call after discharge", data) == ["2026-11-16"])
    // Whoever may write makes them anew.
    #expect(try Program.run(["import", folder.path + "/in.json"] + data).code == 0)
    #expect(try due("Call after discharge", data) == ["2026-11-18"])
    #expect(try Program.run(["list", "worklist"] + data).err.isEmpty)

    let clock = try objects(Program.run(["clocks", "--json"] + data).out).first { $0["id"] as? String == "tcm-contact" }
    #expect(clock?["target"] as? String == "3 business days")
    #expect(clock?["changed"] as? String == "here; published: 2 business days")
    #expect(try Program.run(["clocks"] + data).out.contains("here; published: 2"))
    let shown = try Program.run(["show", "M-1", "--json"] + data).out
    #expect(shown.contains("\"changed\":\"here; published: 2 business days\""))
    let screen = try Program.run(["snapshot", "--size", "160x40"] + data).out
    #expect(screen.contains("Call after"), "\(screen)")
    #expect(
      try Program.run(["snapshot", "--size", "160x40", "--keys", "j<Enter>"] + data).out.contains(
        "published: 2 business days"))
    let doctor = try Program.run(["doctor", "--json"] + data)
    #expect(doctor.code == 0)
    #expect(doctor.out.contains("clocks.toml changes 1 clock\""))
    #expect(!doctor.out.contains("clocks.toml: others may read it"), "it tells of no patient")
  }

  @Test func `a bad line is told by all who count with it, and the rest of the file counts`() throws {
    let (folder, data) = try record()
    try folder.write(
      "[clocks.tcm-contact]\ntarget = \"soon\"\n[clocks.tcm-visit]\ntarget = \"10 days\"\n", to: "data/clocks.toml")
    let words = "clocks.toml line 2: `soon` is no target"
    #expect(try Program.run(["import", folder.path + "/in.json"] + data).code == 0)
    #expect(try due("Call after discharge", data) == ["2026-11-16"])
    #expect(try due("Visit after discharge", data) == ["2026-11-22"])
    let list = try Program.run(["list", "worklist"] + data)
    #expect(list.code == 0 && list.err.contains(words))
    let clocks = try Program.run(["clocks"] + data)
    #expect(clocks.code == 1 && clocks.err.contains(words) && clocks.out.contains("tcm-contact"))
    #expect(try Program.run(["snapshot", "--keys", "ge"] + data).out.contains("clocks.toml line 2"))
    let doctor = try Program.run(["doctor"] + data)
    #expect(doctor.code == 1 && doctor.out.contains(words) && doctor.out.contains("→ Mend the line"))
    try folder.write("[clocks\n", to: "data/clocks.toml")
    #expect(try Program.run(["clocks"] + data).err.contains("The published rules are used: clocks.toml line 1:"))
    try folder.write("[site]\nzone = \"Asia/Tokyo\"\n", to: "data/clocks.toml")
    #expect(try Program.run(["clocks"] + data).out.hasPrefix("Days end in Asia/Tokyo."))
  }

  @Test func `scores come with their arithmetic, or with what is missing`() throws {
    let folder = try Folder()
    let data = ["--data", folder.path + "/demo", "--now", "2026-11-21T08:12:00Z"]
    _ = try Program.run(["demo", "--patients", "20", "--no-open"] + data)
    let text = try Program.run(["score", "104233"] + data)
    #expect(text.code == 0)
    #expect(text.out.contains("Rossi, Bo") && text.out.contains("4 + 3 + 5 + 1 = 13"))
    #expect(text.out.contains("NEWS2   incomplete (0 of 7)"))
    #expect(text.out.split(separator: "\n").allSatisfy { Text.width(String($0)) <= 100 })
    let json = try Program.run(["score", "rossi bo", "--json"] + data).out
    let scores = Dictionary(
      uniqueKeysWithValues: try objects(json).map { ($0["id"] as? String ?? "", $0) })
    let lace = try #require(scores["lace"])
    #expect(lace["total"] as? Double == 13 && lace["state"] as? String == "total" && lace["band"] as? String == "high")
    let terms = try #require(lace["terms"] as? [[String: Any]])
    #expect(terms.compactMap { $0["points"] as? Double }.reduce(0, +) == 13)
    #expect(terms.allSatisfy { $0["value"] != nil && $0["source"] != nil && $0["missing"] == nil })
    let news = try #require(scores["news2"])
    #expect(news["total"] is NSNull && news["state"] as? String == "incomplete" && news["band"] == nil)
    #expect((news["terms"] as? [[String: Any]])?.allSatisfy { $0["missing"] != nil && $0["points"] == nil } == true)
    #expect(try Program.run(["score", "nobody at all"] + data).code == 2)
    let many = try Program.run(["score", "a"] + data)
    #expect(many.code == 2 && many.err.contains("patients fit:"))
    #expect(try Program.run(["show", "Rossi, Bo"] + data).out.contains("104233"), "show finds by name too")
  }
}
