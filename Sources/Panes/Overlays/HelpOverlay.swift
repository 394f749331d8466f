import Dashboard
import Terminal

/// Every command with its keys: those of the focused pane first, then those that work everywhere, then the rest.
struct HelpOverlay: View {
  let state: State
  let field: TextField
  let top: Int

  func draw(on frame: inout Frame, in area: Rect) {
    let commands = ordered
    let width = min(area.width - 4, 88)
    let height = min(area.height - 4, CommandDefinition.all.count + 4)
    let inner = Box(title: "Keys").draw(on: &frame, in: area.centred(Size(width: width, height: height)))
    let (line, list) = inner.cut(.top, 2)
    SearchField(field: field, hint: "type to search").draw(on: &frame, in: line)
    let start = min(top, max(0, commands.count - list.height))
    for (row, command) in commands.dropFirst(start).prefix(list.height).enumerated() {
      draw(command, on: &frame, in: list.row(row))
    }
    if commands.isEmpty {
      frame.put("No command is called that.", at: list.origin, style: Style(.dim, on: .overlay), in: list)
    }
  }

  private var ordered: [CommandDefinition] {
    let found = Fuzzy.search(field.text, among: CommandDefinition.all, keys: state.keyMap)
    guard field.isEmpty else { return found }
    let here = found.filter { $0.panes?.contains(state.focus) ?? false }
    let everywhere = found.filter { $0.panes == nil }
    return here + everywhere + found.filter { !($0.panes?.contains(state.focus) ?? true) }
  }

  private func draw(_ command: CommandDefinition, on frame: inout Frame, in row: Rect) {
    let keys = state.keyMap.keys(of: command.id).map { $0.map(\.label).joined() }.joined(separator: "  ")
    frame.put(keys, at: row.origin, fit: 14, style: Style(.key, on: .overlay), in: row)
    frame.put(
      command.title, at: Point(x: row.x + 15, y: row.y), fit: 17, style: Style(.bright, on: .overlay), in: row)
    frame.put(
      words(command), at: Point(x: row.x + 33, y: row.y), fit: max(0, row.width - 33), style: Style(.dim, on: .overlay),
      in: row)
  }

  private func words(_ command: CommandDefinition) -> String {
    if case .disabled(let why) = state.availability(command.id) { return "Not now: \(why)." }
    return command.description
  }
}
