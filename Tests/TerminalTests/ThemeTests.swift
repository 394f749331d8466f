import Settings
import Terminal
import Testing

struct ThemeTests {
  @Test("A reversed row is one bar, not a block for each word")
  func bar() throws {
    let theme = try Theme.named("dark", userFolder: nil)
    let colors = Set(Role.allCases.map { theme.resolve(Style($0, on: .selected), in: .eight).foreground })
    #expect(colors.count == 1)
  }

  @Test("A role keeps what a child does not name, and a child may empty it")
  func inheritanceByKey() throws {
    let text = """
      [roles]
      urgent = { fg = "violet" }
      key = { attributes = [] }
      selected = { bg = "ground" }
      """
    let dark = try Theme.named("dark", userFolder: nil)
    let mine = try Theme(name: "mine", text: text) { _ in nil }
    let urgent = mine.resolve(Style(.urgent), in: .many)
    #expect(urgent.foreground == 182 && urgent.attributes == .bold)
    #expect(mine.resolve(Style(.key), in: .mono).attributes == [])
    #expect(mine.resolve(Style(.key), in: .many).foreground == dark.resolve(Style(.key), in: .many).foreground)
    #expect(mine.resolve(Style(.selected), in: .many).background == 233)
    #expect(mine.resolve(Style(.selected), in: .sixteen) == dark.resolve(Style(.selected), in: .sixteen))
  }

  @Test("What has no ground of its own lies on the theme's, and that may be the terminal's")
  func ground() throws {
    let dark = try Theme.named("dark", userFolder: nil)
    #expect(dark.resolve(Cell.blank.style, in: .truecolor).background == 0x16191F)
    #expect(dark.resolve(Style(.urgent, on: .urgent), in: .sixteen).background == 0)
    let clear = try Theme(name: "clear", text: "[palette]\nground = \"default\"\n") { _ in nil }
    for tier in Tier.allCases { #expect(clear.resolve(Style(.urgent), in: tier).background == -1) }
    #expect(clear.resolve(Style(.urgent, on: .strip), in: .many).background == 235)
  }

  @Test(
    "A theme called as one of ours stands on ours, whether it says so or not",
    arguments: ["", "inherits = \"light\"\n"])
  func override(heading: String) throws {
    let folder = try UserThemes(["light": heading + "[palette]\nred = \"#800000\"\n"])
    let mine = try Theme.named("light", userFolder: folder.path)
    #expect(mine.resolve(Style(.urgent), in: .truecolor).foreground == 0x800000)
    #expect(mine.resolve(Style(.text), in: .truecolor).background == 0xFBFAF7)
    // What is ours stands on what is ours.
    let ours = try Theme.named("solarized-light", userFolder: folder.path)
    #expect(ours == (try Theme.named("solarized-light", userFolder: nil)))
  }

  @Test("A theme may name just what it changes")
  func inheritance() throws {
    let text = "inherits = \"dark\"\n[palette]\ncoral = \"#ff0000\"\n[roles]\nsoon = { fg = \"#00ff00\" }\n"
    let dark = try Theme.named("dark", userFolder: nil)
    let mine = try Theme(name: "mine", text: text) { _ in Themes.darkText }
    #expect(mine.resolve(Style(.urgent), in: .truecolor).foreground == 0xFF0000)
    #expect(mine.resolve(Style(.urgent), in: .many).foreground == 196)
    #expect(mine.resolve(Style(.urgent), in: .sixteen).foreground == 9)
    #expect(mine.resolve(Style(.urgent), in: .eight).foreground == 1)
    #expect(mine.resolve(Style(.soon), in: .truecolor).foreground == 0x00FF00)
    #expect(mine.resolve(Style(.good), in: .many) == dark.resolve(Style(.good), in: .many))
  }

  @Test(
    "A theme that cannot be used says where and what to write",
    arguments: [
      ("inherits = \"dark\"\n[roles]\nurgnt = { fg = \"coral\" }", 3, "`urgnt`"),
      ("inherits = \"dark\"\n\n[palette]\nblood = \"#ff00\"", 4, "#rrggbb"),
      ("inherits = \"dark\"\n[palette]\nblood = 256", 3, "0 to 255"),
      ("inherits = \"dark\"\n[palette]\nblood = { 256 = 1, 16 = \"crimson\" }", 3, "bright red"),
      ("inherits = \"dark\"\n[roles]\nurgent = { fg = \"blod\" }", 3, "`blod`"),
      ("inherits = \"dark\"\n[roles.urgent]\nfg = \"coral\"\nattributes = [\"bald\"]", 4, "bold"),
      ("inherits = \"dark\"\n[roles.urgent]\nfg = \"coral\"\nbackground = \"ink\"", 4, "fg, bg"),
      ("inherits = \"dark\"\n[roles]\nurgent = { fg = \"#12345\" }", 3, "#rrggbb"),
      ("inherits = \"dark\"\n[roles]\nurgent = \"red\"", 3, "a table"),
      ("[palette]\ndefault = 3", 2, "another name"),
      ("# mine\ninherits = \"drak\"", 2, "`drak`"),
      ("# mine\n\ninherits = \"loop\"", 3, "in turn"),
      ("about = [\"mine\"]", 1, "text in quotes"),
      ("inherits = \"dark\"\n[colors]\n", 2, "`colors`"),
      ("inherits = \"dark\"\n[roles\n", 2, "not TOML"),
      ("inherits = 3\n", 1, "text in quotes"),
    ])
  func errors(text: String, line: Int, words: String) {
    let parents = ["dark": Themes.darkText, "loop": "inherits = \"mine\""]
    #expect { _ = try Theme(name: "mine", text: text) { parents[$0] } } throws: { error in
      guard let error = error as? SettingsError else { return false }
      let isLoop = words == "in turn"
      return error.file == (isLoop ? "loop.toml" : "mine.toml") && error.line == (isLoop ? 1 : line)
        && error.description.contains(words)
    }
  }

