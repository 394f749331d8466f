import CTerminal

/// Whether the columns that `Text` counts are those of the C library, by which ncurses goes, and tmux with it. Where
/// they differ, what is drawn is safe but poorer: a letter becomes a question mark, a mark is left out.
package enum WidthCheck {
  package struct Disagreement: Hashable, Sendable {
    package let scalar: Unicode.Scalar
    /// The columns by our own count, and by the C library's.
    package let ours: Int
    package let library: Int
  }

  /// Of all scalars that may reach the screen. The C library knows none of the youngest; that is no disagreement.
  package static func disagreements() -> [Disagreement] {
    disagreements { Int(terminal_width_in_unicode($0)) }
  }

  static func disagreements(library: (UInt32) -> Int) -> [Disagreement] {
    (UInt32(0)...0x10FFFF).compactMap { value in
      guard let scalar = Unicode.Scalar(value), let ours = width(scalar) else { return nil }
      let theirs = library(value)
      return theirs < 0 || theirs == ours ? nil : Disagreement(scalar: scalar, ours: ours, library: theirs)
    }
  }

  /// nil for what is never sent to a terminal as it is.
  private static func width(_ scalar: Unicode.Scalar) -> Int? {
    switch ScalarKind(scalar) {
    case .advancing(let width): width
    case .mark: 0
    default: nil
    }
  }
}
