import Care
import Dashboard
import Terminal

/// Because, next, owner, due, the rule, and what people did about it so far: in full, as far as two lines each go.
struct TriageAnswers: View {
  let state: State
  let row: WorkRow

  private static let edge = 11

  func height(width: Int) -> Int { lines(cells: width - Self.edge - 2).reduce(0) { $0 + $1.lines.count } }

  func draw(on frame: inout Frame, in area: Rect) {
    var y = area.y
    for answer in lines(cells: area.width - Self.edge - 2) {
      frame.put(answer.question, at: Point(x: area.x + 1, y: y), style: Style(.dim), in: area)
      for line in answer.lines where y < area.bottom {
        frame.put(
          line, at: Point(x: area.x + Self.edge, y: y), style: Style(answer.isWanting ? .soon : .text), in: area)
        y += 1
      }
    }
  }

  private func lines(cells: Int) -> [(question: String, lines: [String], isWanting: Bool)] {
    state.answers(row).map { answer in
      (answer.question, Text.wrapped(answer.words, cells: max(1, cells), most: 2), answer.isWanting)
    }
  }
}
