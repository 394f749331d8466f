import Settings
import Terminal
import TestSupport
import Testing

@testable import Dashboard

@Suite struct KeySettingsTests {
  private func read(_ lines: String...) throws -> (map: KeyMap, faults: [String]) {
    let (map, faults) = KeyMap.reading(
      try SettingsFile(name: "keys.toml", text: "[keys]\n" + lines.map { $0 + "\n" }.joined()))
    return (map, faults.map(\.description))
  }

  private func notation(_ command: CommandID, _ map: KeyMap) -> [String] {
    map.keys(of: command).map { $0.map(\.notation).joined() }
  }

  @Test func `two commands can exchange their keys, in either order`() throws {
    for lines in [[#"quit = "x""#, #""task.complete" = "q""#], [#""task.complete" = "q""#, #"quit = "x""#]] {
      let (map, faults) = try read(lines[0], lines[1])
      #expect(faults == [])
      #expect(map.match([Key("x")], in: .worklist) == .command(.quit))
      #expect(map.match([Key("q")], in: .worklist) == .command(.complete))
    }
  }

  @Test func `of two lines that want one key the first has it`() throws {
    let (map, faults) = try read(#""task.complete" = "Y""#, #""task.start" = "Y""#)
    #expect(
      faults == ["keys.toml line 3: `Y` is bound to both task.start and task.complete (line 2); the default is used."])
    #expect(map.match([Key("Y")], in: .worklist) == .command(.complete))
    #expect(map.match([Key("s")], in: .worklist) == .command(.start))
  }

  @Test func `a line that leaned on keys given away falls when the giving does`() throws {
    let (map, faults) = try read(#""task.complete" = "q""#, #"quit = "<Foo>""#)
    #expect(
      faults == [
        "keys.toml line 2: `q` is bound to both task.complete and quit; the default is used.",
        "keys.toml line 3: `<Foo>` is not a key; write x, gg, <Enter>, <C-x>, <A-x> or <F1>.",
      ])
    #expect(map.match([Key("q")], in: .worklist) == .command(.quit))
    #expect(map.match([Key("x")], in: .worklist) == .command(.complete))
  }

  @Test func `lines that work in different panes may share a key`() throws {
    let (map, faults) = try read(#""journey.today" = "Y""#, #""task.complete" = "Y""#)
    #expect(faults == [])
    #expect(map.match([Key("Y")], in: .journey) == .command(.today))
    #expect(map.match([Key("Y")], in: .worklist) == .command(.complete))
  }

  @Test(arguments: [
    (#"["X", "X"]"#, "`X` stands twice for task.complete; the default is used."),
    (#"["Y", "Yx"]"#, "`Y` and `Yx` for task.complete can't both be reached; the default is used."),
    (#""gw""#, "`gw` is bound to both task.complete and go.worklist; the default is used."),
    (#""gww""#, "`gww` for task.complete and `gw` for go.worklist can't both be reached; the default is used."),
    (#""<C-i>""#, "`<C-i>` arrives as `<Tab>`; write that. The default is used."),
    (#""<C-m>""#, "`<C-m>` arrives as `<Enter>`; write that. The default is used."),
    (#""<C-[>""#, "`<C-[>` arrives as `<Esc>`; write that. The default is used."),
    (#""<C-?>""#, "`<C-?>` arrives as `<Backspace>`; write that. The default is used."),
    (#""<A-C-i>""#, "`<A-C-i>` arrives as `<A-Tab>`; write that. The default is used."),
    (#""<S-Enter>""#, "`<S-Enter>` arrives as `<Enter>`; write that. The default is used."),
    (#""<C-Tab>""#, "`<C-Tab>` arrives as `<Tab>`; write that. The default is used."),
    (#""<C-1>""#, "`<C-1>` is sent by no terminal. The default is used."),
    (#""<C-;>""#, "`<C-;>` is sent by no terminal. The default is used."),
    (#""<C-c>""#, "`<C-c>` stops the program. The default is used."),
    (#""<C-z>""#, "`<C-z>` suspends the program. The default is used."),
    (#""<A-[>""#, "`<A-[>` begins what other keys send. The default is used."),
    (#""Y<Esc>""#, "`Y<Esc>` can't be reached: <Esc> gives up what was begun. The default is used."),
    (#""""#, "`` is not a key; write x, gg, <Enter>, <C-x>, <A-x> or <F1>."),
    ("3", #""task.complete" should be a key, as in "u", or several, as in ["u", "U"]; the default is used."#),
    ("[3]", #""task.complete" should be a key, as in "u", or several, as in ["u", "U"]; the default is used."#),
  ]) func `keys that nobody could press are refused with the reason`(value: String, words: String) throws {
    let (map, faults) = try read("\"task.complete\" = \(value)")
    #expect(faults == ["keys.toml line 2: \(words)"])
    #expect(notation(.complete, map) == ["x"])
  }

  @Test func `every default key is one that terminals send`() {
    for binding in KeyMap.standard.bindings where binding.command != .suspend {
      for key in binding.keys { #expect(key.unsent == nil, "\(key.notation) for \(binding.command)") }
    }
  }

  @Test func `a command can do without keys, but not the ways to find help and to leave`() throws {
    var (map, faults) = try read("\"task.complete\" = []")
    #expect(faults == [])
    #expect(map.match([Key("x")], in: .worklist) == .none)
    for command in [CommandID.quit, .help, .palette] {
      (map, faults) = try read("\"\(command.rawValue)\" = []")
      #expect(
        faults == ["keys.toml line 2: \(command.rawValue) needs a key, or nobody finds the way; the default is used."])
      #expect(!map.keys(of: command).isEmpty)
    }
  }

  @Test func `what stands outside the table is told, and the table read all the same`() throws {
    let text = "colour = \"red\"\n[keys]\n\"pane.zoom\" = \"Z\"\n[kyes]\nquit = \"Q\"\n"
    let (map, faults) = KeyMap.reading(try SettingsFile(name: "keys.toml", text: text))
    #expect(
      faults.map(\.description) == [
        "keys.toml line 1: `colour` is not known here; keys stand under [keys].",
        "keys.toml line 4: `kyes` is not known here; keys stand under [keys].",
      ])
    #expect(notation(.zoomPane, map) == ["Z"])
    #expect(notation(.quit, map) == ["q"])
  }

  @Test func `whatever stands in the file, every key can be reached and somebody can leave`() throws {
    let seed = seedOfThisRun
    var random = Seeded(seed)
    let keys = ["x", "q", "g", "gg", "gw", "X", "<C-i>", ":", "?", "<Esc>", "u", "z", "<F2>", "j", "<Foo>", "ab", "a"]
    for run in 0..<400 {
      var lines: [String] = []
      for command in CommandID.allCases.shuffled(using: &random).prefix(Int.random(in: 1...12, using: &random)) {
        let some = (0..<Int.random(in: 0...2, using: &random)).map { _ in "\"\(keys.randomElement(using: &random)!)\"" }
        lines.append("\"\(command.rawValue)\" = [\(some.joined(separator: ", "))]")
      }
      let file = try SettingsFile(name: "keys.toml", text: "[keys]\n" + lines.joined(separator: "\n"))
      let (map, faults) = KeyMap.reading(file)
      for (index, a) in map.bindings.enumerated() {
        for b in map.bindings[(index + 1)...] {
          #expect(!KeyMap.clash(a, b), "seed \(seed), run \(run): \(a) \(b)")
        }
      }
      for command in [CommandID.quit, .help, .palette] {
        #expect(!map.keys(of: command).isEmpty, "seed \(seed), run \(run)")
      }
      // Without faults the order of the lines means nothing.
      if faults.isEmpty {
        let turned = try SettingsFile(name: "keys.toml", text: "[keys]\n" + lines.reversed().joined(separator: "\n"))
        #expect(Set(KeyMap.reading(turned).map.bindings) == Set(map.bindings), "seed \(seed), run \(run)")
      }
    }
  }
}
