import Glibc
import Terminal
import Testing

extension ScreenTests {
  @Test("Keys, pastes, focus and unknown sequences are told apart, in order")
  func input() throws {
    let terminal = try MemoryTerminal()
    let table: [(String, [Input])] = [
      ("jé田", [.key(Key("j")), .key(Key("é")), .key(Key("田"))]),
      ("\r\t\u{7F}", [.key(Key(.enter)), .key(Key(.tab)), .key(Key(.backspace))]),
      (
        "\u{18}\u{3}\u{0}",
        [.key(Key(.character("x"), .ctrl)), .key(Key(.character("c"), .ctrl)), .key(Key(.character(" "), .ctrl))]
      ),
      ("\u{1B}[A\u{1B}OA\u{1B}[B\u{1B}OD", [.key(Key(.up)), .key(Key(.up)), .key(Key(.down)), .key(Key(.left))]),
      (
        "\u{1B}[1;5C\u{1B}[1;2A\u{1B}[3;3~",
        [.key(Key(.right, .ctrl)), .key(Key(.up, .shift)), .key(Key(.delete, .alt))]
      ),
      (
        "\u{1B}[H\u{1B}[4~\u{1B}[5~\u{1B}[6~\u{1B}[2~",
        [.key(Key(.home)), .key(Key(.end)), .key(Key(.pageUp)), .key(Key(.pageDown)), .key(Key(.insert))]
      ),
      (
        "\u{1B}OP\u{1B}[15~\u{1B}[24;5~",
        [.key(Key(.function(1))), .key(Key(.function(5))), .key(Key(.function(12), .ctrl))]
      ),
      ("\u{1B}[Z", [.key(Key(.backTab))]),
      ("\u{1B}x\u{1B}É", [.key(Key(.character("x"), .alt)), .key(Key(.character("É"), .alt))]),
      ("\u{1B}", [.key(Key(.escape))]),
      ("\u{1B}\u{1B}", [.key(Key(.escape)), .key(Key(.escape))]),
      ("\u{1B}\u{1B}[A", [.key(Key(.up, .alt))]),
      ("\u{1B}[97;5u\u{1B}[27u", [.key(Key(.character("a"), .ctrl)), .key(Key(.escape))]),
      ("a\u{1B}[?62;22cb\u{1B}[99;99Xc", [.key(Key("a")), .key(Key("b")), .key(Key("c"))]),
      ("a\u{1B}]0;title\u{7}b\u{1B}P>|term\u{1B}\\c", [.key(Key("a")), .key(Key("b")), .key(Key("c"))]),
      ("\u{1B}[I\u{1B}[O", [.focus(true), .focus(false)]),
      ("x\u{1B}[200~q!\r\r\nk\n\u{1B}[A\u{1B}[201~y", [.key(Key("x")), .paste("q!\n\nk\n\u{1B}[A"), .key(Key("y"))]),
      ("\u{1B}[200~\u{1B}[201~", [.paste("")]),
    ]
    for (typed, expected) in table {
      terminal.type(typed)
      #expect(terminal.screen.drain() == expected, "\(typed.debugDescription)")
      #expect(terminal.screen.drain() == [])
    }
  }

  @Test("A paste that comes in pieces is one paste")
  func pasteInPieces() throws {
    let terminal = try MemoryTerminal()
    terminal.type("\u{1B}[200~first ")
    #expect(terminal.screen.drain() == [])
    terminal.type("second\u{1B}[20")
    #expect(terminal.screen.drain() == [])
    terminal.type("1~k")
    #expect(terminal.screen.drain() == [.paste("first second"), .key(Key("k"))])
  }

