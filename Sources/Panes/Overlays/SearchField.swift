import Terminal

/// The field at the top of an overlay.
struct SearchField: View {
  let field: TextField
  let hint: String

  func draw(on frame: inout Frame, in area: Rect) {
    let visible = field.visible(cells: max(1, area.width - 1))
    if field.isEmpty {
      frame.put(hint, at: area.origin, style: Style(.dim, on: .overlay), in: area)
    } else {
      frame.put(visible.text, at: area.origin, style: Style(.input, on: .overlay), in: area)
    }
    frame.cursor = Point(x: area.x + visible.column, y: area.y)
  }
}
