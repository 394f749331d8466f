import Care
import Terminal

/// Whom to ask: a topic is chosen, and who is first for it and there now stands beside it.
extension State {
  private func asking(_ route: Route, _ chart: Chart) -> Asking? {
    guard let professions else { return nil }
    return chart.whomToAsk(
      route, team: team(of: chart), index: professions, directory: workspace.directory, now: now, zone: workspace.zone)
  }

  /// The topics, what the line is about first, each with whom Enter asks and who is next in line.
  func topics(_ text: String, _ form: Form) -> [Form.Choice] {
    guard let chart = workspace.chart(form.patient) else { return [] }
    let routes = workspace.site.routing
    let about = [form.rows.first?.title, selectedTopic].compactMap(\.self).joined(separator: " ")
    let likely = Route.recognized(in: about, among: routes)
    let ordered = (likely.map { [$0] } ?? []) + routes.filter { $0 != likely }
    return ordered.filter { text.isEmpty || Folding.fold($0.topic).contains(text) }.prefix(Self.most).map { route in
      Form.Choice(words: route.topic, detail: asking(route, chart).map(told) ?? "", answer: .topic(route))
    }
  }

  private var selectedTopic: String? { focus == .messages ? selectedThread?.subject : nil }

  private func told(_ asking: Asking) -> String {
    guard let first = asking.best ?? asking.candidates.first else { return "nobody on file has such a role" }
    let next = asking.candidates.first { $0.reference != first.reference }
    var words = "\(first.name.words), \(first.role.words)"
    if asking.best == nil {
      words += asking.nextAt.map { "; nobody until \(self.words.short($0))" } ?? "; hours not known"
    } else {
      words += ", here now"
    }
    if let next { words += "; then \(next.name.words)" }
    return words
  }

  /// The topic is chosen: a message to whoever is first begins. Nobody there now is said in its head, and it can wait.
  mutating func composeQuestion(_ form: Form) {
    guard case .topic(let route) = form.answers[.topic], let chart = workspace.chart(form.patient) else {
      return sayChartIsGone()
    }
    let asking = asking(route, chart)
    guard let first = asking?.best ?? asking?.candidates.first else {
      toast = Toast(
        words: "Ask: nobody on file is a \(route.roles.map(\.words).joined(separator: " or ")). "
          + "\(keyMap.label(of: .message)) writes to anybody.", weight: .refused, canUndo: false)
      return
    }
    var draft = MessageDraft(id: ids.next(), patient: chart.id, written: now)
    draft.recipients = [first.reference]
    draft.topic = route.topic
    if let item = form.rows.first.flatMap({ chart.owed($0.item, workspace.site) }) {
      let about = chart.reference(to: item)
      draft.about = about.isEmpty ? [] : [about]
    }
    compose(draft, of: chart.listedName, about: nil)
  }
}
