import Care
import Dashboard
import Terminal

/// The chart, section by section; each line opens to where it came from.
struct ChartPane: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let body = PaneTitle(pane: .chart, state: state).draw(on: &frame, in: area)
    for row in 0..<body.height where state.chart.top + row < state.chartLines.count {
      draw(state.chart.top + row, isFirst: row == 0, on: &frame, in: body.row(row))
    }
  }

  private func draw(_ index: Int, isFirst: Bool, on frame: inout Frame, in row: Rect) {
    let line = state.chartLines[index]
    let labelWidth = min(13, row.width / 4)
    // A section is named on its first line, and again on the first line of the screen.
    if isFirst || index == 0 || state.chartLines[index - 1].section != line.section {
      frame.put(line.section.short, at: Point(x: row.x + 1, y: row.y), fit: labelWidth, style: Style(.title), in: row)
    }
    let dateWidth = 12
    let room = max(0, row.width - labelWidth - 3 - dateWidth)
    // Where there is room the details have an edge of their own; where there is not, the name comes first.
    let textWidth = room >= 40 ? room * 55 / 100 : min(room, Text.width(line.text))
    let x = row.x + labelWidth + 2
    let style = Style(line.isPast ? .dim : line.id == nil ? .dim : .text)
    frame.put(line.text, at: Point(x: x, y: row.y), fit: textWidth, style: style, in: row)
    if room > textWidth + 5 {
      frame.put(
        line.detail, at: Point(x: x + textWidth + 2, y: row.y), fit: room - textWidth - 2, style: Style(.dim), in: row)
    }
    if let at = line.at {
      let words = state.words.date(at.civil(in: state.workspace.zone).date, precision: at.precision)
      frame.put(words, endingAt: row.right - 1, y: row.y, style: Style(.dim), in: row)
    }
    if index == state.chart.index { select(row, pane: .chart, state, on: &frame) }
  }
}

extension ChartLine.Section {
  /// For the column at the left.
  var short: String {
    switch self {
    case .problems, .allergies, .medications, .goals, .plans, .documents: rawValue
    case .social: "Social"
    case .results: "Results"
    case .cover: "Flags"
    }
  }
}
