import Care
import Dashboard
import Terminal

/// The first line of a triage: of what, how far, since when, how fast, and what waits outside.
struct TriageHeader: View {
  let state: State
  let triage: Triage

  func draw(on frame: inout Frame, in area: Rect) {
    frame.fill(area, style: Style(.strip, on: .strip))
    let session = triage.session
    let took = triage.openedAt.map { (state.hand ?? state.now).milliseconds - $0.milliseconds } ?? 0
    let parts: [(String, Role)] = [
      ("Triage", .title), (session.queue.view.isEmpty ? "the worklist" : session.queue.view, .strip),
      ("\(session.decided) of \(session.queue.items.count)", .strip),
      (State.seconds(max(0, took)), .strip),
      (session.median.map { "median \(State.seconds($0))" } ?? "", .strip),
      (triage.arrived.isEmpty ? "" : "\(triage.arrived.count) arrived", .soon),
    ]
    let mark = SaveMark(state)
    let right = area.right - 1 - (mark.map { Text.width($0.words) + 2 } ?? 0)
    if let mark {
      frame.put(mark.words, endingAt: area.right - 1, y: area.y, style: Style(mark.role, on: .strip), in: area)
    }
    var x = area.x + 1
    for (words, role) in parts where !words.isEmpty && x + Text.width(words) <= right {
      x += 3 + frame.put(words, at: Point(x: x, y: area.y), style: Style(role, on: .strip), in: area)
    }
  }
}
