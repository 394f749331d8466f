import TestSupport
import Testing

@testable import Terminal

struct TextAreaWrapTests {
  @Test(
    arguments: [
      ("", 5, [""]), ("a\n\nb\n", 5, ["a", "", "b", ""]), ("the ward round", 8, ["the ward", "round"]),
      ("the ward round", 7, ["the", "ward", "round"]), ("to   go", 3, ["to", "go"]), ("to    \ngo", 3, ["to", "go"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]), ("a abcdefgh", 3, ["a", "abc", "def", "gh"]), ("   x", 2, ["", "x"]),
      ("田中由衣", 5, ["田中", "由衣"]), ("a田中", 3, ["a田", "中"]), ("BMI 田中", 6, ["BMI 田", "中"]), ("田", 1, ["田"]),
      ("👩\u{200D}⚕\u{FE0F}👩\u{200D}⚕\u{FE0F}", 3, ["👩\u{200D}⚕\u{FE0F}", "👩\u{200D}⚕\u{FE0F}"]), ("🇮🇳🇩🇪", 3, ["🇮🇳", "🇩🇪"]),
      ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]), ("नमस्ते", 3, ["नम", "स्ते"]),
      ("\u{1B}\u{1B}\u{1B}", 2, ["\u{1B}\u{1B}", "\u{1B}"]), ("a\u{202E}bc", 2, ["a\u{202E}", "bc"]),
      ("a\tb", 2, ["a", "b"]), ("\u{FE0F}\nx", 2, ["", "x"]),
      ("\u{1100}\u{1100}\u{1100}", 4, ["\u{1100}\u{1100}", "\u{1100}"]),
    ])
  func `Text is wrapped as the table says`(text: String, cells: Int, rows: [String]) {
    let shown = TextArea(text).wrapped(cells: cells).map(\.shown)
    #expect(shown.map { Array($0.unicodeScalars) } == rows.map { Array($0.unicodeScalars) })
  }

  @Test
  func `A row knows its part of the text, spaces and all, and whether it ends a line`() {
    let rows = TextArea("to   go\nx").wrapped(cells: 3)
    #expect(rows.map(\.range) == [0..<5, 5..<7, 8..<9])
    #expect(rows.map(\.text) == ["to   ", "go", "x"])
    #expect(rows.map(\.endsLine) == [false, true, true])
  }

  @Test
  func `Rows are the whole text in its order, and none is wider than its window when it is drawn`() {
    var random = Seeded(seedOfThisRun)
    let pieces = Corpus.texts.flatMap { Array($0.unicodeScalars) } + Array("  \n\nab田👩\u{200D}\u{301}".unicodeScalars)
    for _ in 0..<800 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        text.append(pieces[Int.random(in: 0..<pieces.count, using: &random)])
      }
      let area = TextArea(String(text))
      let cells = Int.random(in: 2..<12, using: &random)
      let rows = area.wrapped(cells: cells)
      let joined = rows.map { $0.text + ($0.endsLine ? "\n" : "") }.joined()
      #expect(joined.utf8.elementsEqual((area.text + "\n").utf8), "ROUNDS_SEED=\(seedOfThisRun)")
      #expect(
        rows.allSatisfy { Text.width($0.shown) <= cells }, "ROUNDS_SEED=\(seedOfThisRun) \(area.text.debugDescription)")
    }
  }

  @Test
  func `A character as long as a letter costs no more than a letter`() {
    let clock = ContinuousClock()
    for text in [
      String(repeating: "\u{1100}", count: 20_000), "e" + String(repeating: "\u{301}", count: 20_000),
      String(repeating: "🇮🇳", count: 10_000),
    ] {
      let time = clock.measure { _ = TextArea(text).rows(cells: 40) }
      #expect(time < .seconds(3))
    }
  }
}
