import ArgumentParser
import Care
import Dashboard
import Foundation
import Journal
import Terminal

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "open", abstract: "Open the dashboard.")

  @OptionGroup var options: GlobalOptions

  func run() throws { try Self.open(options) }

  static func open(_ options: GlobalOptions) throws {
    switch try look(options) {
    case .left: break
    case .openDemo: try DemoCommand.open(beside: options)
    }
  }

  /// Shows the dashboard until somebody leaves it.
  private static func look(_ options: GlobalOptions) throws -> Loop.Ending {
    let session = try Session(options, mode: .readWrite)
    let workspace = try session.workspace()
    let environment = ProcessInfo.processInfo.environment
    var state = try session.state(workspace, size: Size(width: 80, height: 24))
    let (memory, forgotten) = ScreenMemory.read()
    let (choice, theme, unusable) = try options.startingTheme(
      remembered: memory.theme, isLight: Ground.isLight(environment: environment))
    state.themes = choice
    state.proportions = memory.proportions
    state.views = memory.views
    state.showsLook = memory.showsLook
    if let member = state.author.member {
      do {
        state.drafts = try session.journal.drafts(of: member)
      } catch {
        state.note("Messages you were writing could not be read: \(error)")
      }
    }
    state.ids = IDSequence(seed: .random(in: 0 ... .max))
    for problem in [forgotten, unusable].compactMap(\.self) { _ = reduce(&state, .theme(.failed(problem))) }
    let screen: Screen
    do {
      screen = try Screen(theme: theme, environment: environment, glyphs: Glyphs.chosen(for: environment))
    } catch {
      throw Fault.terminal(error.description)
    }
    defer { screen.stop() }
    screen.askBackground()
    if let notice = screen.notice { state.note(notice) }
    let store = Store(
      state, ledger: JournalLedger(session.journal), drafts: JournalDrafts(session.journal),
      onlookers: JournalOnlookers(session.journal),
      makeID: { EntryID.random() })
    let chores = Chores(folder: options.folder) { options.now ?? .system }
    let ending = Loop(
      store: store, screen: screen, wake: Wake([.journal: options.folder, .themes: GlobalOptions.themesFolder]),
      chores: chores, fixedClock: options.now
    ).run()
    screen.stop()
    // Nobody can look at the screen any more.
    for words in store.state.farewell { Fault.say(Text.sanitized(words)) }
    if !store.state.farewell.isEmpty { throw Fault.refused }
    return ending
  }
}

extension ID {
  static func random() -> Self {
    var generator = SystemRandomNumberGenerator()
    return Self(high: generator.next(), low: generator.next())
  }
}
