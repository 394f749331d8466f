import Dashboard
import Terminal

/// A word about what has happened, above the line of keys.
struct ToastLine: View {
  let toast: Toast
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let role: Role = toast.weight == .done ? .good : .warning
    let sign = toast.weight == .done ? signs.done : signs.finding
    frame.fill(area, style: Style(.strip, on: .strip))
    var x = area.x + 1
    x += frame.put("\(sign) ", at: Point(x: x, y: area.y), style: Style(role, on: .strip), in: area)
    let undo = toast.canUndo ? state.keyMap.keys(of: .undo).first?.map(\.label).joined() : nil
    let room = area.right - x - 1 - (undo == nil ? 0 : 12)
    x += frame.put(toast.words, at: Point(x: x, y: area.y), fit: room, style: Style(.strip, on: .strip), in: area)
    if let undo {
      x += frame.put("   \(undo)", at: Point(x: x, y: area.y), style: Style(.key, on: .strip), in: area)
      frame.put(" undoes", at: Point(x: x, y: area.y), style: Style(.strip, on: .strip), in: area)
    }
  }
}
