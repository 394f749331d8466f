/// A key that is not spelled as keys are.
package struct KeyError: Error, Hashable, CustomStringConvertible {
  /// What was written.
  package let text: String
  package let description: String
}

extension Key {
  private static let names: [(name: String, code: Code)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Up", .up), ("Down", .down), ("Left", .left),
    ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert), ("Space", .character(" ")), ("lt", .character("<")),
  ]

  private static let synonyms: [String: Code] = [
    "return": .enter, "cr": .enter, "escape": .escape, "pageup": .pageUp, "pagedown": .pageDown, "bs": .backspace,
    "delete": .delete, "insert": .insert,
  ]

  /// The keys a text like `jj<Enter><C-x>` spells, in order.
  package static func sequence(_ text: String) throws(KeyError) -> [Key] {
    var keys: [Key] = []
    var rest = text[...]
    while let first = rest.first {
      guard first == "<" else {
        keys.append(Key(first))
        rest.removeFirst()
        continue
      }
      guard let end = rest.firstIndex(of: ">"), rest.index(after: rest.startIndex) < end else {
        throw KeyError(
          text: String(rest), description: "`\(rest)` has a < without a name and a >; write <lt> for the key <")
      }
      // <C->> is Ctrl and >.
      var close = end
      let after = rest.index(after: end)
      if rest[..<end].hasSuffix("-"), after < rest.endIndex, rest[after] == ">" { close = after }
      keys.append(try named(String(rest[rest.index(after: rest.startIndex)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    return keys
  }

  /// The one key a text spells.
  package init(notation text: String) throws(KeyError) {
    let keys = try Key.sequence(text)
    guard keys.count == 1 else {
      throw KeyError(text: text, description: "`\(text)` should be one key, as in j, <Enter> or <C-x>")
    }
    self = keys[0]
  }

  /// How the key is written in keys.toml; reading it gives the key again.
  package var notation: String {
    let prefix = prefix(ctrl: "C-", alt: "A-", shift: "S-")
    if case .character(let character) = code, character != " ", character != "<" {
      return prefix.isEmpty ? String(character) : "<\(prefix)\(character)>"
    }
    return "<\(prefix)\(name)>"
  }

  /// A short name for people, in key hints: `j`, `Enter`, `^X`, `Space`.
  package var label: String {
    guard case .character(let character) = code, character != " " else {
      return prefix(ctrl: "^", alt: "Alt-", shift: "Shift-") + (code == .backTab ? "Tab" : name)
    }
    let text = modifiers.contains(.ctrl) ? character.uppercased() : String(character)
    return prefix(ctrl: "^", alt: "Alt-", shift: "Shift-") + text
  }

  private var name: String {
    switch code {
    case .function(let number): "F\(number)"
    case .backTab: "Tab"
    default: Key.names.first { $0.code == code }?.name ?? ""
    }
  }

  private func prefix(ctrl: String, alt: String, shift: String) -> String {
    (modifiers.contains(.alt) ? alt : "") + (modifiers.contains(.ctrl) ? ctrl : "")
      + (modifiers.contains(.shift) || code == .backTab ? shift : "")
  }

  private static func named(_ text: String) throws(KeyError) -> Key {
    var modifiers: Modifiers = []
    var rest = text[...]
    while rest.count > 2, rest.dropFirst().first == "-" {
      switch rest.first {
      case "C", "c": modifiers.insert(.ctrl)
      case "A", "a": modifiers.insert(.alt)
      case "S", "s": modifiers.insert(.shift)
      default:
        throw KeyError(
          text: text, description: "`<\(text)>` has `\(rest.prefix(2))`; write C- (Ctrl), A- (Alt) or S- (Shift)")
      }
      rest = rest.dropFirst(2)
    }
    if rest.count == 1, let character = rest.first, !modifiers.isEmpty { return Key(.character(character), modifiers) }
    let name = rest.lowercased()
    if let known = names.first(where: { $0.name.lowercased() == name })?.code ?? synonyms[name] {
      return Key(known, modifiers)
    }
    if name.first == "f", let number = Int(name.dropFirst()), (1...24).contains(number) {
      return Key(.function(number), modifiers)
    }
    let all = names.map { "<\($0.name)>" }.joined(separator: " ")
    throw KeyError(text: text, description: "`<\(text)>` is no key; write one of \(all) <F1>")
  }
}
