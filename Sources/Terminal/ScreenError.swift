/// Why the dashboard cannot be shown, in words that say what to do.
package enum ScreenError: Error, Hashable, CustomStringConvertible {
  case notATerminal
  case dumbTerminal
  /// Neither the terminal that TERM names nor a simple one is known.
  case unknownTerminal(String)
  case noSignals

  package var description: String {
    switch self {
    case .notATerminal:
      "standard input and output have to be a terminal; in a pipe or a script, use the commands that print text"
    case .dumbTerminal:
      "this terminal cannot move its cursor (TERM is dumb or not set); set TERM, as in TERM=xterm-256color"
    case .unknownTerminal(let name):
      "the terminal `\(name)` is not known here, nor is vt100; install the terminfo files, or set TERM=xterm-256color"
    case .noSignals:
      "the system gave no descriptor to watch signals with; close other programs and try again"
    }
  }
}
