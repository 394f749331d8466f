package import Terminal

/// Which keys run which command: data, made from the table of commands and the user's `keys.toml`.
package struct KeyMap: Sendable {
  package struct Binding: Hashable, Sendable {
    package var keys: [Key]
    package var command: CommandID

    package init(keys: [Key], command: CommandID) {
      self.keys = keys
      self.command = command
    }
  }

  package enum Match: Hashable, Sendable {
    case command(CommandID)
    /// The keys begin these bindings.
    case prefix([Binding])
    case none
  }

  package private(set) var bindings: [Binding]

  package init(bindings: [Binding]) { self.bindings = bindings }

  /// The default keys.
  package static let standard = KeyMap(
    bindings: CommandDefinition.all.flatMap { definition in
      definition.keys.compactMap { text in
        (try? Key.sequence(text)).map { Binding(keys: $0, command: definition.id) }
      }
    })

  package func match(_ keys: [Key], in pane: Pane) -> Match {
    var longer: [Binding] = []
    for binding in bindings where binding.keys.starts(with: keys) && binding.command.works(in: pane) {
      if binding.keys.count == keys.count { return .command(binding.command) }
      longer.append(binding)
    }
    return longer.isEmpty ? .none : .prefix(longer)
  }

  package func keys(of command: CommandID) -> [[Key]] {
    bindings.lazy.filter { $0.command == command }.map(\.keys)
  }

  /// The first keys of a command as people read them; empty where it has none.
  package func label(of command: CommandID) -> String {
    keys(of: command).first?.map(\.label).joined() ?? ""
  }

  /// The keys that every one of some commands begins with; nil where there are none, or where one is no longer than they.
  package func prefix(of commands: [CommandID]) -> [Key]? {
    let sequences = commands.compactMap { keys(of: $0).first }
    guard let first = sequences.first, first.count > 1 else { return nil }
    let prefix = Array(first.dropLast())
    return sequences.allSatisfy { $0.count > prefix.count && $0.starts(with: prefix) } ? prefix : nil
  }

  /// Two bindings that can't both be reached: the same keys, or the first begins the second, where both work.
  package static func clash(_ a: Binding, _ b: Binding) -> Bool {
    guard a.command != b.command, a.keys.starts(with: b.keys) || b.keys.starts(with: a.keys) else { return false }
    guard let panesA = a.command.definition.panes, let panesB = b.command.definition.panes else { return true }
    return !panesA.isDisjoint(with: panesB)
  }

  mutating func rebind(_ command: CommandID, to sequences: [[Key]]) {
    bindings.removeAll { $0.command == command }
    bindings += sequences.map { Binding(keys: $0, command: command) }
  }
}

extension CommandID {
  func works(in pane: Pane) -> Bool { definition.panes?.contains(pane) ?? true }
}
