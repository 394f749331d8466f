import Terminal

/// A panel over the panes: its own background, a title, a margin. Gives back the area inside.
struct Box {
  let title: String

  func draw(on frame: inout Frame, in area: Rect) -> Rect {
    frame.fill(area, style: Style(.overlay, on: .overlay))
    let inner = area.inset(horizontal: 2, vertical: 0).inset(top: 1, bottom: 1)
    frame.put(
      title, at: Point(x: inner.x, y: area.y), fit: inner.width, style: Style(.overlayTitle, [.bold], on: .overlay),
      in: area)
    return inner
  }
}
