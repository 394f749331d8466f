import Care
import Dashboard
import Terminal

/// The chart, section by section; each line opens to where it came from.
struct ChartPane: View {
  let state: State

  private static let dateWidth = 12
  /// A name cut shorter than this says nothing.
  private static let shortest = 8

  func draw(on frame: inout Frame, in area: Rect) {
    let body = PaneTitle(pane: .chart, state: state).draw(on: &frame, in: area)
    let top = min(state.chart.top, state.chartLines.count)
    let shown = state.chartLines[top...].prefix(body.height)
    // A section's names and its details have one edge for all that is on the screen.
    let texts = Dictionary(shown.map { ($0.section, Text.width($0.text)) }, uniquingKeysWith: max)
    let details = Dictionary(shown.map { ($0.section, Text.width($0.detail)) }, uniquingKeysWith: max)
    for (row, index) in shown.indices.enumerated() {
      let section = state.chartLines[index].section
      draw(
        index, isFirst: row == 0, widest: (texts[section] ?? 0, details[section] ?? 0), on: &frame, in: body.row(row))
    }
  }

  private func draw(
    _ index: Int, isFirst: Bool, widest: (text: Int, detail: Int), on frame: inout Frame, in row: Rect
  ) {
    let line = state.chartLines[index]
    let labelWidth = min(13, row.width / 4)
    // A section is named on its first line, and again on the first line of the screen.
    if isFirst || index == 0 || state.chartLines[index - 1].section != line.section {
      frame.put(line.section.short, at: Point(x: row.x + 1, y: row.y), fit: labelWidth, style: Style(.title), in: row)
    }
    let x = row.x + labelWidth + 2
    let whole = max(0, row.right - 1 - x)
    let room = max(0, whole - Self.dateWidth)
    let textWidth = textWidth(line, widest: widest, room: room, whole: whole)
    let style = Style(line.isPast ? .dim : line.id == nil ? .dim : .text)
    frame.put(line.text, at: Point(x: x, y: row.y), fit: textWidth, style: style, in: row)
    // Only a detail that must be read takes the place of the date.
    let (wanted, beside) = (Text.width(line.detail), room - textWidth - 2)
    let takesDate = line.section.leastText != nil && wanted > beside
    let detailRoom = takesDate ? whole - textWidth - 2 : beside
    if detailRoom > (takesDate ? 0 : 3) {
      frame.put(
        line.detail, at: Point(x: x + textWidth + 2, y: row.y), fit: detailRoom, style: Style(.dim), in: row)
    }
    if let at = line.at, !takesDate {
      let words = state.words.date(at.civil(in: state.workspace.zone).date, precision: at.precision)
      frame.put(words, endingAt: row.right - 1, y: row.y, style: Style(.dim), in: row)
    }
    if index == state.chart.index { select(row, pane: .chart, state, on: &frame) }
  }

  /// The cells of a line's name. Where there is room the details have an edge of their own; where there is not, the
  /// name comes first, but for a value: the name gives way to it.
  private func textWidth(_ line: ChartLine, widest: (text: Int, detail: Int), room: Int, whole: Int) -> Int {
    guard let least = line.section.leastText else {
      return room >= 40 ? room * 55 / 100 : min(room, Text.width(line.text))
    }
    if line.detail.isEmpty { return room }
    let usual = room >= 40 ? room * 55 / 100 : min(room, widest.text)
    let beside = min(usual, max(min(least, widest.text), room - 2 - widest.detail))
    // Still too narrow for this one, which may have the date's place too: more of the name's makes it whole.
    let rest = whole - 2 - Text.width(line.detail)
    return rest >= Self.shortest ? min(beside, rest) : beside
  }
}

extension ChartLine.Section {
  /// The cells that a name keeps beside a detail that is read first; nil where the name is. What is taken is told by
  /// its name with its strength.
  fileprivate var leastText: Int? {
    switch self {
    case .results, .allergies: 14
    case .medications: 20
    case .problems, .social, .goals, .plans, .documents, .cover: nil
    }
  }

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
