import Care
import Terminal

/// Passing a patient on: what is asked for, what is shown before it is read back, and what the answers come to.
extension State {
  static let handoffActs: [CommandID: HandoffAct] = [
    .acceptHandoff: .accept, .returnHandoff: .putBack, .cancelHandoff: .cancel,
  ]

  func availabilityOfHandoff(_ id: CommandID) -> Availability {
    guard author.member != nil else { return .disabled("say who you are: start with --as NAME") }
    if id == .offerHandoff {
      guard let patient, patient != .unmatched else { return .disabled("choose a patient first") }
      return .enabled
    }
    guard let wanted = handoffInHand else { return .disabled("choose a handoff first") }
    // Its chart is on the way; whether it may is decided when it is here.
    guard let view, view.chart.id == patientInHand else { return .enabled }
    guard let handoff = view.chart.handoff(wanted) else { return .disabled("this line is no handoff") }
    guard let act = Self.handoffActs[id] else { return .enabled }
    return HandoffMachine.transition(act, from: handoff.state) == nil ? .disabled(handoff.standing) : .enabled
  }

  /// The handoff under the cursor: a line of the worklist, of a triage or of the journey.
  var handoffInHand: LineID? {
    if let triage = triage?.item { return triage.item }
    switch focus {
    case .worklist: return selectedWork?.item
    case .journey: return selectedEvent?.id
    default: return nil
    }
  }

  private var ownParty: HandoffParty? { author.member.flatMap { HandoffParty($0, in: workspace.directory) } }

  // MARK: Asking

  /// One form for the patient in hand; with marks one after another, the receiver asked for once.
  mutating func openHandoff(_ command: CommandID) {
    indexNames()
    if command == .offerHandoff {
      var patients: [PatientID] = []
      for row in triage == nil && focus == .worklist ? markedWork : [] where !patients.contains(row.patient) {
        patients.append(row.patient)
      }
      if patients.isEmpty, let patient = triage?.item?.patient ?? patient { patients = [patient] }
      return openOffer(to: patients, receiver: nil)
    }
    guard let id = handoffInHand, let chart = view?.chart else { return }
    var form = Form(command, rows: [], patient: chart.id, called: chart.listedName)
    form.handoff = id
    if let first = nextQuestion(form) { form.question = first }
    prefill(&form)
    overlays.append(.form(form))
  }

  /// The next of some patients who are handed on together.
  private mutating func openOffer(to patients: [PatientID], receiver: Reference?) {
    guard let first = patients.first else { return }
    guard let chart = workspace.chart(first) else {
      toast = Toast(words: "Hand off: \(Self.chartIsGone).", weight: .refused, canUndo: false)
      return
    }
    var form = Form(.offerHandoff, rows: [], patient: first, called: chart.listedName)
    form.others = Array(patients.dropFirst())
    if let receiver {
      form.answers[.recipient] = .reference(receiver)
      form.question = .severity
    }
    overlays.append(.form(form))
  }

  /// What the chart can say beforehand stands in the field, to be changed.
  func prefill(_ form: inout Form) {
    guard form.question == .summary, form.field.isEmpty, let draft = handoffDraft(form) else { return }
    form.field = TextField(draft.content.summary)
  }

  private func handoffDraft(_ form: Form) -> HandoffDraft? {
    guard let chart = workspace.chart(form.patient), let party = ownParty else { return nil }
    return HandoffBatch.drafts(
      of: [chart], from: party, to: form.reference(.recipient), now: now, site: workspace.site
    ).first
  }

  func severities(_ form: Form) -> [Form.Choice] {
    let score = handoffDraft(form)?.hint
    let hint = score.flatMap { $0.totalWords.map { "NEWS2 \($0)" } } ?? ""
    return IllnessSeverity.allCases.map { Form.Choice(words: $0.rawValue, detail: hint, answer: .severity($0)) }
  }

  /// The giver's own open items, or that there is nothing to do; what is typed is a list of one's own.
  func handoffActions(_ form: Form) -> [Form.Choice] {
    let own = handoffDraft(form)?.content.actions.listed ?? []
    let titles = own.map(\.words).joined(separator: "; ")
    let mine =
      own.isEmpty
      ? []
      : [Form.Choice(words: "what I have open: \(own.count)", detail: titles, answer: .actions(.list(own)))]
    return mine + [Form.Choice(words: "nothing to do", detail: "said so", answer: .actions(.none))]
  }

