import Terminal
import Testing

struct KeyTests {
  @Test(
    "Keys are read from their notation and named for people",
    arguments: [
      ("j", Key("j"), "j"), ("J", Key("J"), "J"), ("é", Key("é"), "é"), ("?", Key("?"), "?"),
      ("<Enter>", Key(.enter), "Enter"), ("<Esc>", Key(.escape), "Esc"), ("<Space>", Key(" "), "Space"),
      ("<lt>", Key("<"), "<"), (">", Key(">"), ">"), ("<C-x>", Key(.character("x"), .ctrl), "^X"),
      ("<A-x>", Key(.character("x"), .alt), "Alt-x"), ("<S-Tab>", Key(.backTab), "Shift-Tab"),
      ("<Tab>", Key(.tab), "Tab"),
      ("<F1>", Key(.function(1)), "F1"), ("<C-F12>", Key(.function(12), .ctrl), "^F12"),
      ("<A-C-S-Left>", Key(.left, [.alt, .ctrl, .shift]), "Alt-^Shift-Left"), ("<PgUp>", Key(.pageUp), "PgUp"),
      ("<C-Space>", Key(.character(" "), .ctrl), "^Space"), ("<C-lt>", Key(.character("<"), .ctrl), "^<"),
      ("<C->>", Key(.character(">"), .ctrl), "^>"), ("<C-->", Key(.character("-"), .ctrl), "^-"), ("-", Key("-"), "-"),
    ])
  func notation(text: String, key: Key, label: String) throws {
    #expect(try Key(notation: text) == key)
    #expect(key.notation == text)
    #expect(key.label == label)
  }

  @Test(
    "Other spellings give the same key",
    arguments: [
      ("<CR>", "<Enter>"), ("<escape>", "<Esc>"), ("<c-X>", "<C-x>"), ("<S-j>", "J"), ("<BS>", "<Backspace>"),
      ("<s-tab>", "<S-Tab>"),
    ])
  func synonyms(text: String, canonical: String) throws {
    #expect(try Key(notation: text).notation == canonical)
  }

  @Test("A sequence is read key by key")
  func sequence() throws {
    #expect(try Key.sequence("jj<Enter>g<lt>") == [Key("j"), Key("j"), Key(.enter), Key("g"), Key("<")])
    #expect(try Key.sequence("") == [])
  }

  @Test(
    "What is no key is refused with what to write",
    arguments: ["<", "<>", "<Entr>", "<X-a>", "a<C-", "<F99>", "<C-Entr>"])
  func refused(text: String) {
    #expect { try Key.sequence(text) } throws: { error in
      let words = "\(error)"
      return words.contains("write") && words.contains("`")
    }
  }

  @Test("Two keys are not one") func one() { #expect(throws: KeyError.self) { try Key(notation: "jj") } }

  @Test("Every key with every modifier is read back from its own notation")
  func roundTrip() throws {
    let codes: [Key.Code] =
      [
        .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace,
        .delete, .insert,
      ]
      + (1...12).map(Key.Code.function) + (0x20..<0x7F).map { .character(Character(Unicode.Scalar(UInt8($0)))) }
    for code in codes {
      for bits in UInt8(0)..<8 {
        let key = Key(code, Key.Modifiers(rawValue: bits))
        #expect(try Key(notation: key.notation) == key, "\(key.notation)")
      }
    }
  }
}
