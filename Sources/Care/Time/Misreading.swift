/// Why something typed can't be read, and where in it.
package struct Misreading: Error, Hashable, Sendable {
  /// What is wrong, and what to write instead.
  package var words: String
  /// The part that is wrong, in characters from the start of what was typed.
  package var range: Range<Int>

  package init(_ words: String, _ range: Range<Int>) {
    self.words = words
    self.range = range
  }

  /// Something typed, as a message repeats it: short enough to leave room for what to write instead.
  package static func quoted(_ typed: String) -> String {
    typed.count > 24 ? "`\(typed.prefix(23))…`" : "`\(typed)`"
  }
}
