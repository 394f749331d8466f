import Terminal
import Testing

@Suite struct TerminalDescriptionTests {
  @Test(arguments: [
    ("xterm-256color", "xterm-256color", 256), ("xterm", "xterm", 8), ("vt100", "vt100", 0),
    ("xterm-nobody-has-this", "xterm-256color", 256), ("made-up", "vt100", 0),
    ("made-up-256color", "xterm-256color", 256),
  ]) func `a terminal is known by its own entry, else by a relative's`(term: String, entry: String, colors: Int) {
    #expect(TerminalDescription(term: term) == TerminalDescription(entry: entry, colors: colors))
  }
}
