import Terminal
import TestSupport
import Testing

struct FrameTests {
  static func frame(_ width: Int, _ height: Int = 1) -> Frame { Frame(size: Size(width: width, height: height)) }

  @Test("Text is clipped to its rectangle on both sides and says how far it came")
  func clips() {
    var frame = FrameTests.frame(12)
    let clip = Rect(x: 2, y: 0, width: 5, height: 1)
    let used1 = frame.put("abcdefghij", at: Point(x: 0, y: 0), in: clip)
    #expect(used1 == 7)
    #expect(frame.text == "  cdefg")
    let used2 = frame.put("no", at: Point(x: 0, y: 1))
    #expect(used2 == 0)
    let used3 = frame.put("no", at: Point(x: 12, y: 0))
    #expect(used3 == 0)
    let used4 = frame.put("zz", at: Point(x: -1, y: 0))
    #expect(used4 == 2)
    #expect(frame.text == "z cdefg")
  }

  @Test("A wide glyph is never half drawn, at either edge of a clip")
  func wideAtEdges() {
    var frame = FrameTests.frame(8)
    frame.fill(frame.bounds, with: ".")
    frame.put("田中田", at: Point(x: 1, y: 0), in: Rect(x: 2, y: 0, width: 4, height: 1))
    #expect(frame.text == ".. 中 ..")
  }

  @Test(
    "Writing over half of a wide glyph leaves a space for the other half",
    arguments: [(0, "x", "x 中"), (1, "x", " x中"), (1, "田", " 田"), (2, "x", "田x"), (3, "x", "田 x")])
  func overwriting(x: Int, text: String, expected: String) {
    var frame = FrameTests.frame(4)
    frame.put("田中", at: Point(x: 0, y: 0))
    frame.put(text, at: Point(x: x, y: 0))
    #expect(frame.text == expected)
  }

  @Test("Every wide glyph is followed by its second column and no other is, after any writing")
  func continuationsHold() {
    var random = SeededRandom(seed: 7)
    var frame = FrameTests.frame(20, 3)
    for round in 0..<3000 {
      let text = Corpus.texts[random.below(Corpus.texts.count)]
      let point = Point(x: random.below(24) - 3, y: random.below(3))
      let clip = Rect(x: random.below(10), y: 0, width: random.below(20), height: 3)
      if random.below(4) == 0 {
        frame.rule(across: point, width: random.below(10), in: clip)
      } else {
        frame.put(text, at: point, in: clip)
      }
      for y in 0..<3 {
        let row = Array(frame.row(y))
        for x in row.indices {
          let follows = x > 0 && row[x - 1].width == 2
          #expect((row[x].width == 0) == follows, "seed 7, round \(round), column \(x)")
        }
        #expect(row[19].width != 2)
      }
    }
  }

  @Test("Fitted and right-aligned text keep their edges")
  func fitted() {
    var frame = FrameTests.frame(24, 2)
    let used5 = frame.put("start furosemide", at: Point(x: 0, y: 0), fit: 10)
    #expect(used5 == 10)
    let used6 = frame.put("42 h", endingAt: 20, y: 0)
    #expect(used6 == 4)
    let used7 = frame.put("10:00 tomorrow", endingAt: 20, y: 1, fit: 6)
    #expect(used7 == 6)
    #expect(frame.text == "start fur…      42 h\n              10:00…")
  }

