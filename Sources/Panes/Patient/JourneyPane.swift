import Care
import Dashboard
import Terminal

/// The patient's course: drawn on a time axis above, listed below. Both follow one cursor.
struct JourneyPane: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let note = state.window.map { window in span(window) } ?? ""
    let body = PaneTitle(pane: .journey, state: state, note: note).draw(on: &frame, in: area)
    guard let view = state.view, let window = state.window else { return }
    if view.journey.events.isEmpty {
      sayEmpty("Nothing dated is known of this patient yet.", on: &frame, in: body)
      return
    }
    let (drawing, list) = body.cut(.top, state.journeyDrawingHeight)
    JourneyDrawing(state: state, journey: view.journey, window: window).draw(on: &frame, in: drawing)
    for row in 0..<list.height where state.journey.top + row < view.journey.events.count {
      draw(view.journey.events, at: state.journey.top + row, isFirst: row == 0, on: &frame, in: list.row(row))
    }
  }

  /// The dates that the drawing spans.
  private func span(_ window: JourneyWindow) -> String {
    let zone = state.workspace.zone
    let (start, end) = (zone.civil(window.start).date, zone.civil(window.end).date)
    let words = state.words
    if window.zoom == .day { return start == end ? words.day(start) : "\(words.day(start)) – \(words.day(end))" }
    return start.year == end.year && start.year == words.today.year
      ? "\(words.date(start)) – \(words.date(end))"
      : "\(TimeWords.month(start.month)) \(start.year) – \(TimeWords.month(end.month)) \(end.year)"
  }

  private func draw(_ events: [JourneyEvent], at index: Int, isFirst: Bool, on frame: inout Frame, in row: Rect) {
    let event = events[index]
    let civil = event.at.civil(in: state.workspace.zone)
    let y = row.y
    let isNewDay = isFirst || events[index - 1].at.civil(in: state.workspace.zone).date != civil.date
    let isToCome = event.at.start(in: state.workspace.zone) > state.now
    if isNewDay {
      frame.put(day(event.at, civil), at: Point(x: row.x + 1, y: y), fit: 11, style: Style(.dim), in: row)
    }
    if event.at.precision > .day {
      frame.put(TimeWords.clock(civil), at: Point(x: row.x + 13, y: y), style: Style(.dim), in: row)
    }
    let isLate = event.mark == .open && event.at.end(in: state.workspace.zone) <= state.now && event.isDue
    frame.put(
      isLate ? signs.now : event.mark.sign, at: Point(x: row.x + 19, y: y),
      style: Style(isLate ? .urgent : event.mark.role), in: row)
    let x = row.x + 21
    let room = max(0, row.right - 1 - x)
    let who = state.naming(event.who)
    let whoWidth = room > 40 ? min(Text.width(who), room / 3) : 0
    let titleRoom = room - whoWidth - (whoWidth > 0 ? 2 : 0)
    let used = frame.put(
      title(event), at: Point(x: x, y: y), fit: titleRoom,
      style: Style(event.mark == .plain && isToCome ? .dim : .text), in: row)
    if titleRoom - used > 8, !event.detail.isEmpty {
      frame.put(event.detail, at: Point(x: x + used + 2, y: y), fit: titleRoom - used - 2, style: Style(.dim), in: row)
    }
    if whoWidth > 0 { frame.put(who, endingAt: row.right - 1, y: y, fit: whoWidth, style: Style(.dim), in: row) }
    if index == state.journey.index { select(row, pane: .journey, state, on: &frame) }
  }

  private func title(_ event: JourneyEvent) -> String {
    switch event.kind {
    case .task where event.isDue, .referral where event.isDue: "due: \(event.title)"
    case .referral: "asked: \(event.title)"
    case .message: "message: \(event.title)"
    default: event.title
    }
  }

  private func day(_ moment: Moment, _ civil: CivilTime) -> String {
    let words = state.words
    if moment.precision < .day || civil.date.year != words.today.year {
      return words.date(civil.date, precision: moment.precision)
    }
    return words.day(civil.date)
  }
}
