import Dashboard
import Terminal

/// A command's title, the letters that were typed standing out.
struct CommandTitle {
  let hit: Fuzzy.Hit
  let style: Style

  func draw(on frame: inout Frame, in area: Rect) {
    frame.put(hit.command.title, at: area.origin, fit: area.width, style: style, in: area)
    for letter in hit.letters where letter < area.width {
      frame.restyle(Rect(x: area.x + letter, y: area.y, width: 1, height: 1)) { _ in Style(.match, on: style.background)
      }
    }
  }
}
