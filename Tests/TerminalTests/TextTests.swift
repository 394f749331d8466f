import CTerminal
import Glibc
import TestSupport
import Testing

@testable import Terminal

struct TextTests {
  @Test(
    "Text is shown as the table says, in so many cells",
    arguments: [
      ("Rossi, Bo", "Rossi, Bo", 9),
      ("田中 由衣", "田中 由衣", 9),
      ("김민준", "김민준", 6),
      ("\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{1161}\u{11AB}", 2),
      ("e\u{301}te", "e\u{301}te", 3),
      ("สมชาย", "สมชาย", 5),
      ("ש\u{5C1}לום", "ש\u{5C1}לום", 4),
      ("नमस्ते", "नमस्ते", 4),
      ("👩\u{200D}⚕\u{FE0F} nurse", "👩 nurse", 8),
      ("👨\u{200D}👩\u{200D}👧", "👨", 2),
      ("👍🏽 ok", "👍 ok", 5),
      ("🧑🏾\u{200D}🦽.", "🧑.", 3),
      ("❤\u{FE0F} 82", "❤ 82", 4),
      ("🇮🇳", "IN", 2),
      ("1\u{FE0F}\u{20E3}", "1", 1),
      ("🏴\u{E0067}\u{E0062}\u{E007F}!", "🏴�!", 4),
      ("\u{1B}[31mred", "␛[31mred", 8),
      ("a\u{9B}31m", "a�31m", 5),
      ("nul\u{0}del\u{7F}", "nul␀del␡", 8),
      ("tab\there", "tab here", 8),
      ("one\r\ntwo\nthree\r", "one⏎two⏎three⏎", 14),
      ("a\u{2028}b\u{2029}", "a⏎b⏎", 4),
      ("user\u{202E}gpj", "user�gpj", 8),
      ("\u{2066}x\u{2069}\u{200E}\u{200F}\u{61C}", "�x����", 6),
      ("a\u{200B}b\u{2060}c\u{FEFF}", "a�b�c�", 6),
      ("نامه\u{200C}ها", "نامهها", 6),
      ("a\u{200D}b", "a�b", 3),
      ("soft\u{AD}hyphen", "soft�hyphen", 11),
      ("\u{301}x", " \u{301}x", 2),
      ("\u{E000}\u{378}\u{FFFF}", "���", 3),
      ("\u{3164}", "�", 1),
    ])
  func shown(raw: String, shown: String, cells: Int) {
    #expect(Text.sanitized(raw).unicodeScalars.elementsEqual(shown.unicodeScalars), "\(Text.sanitized(raw))")
    #expect(Text.width(raw) == cells)
  }

  @Test("Sanitising twice changes nothing, and neither does the width", arguments: Corpus.texts)
  func idempotent(text: String) {
    let once = Text.sanitized(text)
    #expect(Text.sanitized(once).unicodeScalars.elementsEqual(once.unicodeScalars))
    #expect(Text.width(once) == Text.width(text))
  }

