import Care
import Dashboard
import Terminal

/// The last messages about the patient, the newest first: who, when, and how each begins.
struct TriageMessages: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let body = section("Messages", on: &frame, in: area)
    guard body.height > 0, let threads = state.view?.threads else { return }
    let messages = threads.flatMap(\.messages).map(\.value)
      .sorted { ($0.time?.milliseconds ?? .min) > ($1.time?.milliseconds ?? .min) }
    if messages.isEmpty {
      frame.put(
        "No messages about this patient yet. \(state.keyMap.label(of: .message)) writes the first.",
        at: Point(x: body.x + 1, y: body.y), fit: body.width - 2, style: Style(.dim), in: body)
      return
    }
    var y = body.y
    for message in messages where y < body.bottom {
      let sender = state.naming(message.sender)
      let when = state.words.recent(message.time)
      let isUrgent = message.priority?.isUrgent ?? false
      if isUrgent { frame.put(signs.finding, at: Point(x: body.x + 1, y: y), style: Style(.urgent), in: body) }
      frame.put(
        sender.isEmpty ? "sender not stated" : sender, at: Point(x: body.x + 3, y: y), fit: min(24, body.width / 3),
        style: Style(.text), in: body)
      frame.put(when, at: Point(x: body.x + 4 + min(24, body.width / 3), y: y), style: Style(.dim), in: body)
      let x = body.x + 12 + min(24, body.width / 3)
      frame.put(
        message.payload.first ?? message.topic.label, at: Point(x: x, y: y), fit: max(0, body.right - 1 - x),
        style: Style(.dim), in: body)
      y += 1
    }
  }
}
