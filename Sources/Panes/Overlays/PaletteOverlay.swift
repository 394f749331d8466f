import Dashboard
import Terminal

/// Commands by what somebody types of them; those that can't run now say why.
struct PaletteOverlay: View {
  let state: State
  let field: TextField
  let index: Int

  func draw(on frame: inout Frame, in area: Rect) {
    let hits = state.paletteMatches(field.text)
    let size = Size(width: min(area.width - 4, 84), height: min(area.height - 4, 20))
    let inner = Box(title: "Command").draw(on: &frame, in: area.centred(size))
    let (line, list) = inner.cut(.top, 2)
    SearchField(field: field, hint: "a command's name").draw(on: &frame, in: line)
    let chosen = min(index, max(0, hits.count - 1))
    let window = ListWindow(count: hits.count, height: list.height, cursor: chosen, top: 0)
    for (row, at) in window.rows.enumerated() {
      draw(hits[at], isChosen: at == chosen, on: &frame, in: list.row(row))
    }
    if hits.isEmpty {
      frame.put("No command is called that.", at: list.origin, style: Style(.dim, on: .overlay), in: list)
    }
  }

  private func draw(_ hit: Fuzzy.Hit, isChosen: Bool, on frame: inout Frame, in row: Rect) {
    let command = hit.command
    let availability = state.availability(command.id)
    let keys = state.keyMap.label(of: command.id)
    CommandTitle(hit: hit, style: Style(availability.isEnabled ? .overlay : .dim, on: .overlay))
      .draw(on: &frame, in: Rect(x: row.x + 1, y: row.y, width: 20, height: 1))
    let words: String
    if case .disabled(let why) = availability { words = "not now: \(why)" } else { words = command.description }
    frame.put(
      words, at: Point(x: row.x + 22, y: row.y), fit: max(0, row.width - 32), style: Style(.dim, on: .overlay), in: row)
    frame.put(keys, endingAt: row.right - 1, y: row.y, style: Style(.key, on: .overlay), in: row)
    if isChosen { frame.background(.selected, in: row) }
  }
}
