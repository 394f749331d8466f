/// The signs the panes draw with, as far as the locale can show them. Lines are drawn by `Frame.rule`.
package struct Glyphs: Hashable, Sendable {
  package let isASCII: Bool

  package let now, today, later, finding, done: String
  package let present, absent, due, marked: String
  package let cursor: String
  package let ellipsis: String
  package let separator: String
  package let arrow: String
  /// A bar on a time axis: its first column, its middle, its last, and a planned or uncertain stretch.
  package let barStart, bar, barEnd, barLight: String
  package let tick: String
  package let gapStart, gapEnd: String
  /// Eight levels, lowest first.
  package let levels: [String]

  package static let unicode = Glyphs(
    isASCII: false,
    now: "!", today: "•", later: "·", finding: "▲", done: "✓",
    present: "●", absent: "○", due: "◇", marked: "✱",
    cursor: "▌", ellipsis: "…", separator: "·", arrow: "→",
    barStart: "▐", bar: "█", barEnd: "▌", barLight: "▒", tick: "╵", gapStart: "└", gapEnd: "┘",
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])

  package static let ascii = Glyphs(
    isASCII: true,
    now: "!", today: "*", later: ".", finding: "^", done: "v",
    present: "@", absent: "o", due: "<", marked: "+",
    cursor: ">", ellipsis: "~", separator: "-", arrow: ">",
    barStart: "[", bar: "=", barEnd: "]", barLight: ":", tick: "'", gapStart: "\\", gapEnd: "/",
    levels: [".", ".", ":", ":", "=", "=", "#", "#"])

  /// The set for a locale, from `LC_ALL`, `LC_CTYPE` and `LANG`, the first of them that is set.
  package static func chosen(for environment: [String: String]) -> Glyphs {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let codeset = locale.lowercased()
    return codeset.contains("utf-8") || codeset.contains("utf8") ? .unicode : .ascii
  }

  /// Every sign of one column, for the table that turns one set into the other.
  static var all: [KeyPath<Glyphs, String>] {
    [
      \.now, \.today, \.later, \.finding, \.done, \.present, \.absent, \.due, \.marked, \.cursor, \.ellipsis,
      \.separator,
      \.arrow, \.bar, \.barStart, \.barLight, \.tick, \.gapStart, \.gapEnd,
    ]
  }
}
