package import Terminal

/// Which theme the screen shows: one by name, or the one that suits the terminal.
package struct ThemeChoice: Hashable, Sendable {
  /// Dark or light, as the terminal is.
  package static let auto = "auto"

  /// What the user keeps: a theme's name or `auto`.
  package var kept = auto
  /// Whether the terminal's own ground is light; nil until it has said so.
  package var isLight: Bool?
  /// The themes there are; `auto` is not among them.
  package var known: [Theme.Summary] = []

  package init() {}

  /// The name of the theme to show for what was chosen. A terminal that doesn't answer is taken for dark.
  package static func name(for choice: String, isLight: Bool?) -> String {
    guard choice == auto else { return choice }
    return isLight ?? false ? "light" : "dark"
  }

  /// What may be chosen, in the order in which it is offered.
  package var offered: [Theme.Summary] {
    [Theme.Summary(name: ThemeChoice.auto, about: "as your terminal is")] + known
  }
}

/// What the world tells about themes.
package enum ThemeNews: Hashable, Sendable {
  /// The terminal's own ground, as it answered.
  case ground(isLight: Bool)
  /// The themes there are now.
  case found([Theme.Summary])
  /// The theme on the screen was edited and has been read anew.
  case reread(String)
  /// Something about themes went wrong, in words that say what to do.
  case failed(String)
}

extension State {
  /// The theme that the screen shows: the one looked at in the list of themes, else the one kept.
  package var themeName: String {
    var choice = themes.kept
    for case .themes(let name) in overlays { choice = name }
    return ThemeChoice.name(for: choice, isLight: themes.isLight)
  }
}
