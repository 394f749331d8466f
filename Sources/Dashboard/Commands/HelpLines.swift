import Terminal

/// One line of the list of keys.
package enum HelpLine: Sendable {
  case heading(String)
  /// A command, and what is said of it as far as it fits on the line.
  case command(Fuzzy.Hit, words: String)
  /// What else is said of the command above.
  case rest(String)
  case sign(Sign)
  /// Something said of the line under the cursor.
  case words(String)
}

extension State {
  /// Every command under a heading: those of the pane at hand first, then those that work everywhere, then the rest;
  /// last the signs of the screen. What is typed finds commands by name or by key instead, and signs by their words.
  package func helpLines(_ query: String) -> [HelpLine] {
    let hits = Fuzzy.search(query, among: CommandDefinition.all, keys: keyMap, recent: recentCommands)
    guard query.isEmpty else {
      let signs = Sign.all.filter { $0.isFound(by: query) }
      return hits.flatMap(lines) + (signs.isEmpty ? [] : [.heading(Sign.heading)] + signs.map { .sign($0) })
    }
    var found = whereItStands
    func add(_ title: String, _ belongs: (CommandDefinition) -> Bool) {
      let own = hits.filter { belongs($0.command) }
      if !own.isEmpty { found += [.heading(title)] + own.flatMap(lines) }
    }
    add(focus.title) { $0.panes?.contains(focus) ?? false }
    add("Everywhere") { $0.panes == nil }
    add("In other panes") { !($0.panes?.contains(focus) ?? true) }
    return found + [.heading(Sign.heading)] + Sign.all.map { .sign($0) }
  }

  /// On a line of the worklist, why it stands there.
  private var whereItStands: [HelpLine] {
    guard let row = focus == .triage ? triageRow : focus == .worklist ? selectedWork : nil else { return [] }
    return [.heading("Why this line stands here: the first that differs decides")]
      + standing(row).flatMap { Text.wrap($0, cells: max(1, helpWidth - 2)) }.map { .words("  \($0)") }
  }

  private func lines(_ hit: Fuzzy.Hit) -> [HelpLine] {
    var words = hit.command.description
    if case .disabled(let why) = availability(hit.command.id) { words = "Not now: \(why)." }
    // On a low screen more commands at once are worth more than whole sentences.
    let lines = Text.wrapped(words, cells: max(1, helpWidth - HelpColumns.words), most: helpHeight >= 12 ? 2 : 1)
    return [.command(hit, words: lines.first ?? "")] + lines.dropFirst().map { .rest($0) }
  }

  /// Lines of the list of keys that fit on the screen at once.
  package var helpHeight: Int { max(1, min(size.height - 4, 40) - 4) }

  /// The cells of one of them.
  package var helpWidth: Int { max(1, min(size.width - 4, 88) - 4) }
}

/// Where the columns of the list of keys begin.
package enum HelpColumns {
  package static let title = 12
  package static let words = 29
}
