import Dashboard
import Foundation
import Settings
import Testing

@testable import Terminal
@testable import rounds

@Suite struct DoctorTests {
  private func terminal(
    _ environment: [String: String], entry: String? = "xterm-256color", colors: Int = 256, size: Size? = nil,
    isTerminal: Bool = true, hasLocale: Bool = true, disagreements: [WidthCheck.Disagreement] = []
  ) -> [String: Finding] {
    let findings = TerminalFindings(
      environment: environment, isTerminal: isTerminal,
      description: TerminalDescription(entry: entry, colors: colors), size: size, hasLocale: hasLocale,
      disagreements: disagreements
    ).all
    return Dictionary(uniqueKeysWithValues: findings.map { ($0.what, $0) })
  }

  private static let good = ["TERM": "xterm-256color", "LANG": "C.UTF-8"]

  @Test func `a good terminal gives no cause for a word`() {
    let findings = terminal(Self.good, size: Size(width: 120, height: 40))
    #expect(findings.values.allSatisfy { $0.state == .ok && $0.remedy == nil })
    #expect(findings["size"]?.words == "120×40")
    #expect(findings["colours"]?.words == "256 (terminfo has 256 for xterm-256color)")
  }

  @Test(arguments: [
    (["TERM": ""], nil as String?, Finding.State.bad, "TERM is not set"),
    (["TERM": "dumb"], "dumb", .bad, "TERM is dumb: its cursor can't be moved"),
    (["TERM": "foo"], nil, .bad, "this system has no description of `foo`, nor of any relative"),
    (["TERM": "foo"], "vt100", .warn, "this system has no description of `foo`; drawn as on vt100"),
    (["TERM": "foo"], "foo", .ok, "foo"),
  ]) func `the terminal is named, and by what it is drawn`(
    environment: [String: String], entry: String?, state: Finding.State, words: String
  ) {
    let finding = terminal(environment, entry: entry)["terminal"]
    #expect(finding?.state == state)
    #expect(finding?.words == words)
    #expect((finding?.remedy == nil) == (state == .ok))
  }

  @Test func `without a terminal only that is said of it`() {
    let findings = terminal([:], entry: nil, colors: 0, isTerminal: false)
    #expect(findings["terminal"]?.state == .warn)
    #expect(findings["colours"]?.words == "not known without a terminal")
    #expect(findings["size"]?.words == "not known without a terminal")
  }

  @Test(arguments: [
    (["TERM": "xterm"], "xterm", 8, Finding.State.ok, "8 (terminfo has 8 for xterm)"),
    (
      ["TERM": "xterm", "COLORTERM": "truecolor"], "xterm", 8, .ok,
      "truecolor (terminfo has 8 for xterm; COLORTERM is truecolor)"
    ),
    (["TERM": "vt100"], "vt100", 0, .warn, "none (terminfo has 0 for vt100)"),
    (["TERM": "xterm", "NO_COLOR": "1"], "xterm", 8, .ok, "none, since NO_COLOR is set"),
  ]) func `colours are those that terminfo and the environment really give`(
    environment: [String: String], entry: String, colors: Int, state: Finding.State, words: String
  ) {
    let finding = terminal(environment, entry: entry, colors: colors)["colours"]
    #expect(finding?.state == state)
    #expect(finding?.words == words)
  }

