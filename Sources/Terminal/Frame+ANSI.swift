extension Frame {
  /// The frame as text with colours for `cat` and for pipes: every row ends with the colours put back.
  package func ansi(theme: Theme, tier: Tier) -> String {
    var output = ""
    for y in 0..<size.height {
      var current = Theme.Resolved(foreground: -1, background: -1, attributes: [])
      for cell in row(y) where cell.width > 0 {
        let next = theme.resolve(cell.style, in: tier)
        if next != current {
          output += "\u{1B}[\(ANSI.parameters(of: next, in: tier))m"
          current = next
        }
        cell.cluster.write(to: &output)
      }
      output += current == Theme.Resolved(foreground: -1, background: -1, attributes: []) ? "\n" : "\u{1B}[0m\n"
    }
    return output
  }
}

/// The parameters of SGR, which sets colours and attributes.
private enum ANSI {
  static func parameters(of look: Theme.Resolved, in tier: Tier) -> String {
    var parameters = ["0"]
    for (attribute, number) in [
      (Attributes.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ] where look.attributes.contains(attribute) {
      parameters.append(number)
    }
    if look.foreground >= 0 { parameters.append(color(look.foreground, in: tier, base: 30)) }
    if look.background >= 0 { parameters.append(color(look.background, in: tier, base: 40)) }
    return parameters.joined(separator: ";")
  }

  private static func color(_ number: Int, in tier: Tier, base: Int) -> String {
    switch tier {
    case .truecolor: "\(base + 8);2;\(number >> 16);\(number >> 8 & 0xFF);\(number & 0xFF)"
    case .many: "\(base + 8);5;\(number)"
    // The bright eight are numbered sixty higher.
    case .sixteen, .eight, .mono: "\(number < 8 ? base + number : base + 60 + number - 8)"
    }
  }
}
