import Dashboard
import Foundation
import Settings
import Terminal

/// Gives the screen the theme that the state asks for, and reads it anew when somebody edits it.
final class LiveTheme {
  private let screen: Screen
  private let folder: String
  /// The theme last asked for; the screen goes on with the one before where it can't be used.
  private var name: String
  private var isBroken = false
  private var seen: [String: Date]?

  init(screen: Screen, folder: String) {
    self.screen = screen
    self.folder = folder
    name = screen.theme.name
  }

  /// Called before painting: the theme follows what is looked at in the list and what the terminal answers.
  func follow(_ store: Store) {
    guard store.state.themeName != name else { return }
    name = store.state.themeName
    load(for: store)
  }

  /// The folder has changed: a theme that was mended or merely changed is told, one that broke too.
  func reread(for store: Store) {
    list(for: store)
    let before = (theme: screen.theme, isBroken: isBroken)
    load(for: store)
    if !isBroken, before.isBroken || screen.theme != before.theme { store.send(.theme(.reread(name))) }
  }

  /// Where nothing tells of a change: looks whether there was one.
  func look(for store: Store) {
    let now = changes()
    defer { seen = now }
    if let seen, seen != now { reread(for: store) }
  }

  /// When each file of the folder was changed last.
  private func changes() -> [String: Date] {
    let files = FileManager.default
    var changes: [String: Date] = [:]
    for name in (try? files.contentsOfDirectory(atPath: folder)) ?? [] {
      changes[name] = (try? files.attributesOfItem(atPath: "\(folder)/\(name)"))?[.modificationDate] as? Date
    }
    return changes
  }

  func list(for store: Store) {
    store.send(.theme(.found(Theme.summaries(userFolder: folder))))
  }

  /// Keeps the choice for the next start.
  func keep(_ choice: String, for store: Store) {
    do {
      try ScreenMemory.change { $0.theme = choice }
    } catch {
      let words = "The theme holds until you leave: \(GlobalOptions.stateFolder) can't be written. See that you may."
      store.send(.theme(.failed(words)))
    }
  }

  private func load(for store: Store) {
    guard Theme.names(userFolder: folder).contains(name) else {
      isBroken = true
      store.send(.theme(.failed("The theme `\(name)` is no longer there. The colours stay as they were.")))
      return
    }
    do {
      let theme = try Theme.named(name, userFolder: folder)
      isBroken = false
      if theme != screen.theme { screen.theme = theme }
    } catch {
      isBroken = true
      store.send(.theme(.failed("\(error). The colours stay as they were.")))
    }
  }
}
