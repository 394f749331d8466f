import Dashboard
import Settings
import Testing

@testable import rounds

@Suite struct KeyReferenceTests {
  @Test func `every command stands in one section, those that work everywhere first`() {
    let sections = KeyReference(map: .standard).sections
    #expect(sections.first?.title == "Everywhere")
    #expect(sections.flatMap(\.commands).count == CommandDefinition.all.count)
    #expect(Set(sections.flatMap(\.commands).map(\.id)).count == CommandID.allCases.count)
    for section in sections { for row in KeyReference(map: .standard).rows(section) { #expect(row.count == 4) } }
  }

  @Test func `the keys.toml it prints says nothing new, and with every line in force the same`() throws {
    let toml = KeyReference(map: .standard).toml
    for text in [toml, toml.replacing("\n# \"", with: "\n\"")] {
      let (map, faults) = KeyMap.reading(try SettingsFile(name: "keys.toml", text: text))
      #expect(faults == [])
      #expect(Set(map.bindings) == Set(KeyMap.standard.bindings))
    }
    for id in CommandID.allCases { #expect(toml.contains("\"\(id.rawValue)\" = ")) }
  }

  @Test func `keys of one's own stand in it as they are, ready to be used again`() throws {
    let own = "[keys]\n\"task.complete\" = [\"<C-\\\\>\", \"\\\"\"]\n\"undo\" = []\n"
    let (map, faults) = KeyMap.reading(try SettingsFile(name: "keys.toml", text: own))
    #expect(faults == [])
    let reference = KeyReference(map: map)
    #expect(reference.keys(of: .complete) == [#"<C-\>"#, "\""])
    let again = KeyMap.reading(try SettingsFile(name: "keys.toml", text: reference.toml))
    #expect(again.faults == [])
    #expect(Set(again.map.bindings) == Set(map.bindings))
    let item = try #require(reference.items.first { $0.id == "task.complete" })
    #expect(item.defaultKeys == ["x"] && item.panes == ["worklist", "triage"])
  }
}
