import Foundation
import TestSupport
import Testing

@Suite struct CommandLineTests {
  private static let bundle = """
    {"resourceType": "Bundle", "type": "collection", "entry": [
      {"fullUrl": "urn:uuid:11111111-1111-4111-8111-111111111111", "resource": {"resourceType": "Patient",
        "identifier": [{"system": "urn:mrn", "value": "M-1", "type": {"coding": [{"code": "MR"}]}}],
        "name": [{"family": "Test\\u001b[31m", "given": ["Ada"]}], "birthDate": "1950-02"}},
      {"fullUrl": "urn:uuid:22222222-2222-4222-8222-222222222222", "resource": {"resourceType": "Task",
        "status": "ready", "intent": "order", "description": "Call Ada",
        "for": {"reference": "urn:uuid:11111111-1111-4111-8111-111111111111"},
        "restriction": {"period": {"end": "2026-11-20"}}}}
    ]}
    """

  @Test func `an import tells what came in and what was refused, and importing again adds nothing`() throws {
    let folder = try Folder()
    try folder.write(Self.bundle, to: "in/good.json")
    try folder.write("{\"resourceType\": \"Patient\",\n \"name\": }", to: "in/bad.json")
    let first = try Program.run(["import", folder.path + "/in", "--data", folder.path + "/data"])
    #expect(first.code == 1)
    #expect(first.err.contains("bad.json"))
    #expect(first.err.contains("2"), "the line is named")
    let stats = try Program.run(["journal", "stats", "--data", folder.path + "/data"]).out
    _ = try Program.run(["import", folder.path + "/in", "--data", folder.path + "/data"])
    let again = try Program.run(["journal", "stats", "--data", folder.path + "/data"]).out
    #expect(entries(stats) == entries(again))
    let good = try Program.run(["import", folder.path + "/in/good.json", "--data", folder.path + "/data"])
    #expect(good.code == 0)
  }

  private func entries(_ stats: String) -> Substring? { stats.split(separator: "\n").first { $0.hasPrefix("entries") } }

  @Test func `lists and charts come as one JSON object a line, with nothing raw in them`() throws {
    let folder = try Folder()
    try folder.write(Self.bundle, to: "good.json")
    _ = try Program.run(["import", folder.path + "/good.json", "--data", folder.path + "/data"])
    for arguments in [["list", "patients"], ["list", "worklist"], ["show", "M-1"]] {
      for form in [[], ["--json"]] {
        let result = try Program.run(arguments + form + ["--data", folder.path + "/data"])
        #expect(result.code == 0)
        #expect(!result.out.contains("\u{1B}"), "\(arguments) \(form)")
        if form.isEmpty { continue }
        let lines = result.out.split(separator: "\n")
        #expect(lines.count == 1)
        for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
      }
    }
    let work = try Program.run([
      "list", "worklist", "--json", "--data", folder.path + "/data", "--now", "2026-11-21T08:00:00Z",
    ]).out
    #expect(work.contains("\"due\":\"2026-11-20\""))
    #expect(work.contains("\"band\":\"Overdue\""))
  }

  @Test func `wrong usage is 2, a journal that can't be opened is 3`() throws {
    let folder = try Folder()
    #expect(try Program.run(["list", "nonsense"]).code == 2)
    #expect(try Program.run(["frobnicate"]).code == 2)
    #expect(try Program.run(["list", "patients", "--data", folder.path + "/nothing"]).code == 3)
    #expect(try Program.run(["show", "no such", "--data", folder.path + "/nothing"]).code == 3)
    #expect(try Program.run(["--help"]).code == 0)
    try folder.write("not a journal", to: "data/journal.sqlite")
    try folder.write("not a journal", to: "data/rounds.sqlite")
    let other = try Program.run(["list", "patients", "--data", folder.path + "/data"])
    #expect(other.code == 3)
  }

