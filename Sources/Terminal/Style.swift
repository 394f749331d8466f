/// What a piece of the screen means. A theme says how each looks in every colour mode.
package enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// What is read, what explains it, and what is selected or breached: the three weights.
  case text, dim, bright
  /// A pane's name, its thin rule, and the heavy rule of the pane with the focus.
  case title, rule, ruleFocused
  /// The row under the cursor, in the focused pane and in another; a row marked for doing many at once.
  case selected, selectedInactive, marked
  /// How soon something is owed, that it is well, and that it is being saved.
  case urgent, soon, later, good, pending
  /// Messages of the program, and what is new.
  case info, warning
  /// A field being typed into, and the letters a search matched.
  case input, match
  /// A key in a hint, and the words beside it.
  case key, keyLabel
  /// The first line and the toasts, a panel above the panes and its name.
  case strip, overlay, overlayTitle
  /// The lanes of a time chart, a gap in it, the sign of the cursor, and the present.
  case laneA, laneB, laneC, laneD, gap, marker, today

  /// The name in a theme file.
  package var name: String { "\(self)" }
}

package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let underline = Attributes(rawValue: 4)
  package static let reverse = Attributes(rawValue: 8)
  package static let italic = Attributes(rawValue: 16)
}

/// How a cell looks, in the words of the design; the theme and the terminal's colours make it concrete.
package struct Style: Hashable, Sendable {
  package var role: Role
  package var attributes: Attributes
  /// The role whose background lies under the text, where it is not the role's own: a selected row keeps the colour
  /// of each of its words.
  package var background: Role?

  package init(_ role: Role, _ attributes: Attributes = [], on background: Role? = nil) {
    self.role = role
    self.attributes = attributes
    self.background = background
  }

  /// The same style over another role's background.
  package func on(_ background: Role?) -> Style {
    Style(role, attributes, on: background)
  }
}
