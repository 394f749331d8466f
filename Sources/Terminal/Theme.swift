/// How every role looks in every colour mode.
package struct Theme: Sendable {
  package let name: String
  /// One look per role, by `Role.rawValue`.
  private let looks: [Look]

  /// A role as a theme file describes it.
  struct Look: Hashable, Sendable {
    var foreground = Color.terminal
    var background = Color.terminal
    var attributes: Attributes = []
    var attributes16: Attributes?
    var attributes8: Attributes?
    var mono: Attributes = []

    func attributes(in tier: Tier) -> Attributes {
      switch tier {
      case .mono: mono
      case .eight: attributes8 ?? attributes16 ?? attributes
      case .sixteen: attributes16 ?? attributes
      case .many, .truecolor: attributes
      }
    }
  }

  /// What the terminal is asked for: colours in the numbers of the tier (0xRRGGBB in true colour), -1 for its own.
  package struct Resolved: Hashable, Sendable {
    package let foreground: Int
    package let background: Int
    package let attributes: Attributes
  }

  init(name: String, looks: [Look]) {
    self.name = name
    self.looks = looks
  }

  package func resolve(_ style: Style, in tier: Tier) -> Resolved {
    let own = looks[Int(style.role.rawValue)]
    let ground = style.background.map { looks[Int($0.rawValue)] } ?? own
    var attributes = own.attributes(in: tier).union(style.attributes)
    var foreground = own.foreground
    if style.background != nil {
      attributes.formUnion(ground.attributes(in: tier))
      // Reversed, each word would become a block of its own colour: the row is one bar instead.
      if attributes.contains(.reverse) {
        foreground = ground.foreground
        attributes.remove(.dim)
      }
    }
    return Resolved(
      foreground: Theme.number(foreground, in: tier), background: Theme.number(ground.background, in: tier),
      attributes: attributes)
  }

  private static func number(_ color: Color, in tier: Tier) -> Int {
    switch tier {
    case .mono: -1
    case .eight: color.in8
    case .sixteen: color.in16
    case .many: color.in256
    case .truecolor: color.rgb
    }
  }
}