  @Test func `what the terminal says that means nothing to us is swallowed whole`() throws {
    let terminal = try MemoryTerminal()
    let swallowed = [
      // Answers: attributes, modes, cursor, version, keyboard flags, settings, colours, the clipboard.
      "\u{1B}[?62;22c", "\u{1B}[>41;354;0c", "\u{1B}[?2026;2$y", "\u{1B}[24;80R", "\u{1B}[?1u", "\u{1B}[?31u",
      "\u{1B}[8;24;80t", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P1+r544e=787465726d\u{1B}\\", "\u{1B}P!|00000000\u{1B}\\",
      "\u{1B}]4;1;rgb:cdcd/0000/0000\u{1B}\\", "\u{1B}]52;c;" + String(repeating: "cm0gLXJm", count: 4000) + "\u{7}",
      "\u{1B}]10;rgb:ffff/ffff/ffff\u{7}", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^private\u{1B}\\",
      // Final and intermediate bytes of every kind.
      "\u{1B}[ q", "\u{1B}[1 q", "\u{1B}[97$u", "\u{1B}[97;5!u", "\u{1B}[G", "\u{1B}[E", "\u{1B}[99;99X", "\u{1B}[99~",
      "\u{1B}[1;99A", "\u{1B}[[A", "\u{1B}[=5;1x", "\u{1B}[999999999999999999999u", "\u{1B}[;;;;;;;u", "\u{1B}OT",
      "\u{1B}O5A",
      // A key let go of, one without a character, one held with the window system's own.
      "\u{1B}[97;1:3u", "\u{1B}[1;1:3A", "\u{1B}[57358u", "\u{1B}[97;9u",
      // The mouse: over nothing, sideways, extra buttons, reports of before the numbers, without a place.
      "\u{1B}[<35;5;5M", "\u{1B}[<66;5;5M", "\u{1B}[<67;5;5M", "\u{1B}[<128;5;5M", "\u{1B}[M !!", "\u{1B}[32;5;5M",
      "\u{1B}[<0;0;0M", "\u{1B}[<0M",
    ]
    for sequence in swallowed {
      terminal.type("a\(sequence)b")
      #expect(terminal.screen.drain() == [.key(Key("a")), .key(Key("b"))], "\(sequence.prefix(40).debugDescription)")
    }
  }

  @Test func `keys told in more than one way are keys`() throws {
    let terminal = try MemoryTerminal()
    let table: [(String, [Input])] = [
      ("\u{1B}[97u\u{1B}[97;2u\u{1B}[97:65;2u", [.key(Key("a")), .key(Key("A")), .key(Key("A"))]),
      ("\u{1B}[97;5:1u\u{1B}[97;5:2u", Array(repeating: .key(Key(.character("a"), .ctrl)), count: 2)),
      ("\u{1B}[97;129u", [.key(Key("a"))]),
      ("\u{1B}[13u\u{1B}[9;2u\u{1B}[127u", [.key(Key(.enter)), .key(Key(.backTab)), .key(Key(.backspace))]),
      ("\u{1B}[1;1:1A\u{1B}[1;5:2D", [.key(Key(.up)), .key(Key(.left, .ctrl))]),
      ("\u{1B}[5;1:1~\u{1B}[3;5~", [.key(Key(.pageUp)), .key(Key(.delete, .ctrl))]),
      // The number pad, as it types once a program reads it.
      ("\u{1B}Op\u{1B}Oy\u{1B}On\u{1B}Ok\u{1B}OM", "09.+".map { .key(Key($0)) } + [.key(Key(.enter))]),
      ("\u{1B}]\u{1B}P\u{1B}[", "]P[".map { .key(Key(.character($0), .alt)) }),
      ("\u{1B}]x", [.key(Key(.character("]"), .alt)), .key(Key("x"))]),
    ]
    for (typed, expected) in table {
      terminal.type(typed)
      #expect(terminal.screen.drain() == expected, "\(typed.debugDescription)")
    }
  }

