import Care
import Dashboard
import Terminal

/// The answers about the line under the cursor: because, next, owner, due, and by which rule where there is one.
struct Because: View {
  let state: State

  private static let edge = 9

  func draw(on frame: inout Frame, in area: Rect) {
    frame.divide(area)
    guard let row = state.selectedWork else { return }
    let bounds = area.inset(left: 1, right: 1, top: 1)
    let cells = max(1, bounds.width - Self.edge)
    let answers = state.answers(row)
    // Every answer has a line; those that are left go to the first answers that want one more.
    var spare = bounds.height - answers.count
    var y = bounds.y
    for answer in answers {
      let lines = Text.wrapped(answer.words, cells: cells, most: spare > 0 ? 2 : 1)
      spare -= max(0, lines.count - 1)
      frame.put(answer.question, at: Point(x: bounds.x, y: y), style: Style(.dim), in: bounds)
      for line in lines {
        frame.put(
          line, at: Point(x: bounds.x + Self.edge, y: y), style: Style(answer.isWanting ? .soon : .text), in: bounds)
        y += 1
      }
    }
  }
}
