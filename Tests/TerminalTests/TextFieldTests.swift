import Terminal
import Testing

struct TextFieldTests {
  @Test(
    "Keys edit the text, by whole characters",
    arguments: [
      ("abc", "abc|"), ("abc<Left><Left>X", "aX|bc"), ("abc<Home><Del>", "|bc"), ("e\u{301}x<Left><Backspace>", "|x"),
      ("👩\u{200D}⚕\u{FE0F}<Backspace>", "|"), ("call the ward<C-w>", "call the |"), ("call the  <C-w>", "call |"),
      ("one two<C-Left>X", "one X|two"), ("one two<Home><C-Right>X", "oneX| two"), ("abc<Left><C-u>", "|c"),
      ("abc<Home><Right><C-k>", "a|"), ("<Backspace><Del><Left><Right>", "|"), ("a<Home><Left>b<End>c", "bac|"),
      ("a<Space>b", "a b|"),
    ])
  func edits(keys: String, expected: String) throws {
    var field = TextField()
    for key in try Key.sequence(keys) {
      let isTaken = field.take(key)
      #expect(isTaken)
    }
    var shown = Array(field.text)
    shown.insert("|", at: field.cursor)
    #expect(String(shown) == expected)
  }

  @Test(
    "A key that edits nothing is left to others", arguments: ["<Enter>", "<Esc>", "<Up>", "<C-x>", "<A-x>", "<F1>"])
  func others(key: String) throws {
    var field = TextField("kept")
    let isTaken = try field.take(Key(notation: key))
    #expect(!isTaken)
    #expect(field == TextField("kept"))
  }

  @Test("A paste is text on one line, never keys")
  func paste() {
    var field = TextField("a")
    field.paste("b\r\nc\td\u{1B}[A\n")
    #expect(field.text == "ab c d[A ")
    #expect(field.cursor == 9)
  }

  @Test("A mark typed after a letter joins it and the cursor stays behind both")
  func joining() {
    var field = TextField("e")
    field.insert("\u{301}")
    #expect(field.cursor == 1)
    field.insert("x")
    #expect(field.text == "e\u{301}x" && field.cursor == 2)
  }

  @Test(
    "The part around the cursor is shown, with room for the cursor itself",
    arguments: [
      ("abc", 10, "abc", 3), ("abcdef", 4, "def", 3), ("田中由", 5, "中由", 4), ("田中由", 4, "由", 2), ("x", 0, "", 0),
    ])
  func visible(text: String, cells: Int, shown: String, column: Int) {
    let visible = TextField(text).visible(cells: cells)
    #expect(visible.text == shown && visible.column == column)
  }

  @Test("Before the cursor nothing is lost, and after it what fits is shown")
  func visibleInTheMiddle() {
    var field = TextField("abcdefgh")
    field.home()
    field.right()
    #expect(field.visible(cells: 4).text == "abcd")
    #expect(field.visible(cells: 4).column == 1)
  }
}
