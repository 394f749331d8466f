/// Text of many lines being typed, and where in it. Holds what was typed; `Text` decides what of it may be shown.
///
/// Wherever `cells` is asked for, it is the width of the window that the text is typed in.
package struct TextArea: Hashable, Sendable {
  /// How many characters may be typed and pasted: a long letter. Characters are counted as Unicode numbers them, so
  /// that a pile of marks on one letter counts too.
  package static let most = 100_000

  package internal(set) var text: String
  /// How many bytes of UTF-8 stand before the cursor, which is never inside of what readers see as one character.
  package internal(set) var cursor: Int

  var length: Int
  /// The column that a way up or down keeps to, past rows that are shorter.
  var goal: Int?
  /// Whether the cursor is at the end of its row, where the next row begins without a character between.
  var clings = false
  var history = History()

  /// Opens a text with its cursor at the end. Its line ends become `\n`; all else is kept as it is.
  package init(_ text: String = "") {
    self.text = TextArea.evenLines(text)
    cursor = self.text.utf8.count
    length = self.text.unicodeScalars.count
  }

  package var isEmpty: Bool { text.isEmpty }
  /// How many characters more it takes.
  package var room: Int { max(0, TextArea.most - length) }

  /// Types text, cleaned as a paste is; how many characters it is too long by, and then nothing was inserted.
  @discardableResult
  package mutating func insert(_ typed: String) -> Int {
    put(typed, as: typed.unicodeScalars.contains("\n") ? .whole : .typing)
  }

  package mutating func newline() { insert("\n") }

  package mutating func backspace() {
    change(offset(before: cursor)..<cursor, to: "", as: .backspacing)
  }

  package mutating func delete() {
    change(cursor..<offset(after: cursor), to: "", as: .deleting)
  }

  /// Removes the word before the cursor and the spaces after it; at the start of a line, only the line end before.
  package mutating func deleteWord() {
    let start = wordStart { $0.isWhitespace && $0 != "\n" }
    change((start < cursor ? start : offset(before: cursor))..<cursor, to: "", as: .whole)
  }

  /// Removes what is before the cursor in its line, however it wraps; at the start of a line, the line end before.
  package mutating func deleteToStart() {
    let start = text.utf8[..<index(cursor)].lastIndex(of: 0x0A).map { offset($0) + 1 } ?? 0
    change((start < cursor ? start : offset(before: cursor))..<cursor, to: "", as: .whole)
  }

  /// Removes the rest of the line, however it wraps; at the end of a line, the line end.
  package mutating func deleteToEnd() {
    let end = text.utf8[index(cursor)...].firstIndex(of: 0x0A).map { offset($0) } ?? text.utf8.count
    change(cursor..<(cursor < end ? end : offset(after: cursor)), to: "", as: .whole)
  }

  package mutating func left() { move(to: offset(before: cursor)) }
  package mutating func right() { move(to: offset(after: cursor)) }
  package mutating func toStart() { move(to: 0) }
  package mutating func toEnd() { move(to: text.utf8.count) }
  package mutating func wordLeft() { move(to: wordStart { $0.isWhitespace }) }

  package mutating func wordRight() {
    let word = text[index(cursor)...].drop { $0.isWhitespace }
    move(to: offset(word.drop { !$0.isWhitespace }.startIndex))
  }

  package mutating func clear() { self = TextArea() }

  mutating func move(to place: Int) {
    cursor = place
    goal = nil
    clings = false
    history.close()
  }

  private func wordStart(after isSpace: (Character) -> Bool) -> Int {
    let before = text[..<index(cursor)]
    let spaces = before.reversed().prefix(while: isSpace).count
    let word = before.dropLast(spaces).reversed().prefix { !$0.isWhitespace }.count
    return offset(before.index(before.endIndex, offsetBy: -spaces - word))
  }
}