  /// What is read before it is read back.
  func briefingOfHandoff(_ form: Form) -> [String] {
    guard let id = form.handoff, let handoff = workspace.chart(form.patient)?.handoff(id) else {
      return form.command == .offerHandoff && form.question != .recipient
        ? ["to \(naming(form.reference(.recipient)))"] : []
    }
    return ["from \(naming(handoff.giver))"] + HandoffLines(state: self, handoff: handoff).content
  }

  // MARK: What the answers come to

  mutating func changeHandoff(_ form: Form) {
    guard let author = ownReference, let party = ownParty, let chart = workspace.chart(form.patient) else {
      sayChartIsGone()
      return
    }
    var wanted = Wanted(
      commands: [], patient: chart.id, item: form.handoff, reason: form.text(.reason), done: "")
    switch form.command {
    case .offerHandoff:
      let receiver = form.reference(.recipient)
      let writing = Writing(chart, about: nil, by: author, now: now)
      let id: LineID = ids.next()
      let left = chart.uncommunicatedTransitions(now: now, site: workspace.site).last { $0.task == nil }
      wanted.item = id
      wanted.commands = [
        .write(chart.written(writing.handoff(to: receiver, of: left?.from), id)),
        .handOff(handoff: id, .offer(content(form), to: receiver, by: party)),
      ]
      wanted.done = "Offered to \(naming(receiver)), who has to read it back"
    case .acceptHandoff:
      guard let id = form.handoff, let handoff = chart.handoff(id) else { return sayChartIsGone() }
      let told = handoff.content == nil ? content(form) : nil
      wanted.commands = [.handOff(handoff: id, .accept(readBack: form.text(.readBack), told: told, by: party))]
      let made = (handoff.content?.actions ?? told?.actions)?.listed.count { $0.line == nil } ?? 0
      let tasks = made == 0 ? "" : made == 1 ? "; a task came of it" : "; \(made) tasks came of it"
      wanted.done = "Accepted: the patient is yours now\(tasks)"
    case .returnHandoff:
      guard let id = form.handoff else { return }
      wanted.commands = [.handOff(handoff: id, .putBack(form.text(.doubt), by: party))]
      wanted.done = "Returned with your question"
    default:
      guard let id = form.handoff else { return }
      wanted.commands = [.handOff(handoff: id, .cancel(by: party))]
      wanted.done = "Handoff cancelled"
    }
    wanted.session = triage?.item.flatMap { $0.item == form.handoff ? verdictOfClosing($0.item) : nil }
    ask([wanted])
    openOffer(to: form.others, receiver: form.reference(.recipient))
  }

  private func content(_ form: Form) -> HandoffContent {
    var content = HandoffContent(summary: form.text(.summary), actions: .notStated)
    if case .severity(let severity) = form.answers[.severity] { content.severity = severity }
    switch form.answers[.actions] {
    case .actions(let actions): content.actions = actions
    case .text(let typed): content.actions = .list(typed.parts.map { HandoffAction($0) })
    default: break
    }
    content.contingencies = Contingency.read(form.text(.contingency))
    return content
  }
}

extension String {
  /// What stands between semicolons.
  var parts: [String] { split(separator: ";").map { String($0).trimmingSpaces }.filter { !$0.isEmpty } }
}

extension Contingency {
  /// "if the weight goes up by 2 kg then call": what is typed without its "then" has nothing to do.
  static func read(_ text: String) -> [Contingency] {
    text.parts.compactMap { part in
      let middles = [" then ", "→", "->", ", "]
      guard let middle = middles.lazy.compactMap({ part.firstRange(of: $0) }).first else { return nil }
      var condition = String(part[..<middle.lowerBound]).trimmingSpaces
      if condition.lowercased().hasPrefix("if ") { condition = String(condition.dropFirst(3)) }
      let response = String(part[middle.upperBound...]).trimmingSpaces
      return condition.isEmpty || response.isEmpty ? nil : Contingency(if: condition, then: response)
    }
  }
}
