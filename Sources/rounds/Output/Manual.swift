import Dashboard

/// The manual page: commands and options as the command line tells them, keys as the table of commands has them.
struct Manual {
  let keys: KeyReference

  var page: String {
    get throws {
      let root = try CommandHelp.of(RoundsCommand.self)
      let common = try CommandHelp.of(GlobalOptions.self).shown
      var roff = Roff()
      roff.title(root.commandName, section: 1)
      roff.section("Name")
      // apropos(1) reads this line, and wants it plain.
      roff.paragraph("\(root.commandName) - \((root.abstract ?? "").trimmingFullStop)")
      roff.section("Synopsis")
      roff.item("\(root.commandName) [options]", "")
      roff.item("\(root.commandName) <command> [options]", "")
      roff.section("Description")
      roff.paragraph(Self.description + " " + (root.discussion ?? ""))
      roff.section("Commands")
      for command in root.subcommands ?? [] { add(command, below: root.commandName, common, to: &roff) }
      roff.section("Options of most commands")
      for option in common { add(option, to: &roff) }
      addKeys(to: &roff)
      for (title, items) in Self.facts {
        roff.section(title)
        for (term, words) in items { roff.item(term, words) }
      }
      return roff.text
    }
  }

  private func add(
    _ command: CommandHelp, below name: String, _ common: [CommandHelp.Argument], to roff: inout Roff
  ) {
    let name = "\(name) \(command.commandName)"
    let own = command.shown.filter { !common.contains($0) }
    let positional = own.filter { $0.kind == "positional" }.map(\.written)
    if command.commandName == "help" { return }
    if command.subcommands?.isEmpty ?? true {
      roff.subsection(
        ([name] + (own.count > positional.count ? ["[options]"] : []) + positional).joined(separator: " "))
      roff.paragraph([command.abstract, command.discussion].compactMap(\.self).joined(separator: " "))
      for argument in own { add(argument, to: &roff) }
    }
    for inner in command.subcommands ?? [] { add(inner, below: name, common, to: &roff) }
  }

  private func add(_ argument: CommandHelp.Argument, to roff: inout Roff) {
    let standard = argument.kind == "flag" ? nil : argument.defaultValue.map { "Default: \($0)." }
    roff.item(argument.written, [argument.abstract, standard].compactMap(\.self).joined(separator: " "))
  }

  private func addKeys(to roff: inout Roff) {
    roff.section("Keys")
    roff.paragraph(
      "These are the defaults; `rounds keys` prints them as keys.toml has made them. \(FilesUsed.keys) can change each of "
        + "them: `rounds keys --toml` prints one to start from.")
    for section in keys.sections {
      roff.subsection(section.title)
      for command in section.commands {
        roff.item(
          keys.keys(of: command.id).joined(separator: "  "),
          "\(command.title) (\(command.id.rawValue)). \(command.description)")
      }
    }
  }

  private static let description = """
    Rounds is a dashboard for care coordinators in the terminal: the patient's journey, the team and the messages on one \
    screen, and what is owed, by whom and since when.
    """

  private static let facts: [(String, [(String, String)])] = [
    ("Files", FilesUsed.all),
    (
      "Environment",
      [
        ("XDG_DATA_HOME", "Where the record's folder is; ~/.local/share where it is not set."),
        ("XDG_CONFIG_HOME", "Where keys.toml and themes are; ~/.config where it is not set."),
        ("XDG_STATE_HOME", "Where the screen's memory is; ~/.local/state where it is not set."),
        ("TERM", "The terminal. Where the system has no description of it, that of a relative is used."),
        ("COLORTERM", "truecolor or 24bit: every colour can be shown."),
        ("NO_COLOR", "Set to anything: no colours."),
        ("LC_ALL, LC_CTYPE, LANG", "The locale; one without UTF-8 gets plain signs."),
        ("TZ", "The time zone in which a new record's days end."),
      ]
    ),
    ("Exit status", Fault.codes.map { ("\($0.code)", $0.words) }),
  ]
}

/// Files that Rounds reads or writes, as the manual names them.
enum FilesUsed {
  static let keys = "~/.config/rounds/keys.toml"

  static let all = [
    ("~/.local/share/rounds/journal.sqlite", "The record, readable by its owner alone. --data names another folder."),
    (
      "~/.local/share/rounds-demo-200-1/", "The made-up network, in a folder of its own for each size and seed."
    ),
    (
      "~/.local/share/rounds/clocks.toml",
      "The site's own rules, for all who open the record; `rounds clocks` lists them."
    ),
    (keys, "Keys of your own."),
    ("~/.config/rounds/themes/NAME.toml", "Themes of your own, for --theme NAME."),
    ("~/.local/state/rounds/screen.toml", "What the screen remembers: the theme, how the panes are divided."),
  ]
}

extension String {
  fileprivate var trimmingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
