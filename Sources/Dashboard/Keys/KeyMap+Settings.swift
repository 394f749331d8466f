package import Settings
import Terminal

extension KeyMap {
  /// The default keys with what the user's file changes.
  ///
  ///     [keys]
  ///     "task.complete" = ["x", "<C-x>"]
  ///     "pane.zoom" = "Z"
  ///
  /// All lines are taken together: one may use keys that another gives away, whichever stands first.
  ///
  /// - Returns: a map that can always be used, and every fault found, each with file and line. A faulty line leaves
  ///   the default keys of its command in place.
  package static func reading(_ file: SettingsFile) -> (map: KeyMap, faults: [SettingsError]) {
    var faults = file.root.keys.filter { $0 != "keys" }.map {
      file.root.refusal($0, "`\($0)` is not known here; keys stand under [keys].")
    }
    var lines: [Line] = []
    do {
      if let table = try file.root.table("keys") {
        for entry in table.entries {
          do { lines.append(try Line(entry, of: table)) } catch { faults.append(error) }
        }
      }
    } catch { faults.append(error) }
    // Giving a command its default keys back can take them from another, so it is looked at anew after each.
    while let (index, fault) = firstClash(lines) {
      lines.remove(at: index)
      faults.append(fault)
    }
    return (standard.changed(by: lines), faults.sorted { $0.line < $1.line })
  }

  /// One line of the file, good in itself.
  private struct Line {
    let command: CommandID
    let sequences: [[Key]]
    let number: Int
    let table: SettingsTable

    init(_ entry: SettingsTable.Entry, of table: SettingsTable) throws(SettingsError) {
      guard let command = CommandID(rawValue: entry.key) else {
        throw table.refusal(
          entry.key,
          "there is no command `\(entry.key)`\(KeyMap.nearest(entry.key)); `rounds keys` lists them.")
      }
      self.command = command
      self.table = table
      number = entry.line
      let texts = try Self.texts(entry, of: table)
      var sequences: [[Key]] = []
      for text in texts {
        let keys = try KeyMap.sequence(text, for: entry.key, of: table)
        if let other = sequences.first(where: { $0.starts(with: keys) || keys.starts(with: $0) }) {
          throw table.refusal(
            entry.key,
            other == keys
              ? "`\(text)` stands twice for \(entry.key); the default is used."
              : "`\(KeyMap.notation(other))` and `\(text)` for \(entry.key) can't both be reached; the default is used."
          )
        }
        sequences.append(keys)
      }
      if sequences.isEmpty, command.mustHaveKeys {
        throw table.refusal(entry.key, "\(entry.key) needs a key, or nobody finds the way; the default is used.")
      }
      self.sequences = sequences
    }

    private static func texts(
      _ entry: SettingsTable.Entry, of table: SettingsTable
    ) throws(SettingsError) -> [String] {
      if case .string(let text) = entry.value { return [text] }
      do { return try table.strings(entry.key) ?? [] } catch {
        throw table.refusal(
          entry.key,
          #""\#(entry.key)" should be a key, as in "u", or several, as in ["u", "U"]; the default is used."#)
      }
    }
  }

  private func changed(by lines: [Line]) -> KeyMap {
    var map = self
    for line in lines { map.rebind(line.command, to: line.sequences) }
    return map
  }

  /// The first line, from the top, whose keys are needed elsewhere. A default comes before a line, and a line before
  /// those below it.
  private static func firstClash(_ lines: [Line]) -> (index: Int, fault: SettingsError)? {
    let map = standard.changed(by: lines)
    for (index, line) in lines.enumerated() {
      let below = Set(lines[(index + 1)...].map(\.command))
      for keys in line.sequences {
        let binding = Binding(keys: keys, command: line.command)
        guard let other = map.bindings.first(where: { !below.contains($0.command) && clash($0, binding) }) else {
          continue
        }
        let place = lines.first { $0.command == other.command }.map { " (line \($0.number))" } ?? ""
        let (name, others) = (line.command.rawValue, other.command.rawValue + place)
        return (
          index,
          line.table.refusal(
            name,
            keys == other.keys
              ? "`\(notation(keys))` is bound to both \(name) and \(others); the default is used."
              : "`\(notation(keys))` for \(name) and `\(notation(other.keys))` for \(others) can't both be reached; "
                + "the default is used.")
        )
      }
    }
    return nil
  }

  private static func sequence(
    _ text: String, for name: String, of table: SettingsTable
  ) throws(SettingsError) -> [Key] {
    guard let keys = try? Key.sequence(text), !keys.isEmpty else {
      throw table.refusal(name, "`\(text)` is not a key; write x, gg, <Enter>, <C-x>, <A-x> or <F1>.")
    }
    // What Ctrl-Z does can be had by no other key, and by this one it is had already.
    let isSuspension = name == CommandID.suspend.rawValue && keys == [Key(.character("z"), .ctrl)]
    for key in keys where !isSuspension {
      if let why = key.unsent {
        throw table.refusal(name, "`\(key.notation)` \(why). The default is used.")
      }
    }
    if keys.count > 1, keys.contains(Key(.escape)) {
      throw table.refusal(name, "`\(text)` can't be reached: <Esc> gives up what was begun. The default is used.")
    }
    return keys
  }

  private static func notation(_ keys: [Key]) -> String { keys.map(\.notation).joined() }

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

extension CommandID {
  /// Whether somebody without it could neither find out how to go on nor leave.
  fileprivate var mustHaveKeys: Bool { [.palette, .help, .quit].contains(self) }
}
