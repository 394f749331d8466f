/// The signs the panes draw with, as far as the locale can show them. Lines are drawn by `Frame.rule`.
package struct Glyphs: Hashable, Sendable {
  package let isASCII: Bool

  package let now, today, later, finding, done: String
  /// What slept and is back.
  package let woken: String
  package let present, absent, due, marked: String
  package let cursor: String
  package let ellipsis: String
  package let separator: String
  package let arrow: String
  /// A bar on a time axis: a whole column of it, and one of a planned or uncertain stretch.
  package let bar, barLight: String
  /// The column a bar ends in, filled from the left by one eighth to eight.
  package let leftEighths: [String]
  /// The column a bar starts in, filled from the right. There are no other right parts: the rest are left ones with
  /// the colours reversed.
  package let rightEighth, rightHalf: String
  package let tick: String
  package let gapStart, gapEnd: String
  /// What goes on beyond the left and the right edge, and what points down at a column.
  package let cutLeft, cutRight, pointer: String
  /// Eight levels, lowest first.
  package let levels: [String]

  package static let unicode = Glyphs(
    isASCII: false,
    now: "!", today: "•", later: "·", finding: "▲", done: "✓", woken: "◂",
    present: "●", absent: "○", due: "◇", marked: "✱",
    cursor: "▌", ellipsis: "…", separator: "·", arrow: "→",
    bar: "█", barLight: "▒", leftEighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], rightEighth: "▕", rightHalf: "▐",
    tick: "╵", gapStart: "└", gapEnd: "┘", cutLeft: "‹", cutRight: "›", pointer: "▾",
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])

  package static let ascii = Glyphs(
    isASCII: true,
    now: "!", today: "*", later: ".", finding: "^", done: "v", woken: "<",
    present: "@", absent: "o", due: "<", marked: "+",
    cursor: ">", ellipsis: "~", separator: "-", arrow: ">",
    bar: "=", barLight: ":", leftEighths: Array(repeating: "=", count: 8), rightEighth: "=", rightHalf: "[",
    tick: "'", gapStart: "\\", gapEnd: "/", cutLeft: "<", cutRight: ">", pointer: "v",
    levels: [".", ".", ":", ":", "+", "+", "=", "="])

  /// The set for a locale, from `LC_ALL`, `LC_CTYPE` and `LANG`, the first of them that is set.
  package static func chosen(for environment: [String: String]) -> Glyphs {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let codeset = locale.lowercased()
    return codeset.contains("utf-8") || codeset.contains("utf8") ? .unicode : .ascii
  }

  /// Every sign but the cursor, which a bar's end looks like, in one order: for the table that turns one set into the
  /// other. Where two sets of levels share a sign, the first has it.
  var all: [String] {
    [
      now, today, later, finding, done, woken, present, absent, due, marked, ellipsis, separator, arrow, bar, barLight,
      rightEighth,
      rightHalf, tick, gapStart, gapEnd, cutLeft, cutRight, pointer,
    ] + leftEighths + levels
  }
}
