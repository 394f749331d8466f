/// What a command is, as data: key hints, help, the palette and the popup after a prefix are all made from it.
package struct CommandDefinition: Sendable {
  package let id: CommandID
  /// A verb and its object, as on the line of keys: at most two words where it may stand there.
  package let title: String
  /// One sentence.
  package let description: String
  /// Other words by which somebody may look for it.
  package let synonyms: [String]
  /// Default keys, in the notation of `Key`.
  package let keys: [String]
  /// Where it works; nil means everywhere, none that it works while a message is written.
  package let panes: Set<Pane>?
  /// Place on the line of keys, likeliest first; nil keeps it off.
  package let hint: Int?
  /// What it does together with others that begin with the same key; the line of keys names them by it.
  package let group: Group?

  package enum Group: String, CaseIterable, Sendable {
    case order = "Order"
    case show = "Only"
    case go = "Go to"
    case view = "View"
    case referral = "Referral"
    case handoff = "Handoff"

    /// Place on the line of keys.
    package var hint: Int {
      switch self {
      case .show: 19
      case .view: 48
      case .referral: 28
      case .handoff: 33
      case .order: 46
      case .go: 55
      }
    }
  }
}

extension CommandID {
  /// Those that work while a message is written, in no pane.
  package static let ofComposer = allCases.filter { $0.definition.panes?.isEmpty ?? false }

  package var definition: CommandDefinition { Self.table[self.rawValue] ?? Self.undefined(self) }

  /// A command without a row in the table would be a mistake in the program; a test looks for one.
  private static func undefined(_ id: CommandID) -> CommandDefinition {
    CommandDefinition(
      id: id, title: id.rawValue, description: "", synonyms: [], keys: [], panes: nil, hint: nil,
      group: nil)
  }

  private static let table = Dictionary(
    CommandDefinition.all.map { ($0.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
}
