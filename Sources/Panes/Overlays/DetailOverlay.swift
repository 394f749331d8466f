import Terminal

/// A line of the screen in full.
struct DetailOverlay: View {
  let title: String
  let lines: [String]
  let top: Int

  func draw(on frame: inout Frame, in area: Rect) {
    let width = min(area.width - 4, 76)
    let wrapped = lines.flatMap { $0.isEmpty ? [""] : Text.wrap($0, cells: max(1, width - 4)) }
    let titles = Text.wrap(title, cells: max(1, width - 4))
    let all = titles.dropFirst() + (titles.count > 1 ? [""] : []) + wrapped
    let height = min(area.height - 4, all.count + 2)
    let inner = Box(title: titles.first ?? "").draw(on: &frame, in: area.centred(Size(width: width, height: height)))
    let start = min(top, max(0, all.count - inner.height))
    for (row, line) in all.dropFirst(start).prefix(inner.height).enumerated() {
      frame.put(line, at: Point(x: inner.x, y: inner.y + row), style: Style(.overlay, on: .overlay), in: inner)
    }
    frame.cursor = inner.origin
  }
}
