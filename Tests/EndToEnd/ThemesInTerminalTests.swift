import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Tmux.isInstalled), .serialized) struct ThemesInTerminalTests {
  /// A home with a demo in it, and settings and a memory of its own.
  private let home: Folder
  private let arguments: [String]
  private var themes: String { home.path + "/config/rounds/themes" }
  private var memory: String { home.path + "/state/rounds/screen.toml" }

  // The grounds in 256 colours, as a terminal is asked for them.
  private static let dark = "48;5;233m"
  private static let light = "48;5;231m"

  init() throws {
    home = try Folder()
    arguments = ["demo", "--patients", "12", "--data", home.path + "/demo"]
    try home.write("", to: "config/rounds/themes/plain.toml")
  }

  private func open(_ more: String...) throws -> Tmux {
    let terminal = try Tmux(
      arguments + more,
      environment: [
        "TERM": "xterm-256color", "COLORTERM": "", "NO_COLOR": "", "COLORFGBG": "",
        "XDG_CONFIG_HOME": home.path + "/config", "XDG_STATE_HOME": home.path + "/state",
      ])
    try terminal.wait(for: "Worklist 1/")
    return terminal
  }

  private func write(_ text: String, to theme: String) throws {
    try home.write(text, to: "config/rounds/themes/\(theme)")
  }

  /// Waits for a colour to be on the screen, and gives back all of them.
  private func wait(_ terminal: Tmux, forColour colour: String) throws {
    try terminal.wait(for: colour) { _ in (try? terminal.colours.contains(colour)) ?? false }
  }

  @Test func `a theme is looked at while moving, put back by Esc and kept by Enter, for the next start too`() throws {
    let terminal = try open()
    try wait(terminal, forColour: Self.dark)
    try terminal.write(":theme")
    try terminal.type("Enter")
    try terminal.wait(for: "Okabe and Ito")
    try terminal.type("j", "j")
    try wait(terminal, forColour: Self.light)
    #expect(!(try terminal.colours.contains(Self.dark)))
    try terminal.type("Escape")
    try wait(terminal, forColour: Self.dark)
    #expect(!FileManager.default.fileExists(atPath: memory))
    try terminal.type("T", "j", "j", "Enter")
    try terminal.wait(for: "Theme: light.")
    try terminal.type("q")
    try terminal.wait(for: "ENDED 0")
    let mode = try FileManager.default.attributesOfItem(atPath: memory)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try wait(try open(), forColour: Self.light)
    // A theme named now goes before the one chosen once.
    try wait(try open("--theme", "dark"), forColour: Self.dark)
  }

  @Test func `a theme of one's own follows its file, keeps its looks over a mistake, and says where it is`() throws {
    try write("[palette]\nground = 17\n", to: "mine.toml")
    let terminal = try open("--theme", "mine")
    try wait(terminal, forColour: "48;5;17m")
    try write("[palette]\nground = 18\n", to: "mine.toml")
    try wait(terminal, forColour: "48;5;18m")
    try terminal.wait(for: "mine.toml is read anew.")
    try write("[palette]\n\nground = 300\n", to: "mine.toml")
    try terminal.wait(for: "mine.toml line 3: `ground` is no colour; write")
    try terminal.wait(for: "1 went wrong")
    #expect(try terminal.colours.contains("48;5;18m"))
    // As an editor does that writes another file and renames it.
    try write("inherits = \"base\"\n", to: "draft")
    try write("[palette]\nground = 19\n", to: "base.toml")
    let result = unsafe rename(themes + "/draft", themes + "/mine.toml")
    #expect(result == 0)
    try wait(terminal, forColour: "48;5;19m")
    // The one it inherits from counts as well.
    try write("[palette]\nground = 20\n", to: "base.toml")
    try wait(terminal, forColour: "48;5;20m")
    try FileManager.default.removeItem(atPath: themes + "/mine.toml")
    try terminal.wait(for: "`mine` is no longer there")
    #expect(try terminal.colours.contains("48;5;20m"))
  }

  @Test(arguments: [
    ("theme = 3\n", "line 1: `theme` should be text in quotes"),
    ("theme = \"gone\"\n", "`gone`, chosen last, is no longer"),
    ("theme = \"broken\"\n", "broken.toml line 2"),
  ])
  func `what was remembered and can't be used is told, and the screen opens all the same`(text: String, words: String)
    throws
  {
    try write("\ninherits = \"nothing\"\n", to: "broken.toml")
    try home.write(text, to: "state/rounds/screen.toml")
    let terminal = try open()
    try terminal.type("g", "e")
    try terminal.wait(for: "what is wrong") {
      $0.replacing(/[\s│]+/, with: " ").contains(words)
    }
    #expect(try terminal.colours.contains(Self.dark))
  }

  @Test func `a theme asked for by name that can't be used stops the program with the line`() throws {
    let unknown = try Program.run(arguments + ["--theme", "drak"])
    #expect(unknown.code == 2 && unknown.err.contains("auto, dark, light, high-contrast"))
    try write("[roles]\nurgnt = {}\n", to: "broken.toml")
    let terminal = try Tmux(
      arguments + ["--theme", "broken"],
      environment: ["TERM": "xterm-256color", "XDG_CONFIG_HOME": home.path + "/config"])
    try terminal.wait(for: "broken.toml line 2: `urgnt` is not known here")
    try terminal.wait(for: "ENDED 2")
  }

  @Test(arguments: [
    ("mono", "\u{1B}[0;1m"), ("8", ";33;40m"), ("16", ";91;40m"), ("256", ";38;5;210;48;5;"),
    ("truecolor", ";38;2;255;143;135;"),
  ])
  func `a picture can be had in every number of colours`(tier: String, sequence: String) throws {
    _ = try Program.run(arguments + ["--no-open"])
    let picture = try Program.run([
      "snapshot", "--data", home.path + "/demo", "--theme", "dark", "--format", "ansi", "--tier", tier,
    ])
    #expect(picture.code == 0 && picture.out.contains(sequence))
    #expect(tier != "mono" || picture.out.firstMatch(of: /\u{1B}\[[0-9;]*[34][0-8]m/) == nil)
  }
}
