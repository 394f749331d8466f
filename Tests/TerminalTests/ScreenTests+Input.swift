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
      ("a\u{1B}]11;rgb:00/00/00\u{7}b\u{1B}P>|term\u{1B}\\c", [.key(Key("a")), .key(Key("b")), .key(Key("c"))]),
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

  @Test("The mouse is reported once it is asked for, and no more when it is handed back")
  func mouse() throws {
    let terminal = try MemoryTerminal()
    terminal.screen.mouse = true
    #expect(terminal.writes().joined().contains("\u{1B}[?1000h"))
    terminal.type("\u{1B}[<0;5;3M\u{1B}[<0;5;3mj\u{1B}[<64;1;1M\u{1B}[<65;1;1M\u{1B}[<2;300;100Mk")
    #expect(
      terminal.screen.drain() == [
        .mouse(.press(1), Point(x: 4, y: 2)), .mouse(.release(1), Point(x: 4, y: 2)), .key(Key("j")),
        .mouse(.wheelUp, Point(x: 0, y: 0)), .mouse(.wheelDown, Point(x: 0, y: 0)),
        .mouse(.press(3), Point(x: 299, y: 99)), .key(Key("k")),
      ])
    terminal.type(String(repeating: "\u{1B}[<65;1;1M", count: 100))
    #expect(terminal.screen.drain() == Array(repeating: .mouse(.wheelDown, Point(x: 0, y: 0)), count: 100))
    terminal.screen.mouse = false
    #expect(terminal.writes().joined().contains("\u{1B}[?1000l"))
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
