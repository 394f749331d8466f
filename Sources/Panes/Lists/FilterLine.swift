import Care
import Dashboard
import Terminal

/// Below a filter that is being typed: what is wrong with it, at its place, or how it can go on.
struct FilterLine: View {
  let state: State

  /// Cells before the first letter of the filter in the line above.
  private static let edge = 14

  func draw(on frame: inout Frame, in area: Rect) {
    guard let field = state.editing, let query = state.filter(.worklist)?.query else { return }
    frame.fill(area, style: Style(.strip, on: .strip))
    if let fault = query.faults.first {
      let under = Self.edge + Text.width(String(field.text.prefix(fault.range.lowerBound)))
      let words = "\(signs.finding) \(fault.words)"
      // Under the place, as far as the words find room there.
      let x = area.x + max(1, min(under - 1, area.width - 1 - Text.width(words)))
      frame.put(words, at: Point(x: x, y: area.y), fit: area.right - x, style: Style(.warning, on: .strip), in: area)
      return
    }
    var x = area.x + 1
    for (index, completion) in state.completions.enumerated() {
      let words = completion.label
      guard x + Text.width(words) + 1 <= area.right else { break }
      let style = index == 0 ? Style(.title, on: .strip) : Style(.strip, on: .strip)
      x += 2 + frame.put(words, at: Point(x: x, y: area.y), style: style, in: area)
    }
  }
}
