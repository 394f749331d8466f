import Care
import Dashboard
import Terminal

/// The threads about the patient in view: subject and time, then who wrote last and how it begins.
struct MessagesPane: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let threads = state.view?.threads ?? []
    let unread = threads.filter(isUnread).count
    let note = unread > 0 ? "\(unread) unread" : ""
    let body = PaneTitle(pane: .messages, state: state, note: note).draw(on: &frame, in: area)
    if threads.isEmpty {
      sayEmpty(
        state.patient == nil
          ? "" : "No messages about this patient yet. \(state.keyMap.label(of: .goInbox)) shows those about all.",
        on: &frame, in: body)
      return
    }
    for row in 0..<state.height(of: .messages) where state.messages.top + row < threads.count {
      let index = state.messages.top + row
      draw(
        threads[index], index: index, on: &frame, in: Rect(x: body.x, y: body.y + row * 2, width: body.width, height: 2)
      )
    }
  }

  private func isUnread(_ thread: MessageThread) -> Bool {
    state.view?.chart.reading.leaveUnread(thread.id, upTo: thread.last, by: state.author.member) ?? false
  }

  private func draw(_ thread: MessageThread, index: Int, on frame: inout Frame, in rows: Rect) {
    let (first, second) = (rows.row(0), rows.row(1))
    if index == state.messages.index { select(first, pane: .messages, state, on: &frame) }
    let background: Role? =
      index == state.messages.index ? state.focus == .messages ? .selected : .selectedInactive : nil
    if thread.isUrgent {
      frame.put(signs.finding, at: Point(x: first.x + 1, y: first.y), style: Style(.urgent, on: background), in: first)
    } else if isUnread(thread) {
      frame.put(signs.today, at: Point(x: first.x + 1, y: first.y), style: Style(.info, on: background), in: first)
    }
    let when = state.words.recent(thread.last)
    frame.put(
      thread.subject, at: Point(x: first.x + 3, y: first.y), fit: max(0, first.width - 5 - Text.width(when)),
      style: Style(isUnread(thread) ? .bright : .text, on: background), in: first)
    frame.put(when, endingAt: first.right - 1, y: first.y, style: Style(.dim, on: background), in: first)
    guard let last = thread.messages.last?.value else { return }
    let sender = state.naming(last.sender)
    frame.put(
      [sender, last.payload.first ?? ""].filter { !$0.isEmpty }.joined(separator: ": "),
      at: Point(x: second.x + 5, y: second.y), fit: max(0, second.width - 6), style: Style(.dim), in: second)
  }
}
