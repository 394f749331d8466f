import Foundation
import Testing

/// However the program ends or stops, and whatever the terminal is called, it is given back as it was: the settings of
/// the line, the screen of before, the cursor, and every mode that was switched on.
@Suite(.enabled(if: Tmux.isInstalled), .serialized) struct RestoreTests {
  /// Those that many systems know, and two that they don't.
  static let terms = ["xterm-256color", "tmux-256color", "screen", "linux", "vt100", "xterm-ghostty", "never-heard-of"]

  private static let endings: [(name: String, signal: Int32, code: Int32)] = [
    ("SIGTERM", SIGTERM, 0), ("SIGHUP", SIGHUP, 0), ("SIGINT", SIGINT, 0), ("SIGSEGV", SIGSEGV, 139),
    ("SIGBUS", SIGBUS, 135), ("SIGILL", SIGILL, 132), ("SIGTRAP", SIGTRAP, 133), ("SIGFPE", SIGFPE, 136),
    ("SIGABRT", SIGABRT, 134), ("SIGSYS", SIGSYS, 159), ("SIGQUIT", SIGQUIT, 131),
  ]

  @Test(arguments: terms) func `every signal leaves the terminal as it was`(term: String) throws {
    let shell = try Shell(term: term)
    for (name, signal, code) in Self.endings {
      let before = try shell.modes
      try shell.run(name)
      #expect(try shell.modes != before, "\(name): nothing was switched on, so nothing is shown")
      kill(try #require(try shell.terminal.pid()), signal)
      try shell.terminal.wait(for: "ENDED \(name) \(code) AS IT WAS")
      try shell.expect(before)
    }
  }

  @Test(arguments: terms, ["C-z", "SIGSTOP"])
  func `a stop leaves the terminal to the shell and fg takes it again`(term: String, way: String) throws {
    let shell = try Shell(term: term)
    let before = try shell.modes
    try shell.run(way)
    let during = try shell.modes
    if way == "C-z" {
      try shell.terminal.type("C-z")
      try shell.terminal.wait(for: "STOPPED \(way) 148 AS IT WAS")
      try shell.expect(before)
    } else {
      // This one gives no time to leave anything; a shell sets its line right by itself.
      kill(try #require(try shell.terminal.pid()), SIGSTOP)
      try shell.terminal.wait(for: "STOPPED \(way) 147")
    }
    try shell.terminal.resize(90, 30)
    try shell.terminal.type("Enter")
    try shell.waitForDashboard()
    try shell.terminal.wait(for: "the new size") {
      $0.split(separator: "\n", omittingEmptySubsequences: false)[29].contains("? keys")
    }
    try shell.expect(during)
    try shell.terminal.type("j")
    try shell.terminal.wait(for: "Worklist 2/")
    try shell.terminal.type("q")
    try shell.terminal.wait(for: "ENDED \(way) 0 AS IT WAS")
    try shell.expect(before)
  }
}

/// A shell in a terminal that runs the program once for every line it is given, and tells how it ended.
private final class Shell {
  let terminal: Tmux
  private let folder: Folder

  init(term: String) throws {
    folder = try Folder()
    terminal = try Tmux(
      script: """
        set -m; ulimit -c 0; cd \(folder.path)
        as_it_was() { stty -g | cmp -s - settings && echo " AS IT WAS"; }
        while read -r name; do
          stty -g >settings; clear
          TERM=\(term) '\(Program.path)' \(Demo.arguments.joined(separator: " ")); code=$?
          case $code in 147 | 148)
            was=$(as_it_was); stty "$(cat settings)"; echo "STOPPED $name $code$was"
            read -r go; clear
            fg; code=$? ;;
          esac
          echo "ENDED $name $code$(as_it_was)"
        done
        """)
    try folder.write("", to: "bytes")
    try terminal.record(to: folder.path + "/bytes")
  }

  /// Runs the program until its first frame is there.
  func run(_ name: String) throws {
    try terminal.write(name)
    try terminal.type("Enter")
    try waitForDashboard()
  }

  /// Not the one of before, which stays in sight where the terminal has one screen only.
  func waitForDashboard() throws {
    try terminal.wait(for: "the dashboard") {
      $0.contains("Worklist 1/") && !$0.contains("STOPPED") && !$0.contains("ENDED")
    }
  }

  /// What tmux tells of the terminal, and of what it does not tell, which private modes the bytes left switched on.
  var modes: String {
    get throws {
      let bytes = try String(decoding: Data(contentsOf: URL(filePath: folder.path + "/bytes")), as: UTF8.self)
      var isOn: [Int: Bool] = [:]
      for match in bytes.matches(of: /\u{1B}\[\?([0-9;]+)([hl])/) {
        for mode in match.1.split(separator: ";").compactMap({ Int($0) }) { isOn[mode] = match.2 == "h" }
      }
      // Wrapping and the cursor are on where nobody has asked for anything.
      let own = isOn.filter(\.value).keys.filter { $0 != 7 && $0 != 25 }.sorted()
      let told = try terminal.tell(
        """
        alternate #{alternate_on} cursor #{cursor_flag} keypad #{keypad_flag} #{keypad_cursor_flag} mouse \
        #{mouse_any_flag} #{mouse_sgr_flag} insert #{insert_flag} wrap #{wrap_flag} origin #{origin_flag} scrolled \
        #{scroll_region_upper}
        """)
      return "\(told) private \(own)"
    }
  }

  /// The bytes arrive in the file by way of another process, so they may be a little late.
  func expect(_ expected: String) throws {
    var last = ""
    let end = Date().addingTimeInterval(5)
    repeat { last = try modes } while last != expected && Date() < end
    #expect(last == expected)
  }
}
