import Dashboard
import Terminal

/// A thread, or all about a line, to be read in full.
struct ReadingOverlay: View {
  let reading: Reading
  let top: Int

  func draw(on frame: inout Frame, in area: Rect) {
    let inner = Box(title: reading.title).draw(on: &frame, in: area.centred(reading.size))
    let start = min(top, reading.lastTop)
    for (row, line) in reading.lines.dropFirst(start).prefix(inner.height).enumerated() {
      frame.put(line.words, at: Point(x: inner.x, y: inner.y + row), style: Style(line.role, on: .overlay), in: inner)
    }
    // Text beyond the edge is announced on it.
    if reading.lastTop > 0 {
      let words = " \(start + inner.height) of \(reading.lines.count) lines "
      frame.put(words, endingAt: inner.right, y: inner.bottom, style: Style(.dim, on: .overlay))
    }
    frame.cursor = inner.origin
  }
}
