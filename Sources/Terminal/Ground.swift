import Glibc

/// What lies behind the text: whether the terminal's own background is light or dark, as far as it can be told.
package enum Ground {
  /// Of a colour of sRGB, its parts from 0 to 1.
  ///
  /// Light is where black letters read better than white ones: WCAG's contrast, (lighter + 0.05) / (darker + 0.05), is
  /// the same for both at a luminance of √(1.05 × 0.05) − 0.05. The eye sees its middle grey there too.
  package static func isLight(red: Double, green: Double, blue: Double) -> Bool {
    func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) > 0.179
  }

  /// From an answer to OSC 11, as `11;rgb:1e1e/1e1e/2e2e`: one to four hexadecimal digits a part, and with `rgba:` a
  /// fourth part, which is left aside.
  package static func isLight(reply: String) -> Bool? {
    let words = reply.split(separator: ";", omittingEmptySubsequences: false)
    guard words.count == 2, words[0] == "11" else { return nil }
    let halves = words[1].split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count == 2, let count = ["rgb": 3, "rgba": 4][halves[0]] else { return nil }
    let digits = halves[1].split(separator: "/", omittingEmptySubsequences: false)
    let parts = digits.compactMap(part)
    guard digits.count == count, parts.count == count else { return nil }
    return isLight(red: parts[0], green: parts[1], blue: parts[2])
  }

  /// From `COLORFGBG`, which some terminals set to the numbers of their two colours, as `15;0` or `0;default;15`. What
  /// the colours are is not told; white and the bright ones but for bright black are light, as all who read it agree.
  package static func isLight(environment: [String: String]) -> Bool? {
    guard let last = environment["COLORFGBG"]?.split(separator: ";").last, let number = Int(last),
      (0..<16).contains(number)
    else { return nil }
    return number == 7 || number > 8
  }

  /// Whether the terminal answers OSC 11 or passes over it. Others show it: the consoles of Linux and of the BSDs, and
  /// what is older than colours.
  package static func canBeAsked(in environment: [String: String]) -> Bool {
    let term = environment["TERM"] ?? ""
    // GNU screen answers for nobody; tmux may go by its name.
    if term.hasPrefix("screen") { return !(environment["TMUX"] ?? "").isEmpty }
    return answering.contains { term.hasPrefix($0) } || term.hasSuffix("-256color") || term.hasSuffix("-direct")
  }

  private static let answering = [
    "xterm", "tmux", "kitty", "ghostty", "foot", "wezterm", "alacritty", "contour", "iterm", "konsole", "vte", "gnome",
    "mintty", "rio", "rxvt-unicode",
  ]

  private static func part(_ digits: Substring) -> Double? {
    guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0 < 0x80 }), digits.allSatisfy(\.isHexDigit),
      let number = Int(digits, radix: 16)
    else { return nil }
    return Double(number) / Double(1 << (4 * digits.utf8.count) - 1)
  }
}
