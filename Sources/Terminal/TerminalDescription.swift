import CTerminal

/// What this system knows of a terminal, found out without taking one.
package struct TerminalDescription: Hashable, Sendable {
  /// The entry of terminfo that the screen is drawn by: the terminal's own or a relative's; nil where there is neither.
  package var entry: String?
  /// As many as the entry promises.
  package var colors: Int

  package init(entry: String?, colors: Int) {
    self.entry = entry
    self.colors = colors
  }

  /// - Parameter term: what TERM says.
  package init(term: String) {
    guard !term.isEmpty else {
      self.init(entry: nil, colors: 0)
      return
    }
    var count: Int32 = 0
    let entry = unsafe terminal_describe(term, &count)
    self.init(entry: unsafe entry.map { unsafe String(cString: $0) }, colors: Int(count))
  }
}
