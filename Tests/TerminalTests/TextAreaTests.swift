import TestSupport
import Testing

@testable import Terminal

struct TextAreaTests {
  @Test(
    arguments: [
      ("abc<Left><Left>X", "aX|bc"), ("a<Enter>b", "a\nb|"), ("a<Enter><Backspace>", "a|"),
      ("a<Enter>b<Home><Backspace>", "a|b"), ("a<Enter>b<Up><Del>", "a|b"), ("e\u{301}x<Left><Backspace>", "|x"),
      ("👩\u{200D}⚕\u{FE0F}<Backspace>", "|"), ("call the ward<C-w>", "call the |"), ("call the  <C-w>", "call |"),
      ("call<Enter>the<C-w><C-w>", "call|"), ("call<Enter>  <C-w>", "call\n|"), ("one two<A-b>X", "one X|two"),
      ("one<Enter>two<C-Left><C-Left>", "|one\ntwo"), ("one<Enter> two<C-Home><A-f><A-f>X", "one\n twoX|"),
      ("one<Enter>two<Left><C-u>", "one\n|o"), ("one<Enter>two<C-a><C-u>", "one|two"),
      ("one<Enter>two<C-Home><Right><C-k>", "o|\ntwo"), ("one<Enter>two<C-Home><C-k><C-k>", "|two"),
      ("<Backspace><Del><Left><Right><Up><Down><C-w><C-u><C-k><C-_><C-y>", "|"), ("a<Enter>b<A-lt>X<A->>Y", "Xa\nbY|"),
      ("one two<C-_>", "one |"), ("one two<C-_><C-_>", "|"), ("one two<C-_><C-_><C-y>", "one |"),
      ("one two<C-_><C-_><A-_><C-y>", "one two|"), ("one two<C-_>X<C-y>", "one X|"), ("ab<Left><Right>c<C-_>", "ab|"),
      ("a<Enter>b<C-_><C-_>", "a|"), ("a b c<Backspace><Backspace><Backspace><C-_>", "a b|"),
      ("abc<C-Home><Del><Del><C-_>", "|abc"), ("ab<Backspace><Backspace>c<C-_><C-_>", "ab|"),
    ])
  func `Keys edit the text, by whole characters`(keys: String, expected: String) throws {
    let area = try typed(keys)
    #expect(marked(area) == expected)
  }

  @Test(arguments: ["<Esc>", "<Tab>", "<C-x>", "<A-x>", "<F1>", "<C-Enter>"])
  func `A key that edits nothing is left to others`(key: String) throws {
    var area = TextArea("kept")
    let isTaken = try area.take(Key(notation: key), cells: 20, rows: 5)
    #expect(!isTaken)
    #expect(area == TextArea("kept"))
  }

  @Test
  func `A mark typed after a letter joins it and the cursor stays behind both`() {
    var area = TextArea("e")
    area.insert("\u{301}")
    #expect(area.cursor == 3)
    area.left()
    #expect(area.cursor == 0)
    var before = TextArea("\n\u{301}")
    before.toStart()
    before.insert("e")
    before.delete()
    #expect(before.cursor == 3 && Array(before.text.unicodeScalars) == ["e", "\u{301}"])
    before.undo()
    #expect(before.cursor == 1 && before.text == "e\n\u{301}")
  }

  @Test
  func `Deleting what parted two halves of a character leaves the cursor behind the whole`() {
    var area = TextArea("🇮x🇳!")
    area.left()
    area.left()
    area.backspace()
    #expect(area.cursor == 8 && area.text == "🇮🇳!")
    area.undo()
    #expect(area.cursor == 5 && area.text == "🇮x🇳!")
    area.redo()
    #expect(area.cursor == 8)
  }

  @Test
  func `An opened text keeps all but the kind of its line ends`() {
    #expect(TextArea("a\r\nb\rc\u{2028}d\u{2029}\te\u{1B}").text == "a\nb\nc\nd\n\te\u{1B}")
  }

  private func typed(_ keys: String) throws -> TextArea {
    var area = TextArea()
    for key in try Key.sequence(keys) {
      let isTaken = area.take(key, cells: 20, rows: 5)
      #expect(isTaken)
    }
    return area
  }
}

/// The text with a bar for the cursor.
func marked(_ area: TextArea) -> String {
  var shown = area.text
  shown.insert("|", at: shown.utf8.index(shown.startIndex, offsetBy: area.cursor))
  return shown
}
