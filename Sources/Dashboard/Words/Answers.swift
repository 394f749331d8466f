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
    let open = item(id, of: patient)
    let running = open?.clocks.first
    let referral = kind == .referral ? view?.referrals.first { $0.id == id } : nil
    let next =
      kind == .clock
      ? running?.clock.duty.next ?? Text.ellipsis
      : referral.map { "\($0.next.action.words) (\($0.state.number) \($0.state.words))" } ?? "\(title) (\(status))"
    let rule = running.map { Answer(question: Answer.rule, words: clockWords.rule($0, due: due)) }
    let soFar = open.map { [attempts(at: $0)].compactMap(\.self) + ($0.handling.map(history) ?? []) } ?? []
    return [
      Answer(question: "because", words: open.map { reasons?.because($0) ?? Text.ellipsis } ?? Text.ellipsis),
      Answer(question: "next", words: next),
      Answer(question: "owner", words: owner.isEmpty ? "nobody yet" : owner, isWanting: owner.isEmpty),
      Answer(question: "due", words: due.map { words.full($0) } ?? "no date"),
    ] + (rule.map { [$0] } ?? [])
      + (soFar.isEmpty ? [] : [Answer(question: "so far", words: soFar.joined(separator: "; "))])
  }
}

extension State {
  /// Why things are owed to the patient in view.
  private var reasons: Reasons? { view.map { Reasons($0.chart, words, directory: workspace.directory) } }
}
