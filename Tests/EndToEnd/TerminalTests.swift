import Terminal
import Testing

/// The terminals and locales that people have, as TERM and LANG name them.
@Suite(.enabled(if: Tmux.isInstalled), .serialized) struct TerminalTests {
  @Test(arguments: [
    ("xterm-256color", nil), ("tmux-256color", nil), ("screen", nil), ("linux", nil), ("vt100", nil),
    ("xterm-kitty", "xterm-256color"), ("ghostty", "xterm-256color"),
    ("foot", "xterm-256color"), ("wezterm", "xterm-256color"),
    ("alacritty", "xterm-256color"), ("vendor-256color", "xterm-256color"),
    ("never-heard-of", "vt100"),
  ])
  func `a terminal without a description is drawn on as its nearest relative, and that is said`(
    term: String, relative: String?
  ) throws {
    let terminal = try Tmux(Demo.arguments, environment: ["TERM": term])
    let screen = try terminal.wait(for: "Worklist 1/")
    #expect(screen.contains("went wrong") == (relative != nil))
    guard let relative else { return }
    try terminal.type("g", "e")
    try terminal.wait(for: relative) { $0.contains("`\(term)`") && $0.contains(relative) }
  }

  @Test(arguments: [
    ("C.UTF-8", true), ("xx_XX.UTF-8", true), ("C", false), ("POSIX", false), ("xx_XX.ISO-8859-1", false), ("", false),
  ])
  func `a locale without UTF-8 gets plain signs, aligned; a name is typed and found in either`(
    locale: String, isUnicode: Bool
  ) throws {
    let terminal = try Tmux(Demo.arguments, environment: ["LC_ALL": locale, "LC_CTYPE": "", "LANG": ""])
    // The last line, so that all of it is there.
    let screen = try terminal.wait(for: "? keys")
    #expect(screen.unicodeScalars.contains { !$0.isASCII } == isUnicode)
    let row = screen.split(separator: "\n").first { $0.contains("O, Hae") && $0.contains("Rebook") }
    #expect(row?.hasPrefix(isUnicode ? "▌!" : ">!") ?? false)
    // The first upright line of a row, or where a level one meets it.
    let edge = isUnicode ? "│├┤" : "|+"
    let edges = screen.split(separator: "\n").filter { $0.contains { edge.contains($0) } }
      .map { Text.width(String($0.prefix { !edge.contains($0) })) }
    #expect(edges.count > 10 && Set(edges).count == 1, "\(edges)")
    try terminal.type("g", "p")
    try terminal.wait(for: "Patients 1/40")
    try terminal.write(isUnicode ? "/võ" : "/vo")
    try terminal.wait(for: isUnicode ? "Võ, Dũng" : "Vo, Dung") { $0.contains(isUnicode ? "/võ" : "/vo") }
  }

  @Test(arguments: ["dumb", ""]) func `a terminal that cannot move its cursor gets a word and the code 2`(
    term: String
  ) throws {
    let terminal = try Tmux(Demo.arguments, environment: ["TERM": term])
    let screen = try terminal.wait(for: "TERMINAL AS IT WAS")
    #expect(screen.contains("ENDED 2"))
    #expect(screen.contains("cannot move its cursor") && screen.contains("TERM=xterm-256color"))
  }

  @Test func `without a terminal there is a word and the code 2`() throws {
    let result = try Program.run(Demo.arguments)
    #expect(result.code == 2)
    #expect(result.err.contains("have to be a terminal"))
    #expect(result.out == "")
  }
}
