import Dashboard
import Terminal

/// On a narrow screen, the panes by name; the one on screen stands out.
struct TabLine: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    for (pane, x) in Tabs(area).places {
      let isShown = pane == state.focus
      frame.put(
        pane.title, at: Point(x: x, y: area.y), style: isShown ? Style(.bright, [.bold, .underline]) : Style(.dim),
        in: area)
    }
  }
}