  @Test func `a sequence that comes in pieces is one sequence, wherever it is cut`() throws {
    let terminal = try MemoryTerminal()
    let table: [(String, [Input])] = [
      ("\u{1B}[<32;10;5M", [.mouse(.drag(1), Point(x: 9, y: 4))]),
      ("\u{1B}[1;5C", [.key(Key(.right, .ctrl))]),
      ("\u{1B}[97;5u", [.key(Key(.character("a"), .ctrl))]),
      ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", [.background(isLight: true)]),
      ("\u{1B}P>|xterm(390)\u{1B}\\", []),
      ("\u{1B}[?997;1n", [.background(isLight: false)]),
      ("\u{1B}[M !!", []),
      ("\u{1B}[200~jj\u{1B}[201~", [.paste("jj")]),
    ]
    for (typed, expected) in table {
      let bytes = Array(typed.utf8)
      // Before the third byte nobody can tell it from a key held with Alt.
      for cut in stride(from: 3, to: bytes.count, by: 3) {
        terminal.type(bytes: Array(bytes[..<cut]))
        let before = terminal.screen.drain()
        terminal.type(bytes: Array(bytes[cut...]) + [0x6A])
        #expect(before + terminal.screen.drain() == expected + [.key(Key("j"))], "\(typed.debugDescription) at \(cut)")
      }
    }
  }

