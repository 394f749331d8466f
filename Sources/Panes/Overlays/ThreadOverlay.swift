import Care
import Dashboard
import Terminal

/// One thread, every message in full, oldest first.
struct ThreadOverlay: View {
  let state: State
  let thread: LineID
  let top: Int

  func draw(on frame: inout Frame, in area: Rect) {
    guard let thread = state.view?.threads.first(where: { $0.id == thread }) else { return }
    let width = min(area.width - 4, 90)
    let lines = thread.messages.flatMap { self.lines($0.value, cells: max(1, width - 4)) }
    let height = min(area.height - 4, lines.count + 2)
    let inner = Box(title: thread.subject).draw(on: &frame, in: area.centred(Size(width: width, height: height)))
    let start = min(top, max(0, lines.count - inner.height))
    for (row, line) in lines.dropFirst(start).prefix(inner.height).enumerated() {
      frame.put(line.words, at: Point(x: inner.x, y: inner.y + row), style: Style(line.role, on: .overlay), in: inner)
    }
    frame.cursor = inner.origin
  }

  private func lines(_ message: Communication, cells: Int) -> [(words: String, role: Role)] {
    let sender = state.naming(message.sender)
    let recipients = message.recipients.map(state.naming).filter { !$0.isEmpty }
    let when = message.time.map { state.words.full($0) } ?? "time not stated"
    var head = "\(sender.isEmpty ? "sender not stated" : sender)   \(when)"
    if (message.priority?.isUrgent ?? false) { head += "   \(signs.finding) urgent" }
    var lines: [(String, Role)] = [("", .overlay), (head, .title)]
    if !recipients.isEmpty {
      lines += Text.wrap("to \(recipients.joined(separator: ", "))", cells: cells).map { ($0, .dim) }
    }
    if message.payload.isEmpty { lines.append(("no text came with this message", .dim)) }
    for text in message.payload { lines += Text.wrap(text, cells: cells).map { ($0, .overlay) } }
    return lines
  }
}
