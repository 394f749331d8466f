package import Settings
import Terminal

extension KeyMap {
  /// The default keys with what the user's file changes.
  ///
  ///     [keys]
  ///     "task.complete" = ["x", "<C-x>"]
  ///     "pane.zoom" = "Z"
  ///
  /// - Returns: a map that can always be used, and every fault found, each with file and line. A faulty line leaves
  ///   the default keys of its command in place.
  package static func reading(_ file: SettingsFile) -> (map: KeyMap, faults: [SettingsError]) {
    var map = standard
    var faults: [SettingsError] = []
    do {
      try file.root.refuseKeys(except: ["keys"])
      guard let table = try file.root.table("keys") else { return (map, faults) }
      for entry in table.entries {
        do { try map.apply(entry, of: table) } catch { faults.append(error) }
      }
    } catch { faults.append(error) }
    return (map, faults)
  }

  private mutating func apply(_ entry: SettingsTable.Entry, of table: SettingsTable) throws(SettingsError) {
    guard let command = CommandID(rawValue: entry.key) else {
      throw table.refusal(
        entry.key, "there is no command `\(entry.key)`\(Self.nearest(entry.key)); `?` in Rounds lists them.")
    }
    var changed = self
    changed.rebind(command, to: try sequences(entry, of: table))
    for binding in changed.bindings where binding.command == command {
      if let other = changed.bindings.first(where: { Self.clash($0, binding) }) {
        let keys = binding.keys.map(\.notation).joined()
        let others = other.keys.map(\.notation).joined()
        throw table.refusal(
          entry.key,
          keys == others
            ? "`\(keys)` is bound to both \(command.rawValue) and \(other.command.rawValue); the default is used."
            : "`\(keys)` for \(command.rawValue) and `\(others)` for \(other.command.rawValue) can't both be reached; "
              + "the default is used.")
      }
    }
    self = changed
  }

  private func sequences(_ entry: SettingsTable.Entry, of table: SettingsTable) throws(SettingsError) -> [[Key]] {
    let texts: [String]
    if case .string(let text) = entry.value { texts = [text] } else { texts = try table.strings(entry.key) ?? [] }
    var sequences: [[Key]] = []
    for text in texts {
      guard let keys = try? Key.sequence(text), !keys.isEmpty else {
        throw table.refusal(entry.key, "`\(text)` is not a key; write x, gg, <Enter>, <C-x>, <A-x> or <F1>.")
      }
      sequences.append(keys)
    }
    return sequences
  }

  private static func nearest(_ name: String) -> String {
    let letters = Array(name.unicodeScalars)
    guard !letters.isEmpty else { return "" }
    let close = CommandID.allCases.compactMap { id in
      Fuzzy.match(letters, in: id.rawValue).map { (id.rawValue, $0.cost) }
    }
    guard let best = close.min(by: { $0.1 < $1.1 }) else { return "" }
    return " (did you mean `\(best.0)`?)"
  }
}
