import Settings
import Terminal
import Testing

struct ThemeTests {
  @Test("Every role, alone and over every ground, has a contrast of 4.5 on black and on a dark grey terminal")
  func contrastHolds() throws {
    let theme = try Theme.named("dark", userFolder: nil)
    for tier in [Tier.many, .truecolor] {
      for role in Role.allCases {
        for ground in [nil] + Role.allCases.map(Optional.init) {
          let look = theme.resolve(Style(role, on: ground), in: tier)
          for terminal in [0x000000, 0x1E1E1E] {
            func rgb(_ number: Int, else other: Int) -> Int {
              number < 0 ? other : tier == .truecolor ? number : Color.xterm(number)
            }
            let ratio = contrast(rgb(look.foreground, else: 0xE5E5E5), rgb(look.background, else: terminal))
            #expect(ratio >= 4.5, "\(role) over \(ground.map(\.name) ?? "its own") in \(tier): \(ratio)")
          }
        }
      }
    }
  }

  @Test("In sixteen colours every role has a contrast of 4.5 in xterm's palette on black")
  func contrastOfSixteen() throws {
    let theme = try Theme.named("dark", userFolder: nil)
    for role in Role.allCases {
      let look = theme.resolve(Style(role), in: .sixteen)
      let ratio = contrast(
        look.foreground < 0 ? 0xE5E5E5 : Color.xterm(look.foreground),
        look.background < 0 ? 0 : Color.xterm(look.background))
      #expect(ratio >= 4.5, "\(role): \(ratio)")
    }
  }

  @Test("A screen that is well shows at most five colours beside the greys")
  func calm() throws {
    let theme = try Theme.named("dark", userFolder: nil)
    let alarms: Set<Role> = [.urgent, .error]
    let hues = Set(
      Role.allCases.filter { !alarms.contains($0) }.map { theme.resolve(Style($0), in: .truecolor).foreground }
    )
    .filter { $0 >> 16 != $0 & 0xFF || $0 >> 16 != $0 >> 8 & 0xFF }
    #expect(hues.count <= 5)
  }

  @Test("Without colour the selection, the urgent and the focus are still told apart by attributes")
  func mono() throws {
    let theme = try Theme.named("dark", userFolder: nil)
    #expect(theme.resolve(Style(.text, on: .selected), in: .mono).attributes.contains(.reverse))
    #expect(theme.resolve(Style(.text, on: .selectedInactive), in: .mono).attributes == .underline)
    #expect(theme.resolve(Style(.urgent), in: .mono).attributes == .bold)
    #expect(theme.resolve(Style(.ruleFocused), in: .mono) != theme.resolve(Style(.rule), in: .mono))
    for role in Role.allCases { #expect(theme.resolve(Style(role), in: .mono).foreground == -1) }
  }

  @Test("A reversed row is one bar, not a block for each word")
  func bar() throws {
    let theme = try Theme.named("dark", userFolder: nil)
    let colors = Set(Role.allCases.map { theme.resolve(Style($0, on: .selected), in: .eight).foreground })
    #expect(colors.count == 1)
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
      ("# mine\ninherits = \"drak\"", 2, "`drak`"),
      ("# mine\n\ninherits = \"loop\"", 3, "in turn"),
      ("\n[roles]\ntext = { fg = \"default\" }", 2, "`dim` is missing"),
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
    let folder = try UserThemes(["dark": "[roles]\n" + Role.allCases.map { "\($0.name) = {}" }.joined(separator: "\n")])
    #expect(try Theme.named("dark", userFolder: folder.path).resolve(Style(.urgent), in: .many).foreground == -1)
    #expect(try Theme.named("dark", userFolder: nil).resolve(Style(.urgent), in: .many).foreground == 210)
    #expect(Theme.names(userFolder: folder.path) == ["dark"])
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
      Tier.mono: "[0;1m", .eight: "[0;1;31m", .sixteen: "[0;1;91m", .many: "[0;1;38;5;210m",
      .truecolor: "[0;1;38;2;255;135;135m",
    ]
    #expect(lines[0].contains(code[tier] ?? "?"))
  }

  @Test("A picture holds the text, escaped, and its colours")
  func svg() throws {
    let theme = try Theme.named("dark", userFolder: nil)
    var frame = Frame(size: Size(width: 12, height: 1))
    frame.put("a<b & \"c\"", at: Point(x: 0, y: 0), style: Style(.urgent, on: .selected))
    let svg = frame.svg(theme: theme)
    #expect(svg.contains("a&lt;b &amp; \"c\"") && svg.contains("#ff8787") && svg.contains("#303030"))
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
  /// A theme with every role, that others inherit from here.
  static let darkText =
    "[palette]\ncoral = 210\n[roles]\n"
    + Role.allCases.map { "\($0.name) = { fg = \"\($0 == .urgent ? "coral" : $0 == .good ? "#87d787" : "default")\" }" }
    .joined(separator: "\n")
}