  @Test("The user's own theme comes before the program's of the same name")
  func userFirst() throws {
    let folder = try UserThemes(["dark": "[roles]\nurgent = { fg = \"default\" }", "a mine": ""])
    #expect(try Theme.named("dark", userFolder: folder.path).resolve(Style(.urgent), in: .many).foreground == -1)
    #expect(try Theme.named("dark", userFolder: nil).resolve(Style(.urgent), in: .many).foreground == 210)
    #expect(Theme.names(userFolder: folder.path) == Theme.names(userFolder: nil) + ["a mine"])
  }

  @Test("The list of themes has a word about each, and says of one that can't be read what is wrong")
  func summaries() throws {
    let folder = try UserThemes([
      "broken": "\n[roles]\nurgnt = {}\n", "mine": "about = \"for the night\"\n", "plain": "",
    ])
    let all = Theme.summaries(userFolder: folder.path)
    #expect(all.map(\.name) == Theme.names(userFolder: folder.path))
    for summary in all { #expect(!summary.about.isEmpty && summary.about.count < 50 || summary.name == "broken") }
    let about = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.about) })
    #expect(about["mine"] == "for the night" && about["plain"] == "your own")
    #expect(about["broken"]?.hasPrefix("broken.toml line 3: `urgnt`") == true)
  }

  @Test("A theme's name never leads out of the folder")
  func noPaths() throws {
    let folder = try UserThemes(["secret": "[roles]\n"])
    #expect(throws: SettingsError.self) { try Theme.named("../\(folder.path)/secret", userFolder: folder.path) }
  }

  @Test("An unknown theme is refused with the names there are")
  func unknown() {
    #expect { try Theme.named("nope", userFolder: "/nowhere") } throws: { "\($0)".contains("the themes are dark") }
  }

  @Test(
    "The tier comes of the environment and terminfo",
    arguments: [
      (["TERM": "xterm-256color"], 256, Tier.many),
      (["TERM": "xterm-256color", "COLORTERM": "truecolor"], 256, .truecolor),
      (["TERM": "xterm", "NO_COLOR": "1"], 256, .mono), (["TERM": "xterm", "NO_COLOR": ""], 8, .eight),
      (["TERM": "vt100"], -1, .mono), (["TERM": "linux-16color"], 16, .sixteen),
      (["TERM": "xterm-direct"], 0x1000000, .truecolor),
      (["TERM": "dumb", "COLORTERM": "truecolor"], 8, .mono),
    ])
  func tiers(environment: [String: String], colors: Int, tier: Tier) {
    #expect(Tier(environment: environment, terminfoColors: colors) == tier)
  }

  @Test("Colour text ends every row as it began, in each tier", arguments: Tier.allCases)
  func ansi(tier: Tier) throws {
    let theme = try Theme.named("dark", userFolder: nil)
    var frame = Frame(size: Size(width: 5, height: 2))
    frame.put("Bo 田", at: Point(x: 0, y: 0), style: Style(.urgent))
    let lines = frame.ansi(theme: theme, tier: tier).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3 && lines[2].isEmpty)
    #expect(lines[0].contains("Bo 田") && lines[0].hasSuffix("\u{1B}[0m"))
    let code = [
      Tier.mono: "[0;1m", .eight: "[0;1;33;40m", .sixteen: "[0;1;91;40m", .many: "[0;1;38;5;210;48;5;233m",
      .truecolor: "[0;1;38;2;255;143;135;48;2;22;25;31m",
    ]
    #expect(lines[0].contains(code[tier] ?? "?"))
  }

  @Test("A picture holds the text, escaped, and its colours")
  func svg() throws {
    let theme = try Theme.named("dark", userFolder: nil)
    var frame = Frame(size: Size(width: 12, height: 1))
    frame.put("a<b & \"c\"", at: Point(x: 0, y: 0), style: Style(.urgent, on: .selected))
    let svg = frame.svg(theme: theme)
    #expect(svg.contains("a&lt;b &amp; \"c\"") && svg.contains("#ff8f87") && svg.contains("#323947"))
    #expect(svg.contains("<rect width=\"100%\" height=\"100%\" fill=\"#16191f\"/>"))
    let bar = frame.svg(theme: theme, tier: .eight)
    #expect(bar.contains("fill=\"#e5e5e5\"/>") && bar.contains("fill=\"#000000\" font-weight"))
    #expect(svg.hasPrefix("<svg") && svg.hasSuffix("</svg>\n"))
  }

  @Test("The signs follow the locale, the most special variable first")
  func glyphs() {
    #expect(Glyphs.chosen(for: ["LANG": "pt_PT.UTF-8"]) == .unicode)
    #expect(Glyphs.chosen(for: ["LANG": "pt_PT.UTF-8", "LC_ALL": "C"]) == .ascii)
    #expect(Glyphs.chosen(for: ["LC_ALL": "", "LC_CTYPE": "C.utf8", "LANG": "C"]) == .unicode)
    #expect(Glyphs.chosen(for: [:]) == .ascii)
  }
}

private enum Themes {
  /// A theme that others inherit from here.
  static let darkText = "[palette]\ncoral = 210\n[roles]\nurgent = { fg = \"coral\" }\ngood = { fg = \"#87d787\" }\n"
}
