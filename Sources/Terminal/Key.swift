/// A key as it was pressed. Letters carry their own case, so `shift` never stands beside a character.
package struct Key: Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    case character(Character)
    case enter, escape, tab, backTab
    case up, down, left, right, home, end, pageUp, pageDown
    case backspace, delete, insert
    /// F1 is 1.
    case function(Int)
  }

  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let ctrl = Modifiers(rawValue: 4)
  }

  package let code: Code
  package let modifiers: Modifiers

  /// The one way a key is spelled inside: Ctrl with a letter is in lower case, Shift with a letter is the capital,
  /// Shift-Tab is `backTab`.
  package init(_ code: Code, _ modifiers: Modifiers = []) {
    var code = code
    var modifiers = modifiers
    if case .character(let character) = code {
      if modifiers.contains(.ctrl) {
        code = Key.single(character.lowercased(), else: character)
      } else if modifiers.contains(.shift) {
        code = Key.single(character.uppercased(), else: character)
      }
      modifiers.remove(.shift)
    } else if code == .tab, modifiers.contains(.shift) {
      code = .backTab
      modifiers.remove(.shift)
    } else if code == .backTab {
      modifiers.remove(.shift)
    }
    self.code = code
    self.modifiers = modifiers
  }

  package init(_ character: Character) {
    self.init(.character(character))
  }

  /// The character typed, where the key is one and nothing but Shift was held.
  package var character: Character? {
    guard case .character(let character) = code, modifiers.isEmpty else { return nil }
    return character
  }

  private static func single(_ text: String, else character: Character) -> Code {
    .character(text.count == 1 ? Character(text) : character)
  }
}