  @Test("Sanitising is idempotent on random mixtures of the hostile corpus")
  func idempotentMixtures() {
    var random = SeededRandom(seed: 20_261_121)
    let scalars = Corpus.texts.flatMap { Array($0.unicodeScalars) }
    for round in 0..<4000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<random.below(12) { text.append(scalars[random.below(scalars.count)]) }
      let once = Text.sanitized(String(text))
      let twice = Text.sanitized(once)
      #expect(twice.unicodeScalars.elementsEqual(once.unicodeScalars), "seed 20261121, round \(round)")
      #expect(!once.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }

  @Test("No scalar gets through that is hidden, or that the C library measures otherwise")
  func everyScalar() {
    _ = unsafe setlocale(LC_CTYPE, "C.UTF-8")
    // Marks that younger tables than the C library's call letters: the C side draws a question mark for them.
    let reclassified: Set<UInt32> = [0x1171E]
    var hidden: [String] = []
    var disagreeing: [String] = []
    // Nothing is assigned between the planes left out.
    for value in [UInt32(0)..<0x40000, 0xE0000..<0x110000].joined() {
      guard let scalar = Unicode.Scalar(value), !reclassified.contains(value) else { continue }
      var library = 0
      var isKnown = true
      let text = Text.sanitized("a" + String(scalar))
      for shown in text.unicodeScalars {
        let category = shown.properties.generalCategory
        if category == .control || category == .format || category == .privateUse { hidden.append(hex(value)) }
        let width = Int(terminal_width(shown.value))
        if width < 0 { isKnown = false } else { library += width }
      }
      if isKnown, library != Text.width(text) { disagreeing.append(hex(value)) }
    }
    #expect(hidden == [])
    #expect(disagreeing == [])
  }

  @Test func `the width check reports what the C library counts otherwise, and nothing else`() {
    let disagreements = WidthCheck.disagreements()
    // A sign of Ahom that Unicode moved from the marks to the letters; it is drawn as a question mark.
    #expect(
      disagreements.allSatisfy { $0.scalar == "\u{1171E}" && $0.ours == 1 && $0.library == 0 }, "\(disagreements)")
    let lies: [UInt32: Int] = [0x41: 2, 0x7530: 1, 0x301: 1, 0x1F469: -1, 0x202E: 5]
    let found = WidthCheck.disagreements { value in
      lies[value] ?? Unicode.Scalar(value).map { Text.width("a" + String($0)) - 1 } ?? -1
    }
    #expect(found.map(\.scalar) == ["A", "\u{301}", "田"])
    #expect(found.map { [$0.ours, $0.library] } == [[1, 2], [0, 1], [2, 1]])
  }

  private func hex(_ value: UInt32) -> String { String(value, radix: 16) }

