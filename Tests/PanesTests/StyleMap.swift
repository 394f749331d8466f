import Terminal

/// A frame with its colours as text that a diff can be read in: the picture, below it a map with a letter for the look
/// of each cell (a dot for the commonest), and what each letter stands for.
struct StyleMap {
  let frame: Frame
  let theme: Theme
  let tier: Tier

  var text: String {
    let looks = frame.cells.map { theme.resolve($0.style, in: tier) }
    var counts: [Theme.Resolved: Int] = [:]
    for look in looks { counts[look, default: 0] += 1 }
    let commonest = counts.max { ($0.value, name($0.key)) < ($1.value, name($1.key)) }?.key
    var letters: [Theme.Resolved: Character] = [:]
    var legend: [String] = []
    var free = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[...]
    for look in looks where letters[look] == nil {
      letters[look] = look == commonest ? "." : free.popFirst() ?? "?"
      legend.append("\(letters[look] ?? "?")  \(name(look))")
    }
    let map = (0..<frame.size.height).map { y in
      String(looks[(y * frame.size.width)..<((y + 1) * frame.size.width)].map { letters[$0] ?? "?" })
    }
    return ([frame.text, ""] + map + [""] + legend).joined(separator: "\n") + "\n"
  }

  private func name(_ look: Theme.Resolved) -> String {
    let attributes: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    return
      ([name(look.foreground), "on", name(look.background)]
      + attributes.filter { look.attributes.contains($0.0) }.map(\.1)).joined(separator: " ")
  }

  private func name(_ number: Int) -> String {
    if number < 0 { return "default" }
    switch tier {
    case .mono, .many: return "\(number)"
    case .eight, .sixteen: return Color.basicNames[number]
    case .truecolor: return "#" + String(0x100_0000 + number, radix: 16).dropFirst()
    }
  }
}
