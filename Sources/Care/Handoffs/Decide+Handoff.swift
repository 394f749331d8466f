func handoffEvents(
  _ id: LineID, _ ask: HandoffAsk, in chart: Chart, _ context: CommandContext
) throws(Refusal) -> [Event] {
  guard let handoff = chart.handoff(id) else { throw Refusal("That is not a handoff, so it has no such step.") }
  if ask.by.reference.isEmpty { throw Refusal("Say who you are with --as to give or take over.") }
  guard let line = HandoffMachine.transition(ask.act, from: handoff.state) else { throw Refusal(handoff.standing) }
  try checkSide(line.side, ask, handoff, in: chart)
  try checkWhatIsSaid(ask, handoff, in: chart, context)
  var move = HandoffMove(ask.act, from: line.from, to: line.to)
  move.by = ask.by.reference
  move.owner = owner(after: ask, handoff)
  (move.content, move.synthesis, move.question) = (ask.content, ask.synthesis, ask.question)
  move.before = TaskStanding(of: handoff.task)
  let moved = Event.handoffMoved(handoff: id, move)
  return ask.act == .accept ? [moved] + takingOver(handoff, ask, in: chart, context) : [moved]
}

/// Who has to act on it once the step is taken.
private func owner(after ask: HandoffAsk, _ handoff: Handoff) -> Reference {
  switch ask.act {
  case .offer: ask.receiver ?? handoff.receiver
  case .accept: ask.by.reference
  // A source that names no giver leaves nobody else to ask.
  case .putBack: handoff.giver.isEmpty ? handoff.receiver : handoff.giver
  case .cancel: handoff.task.owner
  }
}

/// Whether the person is on the side whose act it is.
private func checkSide(
  _ side: HandoffSide, _ ask: HandoffAsk, _ handoff: Handoff, in chart: Chart
) throws(Refusal) {
  func refuse(_ words: String) -> Refusal { Refusal("\(words) \(handoff.standing)") }
  switch side {
  case .giver:
    guard handoff.giver.isEmpty || ask.by.actsFor(handoff.giver, in: chart) else {
      throw refuse("Only its giver can \(ask.act.words).")
    }
  case .receiver:
    if ask.by.isSelf(handoff.giver) || handoff.offerers.contains(where: ask.by.isSelf) {
      throw refuse("Whoever gives a handoff can’t \(ask.act.words).")
    }
    guard ask.by.actsFor(handoff.receiver, in: chart) else {
      throw refuse("Only its receiver can \(ask.act.words).")
    }
  }
}

/// What has to be said with it.
private func checkWhatIsSaid(
  _ ask: HandoffAsk, _ handoff: Handoff, in chart: Chart, _ context: CommandContext
) throws(Refusal) {
  switch ask.act {
  case .offer:
    try check(handoff.missing(for: .offer, content: ask.content, receiver: ask.receiver), "offered")
    if ask.by.isSelf(ask.receiver ?? handoff.receiver) { throw Refusal("A handoff goes to somebody else.") }
    try checkLines(ask.content, in: chart, context)
  case .accept:
    if handoff.content != nil, ask.content != nil {
      throw Refusal("What was told is the giver’s; return it with a question to have it changed.")
    }
    let missing = handoff.missing(for: .accept, content: ask.content, synthesis: ask.synthesis)
    let isGivers = handoff.content != nil && missing != [.synthesis]
    try check(missing, "accepted", isGivers ? " What the giver left out is asked for by returning it." : "")
    try checkLines(ask.content, in: chart, context)
  case .putBack:
    if ask.question.isBlank { throw Refusal("Write the question with which it is returned.") }
  case .cancel:
    if context.reason.isBlank { throw Refusal("The record must say why; write a reason.") }
  }
}

private func check(_ missing: [HandoffPart], _ done: String, _ advice: String = "") throws(Refusal) {
  if missing.isEmpty { return }
  throw Refusal("It can’t be \(done) without \(missing.map(\.words).joined(separator: "; ")).\(advice)")
}

/// A list that names what was settled meanwhile is out of date; whoever takes over must not be told of it.
private func checkLines(_ content: HandoffContent?, in chart: Chart, _ context: CommandContext) throws(Refusal) {
  let named = (content?.actions.listed ?? []).filter { $0.line != nil }
  if named.isEmpty { return }
  let owed = Set(chart.owed(context.site).map(\.id))
  if let stale = named.first(where: { $0.line.map { !owed.contains($0) } ?? false }) {
    throw Refusal("“\(stale.words)” is owed no longer; take it off the list.")
  }
}

/// Responsibility moves: what the list names goes to whom it says, and what is not a line of the chart becomes one.
private func takingOver(
  _ handoff: Handoff, _ ask: HandoffAsk, in chart: Chart, _ context: CommandContext
) -> [Event] {
  let actions = (ask.content ?? handoff.content ?? HandoffContent()).actions.listed
  if actions.isEmpty { return [] }
  let owed = Dictionary(chart.owed(context.site).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  var given: Set<LineID> = []
  return actions.enumerated().compactMap { index, action in
    let isReceivers = action.owner.isEmpty || action.owner == handoff.receiver || action.owner == handoff.addressee
    let owner = isReceivers ? ask.by.reference : action.owner
    guard let line = action.line else { return written(action, index, owner, handoff, in: chart, context) }
    // What was settled between the offer and the acceptance is nobody's any more, and what is listed twice goes once.
    guard line != handoff.id, let item = owed[line], item.owner != owner, given.insert(line).inserted else {
      return nil
    }
    let before = chart.tasks[line]?.value.owner ?? chart.handling[line]?.owner ?? Reference()
    return .ownerChanged(item: line, from: before, to: owner)
  }
}

/// An action as a task of its own, under an id that follows from the handoff, so that accepting it again after an undo
/// adds none.
private func written(
  _ action: HandoffAction, _ index: Int, _ owner: Reference, _ handoff: Handoff, in chart: Chart,
  _ context: CommandContext
) -> Event? {
  if action.words.isBlank { return nil }
  var task = Task()
  task.status = .ready
  task.intent = "order"
  task.description = action.words
  task.authored = Moment(context.now)
  task.lastModified = Moment(context.now)
  task.requester = handoff.giver
  task.owner = owner
  task.restriction.end = action.due
  task.partOf = chart.origins(of: handoff.id).prefix(1).map {
    Reference(target: $0, kind: ResourceKind.task.rawValue, display: chart.title(of: handoff.task))
  }
  let id = handoff.actionID(index)
  return .lineWritten(chart.written(.task(task), id), before: chart.resource(id, kind: .task))
}

extension Handoff {
  /// FNV-1a over what the line is for.
  fileprivate func actionID(_ index: Int) -> LineID {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "handoff action \(index)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return LineID(high: id.high ^ hash, low: id.low)
  }
}

extension Chart {
  /// Refuses what would pass a handoff by its own steps: nobody has taken over before they have read back. One of which
  /// only a source's task is on file can be settled as that task can.
  func checkEnds(handoff id: LineID, as status: TaskStatus) throws(Refusal) {
    guard status != .enteredInError, let handoff = handoff(id), handoff.isKeptHere else { return }
    throw Refusal("A handoff goes on by its own steps. \(handoff.standing)")
  }
}
