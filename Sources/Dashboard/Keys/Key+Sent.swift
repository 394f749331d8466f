import Terminal

extension Key {
  /// Why no terminal sends this key, in words that end a sentence; nil for one that they send.
  var unsent: String? {
    if code == .escape, modifiers.isEmpty { return nil }
    let isCtrl = modifiers.contains(.ctrl)
    switch code {
    case .character("i") where isCtrl: return arrives(as: .tab)
    case .character("m") where isCtrl: return arrives(as: .enter)
    case .character("[") where isCtrl: return arrives(as: .escape)
    case .character("?") where isCtrl: return arrives(as: .backspace)
    case .character("@") where isCtrl: return arrives(as: .character(" "), .ctrl)
    case .character("c") where isCtrl: return "stops the program"
    case .character("z") where isCtrl: return "suspends the program"
    case .character(let character) where isCtrl:
      return ("a"..."z").contains(character) || " \\]^_".contains(character) ? nil : "is sent by no terminal"
    case .character("[") where modifiers == .alt, .character("O") where modifiers == .alt:
      return "begins what other keys send"
    case .enter, .tab, .backspace, .escape, .backTab:
      let rest = modifiers.intersection(code == .escape ? [] : .alt)
      return rest == modifiers ? nil : arrives(as: code, rest)
    default: return nil
    }
  }

  private func arrives(as code: Code, _ others: Modifiers = []) -> String {
    "arrives as `\(Key(code, others.union(modifiers.intersection(.alt))).notation)`; write that"
  }
}
