package import Care
import Terminal

/// One of the answers about something owed: because, next, owner, due, and by which rule where there is one.
package struct Answer: Hashable, Sendable {
  package let question: String
  package let words: String
  /// True where nobody has given the answer yet and somebody should.
  package var isWanting = false

  static let rule = "rule"
}

extension State {
  package func answers(_ row: WorkRow) -> [Answer] {
    answers(row.item, of: row.patient, row.kind, row.title, row.status, row.owner, row.due)
  }

  func answers(_ item: OpenItem, of patient: PatientID) -> [Answer] {
    answers(item.id, of: patient, item.kind, item.title, item.status, item.owner, item.due)
  }

  private func answers(
    _ id: LineID, of patient: PatientID, _ kind: WorkKind, _ title: String, _ status: String, _ owner: Reference,
    _ due: Moment?
  ) -> [Answer] {
    let owner = naming(owner)
    let status = status.isEmpty ? "status not stated" : StatusWords.words(status)
    let running = item(id, of: patient)?.clocks.first
    let next = kind == .clock ? running?.clock.duty.next ?? Text.ellipsis : "\(title) (\(status))"
    let rule = running.map { Answer(question: Answer.rule, words: clockWords.rule($0, due: due)) }
    let open = item(id, of: patient)
    let soFar = open.map { [attempts(at: $0)].compactMap(\.self) + history(of: $0) } ?? []
    return [
      Answer(question: "because", words: because(id, of: patient, kind)),
      Answer(question: "next", words: next),
      Answer(question: "owner", words: owner.isEmpty ? "nobody yet" : owner, isWanting: owner.isEmpty),
      Answer(question: "due", words: due.map { words.full($0) } ?? "no date"),
    ] + (rule.map { [$0] } ?? [])
      + (soFar.isEmpty ? [] : [Answer(question: "so far", words: soFar.joined(separator: "; "))])
  }

  private func because(_ id: LineID, of patient: PatientID, _ kind: WorkKind) -> String {
    guard let chart = view?.chart, chart.id == patient else { return Text.ellipsis }
    switch kind {
    case .clock:
      return item(id, of: patient)?.clocks.first.map { clockWords.because($0.event) } ?? ""
    case .task:
      guard let line = chart.tasks[id] else { return "" }
      let task = line.value
      if !task.reason.label.isEmpty { return task.reason.label }
      return asked(by: task.requester, at: task.authored, source: chart, line.source)
    case .referral:
      guard let line = chart.serviceRequests[id] else { return "" }
      let request = line.value
      let reason = request.reasons.first?.label ?? ""
      let asked = asked(by: request.requester, at: request.authored, source: chart, line.source)
      return reason.isEmpty ? "\(asked); no outcome yet" : "\(reason); \(asked)"
    case .appointment:
      guard let line = chart.appointments[id] else { return "" }
      let reason = line.value.reasons.first?.label ?? ""
      return reason.isEmpty ? "booked; not yet kept" : reason
    }
  }

  private func asked(by requester: Reference, at: Moment?, source chart: Chart, _ source: Int) -> String {
    let who = naming(requester)
    let when = at.map { " \(words.full($0))" } ?? ""
    if !who.isEmpty { return "asked by \(who)\(when)" }
    if !when.isEmpty { return "asked\(when)" }
    return chart.sources.indices.contains(source)
      ? "received from \(chart.sources[source].document)" : "no reason stated"
  }
}
