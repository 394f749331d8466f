import Terminal

extension State {
  mutating func pressInFilter(_ field: TextField, _ key: Key) -> [Effect] {
    switch key.code {
    case .enter:
      editing = nil
      if filter(focus)?.isEmpty ?? false { changeList(focus) { $0.filter = nil } }
    case .escape: return back()
    case .down: step(focus, by: 1)
    case .up: step(focus, by: -1)
    case .right where field.isEmpty: edit(TextField(list(focus)?.lastFilter ?? ""))
    default:
      var field = field
      if field.take(key) { edit(field) }
    }
    return []
  }

  /// The list follows what is typed.
  mutating func edit(_ field: TextField) {
    editing = field
    changeList(focus) {
      $0.show(Filter(field.text))
      $0.cursor = ListCursor()
    }
    lookThrough()
  }

  /// Shows all again, the cursor on its row; what was typed can be had again.
  mutating func putFilterAway(_ pane: Pane) {
    changeList(pane) {
      if let text = $0.filter?.text, !text.isEmpty { $0.lastFilter = text }
      $0.show(nil)
    }
    lookThrough()
    restoreCursor(pane)
  }
}
