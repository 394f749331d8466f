import Dashboard
import Terminal

/// Every command with its keys.
struct HelpOverlay: View {
  let state: State
  let field: TextField
  let top: Int

  func draw(on frame: inout Frame, in area: Rect) {
    let lines = state.helpLines(field.text)
    let size = Size(width: min(area.width - 4, 88), height: state.helpHeight + 4)
    let inner = Box(title: "Keys").draw(on: &frame, in: area.centred(size))
    let (line, list) = inner.cut(.top, 2)
    SearchField(field: field, hint: "type a word or a key to search").draw(on: &frame, in: line)
    let start = min(top, max(0, lines.count - list.height))
    for (row, line) in lines.dropFirst(start).prefix(list.height).enumerated() {
      switch line {
      case .heading(let words):
        frame.put(words, at: list.row(row).origin, style: Style(.overlayTitle, on: .overlay), in: list)
      case .command(let hit): draw(hit, on: &frame, in: list.row(row))
      }
    }
    if lines.isEmpty {
      frame.put("No command is called that.", at: list.origin, style: Style(.dim, on: .overlay), in: list)
    }
  }

  private func draw(_ hit: Fuzzy.Hit, on frame: inout Frame, in row: Rect) {
    let command = hit.command
    let keys = state.keyMap.keys(of: command.id).map { $0.map(\.label).joined() }.joined(separator: "  ")
    frame.put(keys, at: row.origin, fit: 11, style: Style(.key, on: .overlay), in: row)
    CommandTitle(hit: hit, style: Style(.bright, on: .overlay))
      .draw(on: &frame, in: Rect(x: row.x + 12, y: row.y, width: 16, height: 1))
    frame.put(
      words(command), at: Point(x: row.x + 29, y: row.y), fit: max(0, row.width - 29), style: Style(.dim, on: .overlay),
      in: row)
  }

  private func words(_ command: CommandDefinition) -> String {
    if case .disabled(let why) = state.availability(command.id) { return "Not now: \(why)." }
    return command.description
  }
}