  @Test("Rules join where they meet")
  func rules() {
    var frame = FrameTests.frame(9, 5)
    frame.rule(across: Point(x: 0, y: 0), width: 9, weight: .heavy)
    frame.rule(across: Point(x: 0, y: 4), width: 9)
    frame.rule(down: Point(x: 3, y: 0), height: 5)
    frame.rule(across: Point(x: 3, y: 2), width: 6)
    frame.rule(down: Point(x: 6, y: 2), height: 3)
    #expect(
      frame.text == """
        ━━━┯━━━━━
           │
           ├──┬──
           │  │
        ───┴──┴──
        """)
    #expect(
      frame.transliterated().text == """
        ===+=====
           |
           +--+--
           |  |
        ---+--+--
        """)
  }

  @Test("A selected row keeps each word's own role over another ground")
  func selection() {
    var frame = FrameTests.frame(6, 2)
    frame.put("Bo", at: Point(x: 0, y: 0), style: Style(.bright))
    frame.put("42 h", at: Point(x: 2, y: 0), style: Style(.urgent, .underline))
    frame.background(.selected, in: Rect(x: 0, y: 0, width: 6, height: 1))
    #expect(frame[Point(x: 0, y: 0)].style == Style(.bright, on: .selected))
    #expect(frame[Point(x: 3, y: 0)].style == Style(.urgent, .underline, on: .selected))
    #expect(frame[Point(x: 0, y: 1)].style == Style(.text))
    #expect(frame.text == "Bo42 h\n")
  }

  @Test("A cell is sixteen bytes without references, which is what makes a frame quick")
  func cellSize() {
    #expect(MemoryLayout<Cell>.stride == 16)
    #expect(_isPOD(Cell.self))
  }

  @Test("A cell holds a letter and its marks, and drops a pile of them")
  func marks() {
    var frame = FrameTests.frame(4)
    let pile = "Z" + String(repeating: "\u{351}", count: 50) + "a"
    let used8 = frame.put(pile, at: Point(x: 0, y: 0))
    #expect(used8 == 2)
    #expect(frame[Point(x: 0, y: 0)].text.unicodeScalars.count == 5)
    #expect(frame[Point(x: 1, y: 0)].text == "a")
  }

  @Test(
    "A rectangle cut in two loses and gains nothing",
    arguments: [Rect.Edge.left, .right, .top, .bottom], [-1, 0, 3, 10, 99])
  func cuts(edge: Rect.Edge, cells: Int) {
    let whole = Rect(x: 2, y: 1, width: 10, height: 5)
    let (part, rest) = whole.cut(edge, cells)
    #expect(part.width * part.height + rest.width * rest.height == 50)
    #expect(part.intersection(rest).isEmpty)
    #expect(part.intersection(whole) == part && rest.intersection(whole) == rest)
    switch edge {
    case .left: #expect(part.x == whole.x && rest.right == whole.right)
    case .right: #expect(part.right == whole.right && rest.x == whole.x)
    case .top: #expect(part.y == whole.y && rest.bottom == whole.bottom)
    case .bottom: #expect(part.bottom == whole.bottom && rest.y == whole.y)
    }
  }

  @Test("Insets and centring stay inside")
  func insets() {
    let whole = Rect(x: 0, y: 0, width: 10, height: 4)
    #expect(whole.inset(horizontal: 2, vertical: 1) == Rect(x: 2, y: 1, width: 6, height: 2))
    #expect(whole.inset(horizontal: 9, vertical: 9).isEmpty)
    #expect(whole.centred(Size(width: 4, height: 2)) == Rect(x: 3, y: 1, width: 4, height: 2))
    #expect(whole.centred(Size(width: 40, height: 20)) == whole)
    #expect(whole.row(3) == Rect(x: 0, y: 3, width: 10, height: 1))
    #expect(whole.row(4).isEmpty)
  }

  @Test func `letters with several marks keep their letter where there is no UTF-8`() {
    var frame = Frame(size: Size(width: 14, height: 1))
    frame.put("Nguyễn Thảo Ỵ", at: Point(x: 0, y: 0))
    #expect(frame.transliterated().text == "Nguyen Thao Y")
  }

  @Test func `a bar stays a bar and the cursor a cursor where there is no UTF-8`() {
    let signs = Glyphs.unicode
    var frame = Frame(size: Size(width: 16, height: 9))
    for (y, end) in signs.leftEighths.enumerated() {
      frame.put(signs.cursor, at: Point(x: 0, y: y), style: Style(.marker, on: .selected))
      frame.put("ED " + signs.rightHalf + signs.bar + end, at: Point(x: 1, y: y), style: Style(.laneA))
      frame.put(end, at: Point(x: 10, y: y), style: Style(.laneB))
    }
    frame.put(signs.rightEighth + signs.bar + signs.barLight + signs.levels.joined(), at: Point(x: 0, y: 8))
    #expect(frame.transliterated().text == String(repeating: ">ED [==   =\n", count: 8) + "==:..::++==")
  }
}
