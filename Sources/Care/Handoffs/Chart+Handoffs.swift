extension Chart {
  /// The handoffs of this chart, in order of arrival: those kept here step by step, and the tasks of sources whose
  /// words say that they are one.
  package var handoffs: [Handoff] { tasks.items.compactMap(handoff) }

  package func handoff(_ id: LineID) -> Handoff? { tasks[id].flatMap(handoff) }

  func handoffSteps(of handoff: LineID) -> [HandoffStep] { handling[handoff]?.handoffSteps ?? [] }

  private func handoff(_ line: Line<Task>) -> Handoff? {
    let (task, steps) = (line.value, handoffSteps(of: line.id))
    guard task.status != .enteredInError, !steps.isEmpty || task.isHandoff else { return nil }
    // A to-do about a handoff that somebody typed is no draft: only one that is still to be offered is.
    let isDraft = task.status == .draft && isWrittenHere(line.source)
    var handoff = Handoff(
      id: line.id, task: task, state: .draft, giver: task.requester, receiver: task.owner,
      isKeptHere: isDraft || !steps.isEmpty, addressee: task.owner)
    handoff.encounter = [task.encounter, task.focus].compactMap(lineID(of:)).first { encounters[$0] != nil }
    if !isDraft { handoff.begin(steps.first) }
    for step in steps { handoff.take(step) }
    handoff.end()
    return handoff
  }
}

extension Handoff {
  /// What the source's task says, as it was before anything was recorded here.
  fileprivate mutating func begin(_ first: HandoffStep?) {
    if first?.move.from == .draft { return }
    let standing = first?.move.before ?? TaskStanding(of: task)
    let to = HandoffState(told: standing.status)
    history.append(
      HandoffEvent(
        what: .told(standing.status), at: standing.execution.end ?? standing.modified ?? task.authored, by: "",
        from: .draft, to: to, reason: standing.reason.label))
    state = to
    offerers = [giver]
  }

  fileprivate mutating func take(_ step: HandoffStep) {
    let move = step.move
    history.append(
      HandoffEvent(
        what: .act(move.act), at: Moment(step.by.at), by: step.by.name, from: move.from, to: move.to,
        reason: step.reason, question: move.question, content: move.content, synthesis: move.synthesis))
    if let told = move.content { content = told }
    switch move.act {
    case .offer:
      (receiver, addressee) = (move.owner, move.owner)
      offerers.append(move.by)
    case .accept: (receiver, readBack) = (move.owner, move.synthesis)
    case .putBack: receiver = move.before.owner
    case .cancel: break
    }
    question = move.question
    state = move.to
  }

  /// What was given to another while it was offered is offered to them; and a source may end what was recorded here.
  fileprivate mutating func end() {
    if state == .offered { receiver = task.owner }
    let told = HandoffState(told: task.status)
    let isNews = told.isEnd || (told == .returned && state == .offered)
    guard isKeptHere, state != .draft, !state.isEnd, isNews else { return }
    history.append(
      HandoffEvent(
        what: .told(task.status), at: task.execution.end ?? task.lastModified, by: "", from: state, to: told,
        reason: task.statusReason.label))
    (state, question) = (told, "")
  }
}

extension Handoff {
  package var standing: String { state.standing }

  /// What an act needs and the handoff doesn't have yet.
  ///
  /// - Parameters:
  ///   - content: what is told with the act; nil is what was told before.
  ///   - synthesis: the read-back that comes with an acceptance.
  package func missing(
    for act: HandoffAct, content: HandoffContent?, receiver: Reference? = nil, synthesis: String = ""
  ) -> [HandoffPart] {
    let parts = (content ?? self.content ?? HandoffContent()).missing
    switch act {
    // What the receiver is to insist on need not be there yet.
    case .offer:
      return ((receiver ?? self.receiver).isEmpty ? [.receiver] : [])
        + parts.filter { $0 == .severity || $0 == .summary }
    case .accept: return parts + (synthesis.isBlank ? [.synthesis] : [])
    case .putBack, .cancel: return []
    }
  }
}