  @Test func `a sequence broken off does not take the keys behind it along`() throws {
    let terminal = try MemoryTerminal()
    let up = "\u{1B}[A"
    for broken in ["\u{1B}[<0;5", "\u{1B}[97;", "\u{1B}]11;rgb:ff", "\u{1B}P>|x"] {
      terminal.type("\(broken)\r\(broken)\(up)\(broken)\u{1B}[200~q\u{1B}[201~\(broken)\u{1B}[<64;1;1Mj")
      #expect(
        terminal.screen.drain() == [
          .key(Key(.enter)), .key(Key(.up)), .paste("q"), .mouse(.wheelUp, Point(x: 0, y: 0)), .key(Key("j")),
        ], "\(broken.debugDescription)")
    }
    terminal.type("\u{1B}[<0;5")
    #expect(terminal.screen.drain() == [])
    terminal.screen.wait(wake: -1, timeoutMilliseconds: 1100)
    terminal.type("12")
    #expect(terminal.screen.drain() == [.key(Key("1")), .key(Key("2"))])
  }

  @Test func `Esc before a paste or a click is Esc, and the paste is not read as keys`() throws {
    let terminal = try MemoryTerminal()
    terminal.type("\u{1B}\u{1B}[200~q\u{1B}[201~\u{1B}\u{1B}[<0;1;1M\u{1B}\u{1B}[I")
    #expect(
      terminal.screen.drain() == [
        .key(Key(.escape)), .paste("q"), .key(Key(.escape)), .mouse(.press(1), Point(x: 0, y: 0)), .key(Key(.escape)),
        .focus(true),
      ])
  }

  @Test("The mouse is reported once it is asked for, and no more when it is handed back")
  func mouse() throws {
    let terminal = try MemoryTerminal()
    terminal.screen.mouse = true
    #expect(terminal.writes() == ["\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"])
    terminal.type("\u{1B}[<0;5;3M\u{1B}[<0;5;3mj\u{1B}[<64;1;1M\u{1B}[<65;1;1M\u{1B}[<2;300;100Mk")
    #expect(
      terminal.screen.drain() == [
        .mouse(.press(1), Point(x: 4, y: 2)), .mouse(.release(1), Point(x: 4, y: 2)), .key(Key("j")),
        .mouse(.wheelUp, Point(x: 0, y: 0)), .mouse(.wheelDown, Point(x: 0, y: 0)),
        .mouse(.press(3), Point(x: 299, y: 99)), .key(Key("k")),
      ])
    // Shift, Alt and Ctrl are 4, 8 and 16.
    terminal.type("\u{1B}[<4;5;3M\u{1B}[<16;5;3m\u{1B}[<28;5;3M\u{1B}[<80;5;3M\u{1B}[<48;5;3M")
    #expect(
      terminal.screen.drain() == [
        .mouse(.press(1), Point(x: 4, y: 2)), .mouse(.release(1), Point(x: 4, y: 2)),
        .mouse(.press(1), Point(x: 4, y: 2)), .mouse(.wheelUp, Point(x: 4, y: 2)), .mouse(.drag(1), Point(x: 4, y: 2)),
      ])
    terminal.type(String(repeating: "\u{1B}[<65;1;1M", count: 100))
    #expect(terminal.screen.drain() == Array(repeating: .mouse(.wheelDown, Point(x: 0, y: 0)), count: 100))
    terminal.screen.mouse = false
    #expect(terminal.writes() == ["\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"])
  }

  @Test func `of a drag and of the ground only the end is told, and neither costs more than one frame`() throws {
    let terminal = try MemoryTerminal()
    terminal.screen.present(ScreenTests.split(terminal.screen.size, seed: 0))
    _ = terminal.writes()
    let drags = (1...500).map { "\u{1B}[<32;\($0 % 80 + 1);5M" }.joined()
    terminal.type("\u{1B}[<0;1;5M" + drags + "\u{1B}[<0;21;5m" + "\u{1B}[<2;1;1M\u{1B}[<34;2;1M\u{1B}[<34;3;1M")
    #expect(
      terminal.screen.drain() == [
        .mouse(.press(1), Point(x: 0, y: 4)), .mouse(.drag(1), Point(x: 20, y: 4)),
        .mouse(.release(1), Point(x: 20, y: 4)), .mouse(.press(3), Point(x: 0, y: 0)),
        .mouse(.drag(3), Point(x: 2, y: 0)),
      ])
    terminal.type(String(repeating: "\u{1B}]11;rgb:00/00/00\u{7}\u{1B}[?997;2n", count: 200))
    #expect(terminal.screen.drain() == [.background(isLight: true)])
    #expect(terminal.writes() == [], "reading wrote something")
    terminal.screen.present(ScreenTests.split(terminal.screen.size, seed: 1))
    #expect(terminal.writes().count == 1)
  }

  @Test func `the background is asked for where asking does no harm, and the answer may come at any time`() throws {
    let terminal = try MemoryTerminal()
    terminal.screen.askBackground()
    #expect(terminal.writes() == ["\u{1B}]11;?\u{1B}\\"])
    terminal.type("j")
    #expect(terminal.screen.drain() == [.key(Key("j"))])
    terminal.type("\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{1B}\\k")
    #expect(terminal.screen.drain() == [.background(isLight: true), .key(Key("k"))])
    terminal.type("\u{1B}]11;nonsense\u{7}\u{1B}[?997;1n\u{1B}[?997;3n")
    #expect(terminal.screen.drain() == [.background(isLight: false)])
    terminal.screen.stop()
    let console = try MemoryTerminal(term: "linux")
    console.screen.askBackground()
    #expect(console.writes() == [])
  }

  @Test func `an answer that comes at the very end is not left for the shell`() throws {
    let terminal = try MemoryTerminal()
    terminal.screen.askBackground()
    terminal.type("\u{1B}]11;rgb:00/00/00\u{1B}\\")
    terminal.screen.stop()
    #expect(terminal.unread == 0)
    let answered = try MemoryTerminal()
    answered.screen.askBackground()
    answered.type("\u{1B}]11;rgb:00/00/00\u{7}")
    _ = answered.screen.drain()
    answered.type("ls")
    answered.screen.stop()
    #expect(answered.unread == 2, "what is typed ahead is the shell's")
  }

  @Test("Waiting ends for a key and for the wake-up descriptor")
  func waiting() throws {
    let terminal = try MemoryTerminal()
    terminal.type("j")
    terminal.screen.wait(wake: -1, timeoutMilliseconds: nil)
    #expect(terminal.screen.drain() == [.key(Key("j"))])
    let (ours, theirs) = MemoryTerminal.pair(SOCK_STREAM)
    defer {
      close(ours)
      close(theirs)
    }
    var byte: UInt8 = 1
    _ = unsafe write(ours, &byte, 1)
    terminal.screen.wait(wake: theirs, timeoutMilliseconds: nil)
    #expect(terminal.screen.drain() == [])
  }

  @Test("Bytes that are no text are passed over, and the keys behind them are not lost")
  func malformed() throws {
    let terminal = try MemoryTerminal()
    terminal.type(bytes: [0xFF, 0xC3, 0x28, 0x6A, 0xE7, 0x94, 0xB0])
    #expect(terminal.screen.drain() == [.key(Key("(")), .key(Key("j")), .key(Key("田"))])
  }
}
