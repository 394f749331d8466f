import Terminal

/// One line of the list of keys.
package enum HelpLine: Sendable {
  case heading(String)
  case command(Fuzzy.Hit)
}

extension State {
  /// Every command under a heading: those of the pane at hand first, then those that work everywhere, then the rest.
  /// What is typed finds commands by name or by key instead.
  package func helpLines(_ query: String) -> [HelpLine] {
    let hits = Fuzzy.search(query, among: CommandDefinition.all, keys: keyMap, recent: recentCommands)
    guard query.isEmpty else { return hits.map { .command($0) } }
    var lines: [HelpLine] = []
    func add(_ title: String, _ belongs: (CommandDefinition) -> Bool) {
      let own = hits.filter { belongs($0.command) }
      if !own.isEmpty { lines += [.heading(title)] + own.map { .command($0) } }
    }
    add(focus.title) { $0.panes?.contains(focus) ?? false }
    add("Everywhere") { $0.panes == nil }
    add("In other panes") { !($0.panes?.contains(focus) ?? true) }
    return lines
  }

  /// Lines of the list of keys that fit on the screen at once.
  package var helpHeight: Int { max(1, min(size.height - 4, 40) - 4) }
}
