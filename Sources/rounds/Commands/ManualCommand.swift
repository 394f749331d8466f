import ArgumentParser
import Dashboard

struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, for man.",
    discussion: "`rounds manual > ~/.local/share/man/man1/rounds.1` installs it.")

  func run() throws { print(try Manual(keys: KeyReference(map: .standard)).page) }
}
