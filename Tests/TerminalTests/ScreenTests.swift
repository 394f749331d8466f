import CTerminal
import Terminal
import TestSupport
import Testing

/// ncurses keeps one terminal, so these run one at a time.
@Suite(.serialized) struct ScreenTests {
  static func split(_ size: Size, seed: Int) -> Frame {
    var frame = Frame(size: size)
    let roles = Role.allCases
    for y in 0..<size.height {
      var x = 0
      while x < size.width {
        let word = ["Rossi", "Übel", "田中", "·", "━━━", "42 h", "é"][(x + y + seed) % 7]
        x += max(1, frame.put(word, at: Point(x: x, y: y), style: Style(roles[(x * 7 + y + seed) % roles.count])))
      }
    }
    frame.rule(down: Point(x: size.width / 2, y: 0), height: size.height)
    frame.cursor = Point(x: 1, y: seed % size.height)
    return frame
  }

  @Test(
    "A frame is one write, whatever its size and colours",
    arguments: [Size(width: 80, height: 24), Size(width: 200, height: 60), Size(width: 300, height: 90)])
  func oneWrite(size: Size) throws {
    let terminal = try MemoryTerminal(size)
    for seed in 0..<4 {
      var frame = ScreenTests.split(size, seed: seed)
      // Neither a cursor that comes and goes nor keys that are waiting may split a frame.
      if seed == 2 { frame.cursor = nil }
      terminal.type("jjj")
      terminal.screen.present(frame)
      let writes = terminal.writes()
      #expect(writes.count == 1, "\(writes.map { String($0.prefix(80)).debugDescription })")
      terminal.screen.present(frame)
      #expect(terminal.writes() == [], "the rest of the frame before")
    }
  }

  @Test("The same frame twice writes nothing")
  func idle() throws {
    let terminal = try MemoryTerminal()
    let frame = ScreenTests.split(terminal.screen.size, seed: 0)
    terminal.screen.present(frame)
    #expect(terminal.writes().count == 1)
    terminal.screen.present(frame)
    #expect(terminal.writes() == [])
  }

  @Test("A list across the whole width scrolls in the terminal, for a few hundred bytes")
  func scrolling() throws {
    let terminal = try MemoryTerminal(Size(width: 120, height: 40))
    var bytes: [Int] = []
    for top in 0..<4 {
      var frame = Frame(size: terminal.screen.size)
      for y in 0..<38 {
        frame.put("\((top + y) * 7919) Rossi, Bo", at: Point(x: 1, y: y), style: Style(.text))
        frame.put("handoff not accepted \(top + y) h", endingAt: 119, y: y, style: Style(.dim))
      }
      frame.put("j down", at: Point(x: 0, y: 39), style: Style(.key))
      frame.cursor = Point(x: 0, y: 37)
      terminal.screen.present(frame)
      bytes.append(terminal.writes().joined().utf8.count)
    }
    #expect(bytes.dropFirst().allSatisfy { $0 < 400 }, "\(bytes)")
  }

  @Test("Moving the cursor alone costs a few bytes")
  func cursorOnly() throws {
    let terminal = try MemoryTerminal()
    var frame = ScreenTests.split(terminal.screen.size, seed: 0)
    terminal.screen.present(frame)
    _ = terminal.writes()
    frame.cursor = Point(x: 5, y: 7)
    terminal.screen.present(frame)
    #expect(terminal.writes().joined().utf8.count < 12)
  }
}

extension ScreenTests {
  @Test("What ncurses holds is the frame, in every column, for a hostile corpus")
  func readBack() throws {
    let size = Size(width: 60, height: Corpus.texts.count)
    let terminal = try MemoryTerminal(size)
    for shift in 0..<4 {
      var frame = Frame(size: size)
      for (y, text) in Corpus.texts.enumerated() {
        let used = frame.put(text, at: Point(x: shift, y: y), style: Style(.urgent, on: .selected))
        frame.put("|", at: Point(x: shift + used, y: y))
        frame.put(text, at: Point(x: 55 - shift, y: y), in: Rect(x: 50, y: 0, width: 10, height: size.height))
      }
      terminal.screen.present(frame)
      for y in 0..<size.height {
        var x = 0
        while x < size.width {
          let cell = frame[Point(x: x, y: y)]
          let held = try #require(HeldCell(x: x, y: y))
          // A character younger than the C library is a question mark.
          #expect(
            held.text == cell.text || held.text == "?", "\(shift): column \(x) of \(Corpus.texts[y].debugDescription)")
          if cell.style == Style(.urgent, on: .selected), !cell.cluster.isSpace { #expect(held.attributes == .bold) }
          x += cell.width
        }
      }
      _ = terminal.writes()
    }
  }

