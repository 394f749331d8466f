import Care
import Dashboard
import Terminal

/// Messages about all patients, the newest thread first or in the order asked for.
struct InboxPane: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let body = PaneTitle(pane: .inbox, state: state).draw(on: &frame, in: area)
    if state.count(.inbox) == 0 {
      sayEmpty(
        state.inbox.filter == nil
          ? "No messages yet. They come with the records you import." : "No thread fits this. Esc shows all.",
        on: &frame, in: body)
      return
    }
    let table = Table(.inbox, state, in: body)
    let rows = table.drawHeading(on: &frame, in: body)
    for y in 0..<rows.height where state.inbox.cursor.top + y < state.count(.inbox) {
      draw(state.inbox.cursor.top + y, table, on: &frame, in: rows.row(y))
    }
  }

  private func draw(_ index: Int, _ table: Table, on frame: inout Frame, in row: Rect) {
    guard let thread = state.threadRow(at: index) else {
      frame.put(Text.ellipsis, at: Point(x: row.x + 3, y: row.y), style: Style(.dim), in: row)
      return
    }
    let isUnread = thread.isUnread(by: state.author.member)
    let sign: (String, Style)? =
      thread.isUrgent
      ? (signs.finding, isUnread ? Style(.urgent, [.bold]) : Style(.dim)) : isUnread ? (signs.today, Style(.info)) : nil
    table.draw(index, sign: sign, on: &frame, in: row) { column in
      switch column {
      case .patient: (thread.patientName, Style(.text))
      case .what: (thread.subject, Style(isUnread ? .bright : .dim))
      case .sender: (state.naming(thread.lastSender), Style(.dim))
      default: (state.words.recent(thread.last), Style(.dim))
      }
    }
  }
}
