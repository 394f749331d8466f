import TestSupport
import Testing

@testable import Terminal

struct TextAreaUndoTests {
  @Test
  func `Undo goes back through every text there was, and redo comes to each again`() throws {
    var random = Seeded(seedOfThisRun)
    let keys = try Key.sequence(
      "ab<Space>e\u{301}田<Enter><Backspace><Backspace><Del><C-w><C-u><C-k><Left><Right><Up><Down><Home><End><A-b><C-_><C-y>"
    )
    let pastes = Corpus.texts + ["\u{301}", "🇮", "🇳", "👩", "\u{200D}", "a\r\nb", "\u{1100}"]
    for _ in 0..<300 {
      var area = TextArea(pastes.randomElement(using: &random)!)
      let first = Array(area.text.utf8)
      for _ in 0..<60 {
        if Int.random(in: 0..<6, using: &random) == 0 {
          area.paste(pastes.randomElement(using: &random)!)
        } else {
          _ = area.take(keys.randomElement(using: &random)!, cells: 8, rows: 3)
        }
        #expect(area.length == area.text.unicodeScalars.count, "ROUNDS_SEED=\(seedOfThisRun)")
        #expect(!area.isInsideCharacter(area.cursor), "ROUNDS_SEED=\(seedOfThisRun)")
      }
      while area.redo() {}
      let last = Array(area.text.utf8)
      var seen = [Seen(area)]
      while area.undo() { seen.append(Seen(area)) }
      #expect(Array(area.text.utf8) == first, "ROUNDS_SEED=\(seedOfThisRun)")
      // Undo puts the cursor where the step began, redo where it ended, so both ways are walked twice.
      var again: [Seen] = []
      while area.redo() { again.append(Seen(area)) }
      #expect(Array(area.text.utf8) == last, "ROUNDS_SEED=\(seedOfThisRun)")
      #expect(again.map(\.text) == seen.reversed().dropFirst().map(\.text), "ROUNDS_SEED=\(seedOfThisRun)")
      var back: [Seen] = []
      while area.undo() { back.append(Seen(area)) }
      #expect(back == Array(seen.dropFirst()), "ROUNDS_SEED=\(seedOfThisRun)")
      var forth: [Seen] = []
      while area.redo() { forth.append(Seen(area)) }
      #expect(forth == again, "ROUNDS_SEED=\(seedOfThisRun)")
    }
  }

  @Test
  func `What a step did is undone and done again with its cursor`() {
    var random = Seeded(seedOfThisRun)
    let edits: [@Sendable (inout TextArea) -> Void] = [
      { $0.deleteWord() }, { $0.deleteToStart() }, { $0.deleteToEnd() }, { $0.newline() },
      { $0.paste("one\r\ntwo \u{301}") },
    ]
    var area = TextArea("the ward\nand 田中 e\u{301}")
    for _ in 0..<500 {
      for _ in 0..<Int.random(in: 0..<5, using: &random) {
        Bool.random(using: &random) ? area.left() : area.wordRight()
      }
      let before = Seen(area)
      edits.randomElement(using: &random)!(&area)
      let after = Seen(area)
      if before == after { continue }
      area.undo()
      #expect(Seen(area) == before, "ROUNDS_SEED=\(seedOfThisRun)")
      area.redo()
      #expect(Seen(area) == after, "ROUNDS_SEED=\(seedOfThisRun)")
    }
  }

  @Test
  func `Only so many steps are kept, the newest`() {
    var area = TextArea()
    for _ in 0..<250 { area.newline() }
    var steps = 0
    while area.undo() { steps += 1 }
    #expect(steps == 200)
    #expect(area.text == String(repeating: "\n", count: 50))
  }

  private struct Seen: Equatable {
    let text: [UInt8]
    let cursor: Int

    init(_ area: TextArea) {
      text = Array(area.text.utf8)
      cursor = area.cursor
    }
  }
}
