import Terminal
import Testing

@testable import Dashboard

@Suite struct ThemeChoiceTests {
  private func rig(keeping kept: String = ThemeChoice.auto) throws -> Rig {
    let rig = try Rig()
    rig.store.send(.theme(.found(["dark", "light", "mono"].map { Theme.Summary(name: $0, about: "a word") })))
    if kept != ThemeChoice.auto {
      try rig.press("T")
      while rig.state.themeName != kept { try rig.press("j") }
      try rig.press("<Enter>")
    }
    _ = rig.store.takeOutside()
    return rig
  }

  @Test(
    arguments: [
      ("auto", nil, "dark"), ("auto", false, "dark"), ("auto", true, "light"), ("mono", true, "mono"),
      ("dark", true, "dark"),
    ] as [(String, Bool?, String)])
  func `a name is itself, and auto follows the terminal`(choice: String, isLight: Bool?, name: String) {
    #expect(ThemeChoice.name(for: choice, isLight: isLight) == name)
  }

  @Test func `the terminal's answer changes the screen, unless a theme was chosen by name`() throws {
    let rig = try rig()
    #expect(rig.state.themeName == "dark")
    rig.store.send(.theme(.ground(isLight: true)))
    #expect(rig.state.themeName == "light")
    let chosen = try self.rig(keeping: "mono")
    chosen.store.send(.theme(.ground(isLight: true)))
    #expect(chosen.state.themeName == "mono")
  }

  @Test func `moving looks at each theme, and the ends hold`() throws {
    let rig = try rig()
    try rig.press("T")
    #expect(rig.store.takeOutside() == [.listThemes])
    var seen = [rig.state.themeName]
    for key in ["j", "<Down>", "j", "j", "k"] {
      try rig.press(key)
      seen.append(rig.state.themeName)
    }
    #expect(seen == ["dark", "dark", "light", "mono", "mono", "light"])
    #expect(rig.state.themes.kept == "auto")
    try rig.press("G")
    #expect(rig.state.themeName == "mono")
  }

  @Test(arguments: ["<Esc>", "q"]) func `leaving the list puts back what was`(key: String) throws {
    let rig = try rig(keeping: "light")
    try rig.press("Tj")
    #expect(rig.state.themeName == "mono")
    try rig.press(key)
    #expect(rig.state.themeName == "light" && rig.state.overlays.isEmpty && !rig.state.isDone)
    #expect(rig.store.takeOutside() == [.listThemes])
  }

  @Test func `Enter keeps the theme, says so and has it remembered`() throws {
    let rig = try rig()
    try rig.press(":theme<Enter>jj<Enter>")
    #expect(rig.state.themeName == "light" && rig.state.themes.kept == "light" && rig.state.overlays.isEmpty)
    #expect(rig.store.takeOutside() == [.listThemes, .keepTheme("light")])
    #expect(rig.state.toast?.words.contains("light") == true)
    // The list opens on the one in use.
    try rig.press("T")
    #expect(rig.state.overlays.last == .themes("light"))
  }

  @Test(arguments: ["theme", "colours", "colors", "dark", "light"]) func `the list is found by any of its names`(
    word: String
  ) {
    #expect(Fuzzy.search(word, among: CommandDefinition.all, keys: .standard).first?.command.id == .theme)
  }

  @Test func `a theme that went away under the cursor costs nothing`() throws {
    let rig = try rig()
    try rig.press("TG")
    rig.store.send(.theme(.found([Theme.Summary(name: "dark")])))
    try rig.press("k")
    #expect(rig.state.themeName == "dark")
  }

  @Test func `what is wrong with a theme is said at once and kept among the problems, once`() throws {
    let rig = try rig()
    for _ in 0..<2 {
      rig.store.send(.theme(.failed("mine.toml line 3: `blod` is no colour")))
      #expect(rig.state.toast?.words.hasPrefix("mine.toml line 3") == true && rig.state.toast?.weight == .refused)
      try rig.press("j")
    }
    #expect(rig.state.problems.map(\.words) == ["mine.toml line 3: `blod` is no colour"])
    rig.store.send(.theme(.reread("mine")))
    #expect(rig.state.toast?.weight == .done)
  }
}
