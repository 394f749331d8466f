import TestSupport
import Testing

@testable import Terminal

struct TextAreaPasteTests {
  @Test
  func `A paste keeps its lines and is never keys`() {
    var area = TextArea("a")
    let excess = area.paste("b\r\nc\rd\u{2028}e\u{2029}\n\tf\u{1B}[A\u{0}\u{9B}\u{7F}°–é")
    #expect(excess == 0)
    #expect(area.text == "ab\nc\nd\ne\n\n    f[A°–é")
    #expect(area.cursor == area.text.utf8.count)
    area.undo()
    #expect(area.text == "a" && area.cursor == 1)
  }

  @Test
  func `A paste that is too long changes nothing and says by how much`() {
    var area = TextArea("kept")
    let time = ContinuousClock().measure {
      let excess = area.paste(String(repeating: "ward\r\n", count: 1_000_000 / 5))
      #expect(excess == 1_000_000 + 4 - TextArea.most)
    }
    #expect(area == TextArea("kept"))
    #expect(time < .seconds(1))
  }

  @Test
  func `As much as a long letter can be pasted, and not one character more typed`() {
    var area = TextArea()
    let excess = area.paste(String(repeating: "é\r\n", count: TextArea.most / 2))
    #expect(excess == 0 && area.room == 0)
    _ = area.take(Key("x"), cells: 80, rows: 5)
    #expect(area.insert("xy") == 2)
    #expect(area.text.unicodeScalars.count == TextArea.most)
    area.backspace()
    #expect(area.room == 1)
    area.undo()
    #expect(area.room == 0)
  }

  @Test
  func `A text opened too long can be made shorter, not longer`() {
    var area = TextArea(String(repeating: "x", count: TextArea.most + 2))
    #expect(area.insert("y") == 3)
    area.backspace()
    #expect(area.text.utf8.count == TextArea.most + 1)
  }

  @Test
  func `The length of a paste is known before it is made`() {
    var random = Seeded(seedOfThisRun)
    let scalars: [Unicode.Scalar] = [
      "\r", "\n", "\t", "\u{1B}", "\u{7F}", "\u{80}", "\u{85}", "\u{9F}", "\u{A0}", "é", "\u{2028}", "–", "a", "田", "👩",
    ]
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<12 { text.append(scalars.randomElement(using: &random)!) }
      let cleaned = TextArea.cleaned(String(text))
      #expect(
        TextArea.cleanedLength(String(text)) == cleaned.unicodeScalars.count, "ROUNDS_SEED=\(seedOfThisRun)")
      #expect(cleaned.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
      #expect(TextArea.cleaned(cleaned).utf8.elementsEqual(cleaned.utf8))
    }
  }
}
