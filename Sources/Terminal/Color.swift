/// A colour as the terminal is asked for it, in each of the colour modes. `-1` is the terminal's own colour.
package struct Color: Hashable, Sendable {
  /// 0xRRGGBB, or -1.
  package let rgb: Int
  package let in256: Int
  package let in16: Int
  package let in8: Int

  package static let terminal = Color(rgb: -1, in256: -1, in16: -1, in8: -1)

  package init(rgb: Int, in256: Int? = nil, in16: Int? = nil, in8: Int? = nil) {
    self.rgb = rgb
    let basic = in16 ?? Color.nearest(to: rgb, among: 0..<16)
    self.in256 = in256 ?? Color.nearest(to: rgb, among: 16..<256)
    self.in16 = basic
    self.in8 = in8 ?? (basic < 0 ? -1 : basic % 8)
  }

  /// As the terminal is asked for it in a tier: 0xRRGGBB in true colour, else a number of its palette; -1 is its own.
  package func number(in tier: Tier) -> Int {
    switch tier {
    case .mono: -1
    case .eight: in8
    case .sixteen: in16
    case .many: in256
    case .truecolor: rgb
    }
  }

  /// The number of a tier as 0xRRGGBB, by xterm's palette; -1 stays.
  package static func rgb(_ number: Int, in tier: Tier) -> Int {
    number < 0 || tier == .truecolor ? number : xterm(number)
  }

  /// How light 0xRRGGBB is, roughly, for comparing two.
  static func lightness(_ rgb: Int) -> Int { 2 * (rgb >> 16) + 7 * (rgb >> 8 & 0xFF) + (rgb & 0xFF) }

  /// A colour of xterm's palette of 256 as 0xRRGGBB.
  package static func xterm(_ index: Int) -> Int {
    switch index {
    case 0..<16:
      return basic[index]
    case 16..<232:
      let levels = [0, 95, 135, 175, 215, 255]
      let cube = index - 16
      return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6]
    default:
      let level = 8 + (index - 232) * 10
      return level << 16 | level << 8 | level
    }
  }

  package static let basicNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright black", "bright red", "bright green", "bright yellow", "bright blue", "bright magenta", "bright cyan",
    "bright white",
  ]

  private static let basic = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  private static func nearest(to rgb: Int, among candidates: Range<Int>) -> Int {
    guard rgb >= 0 else { return -1 }
    func distance(_ index: Int) -> Int {
      let other = xterm(index)
      return [16, 8, 0].reduce(0) { sum, shift in
        let difference = (rgb >> shift & 0xFF) - (other >> shift & 0xFF)
        return sum + difference * difference
      }
    }
    return candidates.min { distance($0) < distance($1) } ?? -1
  }
}
