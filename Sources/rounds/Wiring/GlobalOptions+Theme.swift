import Dashboard
import Settings
import Terminal

extension GlobalOptions {
  /// A name that is no theme is told before anything else happens.
  func checkTheme() throws {
    guard let theme, theme != ThemeChoice.auto else { return }
    let names = Theme.names(userFolder: Self.themesFolder)
    guard !names.contains(theme) else { return }
    let all = ([ThemeChoice.auto] + names).joined(separator: ", ")
    throw Fault.usage("--theme \(theme): there is no theme called that. There are: \(all).")
  }

  /// Which theme to start with: the one that `--theme` names, the one remembered, or what suits the terminal; and what
  /// is to be told about it. Only a theme asked for by name stops the program when it can't be used.
  /// - Parameter isLight: whether the terminal's own ground is light, as far as is known before it has answered.
  func startingTheme(
    remembered: String?, isLight: Bool? = nil
  ) throws -> (choice: ThemeChoice, theme: Theme, problem: String?) {
    var choice = ThemeChoice()
    choice.kept = theme ?? remembered ?? ThemeChoice.auto
    choice.isLight = isLight
    choice.known = Theme.names(userFolder: Self.themesFolder).map { Theme.Summary(name: $0) }
    let name = ThemeChoice.name(for: choice.kept, isLight: isLight)
    var problem = "The theme `\(name)`, chosen last, is no longer there."
    if choice.known.contains(where: { $0.name == name }) {
      do {
        return (choice, try Theme.named(name, userFolder: Self.themesFolder), nil)
      } catch {
        if let theme, theme != ThemeChoice.auto { throw Fault.usage(error.description) }
        problem = "\(error)."
      }
    }
    choice.kept = ThemeChoice.auto
    let other = ThemeChoice.name(for: choice.kept, isLight: isLight)
    let theme = try (try? Theme.named(other, userFolder: Self.themesFolder)) ?? Theme.named(other, userFolder: nil)
    return (choice, theme, "\(problem) The theme is \(other) for now.")
  }
}
