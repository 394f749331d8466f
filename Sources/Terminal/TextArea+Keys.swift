extension TextArea {
  /// Takes an editing key in a window of so many columns and rows; false where the key is not one, and then nothing has
  /// changed. What is typed into a full text is taken and lost: `room` says so.
  package mutating func take(_ key: Key, cells: Int, rows: Int) -> Bool {
    if let character = key.character {
      insert(String(character))
    } else if let edit = TextArea.edits[key] {
      edit(&self)
    } else if let move = TextArea.moves[key] {
      move(&self, cells, rows)
    } else {
      return false
    }
    return true
  }

  private static let edits: [Key: @Sendable (inout TextArea) -> Void] = [
    Key(.enter): { $0.newline() },
    Key(.backspace): { $0.backspace() },
    Key(.character("h"), .ctrl): { $0.backspace() },
    Key(.delete): { $0.delete() },
    Key(.character("d"), .ctrl): { $0.delete() },
    Key(.left): { $0.left() },
    Key(.right): { $0.right() },
    Key(.left, .ctrl): { $0.wordLeft() },
    Key(.character("b"), .alt): { $0.wordLeft() },
    Key(.right, .ctrl): { $0.wordRight() },
    Key(.character("f"), .alt): { $0.wordRight() },
    Key(.home, .ctrl): { $0.toStart() },
    Key(.character("<"), .alt): { $0.toStart() },
    Key(.end, .ctrl): { $0.toEnd() },
    Key(.character(">"), .alt): { $0.toEnd() },
    Key(.character("w"), .ctrl): { $0.deleteWord() },
    Key(.backspace, .alt): { $0.deleteWord() },
    Key(.character("u"), .ctrl): { $0.deleteToStart() },
    Key(.character("k"), .ctrl): { $0.deleteToEnd() },
    Key(.character("_"), .ctrl): { $0.undo() },
    Key(.character("y"), .ctrl): { $0.redo() },
    Key(.character("_"), .alt): { $0.redo() },
  ]

  private static let moves: [Key: @Sendable (inout TextArea, Int, Int) -> Void] = [
    Key(.up): { area, cells, _ in area.up(cells: cells) },
    Key(.down): { area, cells, _ in area.down(cells: cells) },
    Key(.home): { area, cells, _ in area.home(cells: cells) },
    Key(.character("a"), .ctrl): { area, cells, _ in area.home(cells: cells) },
    Key(.end): { area, cells, _ in area.end(cells: cells) },
    Key(.character("e"), .ctrl): { area, cells, _ in area.end(cells: cells) },
    Key(.pageUp): { area, cells, rows in area.pageUp(cells: cells, rows: rows) },
    Key(.pageDown): { area, cells, rows in area.pageDown(cells: cells, rows: rows) },
  ]
}
