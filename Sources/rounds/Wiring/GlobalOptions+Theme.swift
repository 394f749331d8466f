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
    do {
      return (choice, try Self.theme(choice, in: Self.themesFolder), nil)
    } catch {
      if let theme, theme != ThemeChoice.auto { throw Fault.usage(error.description) }
      choice.kept = ThemeChoice.auto
      let ours = try Self.theme(choice, in: nil)
      let other = (try? Self.theme(choice, in: Self.themesFolder)) ?? ours
      return (choice, other, "\(error). Until that is mended the theme is \(other.name).")
    }
  }

  private static func theme(_ choice: ThemeChoice, in folder: String?) throws(SettingsError) -> Theme {
    try Theme.named(ThemeChoice.name(for: choice.kept, isLight: choice.isLight), userFolder: folder)
  }
}
