import TestSupport
import Testing

@testable import Terminal

/// The windows here are seven columns wide, which hold six and the cursor.
struct TextAreaWindowTests {
  @Test(
    arguments: [
      // Rows: "the", "ward", "and I".
      ("the ward and I", "<Up>", "the ward| and I"), ("the ward and I", "<Up><Up>", "the| ward and I"),
      ("the ward and I", "<Up><Up><Up><Down><Down>", "the ward and I|"),
      ("the ward and I", "<Home>", "the ward |and I"),
      ("the ward and I", "<C-Home><C-e>", "the| ward and I"), ("the ward and I", "<C-Home><Down>", "the |ward and I"),
      // The column is kept past rows that are shorter.
      ("abcdef\nx\n\nabcdef", "<Up><Up>", "abcdef\nx|\n\nabcdef"),
      ("abcdef\nx\n\nabcdef", "<Up><Up><Up>", "abcdef|\nx\n\nabcdef"),
      ("abcdef\nx\n\nabcdef", "<Left><Up><Up><Up>", "abcde|f\nx\n\nabcdef"),
      ("abcdef\nx\n\nabcdef", "<Up><Up><Left><Up>", "|abcdef\nx\n\nabcdef"),
      // Inside of a wide glyph is before it.
      ("田中由\nabc", "<Up>", "田|中由\nabc"), ("田中由\nabcd", "<Up>", "田中|由\nabcd"),
      // The end of a row broken inside a word is behind its last letter, and more than one End stays there.
      ("abcdefghi", "<C-Home><End><End>X", "abcdefX|ghi"), ("abcdefghi", "<C-Home><End><Home>X", "X|abcdefghi"),
      ("abcdefghi", "<C-Home><End><Down>", "abcdefghi|"), ("abcdefghi", "<C-Home><End><Right>", "abcdefg|hi"),
      ("e\u{301}e\u{301}\nabc", "<Left><Up>", "e\u{301}e\u{301}|\nabc"),
      ("\u{1B}\u{1B}\u{1B}\nab", "<Up>", "\u{1B}\u{1B}|\u{1B}\nab"),
      ("x\n\u{FE0F}", "<Up><Down><End>", "x\n\u{FE0F}|"), ("a\nb\nc\nd\ne", "<PgUp>", "a\nb\nc|\nd\ne"),
      ("a\nb\nc\nd\ne", "<PgUp><PgUp><PgUp>", "a|\nb\nc\nd\ne"),
      ("a\nb\nc\nd\ne", "<C-Home><PgDn>", "a\nb\n|c\nd\ne"),
    ])
  func `The cursor goes by the rows that are seen`(text: String, keys: String, expected: String) throws {
    var area = TextArea(text)
    for key in try Key.sequence(keys) { _ = area.take(key, cells: 7, rows: 3) }
    #expect(marked(area) == expected)
  }

  @Test
  func `The window follows the cursor and no further`() {
    var area = TextArea("a\nb\nc\nd\ne")
    var top = 0
    func see() -> ([String], Point, Int) {
      let seen = area.visible(cells: 7, height: 3, top: &top)
      return (seen.rows, seen.cursor, top)
    }
    #expect(see() == (["c", "d", "e"], Point(x: 1, y: 2), 2))
    area.up(cells: 7)
    area.up(cells: 7)
    #expect(see() == (["c", "d", "e"], Point(x: 1, y: 0), 2))
    area.up(cells: 7)
    #expect(see() == (["b", "c", "d"], Point(x: 1, y: 0), 1))
    area.clear()
    #expect(see() == ([""], Point(x: 0, y: 0), 0))
    #expect(area.visible(cells: 0, height: 3, top: &top).rows.isEmpty)
    #expect(area.visible(cells: 7, height: 0, top: &top).rows.isEmpty)
  }

  @Test(
    arguments: [
      ("abcdef", ["abcdef"], 6, 0), ("abcdef   ", ["abcdef"], 6, 0), ("abcdef g", ["abcdef", "g"], 1, 1),
      ("田中", ["田中"], 4, 0), ("\t\u{202E}", [" �"], 2, 0),
    ])
  func `The cursor has a column in the window, behind a full row too`(text: String, rows: [String], x: Int, y: Int) {
    var top = 0
    let seen = TextArea(text).visible(cells: 7, height: 3, top: &top)
    #expect(seen.rows.map(Text.sanitized) == rows)
    #expect(seen.cursor == Point(x: x, y: y))
  }

  @Test
  func `Behind the last letter of a broken word the cursor is on the row that End was pressed on`() {
    var area = TextArea("abcdefghi")
    var top = 0
    area.toStart()
    area.end(cells: 7)
    #expect(area.visible(cells: 7, height: 3, top: &top).cursor == Point(x: 6, y: 0))
    area.left()
    area.right()
    #expect(area.visible(cells: 7, height: 3, top: &top).cursor == Point(x: 0, y: 1))
  }

  @Test
  func `Going down comes to the end and going up to the start, past all that can be pasted`() {
    var random = Seeded(seedOfThisRun)
    let giant = String(repeating: "\u{1100}", count: 30)
    for _ in 0..<80 {
      let pieces = Corpus.texts + [giant, "\n", " ", "田中", "\u{301}"]
      var area = TextArea((0..<6).map { _ in pieces.randomElement(using: &random)! }.joined())
      let cells = Int.random(in: 1..<12, using: &random)
      let count = area.rows(cells: cells).count
      var top = 0
      for isDown in [false, true, false] {
        for _ in 0..<count {
          if isDown { area.down(cells: cells) } else { area.up(cells: cells) }
          let seen = area.visible(cells: cells, height: 4, top: &top)
          #expect(
            (0..<cells).contains(seen.cursor.x) && (0..<4).contains(seen.cursor.y), "ROUNDS_SEED=\(seedOfThisRun)")
          #expect(!area.isInsideCharacter(area.cursor), "ROUNDS_SEED=\(seedOfThisRun)")
        }
        area.end(cells: cells)
        if !isDown { area.home(cells: cells) }
        #expect(
          area.cursor == (isDown ? area.text.utf8.count : 0),
          "ROUNDS_SEED=\(seedOfThisRun) \(cells) \(area.text.debugDescription)")
      }
    }
  }
}
