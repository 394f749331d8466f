import Dashboard
import Terminal

/// A clear word instead of a mess.
struct TooSmall: View {
  let size: Size

  func draw(on frame: inout Frame, in area: Rect) {
    let smallest = Arrangement.smallest
    let words = "Rounds needs \(smallest.width)×\(smallest.height); this is \(size.width)×\(size.height)."
    for (row, line) in Text.wrap(words, cells: max(1, area.width)).enumerated() {
      frame.put(line, at: Point(x: area.x, y: area.y + row), in: area)
    }
  }
}
