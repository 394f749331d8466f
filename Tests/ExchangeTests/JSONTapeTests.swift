import Testing

@testable import Exchange

struct JSONTapeTests {
  @Test func `members are found, and nulls count as absent`() throws {
    let root = try JSONTape(Array(#"{"a": {"b": [1, null, "x"]}, "c": null, "d": true}"#.utf8)).root
    #expect(root["a"]?["b"]?.elements.count == 2)
    #expect(root["c"] == nil)
    #expect(try root.truth("d") == true)
  }

  @Test func `a number keeps its digits as written`() throws {
    let root = try JSONTape(Array(#"{"a": 7.40, "b": 1e-5, "c": -0.0}"#.utf8)).root
    #expect(try root.digits("a") == "7.40")
    #expect(try root.digits("b") == "1e-5")
    #expect(try root.digits("c") == "-0.0")
  }

  @Test func `escapes become characters, and half a surrogate pair becomes U+FFFD`() throws {
    let root = try JSONTape(Array(#"{"\u0061": "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00\ud83dx"}"#.utf8)).root
    #expect(try root.text("a") == "\"\\/\u{8}\u{c}\n\r\té😀\u{fffd}x")
  }

  @Test func `a wrong type says its place, its line and what belongs there`() throws {
    let text = "{\"resourceType\": \"Bundle\",\n\"entry\": [{}, {\n\"period\": {\"start\": []}}]}"
    let root = try JSONTape(Array(text.utf8)).root
    let period = try #require(root["entry"]?.elements[1]["period"])
    let fault = #expect(throws: WrongType.self) { try period.text("start") }
    #expect(fault?.value.place == "Bundle.entry[1].period.start")
    var lines = LineCounter()
    #expect(fault.map { lines.line(of: $0.value) } == 3)
    #expect(lines.line(of: root) == 1)
    #expect(fault?.reason == "A text belongs here; this is a list.")
  }

  @Test(arguments: [
    (#"{"a": 1"#, 1), ("{\"a\":\n1,\n}", 3), ("[1 2]", 1), ("{\"a\" 1}", 1), ("\n\nnope", 3), ("{}\n{}", 2), ("", 1),
    ("[01]", 1), ("[1.]", 1), ("[\"\\x\"]", 1), ("[\"\\u12g4\"]", 1), ("\"open", 1), ("{1: 2}", 1), ("[tru]", 1),
  ])
  func `what is not JSON is refused with its line`(_ text: String, _ line: Int) {
    let fault = #expect(throws: JSONFault.self) { try JSONTape(Array(text.utf8)) }
    #expect(fault?.line == line)
  }

  @Test func `bytes that are not UTF-8 are refused in words`() {
    let latin = Array("{\n\"a\": \"".utf8) + [0xe9] + Array("\"}".utf8)
    let fault = #expect(throws: JSONFault.self) { try JSONTape(latin) }
    #expect(fault?.line == 2)
    #expect(fault?.reason.contains("UTF-8") == true)
  }

  @Test(arguments: [0, 3, 40, 500]) func `a repeated key is found among any number of others`(_ others: Int) throws {
    let keys = (0..<others).map { "\"k\($0)\": {\"same\": 1}, " }.joined()
    let sound = try JSONTape(Array("{\"same\": 1, \(keys)\"last\": 2}".utf8))
    #expect(sound.repeatedKeys.isEmpty)
    let tape = try JSONTape(Array("{\"same\": 1, \(keys)\"same\": 2}".utf8))
    #expect(tape.repeatedKeys.count == 1)
  }

  @Test func `depth is refused, not suffered`() {
    for opening in ["[", "{\"a\":"] {
      let text = String(repeating: opening, count: 10_000)
      let fault = #expect(throws: JSONFault.self) { try JSONTape(Array(text.utf8)) }
      #expect(fault?.reason.contains("nested") == true)
    }
  }
}
