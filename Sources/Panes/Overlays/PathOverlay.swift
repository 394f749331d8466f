import Dashboard
import Terminal

/// Asks for files to import.
struct PathOverlay: View {
  let field: TextField
  let choices: [String]
  var lost: LostPath?

  private static let help = "FHIR R4: JSON, NDJSON, Bundles. Importing again adds only what is new."

  func draw(on frame: inout Frame, in area: Rect) {
    let width = min(area.width - 4, 84)
    let columns = columns(cells: width - 4)
    let fault = lost.flatMap { $0.path == field.text ? "\(signs.finding) \($0.words)" : nil }
    let help = Text.wrapped(fault ?? Self.help, cells: max(1, width - 4), most: 2)
    // The field keeps its place while the names below it come and go.
    let top = area.y + area.height / 5
    let rows = min(columns.rows, max(0, area.bottom - top - help.count - 7))
    let height = 4 + help.count + (rows == 0 ? 0 : rows + 1)
    let x = area.x + (area.width - width) / 2
    let inner = Box(title: "Import").draw(on: &frame, in: Rect(x: x, y: top, width: width, height: height))
    SearchField(field: field, hint: "~/path/of/a/file/or/folder").draw(on: &frame, in: inner.row(0))
    for (row, line) in help.enumerated() {
      frame.put(
        line, at: Point(x: inner.x, y: inner.y + 2 + row), style: Style(fault == nil ? .dim : .warning, on: .overlay),
        in: inner)
    }
    let shown = choices.count > rows * columns.count ? Array(choices.prefix(max(0, rows * columns.count - 1))) : choices
    for (index, choice) in (shown.count < choices.count && rows > 0 ? shown + [Text.ellipsis] : shown).enumerated() {
      frame.put(
        choice,
        at: Point(
          x: inner.x + index % columns.count * columns.width, y: inner.y + 3 + help.count + index / columns.count),
        fit: columns.width - 2, style: Style(.overlay, on: .overlay), in: inner)
    }
  }

  private func columns(cells: Int) -> (count: Int, width: Int, rows: Int) {
    let width = min(cells, (choices.map { Text.width($0) }.max() ?? 0) + 2)
    let count = max(1, width == 0 ? 1 : cells / width)
    return (count, max(3, width), (choices.count + count - 1) / count)
  }
}
