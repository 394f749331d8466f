import Care
import Dashboard
import Terminal

/// The event under the cursor in full words: what, when and till when, where, who, how it stands.
struct JourneyFoot: View {
  let state: State
  let journey: Journey

  func draw(on frame: inout Frame, in area: Rect) {
    guard area.height > 1, let event = state.selectedEvent else { return }
    frame.divide(area)
    let cells = max(1, area.width - 2)
    let room = area.height - 1
    let facts = facts(event).filter { !$0.isEmpty }.joined(separator: " · ")
    // What does not fit in full is opened with Enter.
    let factRows = Text.wrap(facts, cells: cells).count
    let titles = Text.wrapped(event.title, cells: cells, most: max(1, room - factRows))
    put(titles, style: Style(.bright), on: &frame, in: area.inset(left: 1, top: 1))
    put(
      Text.wrapped(facts, cells: cells, most: room - titles.count), style: Style(.text), on: &frame,
      in: area.inset(left: 1, top: 1 + titles.count))
  }

  private func put(_ lines: [String], style: Style, on frame: inout Frame, in area: Rect) {
    for (row, line) in lines.enumerated() {
      frame.put(line, at: Point(x: area.x, y: area.y + row), style: style, in: area)
    }
  }

  private func facts(_ event: JourneyEvent) -> [String] {
    [
      when(event), event.setting.map { "\($0.label)" } ?? event.kind.label, standing(event), event.detail,
      state.naming(event.who), after(event),
    ]
  }

  private func standing(_ event: JourneyEvent) -> String {
    if event.isLate(state.now) {
      let overdue = "\(length(from: event.span.end, to: state.now)) overdue"
      return event.status.isEmpty ? overdue : "\(StatusWords.words(event.status)), \(overdue)"
    }
    if event.kind == .encounter, event.end == nil, !event.isUnderWay, event.tookPlace { return "end not stated" }
    return StatusWords.words(event.status)
  }

  private func when(_ event: JourneyEvent) -> String {
    let words = state.words
    let zone = state.workspace.zone
    let start = (event.isDue ? "due " : "") + words.full(event.at)
    if event.isUnderWay { return "since \(start), \(length(from: event.span.start, to: state.now))" }
    guard let end = event.end, end != event.at else {
      switch event.at.precision {
      case .year: return "\(start), month and day not known"
      case .month: return "\(start), day not known"
      default: return start
      }
    }
    let isOneDay = event.at.civil(in: zone).date == end.civil(in: zone).date && end.precision > .day
    let till = isOneDay ? TimeWords.clock(end.civil(in: zone)) : words.full(end)
    let isExact = event.at.precision >= .day && end.precision >= .day
    return "\(start) – \(till)"
      + (isExact ? ", \(length(from: event.at.start(in: zone), to: end.end(in: zone)))" : "")
  }

  private func length(from start: Instant, to end: Instant) -> String {
    TimeWords.length(max(0, end.milliseconds - start.milliseconds))
  }

  /// Where the patient went from here, and whether somebody is known to have taken over.
  private func after(_ event: JourneyEvent) -> String {
    guard event.kind == .encounter, let transition = journey.transitions.first(where: { $0.from == event.id }) else {
      return ""
    }
    let next = transition.to.flatMap { journey.position(of: JourneyEvent.Key(line: $0)) }
    let way = next.map { "then \(journey.events[$0].title), " } ?? ""
    switch transition.handoff {
    case .accepted: return way + "handoff accepted"
    case .owed: return way + "handoff not accepted"
    case .notOnFile: return way + "no handoff on file"
    }
  }
}
