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

  /// The names that `named(_:userFolder:)` knows: the program's own in their order, then the user's by name.
  package static func names(userFolder: String?) -> [String] {
    ThemeFiles(userFolder: userFolder).names
  }

  /// A theme as the list of them shows it.
  package struct Summary: Hashable, Sendable {
    package let name: String
    /// The theme's own word about itself; of one that can't be read, why.
    package var about = ""

    package init(name: String, about: String = "") {
      self.name = name
      self.about = about
    }
  }

  /// Every theme with a word about it. Reads all files; `names(userFolder:)` reads none.
  package static func summaries(userFolder: String?) -> [Summary] {
    let files = ThemeFiles(userFolder: userFolder)
    return files.names.map { name in
      let text = files.text(name) ?? ""
      do {
        _ = try Theme(name: name, text: text, parents: files.text)
        let about = try SettingsFile(name: "\(name).toml", text: text).root.string("about")
        return Summary(name: name, about: about ?? "your own")
      } catch {
        return Summary(name: name, about: "\(error)")
      }
    }
  }

  /// Reads a theme from TOML. `parents` gives the text of a theme that another one inherits from. Every theme inherits
  /// from the program's own `dark` in the end, so that none lacks a role that a later version adds.
  package init(name: String, text: String, parents: (String) -> String?) throws(SettingsError) {
    var chain: [SettingsTable] = []
    var names: [String] = []
    var next: (name: String, text: String)? = (name, text)
    while let current = next {
      let file = try SettingsFile(name: "\(current.name).toml", text: current.text).root
      try file.refuseKeys(except: ["about", "inherits", "palette", "roles"])
      _ = try file.string("about")
      chain.append(file)
      names.append(current.name)
      next = try Theme.parent(of: current, file, seen: names, parents)
    }
    var reader = ThemeReader()
    for file in chain.reversed() { try reader.readPalette(of: file) }
    for file in chain.reversed() { try reader.readRoles(of: file) }
    self = reader.theme(called: name)
  }

  private static func parent(
    of theme: (name: String, text: String), _ file: SettingsTable, seen: [String], _ parents: (String) -> String?
  ) throws(SettingsError) -> (name: String, text: String)? {
    let stated = try file.string("inherits")
    let namesake = ThemeFiles.embedded(theme.name)
    let isOurs = theme.text == namesake
    let name = stated ?? (namesake == nil || isOurs ? "dark" : theme.name)
    // A theme called as one of ours stands on ours; so does whatever names none, and all that is ours.
    if stated == nil || name == theme.name || isOurs, let own = ThemeFiles.embedded(name), theme.text != own {
      return (name, own)
    }
    guard stated != nil else { return nil }
    guard !seen.contains(name) else {
      throw file.refusal("inherits", "`\(name)` inherits from this theme in turn; name one that does not")
    }
    guard let text = parents(name) else {
      throw file.refusal("inherits", "there is no theme called `\(name)`; write the name of one, as in \"dark\"")
    }
    return (name, text)
  }
}

/// Where the texts of themes are: the user's folder first, then the program itself.
private struct ThemeFiles {
  let userFolder: String?

  static func embedded(_ name: String) -> String? { Themes.embedded.first { $0.name == name }?.text }

  func text(_ name: String) -> String? {
    if let userFolder, !name.contains("/"),
      let data = FileManager.default.contents(atPath: "\(userFolder)/\(name).toml")
    {
      return String(decoding: data, as: UTF8.self)
    }
    return Self.embedded(name)
  }

  var names: [String] {
    let own = userFolder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
    let files = own.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
    let ours = Themes.embedded.map(\.name)
    return ours + files.filter { !ours.contains($0) }.sorted()
  }
}
