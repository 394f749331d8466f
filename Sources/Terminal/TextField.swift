/// A line of text being typed, and where in it. Holds what was typed; `Text` decides what of it may be shown.
package struct TextField: Hashable, Sendable {
  package private(set) var text: String
  /// How many characters stand before the cursor.
  package private(set) var cursor: Int

  package init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  package var isEmpty: Bool { text.isEmpty }

  package mutating func insert(_ inserted: String) {
    let place = index
    let before = text.unicodeScalars.distance(from: text.startIndex, to: place)
    text.insert(contentsOf: inserted, at: place)
    // A mark joins the letter before it, so characters are counted again from the text that came of it.
    let end = text.unicodeScalars.index(text.startIndex, offsetBy: before + inserted.unicodeScalars.count)
    cursor = text[..<end].count
  }

  /// Inserts pasted text as one line: line ends and tabs become spaces, other control characters are left out.
  package mutating func paste(_ pasted: String) {
    var line = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in pasted.unicodeScalars {
      switch scalar {
      case "\n" where afterReturn: break
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": line.append(" ")
      default: if scalar.properties.generalCategory != .control { line.append(scalar) }
      }
      afterReturn = scalar == "\r"
    }
    insert(String(line))
  }

  package mutating func backspace() {
    guard cursor > 0 else { return }
    remove(from: cursor - 1, to: cursor)
  }

  package mutating func delete() {
    guard index < text.endIndex else { return }
    remove(from: cursor, to: cursor + 1)
  }

  /// Removes the word before the cursor and the spaces after it.
  package mutating func deleteWord() {
    remove(from: wordStart, to: cursor)
  }

  package mutating func deleteToStart() {
    remove(from: 0, to: cursor)
  }

  package mutating func deleteToEnd() {
    remove(from: cursor, to: text.count)
  }

  package mutating func left() { cursor = max(0, cursor - 1) }
  package mutating func right() { cursor = min(text.count, cursor + 1) }
  package mutating func home() { cursor = 0 }
  package mutating func end() { cursor = text.count }
  package mutating func wordLeft() { cursor = wordStart }

  package mutating func wordRight() {
    let rest = text[index...]
    let word = rest.drop { $0.isWhitespace }
    cursor += rest.count - word.drop { !$0.isWhitespace }.count
  }

  package mutating func clear() { self = TextField() }

  /// Takes an editing key; false where the key is not one, and then nothing has changed.
  package mutating func take(_ key: Key) -> Bool {
    if let character = key.character {
      insert(String(character))
      return true
    }
    guard let edit = TextField.edits[key] else { return false }
    edit(&self)
    return true
  }

  /// What to draw in `cells` columns: the text around the cursor, and the column of the cursor in it.
  package func visible(cells: Int) -> (text: String, column: Int) {
    guard cells > 0 else { return ("", 0) }
    var before = Array(Clusters(String(text[..<index])))
    var column = before.reduce(0) { $0 + $1.width }
    var cut = 0
    while column >= cells, cut < before.count {
      column -= before[cut].width
      cut += 1
    }
    before.removeSubrange(..<cut)
    var shown = ""
    for cluster in before { cluster.write(to: &shown) }
    var room = cells - column
    for cluster in Clusters(String(text[index...])) {
      guard cluster.width <= room else { break }
      cluster.write(to: &shown)
      room -= cluster.width
    }
    return (shown, column)
  }

  private var index: String.Index { text.index(text.startIndex, offsetBy: cursor) }

  private var wordStart: Int {
    let before = text[..<index].reversed()
    let word = before.drop { $0.isWhitespace }
    return word.drop { !$0.isWhitespace }.count
  }

  private mutating func remove(from start: Int, to end: Int) {
    let first = text.index(text.startIndex, offsetBy: start)
    let last = text.index(text.startIndex, offsetBy: end)
    text.removeSubrange(first..<last)
    cursor = min(start, text.count)
  }

  private static let edits: [Key: @Sendable (inout TextField) -> Void] = [
    Key(.backspace): { $0.backspace() },
    Key(.character("h"), .ctrl): { $0.backspace() },
    Key(.delete): { $0.delete() },
    Key(.character("d"), .ctrl): { $0.delete() },
    Key(.left): { $0.left() },
    Key(.right): { $0.right() },
    Key(.home): { $0.home() },
    Key(.character("a"), .ctrl): { $0.home() },
    Key(.end): { $0.end() },
    Key(.character("e"), .ctrl): { $0.end() },
    Key(.left, .ctrl): { $0.wordLeft() },
    Key(.character("b"), .alt): { $0.wordLeft() },
    Key(.right, .ctrl): { $0.wordRight() },
    Key(.character("f"), .alt): { $0.wordRight() },
    Key(.character("w"), .ctrl): { $0.deleteWord() },
    Key(.backspace, .alt): { $0.deleteWord() },
    Key(.character("u"), .ctrl): { $0.deleteToStart() },
    Key(.character("k"), .ctrl): { $0.deleteToEnd() },
  ]
}