  @Test(
    "A cut keeps whole words where it can, never a half glyph, and never more cells than asked for",
    arguments: [
      ("start furosemide 40 mg daily", 28, "start furosemide 40 mg daily"),
      ("start furosemide 40 mg daily", 24, "start furosemide 40 mg…"),
      ("start furosemide 40 mg daily", 23, "start furosemide 40 mg…"),
      ("start furosemide 40 mg daily", 12, "start furos…"),
      ("Wolfeschlegelstein", 8, "Wolfesc…"),
      ("田中由衣", 8, "田中由衣"),
      ("田中由衣", 7, "田中由…"),
      ("田中由衣", 6, "田中…"),
      ("ab", 1, "…"),
      ("ab", 0, ""),
      ("", 0, ""),
      ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
  func fit(text: String, cells: Int, expected: String) {
    #expect(Text.fit(text, cells: cells) == expected)
  }

  @Test("A cut text is never wider than asked for", arguments: Corpus.texts)
  func fitWidth(text: String) {
    for cells in 0...20 { #expect(Text.width(Text.fit(text, cells: cells)) <= cells) }
  }

  @Test(
    "Wrapping breaks at spaces, inside words that are too long, between wide glyphs, and at line ends",
    arguments: [
      ("the quick brown fox", 10, ["the quick", "brown fox"]),
      ("the quick brown fox", 9, ["the quick", "brown fox"]),
      ("the  quick", 4, ["the", "quic", "k"]),
      ("abcdefghij k", 4, ["abcd", "efgh", "ij k"]),
      ("田中由衣さん", 5, ["田中", "由衣", "さん"]),
      ("one\n\ntwo\r\nthree", 10, ["one", "", "two", "three"]),
      ("", 5, [""]),
      ("  indented text", 8, ["", "indented", "text"]),
      ("trailing   ", 8, ["trailing"]),
      ("田", 1, ["�"]),
      ("x", 0, []),
    ])
  func wrap(text: String, cells: Int, expected: [String]) {
    #expect(Text.wrap(text, cells: cells) == expected)
  }

  @Test("No wrapped line is wider than asked for and no letter is lost", arguments: Corpus.texts)
  func wrapWidth(text: String) {
    for cells in 2...12 {
      let lines = Text.wrap(text, cells: cells)
      #expect(lines.allSatisfy { Text.width($0) <= cells })
      let isEnd: (Unicode.Scalar) -> Bool = { $0 == "⏎" || $0 == " " }
      let kept = lines.joined().unicodeScalars.filter { !isEnd($0) }
      #expect(Array(kept) == Array(Text.sanitized(text).unicodeScalars.filter { !isEnd($0) }))
    }
  }

  @Test(arguments: LongLine.all) func `ten megabytes cost no more than the cells shown`(line: LongLine) {
    // Nothing but a run that shows nothing takes more than one scalar a cell, and that is cut short.
    let most = 82 * (Cluster.mostUnseen + 1)
    func counted<Result>(_ read: (Clusters<Counting>) -> Result) -> (Result, scalars: Int) {
      let count = Count()
      let result = read(Clusters(reading: Counting(line.text.unicodeScalars.makeIterator(), count)))
      return (result, count.scalars)
    }
    var frame = Frame(size: Size(width: 80, height: 1))
    let (used, read) = counted { frame.put($0, at: Point(x: 0, y: 0), style: Style(.text), in: nil) }
    #expect(used == 80)
    #expect(read <= most)
    let (fitted, readToFit) = counted { Text.fitted($0, cells: 80, ellipsis: Text.ellipsis) }
    #expect(fitted.reduce(0) { $0 + $1.width } <= 80)
    #expect(fitted.last?.text == Text.ellipsis)
    #expect(readToFit <= most)
    // A line is put into words of its own only so far.
    #expect(Text.wrap(line.text, cells: 40, most: 1).count == 1)
  }

  @Test func `lines are wrapped no further than they are asked for`() {
    let text = String(repeating: "spam and more ", count: 10_000).unicodeScalars
    let counted = CountedCollection(base: text)
    #expect(Text.wrap(counted, cells: 40, most: 3).count == 3)
    #expect(counted.count.scalars < 500)
  }

  @Test func `a run that shows nothing is told of, and what follows it is seen`() {
    let marks = String(repeating: "\u{301}", count: 1000)
    let shown = Text.sanitized("a\(marks)b")
    #expect(shown.unicodeScalars.filter { $0 == "\u{FFFD}" }.count == 1000 / (Cluster.mostUnseen + 1))
    #expect(shown.unicodeScalars.starts(with: "a\u{301}".unicodeScalars) && shown.hasSuffix("b"))
    #expect(Text.sanitized(shown).unicodeScalars.elementsEqual(shown.unicodeScalars))
    let family = "👨🏽\u{200D}👩🏽\u{200D}👧🏽\u{200D}👦🏽"
    #expect(Text.sanitized(family) == "👨")
  }
}

/// Ten megabytes without a line end.
struct LongLine: CustomTestStringConvertible {
  let testDescription: String
  let text: String

  private init(_ unit: String) {
    testDescription = unit.debugDescription
    text = String(repeating: unit, count: 10_000_000 / unit.utf8.count)
  }

  static let all = [
    "\u{1B}[31m spam", "x", "田", "\u{301}", "\u{200D}", "\u{FE0F}", "\u{E0041}", "👨\u{200D}", "👍🏽", "e\u{301}",
    "\u{202E}",
  ].map(LongLine.init)
}

/// How many scalars have been read.
private final class Count { var scalars = 0 }

private struct Counting: IteratorProtocol {
  private var base: String.UnicodeScalarView.Iterator
  private let count: Count

  init(_ base: String.UnicodeScalarView.Iterator, _ count: Count) {
    self.base = base
    self.count = count
  }

  mutating func next() -> Unicode.Scalar? {
    count.scalars += 1
    return base.next()
  }
}

private struct CountedCollection: BidirectionalCollection {
  let base: String.UnicodeScalarView
  let count = Count()

  var startIndex: String.Index { base.startIndex }
  var endIndex: String.Index { base.endIndex }
  func index(after index: String.Index) -> String.Index { base.index(after: index) }
  func index(before index: String.Index) -> String.Index { base.index(before: index) }
  subscript(index: String.Index) -> Unicode.Scalar {
    count.scalars += 1
    return base[index]
  }
}

/// Randomness that a failing run can be repeated with (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
