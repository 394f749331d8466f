import Terminal
import Testing

/// What our themes promise: every word can be read, on everything it may lie on, in every number of colours. Numbers of
/// a palette are taken as xterm shows them; where a terminal shows others we can't know.
struct ContrastTests {
  static let colourful = Theme.names(userFolder: nil).filter { $0 != "mono" }
  private static let colorTiers = Tier.allCases.filter { $0 != .mono }
  /// What the panes lay under words; nil is the role's own ground.
  private static let grounds: [Role?] = [nil, .text, .strip, .overlay, .selected, .selectedInactive]
  /// Lines and bars: WCAG asks of them three to one.
  private static let graphics: Set<Role> = [.rule, .ruleFocused, .laneA, .laneB, .laneC, .laneD]

  @Test("Every role on every ground of every theme has the contrast of WCAG AA", arguments: colourful, colorTiers)
  func contrastHolds(name: String, tier: Tier) throws {
    let theme = try Theme.named(name, userFolder: nil)
    let words = name == "high-contrast" ? 7 : 4.5
    for role in Role.allCases {
      let wanted = ContrastTests.graphics.contains(role) ? 3 : words
      for ground in ContrastTests.grounds {
        for bold in [Attributes(), .bold] {
          let look = theme.resolve(Style(role, bold, on: ground), in: tier)
          #expect(look.foreground >= 0 && look.background >= 0, "\(role) over \(ground?.name ?? "its own")")
          for foreground in look.shownForegrounds(in: tier) {
            let ratio = contrast(foreground, Color.rgb(look.background, in: tier))
            #expect(ratio >= wanted, "\(role) over \(ground?.name ?? "its own"): \(ratio)")
          }
        }
      }
    }
  }

  @Test(
    "The theme without colour asks for none, and looks as the dark one does under NO_COLOR", arguments: Tier.allCases)
  func mono(tier: Tier) throws {
    let (mono, dark) = (try Theme.named("mono", userFolder: nil), try Theme.named("dark", userFolder: nil))
    for role in Role.allCases {
      for ground in [nil] + Role.allCases.map(Optional.init) {
        #expect(mono.resolve(Style(role, on: ground), in: tier) == dark.resolve(Style(role, on: ground), in: .mono))
      }
    }
  }

  @Test("A screen that is well shows at most five colours beside the greys", arguments: colourful)
  func calm(name: String) throws {
    let theme = try Theme.named(name, userFolder: nil)
    let greys = Set([Role.text, .dim, .bright, .rule].map { theme.resolve(Style($0), in: .truecolor).foreground })
    let hues = Set(
      Role.allCases.filter { $0 != .urgent }.map { theme.resolve(Style($0), in: .truecolor).foreground })
    #expect(hues.subtracting(greys).count <= 5)
  }

  @Test("Without colour the selection, the urgent and the focus are still told apart", arguments: colourful)
  func stripped(name: String) throws {
    let theme = try Theme.named(name, userFolder: nil)
    #expect(theme.resolve(Style(.text, on: .selected), in: .mono).attributes.contains(.reverse))
    #expect(theme.resolve(Style(.text, on: .selectedInactive), in: .mono).attributes == .underline)
    #expect(theme.resolve(Style(.urgent), in: .mono).attributes == .bold)
    #expect(theme.resolve(Style(.ruleFocused), in: .mono) != theme.resolve(Style(.rule), in: .mono))
    for role in Role.allCases { #expect(theme.resolve(Style(role), in: .mono).foreground == -1) }
  }

  @Test("Where colours are few, what is urgent, new or under the cursor still looks unlike plain text")
  func few() throws {
    for name in ContrastTests.colourful {
      let theme = try Theme.named(name, userFolder: nil)
      for tier in [Tier.eight, .sixteen] {
        let plain = theme.resolve(Style(.text), in: tier)
        for role in [Role.urgent, .bright, .selected, .selectedInactive, .key, .match, .input, .warning, .soon] {
          #expect(theme.resolve(Style(role), in: tier) != plain, "\(name), \(role) in \(tier)")
        }
      }
    }
  }

  @Test(
    "Whoever sees red, green or blue otherwise tells the states of the colour-blind theme apart", arguments: Sight.all)
  func colourBlind(sight: Sight) throws {
    let theme = try Theme.named("colour-blind", userFolder: nil)
    for tier in [Tier.many, .truecolor] {
      let states = [Role.text, .urgent, .soon, .good, .info]
      let seen = states.map { sight.lab(Color.rgb(theme.resolve(Style($0), in: tier).foreground, in: tier)) }
      for a in states.indices {
        for b in states.indices where a < b {
          let distance = zip(seen[a], seen[b]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
          // The least that is seen is 2.3; twelve is seen at a glance.
          #expect(distance > 12, "\(states[a]) and \(states[b]) in \(tier) for \(sight): \(distance)")
        }
      }
    }
  }
}

extension Theme.Resolved {
  /// The colours in which a terminal may show the words: bold ones of the first eight may come as the bright eight.
  fileprivate func shownForegrounds(in tier: Tier) -> [Int] {
    let plain = Color.rgb(foreground, in: tier)
    guard tier == .eight || tier == .sixteen, attributes.contains(.bold), foreground < 8 else { return [plain] }
    return [plain, Color.xterm(foreground + 8)]
  }
}
