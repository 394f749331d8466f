import Dashboard
import Terminal

/// Every command with its keys, and every sign with its meaning.
struct HelpOverlay: View {
  let state: State
  let field: TextField
  let top: Int

  func draw(on frame: inout Frame, in area: Rect) {
    let lines = state.helpLines(field.text)
    let size = Size(width: state.helpWidth + 4, height: state.helpHeight + 4)
    let inner = Box(title: "Keys").draw(on: &frame, in: area.centred(size))
    let (line, list) = inner.cut(.top, 2)
    SearchField(field: field, hint: "type a word, a key or a sign to search").draw(on: &frame, in: line)
    let start = min(top, max(0, lines.count - list.height))
    for (row, line) in lines.dropFirst(start).prefix(list.height).enumerated() {
      draw(line, on: &frame, in: list.row(row))
    }
    if lines.isEmpty {
      frame.put("No command is called that.", at: list.origin, style: Style(.dim, on: .overlay), in: list)
    }
  }

  private func draw(_ line: HelpLine, on frame: inout Frame, in row: Rect) {
    switch line {
    case .heading(let words): frame.put(words, at: row.origin, style: Style(.overlayTitle, on: .overlay), in: row)
    case .command(let hit, let words):
      let keys = state.keyMap.keys(of: hit.command.id).map { $0.map(\.label).joined() }.joined(separator: "  ")
      frame.put(keys, at: row.origin, fit: HelpColumns.title - 1, style: Style(.key, on: .overlay), in: row)
      CommandTitle(hit: hit, style: Style(.bright, on: .overlay))
        .draw(
          on: &frame,
          in: Rect(x: row.x + HelpColumns.title, y: row.y, width: HelpColumns.words - HelpColumns.title - 1, height: 1))
      put(words, at: HelpColumns.words, on: &frame, in: row)
    case .words(let words): put(words, at: 0, on: &frame, in: row)
    case .rest(let words): put(words, at: HelpColumns.words, on: &frame, in: row)
    case .sign(let sign):
      frame.put(sign.sign, at: row.origin, fit: HelpColumns.title - 1, style: Style(.bright, on: .overlay), in: row)
      put(sign.words, at: HelpColumns.title, on: &frame, in: row)
    }
  }

  private func put(_ words: String, at column: Int, on frame: inout Frame, in row: Rect) {
    frame.put(
      words, at: Point(x: row.x + column, y: row.y), fit: max(0, row.width - column), style: Style(.dim, on: .overlay),
      in: row)
  }
}
