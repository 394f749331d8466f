import Care
import Dashboard
import Terminal

/// The patient's course: drawn on a time axis above, listed below, and in words at the foot. All follow one cursor.
struct JourneyPane: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let note = state.window.map { window in span(window) } ?? ""
    let body = PaneTitle(pane: .journey, state: state, note: note).draw(on: &frame, in: area)
    guard let view = state.view, let window = state.window else { return }
    if view.journey.events.isEmpty {
      sayEmpty(
        "Nothing dated is known of this patient yet. \(state.keyMap.label(of: .goChart)) shows the chart.", on: &frame,
        in: body)
      return
    }
    let shares = JourneyShares(view.journey, height: body.height)
    let (drawing, rest) = body.cut(.top, shares.drawing)
    let (foot, list) = rest.cut(.bottom, shares.foot)
    JourneyDrawing(state: state, journey: view.journey, window: window, lanes: shares.lanes)
      .draw(on: &frame, in: drawing)
    let rows = state.journeyList.rows
    for line in 0..<list.height where state.journey.top + line < rows.count {
      let index = state.journey.top + line
      JourneyLine(
        state: state, journey: view.journey, row: rows[index], before: line == 0 ? nil : rows[index - 1]
      ).draw(on: &frame, in: list.row(line))
      if index == state.journey.index { select(list.row(line), pane: .journey, state, on: &frame) }
    }
    JourneyFoot(state: state, journey: view.journey).draw(on: &frame, in: foot)
  }

  /// The dates that the drawing spans.
  private func span(_ window: JourneyWindow) -> String {
    let zone = state.workspace.zone
    let words = state.words
    let start = zone.civil(window.start)
    let end = zone.civil(Instant(milliseconds: window.end.milliseconds - 1))
    let (first, last) = (start.date, end.date)
    if window.length <= 86_400_000 {
      if first == last { return words.day(first) }
      return "\(words.date(first)) \(TimeWords.clock(start)) – \(words.date(last)) \(TimeWords.clock(end))"
    }
    if window.length > 3 * 365 * 86_400_000 { return "\(first.year) – \(last.year)" }
    return first.year == last.year && first.year == words.today.year
      ? "\(words.date(first)) – \(words.date(last))"
      : "\(TimeWords.month(first.month)) \(first.year) – \(TimeWords.month(last.month)) \(last.year)"
  }
}