  @Test func `a window too small, a locale that is missing or plain, and characters in dispute are told`() {
    #expect(terminal(Self.good, size: Size(width: 39, height: 10))["size"]?.state == .bad)
    #expect(terminal(["LANG": "C"])["locale"]?.words == "C: without UTF-8 names and lines are drawn in ASCII")
    #expect(terminal([:])["locale"]?.words.hasPrefix("none is set") == true)
    #expect(
      terminal(["LC_ALL": "xx_YY.UTF-8"], hasLocale: false)["locale"]?.words
        == "xx_YY.UTF-8 is not installed; drawn in UTF-8 all the same")
    let one = WidthCheck.Disagreement(scalar: "\u{1171E}", ours: 1, library: 0)
    let few = terminal(Self.good, disagreements: [one])["widths"]
    #expect(few?.state == .ok && few?.words.contains("U+1171E") == true)
    #expect(terminal(Self.good, disagreements: Array(repeating: one, count: 51))["widths"]?.state == .warn)
  }

  private func files(
    mode: Int? = 0o700, isWritable: Bool = true, files: [FileFindings.File] = [], free: Int64? = 80 << 30,
    canWatch: Bool = true
  ) -> [Finding] {
    FileFindings(folder: "/d", mode: mode, isWritable: isWritable, files: files, free: free, canWatch: canWatch).all
  }

  @Test func `the folder is its owner's alone, and has room`() {
    #expect(files().allSatisfy { $0.state == .ok })
    #expect(files()[2].words == "80 GB left")
    #expect(files(mode: nil).map(\.what) == ["folder", "space", "watches"])
    #expect(
      files(mode: 0o755)[0]
        == Finding(
          "folder", .warn, "/d: others on this machine may look into it (mode 755)", remedy: "chmod 700 /d"))
    #expect(files(isWritable: false)[0].state == .bad)
    let open = files(files: [.init(path: "/d/a", mode: 0o600), .init(path: "/d/b", mode: 0o644)])[1]
    #expect(open.words == "/d/b: others may read it (mode 644)" && open.remedy == "chmod 600 /d/b")
    #expect(files(free: 700 << 20)[2] == Finding("space", .warn, "700 MB left", remedy: files(free: 0)[2].remedy))
    #expect(files(free: 10 << 20)[2].state == .bad)
    #expect(files(canWatch: false)[3].state == .warn)
  }

  @Test func `what the system says of a folder is what is there`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/doctor-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(FileFindings.current(folder).mode == nil)
    #expect(FileFindings.current(folder + "/deep/er").free != nil)
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
    _ = FileManager.default.createFile(atPath: folder + "/f", contents: nil, attributes: [.posixPermissions: 0o604])
    let found = FileFindings.current(folder)
    #expect(found.mode == 0o750 && found.isWritable && found.files == [.init(path: folder + "/f", mode: 0o604)])
  }

  @Test func `every fault of keys.toml and of a theme is a finding of its own`() throws {
    let (map, faults) = KeyMap.reading(
      try SettingsFile(name: "keys.toml", text: "[keys]\n\"task.start\" = \"Y\"\nquit = \"j\"\nno = \"x\"\n"))
    var settings = SettingsFindings(
      keys: (map, faults.map(\.description)), hasKeysFile: true, theme: "auto", themeFaults: ["mine.toml line 3: no"],
      memoryFault: nil)
    #expect(settings.all.map(\.state) == [.bad, .bad, .bad])
    #expect(settings.all.map(\.what) == ["keys", "keys", "theme"])
    settings.keys.faults = []
    settings.themeFaults = []
    #expect(settings.all.map(\.words) == ["keys.toml changes 1 commands", "auto: dark or light, as the terminal is"])
    settings.memoryFault = "What the screen remembered can't be read."
    #expect(settings.all.last?.state == .warn)
  }

  @Test func `the record tells of its entries, its zone and its writer`() {
    var findings = RecordFindings(journal: .none, author: nil, statedZone: "Europe/Berlin", zone: "Europe/Berlin")
    #expect(findings.all.map(\.what) == ["journal", "time zone"])
    #expect(findings.all.allSatisfy { $0.state == .ok })
    findings.journal = .open(path: "/d/j", entries: 7, patients: 2, zone: "America/Chicago")
    findings.author = .member("Khan, Ana")
    #expect(
      findings.all.map(\.words) == [
        "/d/j: 7 entries, all sound; 2 patients", "Europe/Berlin here; the record's days end in America/Chicago",
        "Khan, Ana",
      ])
    findings.journal = .altered(path: "/d/j", sound: 6, words: "entry 7 is missing")
    findings.author = .login("ana", isDirectoryEmpty: false)
    findings.statedZone = "Mars/Base"
    findings.zone = "UTC"
    #expect(findings.all.map(\.state) == [.bad, .warn, .warn])
    #expect(findings.all.allSatisfy { $0.remedy != nil })
    findings.author = .login("ana", isDirectoryEmpty: true)
    #expect(findings.all.last?.state == .ok)
    findings.author = .refused("--as Bob: nobody in the directory is called that.")
    #expect(findings.all.last?.state == .bad)
  }
}
