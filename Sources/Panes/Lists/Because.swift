import Care
import Dashboard
import Terminal

/// The answers about the line under the cursor: because, next, owner, due, and by which rule where there is one.
struct Because: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    frame.divide(area)
    guard let row = state.selectedWork else { return }
    var y = area.y + 1
    let bounds = area.inset(left: 1, right: 1)
    for (label, words, role) in answers(row) {
      guard y < area.bottom else { return }
      frame.put(label, at: Point(x: bounds.x, y: y), style: Style(.dim), in: bounds)
      let lines = Text.wrap(words, cells: max(1, bounds.width - 9), most: label == "because" ? 2 : 1)
      for line in lines where y < area.bottom {
        frame.put(line, at: Point(x: bounds.x + 9, y: y), style: Style(role), in: bounds)
        y += 1
      }
    }
  }

  private func answers(_ row: WorkRow) -> [(String, String, Role)] {
    let owner = state.naming(row.owner)
    let running = state.item(row)?.clocks.first
    return [
      ("because", because(row), .text),
      ("next", next(row, running), .text),
      ("owner", owner.isEmpty ? "nobody yet" : owner, owner.isEmpty ? .soon : .text),
      ("due", row.due.map { state.words.full($0) } ?? "no date", .text),
      ("rule", running.map { state.clockWords.rule($0, due: row.due) } ?? "", .dim),
    ].filter { !$0.1.isEmpty }
  }

  private func next(_ row: WorkRow, _ running: RunningClock?) -> String {
    if row.kind == .clock { return running?.clock.duty.next ?? Text.ellipsis }
    let status = row.status.isEmpty ? "status not stated" : StatusWords.words(row.status)
    return "\(row.title) (\(status))"
  }

  private func because(_ row: WorkRow) -> String {
    guard let chart = state.view?.chart, chart.id == row.patient else { return Text.ellipsis }
    switch row.kind {
    case .clock:
      guard let event = state.item(row)?.clocks.first?.event else { return "" }
      return state.clockWords.because(event)
    case .task:
      guard let line = chart.tasks[row.item] else { return "" }
      let task = line.value
      if !task.reason.label.isEmpty { return task.reason.label }
      return asked(by: task.requester, at: task.authored, source: chart, line.source)
    case .referral:
      guard let line = chart.serviceRequests[row.item] else { return "" }
      let request = line.value
      let reason = request.reasons.first?.label ?? ""
      let asked = asked(by: request.requester, at: request.authored, source: chart, line.source)
      return reason.isEmpty ? "\(asked); no outcome yet" : "\(reason); \(asked)"
    case .appointment:
      guard let line = chart.appointments[row.item] else { return "" }
      let reason = line.value.reasons.first?.label ?? ""
      return reason.isEmpty ? "booked; not yet kept" : reason
    }
  }

  private func asked(by requester: Reference, at: Moment?, source chart: Chart, _ source: Int) -> String {
    let who = state.naming(requester)
    let when = at.map { " \(state.words.full($0))" } ?? ""
    if !who.isEmpty { return "asked by \(who)\(when)" }
    if !when.isEmpty { return "asked\(when)" }
    return chart.sources.indices.contains(source)
      ? "received from \(chart.sources[source].document)" : "no reason stated"
  }
}
