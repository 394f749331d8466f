import Panes
import Terminal
import Testing

/// The colours of a screen with every kind of part on it: lists with and without the focus, a drawing, a panel above.
@Suite struct ThemeGoldenTests {
  private static let size = Size(width: 100, height: 22)

  @Test(arguments: ["dark", "light"], Tier.allCases)
  func `dark and light look in every number of colours as when somebody last looked`(name: String, tier: Tier) throws {
    try expect(name, tier)
  }

  @Test(arguments: Theme.names(userFolder: nil).filter { $0 != "dark" && $0 != "light" })
  func `every other theme looks in true colour as when somebody last looked`(name: String) throws {
    try expect(name, .truecolor)
  }

  private func expect(_ name: String, _ tier: Tier) throws {
    let theme = try Theme.named(name, userFolder: nil)
    let frame = try draw(Gallery.state("jjsjg", Self.size))
    try Gallery.expect("theme-\(name)-\(tier.name)", text: StyleMap(frame: frame, theme: theme, tier: tier).text)
  }
}
