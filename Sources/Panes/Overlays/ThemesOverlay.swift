import Dashboard
import Terminal

/// The themes by name, each with a word about it, in a corner: the rest of the screen shows the one under the cursor.
struct ThemesOverlay: View {
  let state: State
  let name: String

  func draw(on frame: inout Frame, in area: Rect) {
    let themes = state.themes.offered
    let names = themes.map { Text.width($0.name) }.max() ?? 0
    let (width, height) = (min(area.width - 2, min(names, 24) + 34), min(area.height - 4, themes.count + 2))
    // Above the line of toasts, where a theme that can't be used is told.
    let corner = Rect(x: area.right - width - 1, y: area.bottom - height - 2, width: width, height: height)
    let inner = Box(title: "Theme").draw(on: &frame, in: corner)
    let chosen = themes.firstIndex { $0.name == name } ?? 0
    let window = ListWindow(count: themes.count, height: inner.height, cursor: chosen, top: 0)
    for (row, at) in window.rows.enumerated() {
      draw(themes[at], isChosen: at == chosen, nameWidth: min(names, 24), on: &frame, in: inner.row(row))
    }
  }

  private func draw(_ theme: Theme.Summary, isChosen: Bool, nameWidth: Int, on frame: inout Frame, in row: Rect) {
    if theme.name == state.themes.kept {
      frame.put(signs.done, at: Point(x: row.x + 1, y: row.y), style: Style(.good, on: .overlay), in: row)
    }
    frame.put(
      theme.name, at: Point(x: row.x + 3, y: row.y), fit: nameWidth, style: Style(.overlay, on: .overlay), in: row)
    let x = row.x + nameWidth + 5
    frame.put(
      theme.about, at: Point(x: x, y: row.y), fit: max(0, row.right - x), style: Style(.dim, on: .overlay), in: row)
    guard isChosen else { return }
    frame.background(.selected, in: row)
    frame.put(signs.cursor, at: row.origin, style: Style(.marker, on: .selected), in: row)
    frame.cursor = row.origin
  }
}
