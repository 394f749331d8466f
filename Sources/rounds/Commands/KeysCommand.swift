import ArgumentParser
import Terminal

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print the keys, as keys.toml has made them.",
    discussion: """
      By where they work: keys, name, the id by which keys.toml calls the command, and what it does. What is wrong \
      with keys.toml is named on standard error.
      """)

  @ArgumentParser.Flag(help: "One JSON object a line.") var json = false
  @ArgumentParser.Flag(help: "A keys.toml with every command, to start from.") var toml = false

  func validate() throws {
    if json, toml { throw ValidationError("Give --json or --toml, not both.") }
  }

  func run() throws {
    let (map, faults) = Session.keyMap()
    let reference = KeyReference(map: map)
    if toml {
      print(reference.toml)
    } else if json {
      for item in reference.items { try JSONLines.print(item) }
    } else {
      var table = Table()
      for (index, section) in reference.sections.enumerated() {
        table.add(title: (index == 0 ? "" : "\n") + section.title)
        for row in reference.rows(section) { table.add(row) }
      }
      table.print()
    }
    for fault in faults { Fault.say(Text.sanitized(fault)) }
    if !faults.isEmpty { throw Fault.refused }
  }
}
