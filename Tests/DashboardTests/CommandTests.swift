import Care
import Settings
import Terminal
import Testing

@testable import Dashboard

@Suite struct CommandTests {
  @Test(arguments: CommandID.allCases) func `every command stands once in the table, with words for people`(
    id: CommandID
  ) {
    let rows = CommandDefinition.all.filter { $0.id == id }
    #expect(rows.count == 1)
    #expect(rows.first?.description.hasSuffix(".") == true)
    #expect(rows.first?.keys.isEmpty == false)
  }

  @Test func `every default key is one that can be typed, and all can be reached`() throws {
    for definition in CommandDefinition.all { for keys in definition.keys { _ = try Key.sequence(keys) } }
    let bindings = KeyMap.standard.bindings
    #expect(bindings.count == CommandDefinition.all.reduce(0) { $0 + $1.keys.count })
    for (index, a) in bindings.enumerated() {
      for b in bindings[(index + 1)...] { #expect(!KeyMap.clash(a, b), "\(a) \(b)") }
    }
  }

  private func read(_ text: String) throws -> (map: KeyMap, faults: [String]) {
    let (map, faults) = KeyMap.reading(try SettingsFile(name: "keys.toml", text: text))
    return (map, faults.map(\.description))
  }

  @Test func `keys.toml gives a command other keys`() throws {
    let (map, faults) = try read("[keys]\n\"task.complete\" = [\"Y\", \"<C-x>\"]\n\"pane.zoom\" = \"Z\"\n")
    #expect(faults == [])
    #expect(map.match([Key("Y")], in: .worklist) == .command(.complete))
    #expect(map.match([Key("Z")], in: .team) == .command(.zoomPane))
    #expect(map.match([Key("x")], in: .worklist) == .none)
  }

  @Test(arguments: [
    (
      "\"task.complete\" = \"q\"", "keys.toml line 2: `q` is bound to both task.complete and quit; the default is used."
    ),
    (
      "\"task.complete\" = \"g\"",
      "keys.toml line 2: `g` for task.complete and `gw` for go.worklist can't both be reached; the default is used."
    ),
    (
      "\"task.complet\" = \"X\"",
      "keys.toml line 2: there is no command `task.complet` (did you mean `task.complete`?); `rounds keys` lists them."
    ),
    (
      "\"quit\" = \"<Foo>\"",
      "keys.toml line 2: `<Foo>` is not a key; write x, gg, <Enter>, <C-x>, <A-x> or <F1>."
    ),
  ]) func `a fault in keys.toml is told with its line, and the default keys go on working`(line: String, words: String)
    throws
  {
    let (map, faults) = try read("[keys]\n\(line)\n")
    #expect(faults == [words])
    #expect(map.match([Key("x")], in: .worklist) == .command(.complete))
    #expect(map.match([Key("q")], in: .worklist) == .command(.quit))
  }

  @Test func `one fault does not cost the other lines`() throws {
    let (map, faults) = try read("[keys]\nquit = \"x\"\n\"pane.zoom\" = \"Z\"\n")
    #expect(faults.count == 1)
    #expect(map.match([Key("Z")], in: .team) == .command(.zoomPane))
  }

  @Test(arguments: [
    ("clo", CommandID.complete), ("done", .complete), ("gj", .goJourney), ("census", .goPatients), ("quit", .quit),
  ])
  func `a command is found by the start of its name, by another word or by its keys`(typed: String, id: CommandID) {
    #expect(Fuzzy.search(typed, among: CommandDefinition.all, keys: .standard).first?.command.id == id)
  }
}
