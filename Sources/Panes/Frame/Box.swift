import Terminal

/// A panel over the panes, with a thin edge so that it stands out without colour too. Gives back the area inside.
struct Box {
  let title: String

  func draw(on frame: inout Frame, in area: Rect) -> Rect {
    guard area.width >= 4, area.height >= 2 else { return area }
    let style = Style(.dim, on: .overlay)
    frame.fill(area, style: Style(.overlay, on: .overlay))
    for (y, ends) in [(area.y, ("┌", "┐")), (area.bottom - 1, ("└", "┘"))] {
      frame.rule(across: Point(x: area.x + 1, y: y), width: area.width - 2, style: style, in: area)
      frame.put(ends.0, at: Point(x: area.x, y: y), style: style, in: area)
      frame.put(ends.1, at: Point(x: area.right - 1, y: y), style: style, in: area)
    }
    for x in [area.x, area.right - 1] {
      frame.rule(down: Point(x: x, y: area.y + 1), height: area.height - 2, style: style, in: area)
    }
    frame.put(
      " \(title) ", at: Point(x: area.x + 1, y: area.y), fit: area.width - 2,
      style: Style(.overlayTitle, [.bold], on: .overlay), in: area)
    return area.inset(horizontal: 2, vertical: 1)
  }
}
