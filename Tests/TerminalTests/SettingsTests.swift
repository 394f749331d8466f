import Settings
import Testing

struct SettingsTests {
  static let text = #"""
    # settings
    theme = "dark"
    "quoted key" = 1
    'literal.key' = true

    [keys]      # a comment
    "<C-x>" = "close"
    j = ["down",
         "next"]   # two
    "a\"b\u00e9" = 'it''s'
    long = """
    [not.a.table]
    key = 1
    """
    after.the.long = "here"

    [keys.triage]
    s = "skip" 

    [panes."the journey"]
    width = 36
    inline = { a = 1, b.c = "x=]}#" }
    [[rule]]
    name = "first"
    [[rule]]
    name = "second"
    [rule.inner]
    deep = -5
    """#

  @Test(
    "Every key knows its line",
    arguments: [
      (["theme"], 2), (["quoted key"], 3), (["literal.key"], 4), (["keys"], 6), (["keys", "<C-x>"], 7),
      (["keys", "j"], 8),
      (["keys", "a\"bé"], 10), (["keys", "long"], 11), (["keys", "after"], 15), (["keys", "after", "the", "long"], 15),
      (["keys", "triage"], 17), (["keys", "triage", "s"], 18), (["panes", "the journey", "width"], 21),
      (["panes", "the journey", "inline", "b", "c"], 22),
    ])
  func lines(path: [String], line: Int) throws {
    // 'it''s' is not TOML; the rest of the text is.
    let text = SettingsTests.text.replacing("'it''s'", with: "'its'")
    var table = try SettingsFile(name: "t.toml", text: text).root
    for key in path.dropLast() { table = try #require(try table.table(key)) }
    let key = try #require(path.last)
    #expect(table[key] != nil)
    #expect(table.line(of: key) == line)
  }

  @Test("Keys come in the order of the file")
  func order() throws {
    let text = SettingsTests.text.replacing("'it''s'", with: "'its'")
    let root = try SettingsFile(name: "t.toml", text: text).root
    #expect(root.keys == ["theme", "quoted key", "literal.key", "keys", "panes", "rule"])
    #expect(try root.table("keys")?.keys == ["<C-x>", "j", "a\"bé", "long", "after", "triage"])
  }

  @Test("Values come as what they are, also inside a list of tables")
  func values() throws {
    let text = SettingsTests.text.replacing("'it''s'", with: "'its'")
    let root = try SettingsFile(name: "t.toml", text: text).root
    #expect(try root.string("theme") == "dark")
    #expect(try root.integer("quoted key") == 1)
    #expect(try root.bool("literal.key") == true)
    #expect(try root.bool("absent") == nil)
    let keys = try #require(try root.table("keys"))
    #expect(try keys.strings("j") == ["down", "next"])
    #expect(try keys.string("long") == "[not.a.table]\nkey = 1\n")
    guard case .array(let rules)? = root["rule"], case .table(let second)? = rules.last else {
      Issue.record("no list of tables")
      return
    }
    #expect(rules.count == 2)
    #expect(try second.string("name") == "second")
    #expect(second.line(of: "name") == 26)
    #expect(try second.table("inner")?.integer("deep") == -5)
    #expect(try second.table("inner")?.line(of: "deep") == 28)
  }

  @Test(
    "A wrong kind of value is refused with its line and what to write",
    arguments: [
      ("string", "\n\nx = 5", 3, "text in quotes"), ("bool", "x = \"yes\"", 1, "true or false"),
      ("integer", "x = 1.5", 1, "whole number"),
      ("strings", "y = 1\nx = [1, 2]", 2, "list of texts"), ("strings", "x = \"one\"", 1, "list of texts"),
      ("table", "x = 3", 1, "[x]"),
    ])
  func wrongKind(kind: String, text: String, line: Int, words: String) throws {
    let root = try SettingsFile(name: "keys.toml", text: text).root
    #expect {
      switch kind {
      case "string": _ = try root.string("x")
      case "bool": _ = try root.bool("x")
      case "integer": _ = try root.integer("x")
      case "strings": _ = try root.strings("x")
      default: _ = try root.table("x")
      }
    } throws: {
      "\($0)".hasPrefix("keys.toml line \(line): `x` should be ") && "\($0)".contains(words)
    }
  }

  @Test(
    "What is not TOML is refused with its line",
    arguments: [("a = 1\nb = = 2\n", 2), ("a = \"open\nb = 1\n", 1), ("a = 1\na = 2\n", 2)])
  func notTOML(text: String, line: Int) {
    #expect { try SettingsFile(name: "keys.toml", text: text) } throws: { ($0 as? SettingsError)?.line == line }
  }

  @Test("A key that is not known is refused with those that are")
  func unknownKeys() throws {
    let root = try SettingsFile(name: "s.toml", text: "theme = \"x\"\n\nthem = 1\n").root
    #expect { try root.refuseKeys(except: ["theme", "mouse"]) } throws: {
      "\($0)" == "s.toml line 3: `them` is not known here; write one of theme, mouse"
    }
  }

  @Test("Lines are right with the line ends of Windows")
  func windows() throws {
    let root = try SettingsFile(name: "s.toml", text: "a = 1\r\n[t]\r\nb = \"x\" # c\r\nc = 2\r\n").root
    #expect(try root.table("t")?.line(of: "c") == 4)
  }
}
