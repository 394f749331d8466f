import Care
import Dashboard
import Terminal

/// What went wrong, the newest first: when, what it happened to, and what to do. New ones are marked.
struct ProblemsOverlay: View {
  let state: State
  /// How many had been seen before it was opened.
  let known: Int
  let top: Int

  private struct Line {
    var time = ""
    var words: String
    var role: Role
    var isNew = false
  }

  func draw(on frame: inout Frame, in area: Rect) {
    let width = min(area.width - 4, 84)
    let problems = state.problems.enumerated().reversed()
    let times = problems.map { state.words.recent(Moment($0.element.at)) }
    let column = (times.map { Text.width($0) }.max() ?? 0) + 4
    var lines: [Line] = []
    for (time, problem) in zip(times, problems) {
      if !lines.isEmpty { lines.append(Line(words: "", role: .overlay)) }
      lines += self.lines(problem.element, time: time, isNew: problem.offset >= known, cells: width - 4 - column)
    }
    let height = min(area.height - 4, lines.count + 2)
    let title = "What went wrong  \(state.problems.count)"
    let inner = Box(title: title).draw(on: &frame, in: area.centred(Size(width: width, height: height)))
    let start = min(top, max(0, lines.count - inner.height))
    for (row, line) in lines.dropFirst(start).prefix(inner.height).enumerated() {
      let y = inner.y + row
      if line.isNew {
        frame.put(signs.finding, at: Point(x: inner.x, y: y), style: Style(.warning, on: .overlay), in: inner)
      }
      frame.put(line.time, at: Point(x: inner.x + 2, y: y), style: Style(.dim, on: .overlay), in: inner)
      frame.put(line.words, at: Point(x: inner.x + column, y: y), style: Style(line.role, on: .overlay), in: inner)
    }
    frame.cursor = inner.origin
  }

  private func lines(_ problem: Problem, time: String, isNew: Bool, cells: Int) -> [Line] {
    var lines = Text.wrap(problem.about, cells: max(1, cells)).map { Line(words: $0, role: .bright) }
    if problem.about.isEmpty { lines = [] }
    lines += Text.wrap(problem.words, cells: max(1, cells)).map { Line(words: $0, role: .overlay) }
    if !lines.isEmpty {
      lines[0].time = time
      lines[0].isNew = isNew
    }
    return lines
  }
}
