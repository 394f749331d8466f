/// How every role looks in every colour mode.
package struct Theme: Hashable, Sendable {
  package let name: String
  /// What every role without a background of its own lies on.
  private let ground: Color
  /// One look per role, by `Role.rawValue`.
  private let looks: [Look]

  /// A role as a theme file describes it; nil is what the file, and those it inherits from, leave out.
  struct Look: Hashable, Sendable {
    var foreground: Color?
    var background: Color?
    var attributes: Attributes = []
    var attributes16: Attributes?
    var attributes8: Attributes?
    var mono: Attributes?

    /// Those for fewer colours are, where they are left out, as for the next more.
    func attributes(in tier: Tier) -> Attributes {
      switch tier {
      case .truecolor, .many: attributes
      case .sixteen: attributes16 ?? attributes(in: .many)
      case .eight: attributes8 ?? attributes(in: .sixteen)
      case .mono: mono ?? attributes(in: .eight)
      }
    }
  }

  /// What the terminal is asked for: colours in the numbers of the tier (0xRRGGBB in true colour), -1 for its own.
  package struct Resolved: Hashable, Sendable {
    package let foreground: Int
    package let background: Int
    package let attributes: Attributes
  }

  init(name: String, ground: Color, looks: [Look]) {
    self.name = name
    self.ground = ground
    self.looks = looks
  }

  package func resolve(_ style: Style, in tier: Tier) -> Resolved {
    let own = looks[Int(style.role.rawValue)]
    let under = style.background.map { looks[Int($0.rawValue)] } ?? own
    var attributes = own.attributes(in: tier).union(style.attributes)
    var color = own.foreground
    if style.background != nil {
      attributes.formUnion(under.attributes(in: tier))
      // Reversed, each word would become a block of its own colour: the row is one bar instead.
      if attributes.contains(.reverse) {
        color = under.foreground
        attributes.remove(.dim)
      }
    }
    let foreground = (color ?? .terminal).number(in: tier)
    let background = (under.background ?? ground).number(in: tier)
    if tier == .eight || tier == .sixteen, Theme.isPalerBold(foreground, on: background) { attributes.remove(.bold) }
    return Resolved(foreground: foreground, background: background, attributes: attributes)
  }

  /// Many terminals show bold words of the first eight colours in the bright eight, which on white is too pale to read.
  private static func isPalerBold(_ foreground: Int, on background: Int) -> Bool {
    guard (0..<8).contains(foreground), background >= 0 else { return false }
    return Color.lightness(Color.xterm(foreground)) < Color.lightness(Color.xterm(background))
  }
}