  @Test func `a picture of the screen writes nothing to the journal`() throws {
    let folder = try Folder()
    let data = ["--data", folder.path + "/demo"]
    _ = try Program.run(["demo", "--patients", "20", "--no-open"] + data)
    // The size counts a log that any reader may move into the file.
    func stats() throws -> [Substring] {
      try Program.run(["journal", "stats"] + data).out.split(separator: "\n").filter { !$0.hasPrefix("size") }
    }
    let before = try stats()
    #expect(before.contains { $0.hasPrefix("entries") })
    #expect(try Program.run(["snapshot"] + data).out.contains("Sat 21 Nov  08:12"), "the clock of the demo")
    #expect(try Program.run(["snapshot", "--now", "2026-11-22T09:30:00Z"] + data).out.contains("Sun 22 Nov"))
    let now = ["--now", "2026-11-21T08:12:00Z"]
    let plain = try Program.run(["snapshot", "--size", "100x30"] + data + now).out
    let closed = try Program.run(["snapshot", "--size", "100x30", "--keys", "sx"] + data + now).out
    #expect(plain.split(separator: "\n", omittingEmptySubsequences: false).count >= 30)
    #expect(closed != plain)
    #expect(try stats() == before)
    #expect(try Program.run(["snapshot", "--format", "svg"] + data + now).out.hasPrefix("<svg"))
    #expect(try Program.run(["snapshot", "--keys", "<Foo>"] + data).code == 2)
  }

  @Test func `what a rule asks for is told to machines with its reason and its source`() throws {
    let folder = try Folder()
    let data = ["--data", folder.path + "/demo"]
    _ = try Program.run(["demo", "--patients", "2", "--no-open"] + data)
    let rows = try Program.run(["list", "worklist", "--json"] + data).out.split(separator: "\n")
    #expect(rows.contains { $0.contains("\"kind\":\"Clock\"") && $0.contains("Reconcile medicines") })
    let shown = try Program.run(["show", "104233", "--json"] + data).out
    #expect(shown.contains("\"because\":\"discharged from St. Mary, ward 4B, Thu 19 Nov 14:10\""))
    #expect(shown.contains("\"id\":\"tcm-contact\"") && shown.contains("CPT 99495/99496"))
  }

  @Test func `the same seed gives the same patients, another seed others`() throws {
    let folder = try Folder()
    func patients(_ seed: String, _ name: String) throws -> String {
      let data = ["--data", folder.path + "/" + name]
      _ = try Program.run(["demo", "--patients", "20", "--seed", seed, "--no-open"] + data)
      return try Program.run(["list", "patients", "--json"] + data).out
    }
    let first = try patients("7", "a")
    #expect(try patients("7", "b") == first)
    #expect(try patients("8", "c") != first)
  }

  @Test func `the folder and its files are for their owner alone`() throws {
    let folder = try Folder()
    _ = try Program.run(["demo", "--patients", "1", "--no-open", "--data", folder.path + "/demo"])
    func mode(_ path: String) throws -> Int? {
      (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
    }
    #expect(try mode(folder.path + "/demo") == 0o700)
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/demo") {
      #expect(try mode(folder.path + "/demo/" + file) == 0o600, "\(file)")
    }
  }

  @Test func `an import that is killed leaves whole entries, and the next one completes it`() throws {
    let seed = seedOfThisRun
    var random = Seeded(seed)
    let folder = try Folder()
    for number in 0..<120 {
      let text = Self.bundle.replacingOccurrences(of: "11111111-1111", with: "11111111-\(1000 + number)")
        .replacingOccurrences(of: "22222222-2222", with: "22222222-\(1000 + number)")
        .replacingOccurrences(of: "M-1", with: "M-\(number)")
      try folder.write(text, to: "in/\(number).json")
    }
    var whole: String?
    for run in 0..<20 {
      let data = ["--data", folder.path + "/data-\(run)"]
      let child = try Program.start(["import", folder.path + "/in"] + data)
      // Half of them die while the journal is being made.
      usleep(UInt32.random(in: 1_000...(run.isMultiple(of: 2) ? 30_000 : 120_000), using: &random))
      kill(child.pid, SIGKILL)
      child.wait()
      let verified = try Program.run(["journal", "verify"] + data)
      #expect(verified.code == 0 || verified.code == 3, "run \(run), seed \(seed): \(verified.err)")
      #expect(try Program.run(["import", folder.path + "/in"] + data).code == 0, "run \(run), seed \(seed)")
      let patients = try Program.run(["list", "worklist", "--json"] + data).out
      whole = whole ?? patients
      #expect(patients == whole, "run \(run), seed \(seed)")
      #expect(patients.split(separator: "\n").count == 120)
    }
  }
}