  @Test("Not one byte of a hostile text reaches the terminal as a control")
  func nothingObeyed() throws {
    let terminal = try MemoryTerminal(Size(width: 60, height: Corpus.texts.count), tier: .mono)
    var frame = Frame(size: terminal.screen.size)
    frame.cursor = Point(x: 0, y: 0)
    for (y, text) in Corpus.texts.enumerated() { frame.put(text, at: Point(x: 0, y: y)) }
    terminal.screen.present(frame)
    let bytes = terminal.writes().joined()
    for forbidden in [
      "\u{1B}]0;", "\u{1B}]52", "\u{1B}[31m", "\u{202E}", "\u{200B}", "\u{9B}", "\u{FEFF}", "\u{E0041}",
    ] {
      #expect(!bytes.unicodeScalars.contains(forbidden.unicodeScalars), "\(forbidden.debugDescription)")
    }
  }

  @Test("NO_COLOR sends no colour and still tells the roles apart")
  func noColor() throws {
    let terminal = try MemoryTerminal(tier: .mono)
    terminal.screen.present(ScreenTests.split(terminal.screen.size, seed: 1))
    let bytes = terminal.writes().joined()
    #expect(bytes.firstMatch(of: /\u{1B}\[[0-9;]*[34][0-8][0-9;]*m/) == nil)
    #expect(bytes.contains(/\u{1B}\[[0;]*1m/) && bytes.contains(/\u{1B}\[[0;]*7m/))
  }

  @Test("A terminal without UTF-8 gets ASCII alone")
  func ascii() throws {
    let terminal = try MemoryTerminal(glyphs: .ascii)
    var frame = ScreenTests.split(terminal.screen.size, seed: 2)
    frame.put("Dvořák — 田中 ▐█▌ ✓", at: Point(x: 0, y: 0))
    terminal.screen.present(frame)
    #expect(terminal.writes().joined().utf8.allSatisfy { $0 < 0x80 })
    #expect(frame.transliterated().text.hasPrefix("Dvorak - ???? [== v"))
  }

  @Test("Stopping puts back what was changed: pastes, focus, mouse, cursor, keypad and the screen of before")
  func stop() throws {
    let terminal = try MemoryTerminal()
    terminal.screen.mouse = true
    var frame = ScreenTests.split(terminal.screen.size, seed: 3)
    frame.cursor = nil
    terminal.screen.present(frame)
    _ = terminal.writes()
    terminal.screen.stop()
    let bytes = terminal.writes().joined()
    for sequence in ["[?2004l", "[?1004l", "[?1000l", "[?25h", "[?1l", "[?1049l"] {
      #expect(bytes.contains("\u{1B}" + sequence), "\(sequence)")
    }
    #expect(!bytes.contains("[?2004h") && !bytes.contains("[?1049h"))
  }

  @Test("A terminal that terminfo lacks is drawn on as its nearest relative")
  func fallback() throws {
    let terminal = try MemoryTerminal(term: "xterm-ghostty-of-tomorrow")
    #expect(unsafe String(cString: terminal_name()) == "xterm-256color")
    terminal.screen.stop()
    let other = try MemoryTerminal(term: "never-heard-of")
    #expect(unsafe String(cString: terminal_name()) == "vt100")
    other.screen.stop()
  }

  @Test("A frame of another size than the terminal is clipped, never an error")
  func otherSize() throws {
    let terminal = try MemoryTerminal(Size(width: 10, height: 3))
    terminal.screen.present(ScreenTests.split(Size(width: 200, height: 60), seed: 0))
    terminal.screen.present(ScreenTests.split(Size(width: 3, height: 1), seed: 0))
    var wide = Frame(size: Size(width: 20, height: 1))
    wide.put("123456789田", at: Point(x: 0, y: 0))
    terminal.screen.present(wide)
    #expect(HeldCell(x: 9, y: 0)?.text == " ")
    #expect(HeldCell(x: 8, y: 0)?.text == "9")
  }
}

/// What ncurses holds for a cell.
private struct HeldCell {
  let text: String
  let attributes: Attributes

  init?(x: Int, y: Int) {
    var bytes = [CChar](repeating: 0, count: 64)
    var bits: UInt8 = 0
    guard unsafe terminal_read_cell(Int32(x), Int32(y), &bytes, bytes.count, &bits) >= 0 else { return nil }
    text = String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    attributes = Attributes(rawValue: bits)
  }
}

extension ScreenTests {
  @Test("A change of theme paints everything anew")
  func themeChange() throws {
    let terminal = try MemoryTerminal()
    var frame = Frame(size: terminal.screen.size)
    frame.put("overdue", at: Point(x: 0, y: 0), style: Style(.urgent))
    terminal.screen.present(frame)
    #expect(terminal.writes().joined().contains("38;5;210m"))
    let folder = try UserThemes(["mine": "inherits = \"dark\"\n[roles]\nurgent = { fg = \"#ffff00\" }\n"])
    terminal.screen.theme = try Theme.named("mine", userFolder: folder.path)
    terminal.screen.present(frame)
    #expect(terminal.writes().joined().contains("38;5;226m"))
  }
}
