import Care
import Dashboard
import Terminal

/// The journey around what started the item: as many events as there is room for, the oldest first.
struct TriageJourney: View {
  let state: State
  let row: WorkRow

  func draw(on frame: inout Frame, in area: Rect) {
    let body = section("Journey around it", on: &frame, in: area)
    guard let journey = state.view?.journey, body.height > 0 else { return }
    let rows = positions(in: journey, height: body.height).map { JourneyRow(event: $0) }
    var before: JourneyRow?
    for (y, row) in rows.enumerated() {
      JourneyLine(state: state, journey: journey, row: row, before: before).draw(on: &frame, in: body.row(y))
      before = row
    }
    if rows.isEmpty { sayEmpty("Nothing dated is on file.", on: &frame, in: body) }
  }

  /// Half of them before what started it, the rest after; the newest where nothing is known to have.
  private func positions(in journey: Journey, height: Int) -> [Int] {
    let events = journey.events
    let lines = [state.item(row)?.clocks.first?.event.line, row.item].compactMap(\.self)
    let anchor =
      lines.lazy.compactMap { line in events.firstIndex { $0.id == line && !$0.isDue } }.first
      ?? events.firstIndex { $0.span.start <= state.now } ?? 0
    let first = max(0, min(anchor - height / 2, events.count - height))
    return Array((first..<min(events.count, first + height)).reversed())
  }
}
