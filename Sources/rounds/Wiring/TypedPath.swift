import Foundation

/// A path as people type or paste it into a field: with `~`, quotes or escaped spaces, or not yet whole.
struct TypedPath: Sendable {
  let home: String
  /// The names in a folder, folders ending in a slash; nil where there is no such folder.
  let names: @Sendable (_ folder: String) -> [String]?

  static let system = TypedPath(home: NSHomeDirectory()) { folder in
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder) else {
      return nil
    }
    return names.map { name in
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: folder + name, isDirectory: &isFolder)
      return isFolder.boolValue ? name + "/" : name
    }
  }

  /// The path meant.
  func path(_ text: String) -> String {
    var text = text.trimmingCharacters(in: .whitespaces)
    if text.hasPrefix("file:///") { text = URL(string: text)?.path(percentEncoded: false) ?? text }
    if let quote = text.first, quote == "'" || quote == "\"", text.count > 1, text.last == quote {
      return String(text.dropFirst().dropLast())
    }
    // Terminals escape what is dropped on them as a shell would want it.
    text = text.replacing("\\ ", with: " ")
    if text == "~" { return home }
    return text.hasPrefix("~/") ? home + text.dropFirst(1) : text
  }

  /// The text with as much added as is certain, and the names that fit where that is more than one.
  func completed(_ text: String) -> (text: String, choices: [String]) {
    let whole = path(text)
    if text == "~" { return ("~/", []) }
    let cut = whole.lastIndex(of: "/").map { whole.index(after: $0) } ?? whole.startIndex
    let (folder, start) = (String(whole[..<cut]), whole[cut...])
    guard let all = names(folder) else { return (text, []) }
    let fitting = all.filter { $0.hasPrefix(start) && (!start.isEmpty || !$0.hasPrefix(".")) }.sorted()
    guard let first = fitting.first else { return (text, []) }
    let common = fitting.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let shown = text.hasPrefix("~/") ? "~" + folder.dropFirst(home.count) : folder
    return (shown + common, fitting.count > 1 ? fitting : [])
  }
}
