import Care
import Dashboard
import Terminal

/// Below a filter that is being typed: what is wrong with it, at its place, or how it can go on.
struct FilterLine: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    guard let field = state.editing, let query = state.filter(.worklist)?.query else { return }
    frame.fill(area, style: Style(.strip, on: .strip))
    if let fault = query.faults.first {
      let words = "\(signs.finding) \(fault.words)"
      let place = mark(fault, in: field, on: &frame, above: area)
      // Under the place, as far as the words find room there.
      let x = max(area.x + 1, min(place - 2, area.right - 1 - Text.width(words)))
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

  /// Underlines what is wrong in the line above, as far as it is in sight; gives back its column.
  private func mark(_ fault: Misreading, in field: TextField, on frame: inout Frame, above area: Rect) -> Int {
    func width(_ count: Int) -> Int { Text.width(String(field.text.prefix(count))) }
    guard let cursor = frame.cursor else { return area.x }
    // The field may have moved on under what was typed first.
    let start = cursor.x - width(field.cursor)
    let from = max(start + width(fault.range.lowerBound), cursor.x - field.cursor, area.x + 12)
    let to = max(from, min(start + width(fault.range.upperBound), area.right))
    frame.restyle(Rect(x: from, y: area.y - 1, width: to - from, height: 1)) { _ in Style(.warning, [.underline]) }
    return from
  }
}
