import ArgumentParser
import Care
import Foundation

/// Options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Folder of the record.", valueName: "dir"))
  var data: String?

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Who you are: a name or id from the directory.", valueName: "member"))
  var member: String?

  @Option(name: .long, help: ArgumentHelp("Fix the clock, as 2026-11-21T08:00:00Z.", valueName: "instant"))
  var now: Instant?

  @Option(name: .long, help: ArgumentHelp("Colours: a theme by name, or auto.", valueName: "name"))
  var theme: String?

  /// `--data`, else `$XDG_DATA_HOME/rounds`, else `~/.local/share/rounds`.
  var folder: String {
    if let data { return (data as NSString).expandingTildeInPath }
    return Self.home("XDG_DATA_HOME", or: ".local/share") + "/rounds"
  }

  /// `$XDG_CONFIG_HOME/rounds`, else `~/.config/rounds`: keys.toml and the user's own themes.
  static var configFolder: String { home("XDG_CONFIG_HOME", or: ".config") + "/rounds" }

  /// `$XDG_CONFIG_HOME/rounds/themes`: themes of the user's own.
  static var themesFolder: String { configFolder + "/themes" }

  /// `$XDG_STATE_HOME/rounds`, else `~/.local/state/rounds`: what the screen remembers.
  static var stateFolder: String { home("XDG_STATE_HOME", or: ".local/state") + "/rounds" }

  private static func home(_ variable: String, or folder: String) -> String {
    let environment = ProcessInfo.processInfo.environment
    if let value = environment[variable], value.hasPrefix("/") { return value }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/" + folder
  }
}

extension Instant: ExpressibleByArgument {
  init?(argument: String) {
    guard let date = try? Date(argument, strategy: .iso8601) else { return nil }
    self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
  }
}

extension Instant {
  /// The system's clock.
  static var system: Instant { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }
}
