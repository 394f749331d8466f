import Terminal

extension State {
  /// Opens the list of themes on the one in use; the world is asked for a word about each.
  mutating func openThemes() -> [Effect] {
    overlays.append(.themes(themes.kept))
    return [.listThemes]
  }

  /// Moving looks at a theme, Enter keeps it. Esc closes the list, and what was kept shows again.
  mutating func pressInThemes(_ name: String, _ key: Key) -> [Effect] {
    if key == Key(.enter) { return keep(name) }
    guard case .command(let command) = keyMap.match([key], in: focus) else { return [] }
    switch command {
    case .down: look(from: name, by: 1)
    case .up: look(from: name, by: -1)
    case .top, .pageUp: look(from: name, by: -themes.offered.count)
    case .bottom, .pageDown: look(from: name, by: themes.offered.count)
    case .open: return keep(name)
    case .back, .quit: overlays.removeLast()
    default: break
    }
    return []
  }

  mutating func hear(_ news: ThemeNews) {
    switch news {
    case .ground(let isLight): themes.isLight = isLight
    case .found(let summaries): themes.known = summaries
    case .reread(let name): toast = Toast(words: "\(name).toml is read anew.", weight: .done, canUndo: false)
    case .failed(let words):
      // Looking at a broken theme twice is one thing that went wrong.
      forgetProblems { $0.words == words }
      complain(words)
    }
  }

  private mutating func look(from name: String, by step: Int) {
    let names = themes.offered.map(\.name)
    let at = names.firstIndex(of: name) ?? 0
    overlays[overlays.count - 1] = .themes(names[min(max(0, at + step), names.count - 1)])
  }

  private mutating func keep(_ name: String) -> [Effect] {
    overlays.removeLast()
    themes.kept = name
    toast = Toast(words: "Theme: \(name).", weight: .done, canUndo: false)
    return [.keepTheme(name)]
  }
}
