import FoundationEssentials
package import Settings
import Themes

extension Theme {
  /// The theme called `name`: `NAME.toml` in the user's folder of themes, or else the program's own.
  package static func named(_ name: String, userFolder: String?) throws(SettingsError) -> Theme {
    let files = ThemeFiles(userFolder: userFolder)
    guard let text = files.text(name) else {
      throw SettingsError(
        file: "\(name).toml", line: 1,
        message: "there is no theme called `\(name)`; the themes are \(files.names.joined(separator: ", "))")
    }
    return try Theme(name: name, text: text, parents: files.text)
  }

  /// The names that `named(_:userFolder:)` knows, sorted.
  package static func names(userFolder: String?) -> [String] {
    ThemeFiles(userFolder: userFolder).names
  }

  /// Reads a theme from TOML. `parents` gives the text of the theme another one inherits from.
  package init(name: String, text: String, parents: (String) -> String?) throws(SettingsError) {
    var chain: [SettingsTable] = []
    var names = [name]
    var next: String? = text
    while let current = next {
      let file = try SettingsFile(name: "\(names[names.count - 1]).toml", text: current).root
      try file.refuseKeys(except: ["inherits", "palette", "roles"])
      chain.append(file)
      next = nil
      if let parent = try file.string("inherits") {
        guard !names.contains(parent) else {
          throw file.refusal("inherits", "`\(parent)` inherits from this theme in turn; name one that does not")
        }
        guard let text = parents(parent) else {
          throw file.refusal("inherits", "there is no theme called `\(parent)`; write the name of one, as in \"dark\"")
        }
        names.append(parent)
        next = text
      }
    }

    var reader = ThemeReader()
    for file in chain.reversed() { try reader.readPalette(of: file) }
    for file in chain.reversed() { try reader.readRoles(of: file) }
    self.init(name: name, looks: try reader.finished(for: chain[0]))
  }
}

/// Where the texts of themes are: the user's folder first, then the program itself.
private struct ThemeFiles {
  let userFolder: String?

  func text(_ name: String) -> String? {
    if let userFolder, !name.contains("/"),
      let data = FileManager.default.contents(atPath: "\(userFolder)/\(name).toml")
    {
      return String(decoding: data, as: UTF8.self)
    }
    return Themes.embedded.first { $0.name == name }?.text
  }

  var names: [String] {
    let own = userFolder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
    let files = own.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
    return Set(files + Themes.embedded.map(\.name)).sorted()
  }
}
