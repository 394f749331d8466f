import Care
import Dashboard
import Terminal

/// Messages about all patients, the newest thread first.
struct InboxPane: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let body = PaneTitle(pane: .inbox, state: state).draw(on: &frame, in: area)
    if state.count(.inbox) == 0 {
      sayEmpty(
        state.inboxFilter == nil ? "No messages yet." : "No thread holds these words. Esc shows all.", on: &frame,
        in: body)
      return
    }
    for row in 0..<body.height where state.inbox.top + row < state.count(.inbox) {
      draw(state.inbox.top + row, on: &frame, in: body.row(row))
    }
  }

  private func draw(_ index: Int, on frame: inout Frame, in row: Rect) {
    guard let thread = state.threadRow(at: index) else { return }
    let isUnread = thread.isUnread(by: state.author.member)
    let when = state.words.recent(thread.last)
    let room = max(0, row.width - 3 - max(7, Text.width(when)) - 3)
    let nameWidth = room * 45 / 100
    if thread.isUrgent {
      frame.put(signs.finding, at: Point(x: row.x + 1, y: row.y), style: Style(.urgent), in: row)
    } else if isUnread {
      frame.put(signs.today, at: Point(x: row.x + 1, y: row.y), style: Style(.info), in: row)
    }
    frame.put(thread.patientName, at: Point(x: row.x + 3, y: row.y), fit: nameWidth, in: row)
    frame.put(
      thread.subject, at: Point(x: row.x + 4 + nameWidth, y: row.y), fit: room - nameWidth,
      style: Style(isUnread ? .bright : .dim), in: row)
    frame.put(when, endingAt: row.right - 1, y: row.y, style: Style(.dim), in: row)
    if index == state.inbox.index { select(row, pane: .inbox, state, on: &frame) }
  }
}
