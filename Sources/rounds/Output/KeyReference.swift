import Dashboard
import Terminal

/// The table of commands for reading outside the dashboard: by where they work, in the order of the table.
struct KeyReference {
  struct Section {
    var title: String
    var commands: [CommandDefinition]
  }

  let map: KeyMap

  var sections: [Section] {
    var sections: [Section] = []
    for command in CommandDefinition.all {
      let title = Self.title(command.panes)
      if let index = sections.firstIndex(where: { $0.title == title }) {
        sections[index].commands.append(command)
      } else {
        sections.append(Section(title: title, commands: [command]))
      }
    }
    // What works everywhere is what one looks for first.
    let everywhere = Self.title(nil)
    return sections.filter { $0.title == everywhere } + sections.filter { $0.title != everywhere }
  }

  private static func title(_ panes: Set<Pane>?) -> String {
    guard let panes else { return "Everywhere" }
    let names = Pane.allCases.filter(panes.contains).map(\.title)
    return names.count > 1 ? "\(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")" : names.joined()
  }

  /// As keys.toml spells them.
  func keys(of command: CommandID) -> [String] { map.keys(of: command).map { $0.map(\.notation).joined() } }

  /// The section's rows: keys, title, id, description.
  func rows(_ section: Section) -> [[String]] {
    section.commands.map { command in
      [keys(of: command.id).joined(separator: "  "), command.title, command.id.rawValue, command.description]
    }
  }

  struct Item: Encodable {
    var id: String
    var title: String
    var description: String
    var synonyms: [String]
    var keys: [String]
    var defaultKeys: [String]
    /// Absent where it works everywhere.
    var panes: [String]?
  }

  var items: [Item] {
    CommandDefinition.all.map { command in
      Item(
        id: command.id.rawValue, title: command.title, description: command.description, synonyms: command.synonyms,
        keys: keys(of: command.id), defaultKeys: KeyReference(map: .standard).keys(of: command.id),
        panes: command.panes.map { panes in Pane.allCases.filter(panes.contains).map(\.rawValue) })
    }
  }

  /// A keys.toml to start from: every command, commented out where it has its default keys.
  var toml: String {
    var lines = [
      "# The keys of Rounds. Take the # from a line and write other keys: x, gg, <Enter>, <C-x>, <A-x>, <F1>.",
      "# [] leaves a command without keys. `rounds doctor` tells what is wrong with this file.", "", "[keys]",
    ]
    for section in sections {
      lines += ["", "# \(section.title)"]
      for command in section.commands {
        let keys = keys(of: command.id)
        let isDefault = keys == KeyReference(map: .standard).keys(of: command.id)
        let list = keys.map { "\"\(Self.escaped($0))\"" }.joined(separator: ", ")
        lines.append("\(isDefault ? "# " : "")\"\(command.id.rawValue)\" = [\(list)]  # \(command.title)")
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
