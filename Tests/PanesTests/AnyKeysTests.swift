import Care
import Dashboard
import Panes
import Terminal
import TestSupport
import Testing

@Suite struct AnyKeysTests {
  /// Whatever is pressed at whatever size, a frame is drawn, and what is on it is what may be on a terminal.
  @Test func `any keys at any size give a frame`() throws {
    let seed = seedOfThisRun
    var random = Seeded(seed)
    let keys = [
      "j", "k", "G", "g", "w", "p", "i", "t", "m", "c", "x", "a", "s", "u", "/", "r", "<Esc>", "<Esc>", "<Enter>",
      "<Tab>", "z", "+", "-", "h", "l", ":", "?", "<C-d>", "<BS>", "o", "d", "f", "<Space>", "v", "*", "<lt>", ">", "{",
      "}", "T", "n", "[", "]", "0", "e", "E", "y", "b", "X", "A", "W", ",", "1", "3", "6", "V", "<Down>",
    ]
    var state = try Gallery.state("", Size(width: 120, height: 40))
    for _ in 0..<1_500 {
      let key = try Key(notation: keys.randomElement(using: &random) ?? "j")
      var effects = reduce(&state, .key(key))
      if Int.random(in: 0..<10, using: &random) == 0 {
        let size = Size(
          width: Int.random(in: 1...320, using: &random), height: Int.random(in: 1...90, using: &random))
        effects += reduce(&state, .resize(size))
      }
      while !effects.isEmpty {
        guard case .readChart(let patient) = effects.removeFirst() else { continue }
        effects += reduce(&state, .chartRead(patient, try Gallery.chart(patient)))
      }
      _ = reduce(&state, .rest)
      let frame = draw(state)
      #expect(frame.size == state.size, "seed \(seed), after \(key.notation)")
      let isPlain = frame.text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x7F) }
      #expect(isPlain, "seed \(seed), after \(key.notation)")
    }
  }
}
