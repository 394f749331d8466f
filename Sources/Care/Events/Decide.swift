/// Turns a command into the events that carry it out, or says why not.
package func decide(_ chart: Chart, _ command: Command, _ context: CommandContext) throws(Refusal) -> [Event] {
  switch command {
  case .assign(let id, let owner):
    let item = try item(id, in: chart, context)
    let before = chart.tasks[id]?.value.owner ?? chart.handling[id]?.owner ?? Reference()
    return item.owner == owner ? [] : [.ownerChanged(item: id, from: before, to: owner)]
  case .setStatus(let id, let status):
    let task = try task(id, in: chart)
    try chart.checkEnds(handoff: id, as: status)
    guard TaskStatus.moves(from: task.status).contains(status) else {
      throw Refusal("A task that is \(words(task.status)) can't become \(words(status)).")
    }
    return [.taskStatusChanged(task: id, from: task.status, to: status)]
  case .close(let id, let outcome): return try close(id, outcome, in: chart, context)
  case .reopen(let id, let title, let outcome):
    guard chart.handling[id]?.settlement?.outcome == outcome else { throw Refusal("It is open again already.") }
    if context.reason.isEmpty { throw Refusal("The record must say why it is opened again; write a reason.") }
    return [.itemSettled(item: id, title: title, from: outcome, to: nil)]
  case .snooze(let id, let until):
    _ = try item(id, in: chart, context)
    guard until > context.now else { throw Refusal("That time has passed; write one to come.") }
    let before = chart.handling[id]?.snooze
    let by = Touch(name: context.author.name, at: context.now)
    if before?.until == until { return [] }
    return [.itemSnoozed(item: id, from: before, to: Snooze(until: until, reason: context.reason, by: by))]
  case .wake(let id):
    guard let snooze = chart.handling[id]?.snooze else { return [] }
    return [.itemSnoozed(item: id, from: snooze, to: nil)]
  case .escalate(let id, let step, let owner):
    return [try escalation(of: id, to: step, with: owner, in: chart, context)]
  case .refer(let id, let ask): return try referralEvents(id, ask, in: chart, context)
  case .handOff(let id, let ask): return try handoffEvents(id, ask, in: chart, context)
  case .write(let line): return [.lineWritten(line, before: chart.resource(line.id, kind: line.resource.kind))]
  case .markRead(let id, let recipients): return try readEvents(id, recipients, in: chart, context)
  case .acknowledge(let id, let recipients):
    guard context.author.member != nil else { throw Refusal("Say who you are with --as to acknowledge messages.") }
    guard let message = chart.communications[id], !message.value.isVoid else {
      throw Refusal("The message was taken back.")
    }
    return receipts(.acknowledged, of: [message], recipients, in: chart, context)
  case .noteAnswer(let id, let recipients):
    guard let message = chart.communications[id], chart.isAwaiting(message) else { return [] }
    return receipts(.answered, of: [message], recipients, in: chart, context)
  case .noteArrivals(let recipients):
    let messages = chart.communications.items.filter(chart.isAwaiting)
    return receipts(.delivered, of: messages, recipients, in: chart, context)
  case .disclose(let disclosure): return [.disclosed([disclosure])]
  case .undo(let entry):
    return try [inverse(of: entry, in: chart)]
  }
}

/// A thread is read up to its newest message; whoever it was written to is told so message by message.
private func readEvents(
  _ id: LineID, _ recipients: [Reference], in chart: Chart, _ context: CommandContext
) throws(Refusal) -> [Event] {
  guard let member = context.author.member else { throw Refusal("Say who you are with --as to mark messages read.") }
  guard let thread = chart.threads.first(where: { $0.id == id }) else { return [] }
  var events: [Event] = []
  let mark = chart.reading.first { $0.thread == id && $0.member == member }?.upTo
  if let last = thread.last, mark ?? .min < last.milliseconds {
    events.append(.threadRead(thread: id, member: member, from: mark, upTo: last.milliseconds))
  }
  return events + receipts(.read, of: thread.messages.filter(chart.isAwaiting), recipients, in: chart, context)
}

private func receipts(
  _ kind: ReceiptKind, of messages: [Line<Communication>], _ recipients: [Reference], in chart: Chart,
  _ context: CommandContext
) -> [Event] {
  let given = chart.outstanding(kind, of: messages, for: recipients, by: context.author, at: context.now)
  return given.isEmpty ? [] : [.receiptsGiven(given)]
}

private func task(_ id: LineID, in chart: Chart) throws(Refusal) -> Task {
  guard let line = chart.tasks[id] else { throw Refusal("That is not a task; only tasks can be changed here.") }
  return line.value
}

/// The open item, whatever asks for it.
private func item(_ id: LineID, in chart: Chart, _ context: CommandContext) throws(Refusal) -> OpenItem {
  if let item = chart.owed(id, context.site) { return item }
  if let task = chart.tasks[id]?.value { throw Refusal("This task is \(words(task.status)); nothing is owed.") }
  throw Refusal("This is owed no longer: the record has settled it, or somebody has.")
}

private func words(_ status: TaskStatus?) -> String {
  status.map { $0.rawValue.replacing("-", with: " ") } ?? "without a status"
}

private func close(
  _ id: LineID, _ outcome: Outcome, in chart: Chart, _ context: CommandContext
) throws(Refusal) -> [Event] {
  let item = try item(id, in: chart, context)
  guard Outcome.choices(for: item.kind).contains(outcome) else {
    throw Refusal("This doesn’t end that way.")
  }
  if outcome.needsReason(for: item.kind), context.reason.isEmpty {
    throw Refusal("The record must say why this ends so; write a reason.")
  }
  switch item.kind {
  case .task:
    let (status, wanted) = (chart.tasks[id]?.value.status, outcome.taskStatus)
    try chart.checkEnds(handoff: id, as: wanted)
    guard TaskStatus.moves(from: status).contains(wanted) else {
      throw Refusal("A task that is \(words(status)) can't become \(words(wanted)).")
    }
    return [.taskStatusChanged(task: id, from: status, to: wanted)]
  case .appointment:
    guard let line = chart.appointments[id], let status = outcome.appointmentStatus else {
      throw Refusal("That is not a booking.")
    }
    if outcome.isOfVisit, let start = line.value.period.start, start.start(in: context.site.calendar.zone) > context.now
    {
      throw Refusal("This visit is still to come; it can be cancelled.")
    }
    var booking = line.value
    booking.status = status
    if status == .cancelled { booking.cancelationReason = Concept(text: context.reason) }
    let amended = ImportedLine(
      id: id, origins: chart.origins(of: id), origin: line.origin, resource: .appointment(booking))
    return [.lineWritten(amended, before: .appointment(line.value))]
  case .referral where outcome == .done && chart.referral(id, context.site) != nil:
    throw Refusal("A referral is done when its outcome has come and was read; put that on file.")
  case .referral, .clock:
    return [.itemSettled(item: id, title: item.title, from: chart.handling[id]?.settlement?.outcome, to: outcome)]
  }
}

private func escalation(
  of id: LineID, to wanted: Int, with owner: Reference, in chart: Chart, _ context: CommandContext
) throws(Refusal) -> Event {
  let item = try item(id, in: chart, context)
  let step = chart.handling[id]?.escalations.count ?? 0
  let ladder = context.site.ladder.steps
  let here = step > 0 && step <= ladder.count ? ladder[step - 1].role.words : ""
  guard step < ladder.count else {
    throw Refusal("The ladder has no step above this; it is with the \(here).")
  }
  guard step + 1 == wanted else {
    throw Refusal(step == 0 ? "It has been taken down the ladder meanwhile." : "It is with the \(here) already.")
  }
  let before = chart.tasks[id]?.value.owner ?? chart.handling[id]?.owner ?? Reference()
  let above = owner.isEmpty ? chart.holder(of: ladder[step].role) : owner
  return .itemEscalated(
    item: item.id, from: Rung(step: step, owner: before), to: Rung(step: step + 1, owner: above))
}

extension TaskStatus {
  /// The states a person may move a task to. Source: FHIR R4 Task state machine; a task without a status may be given
  /// any that ends it or starts it.
  package static func moves(from status: TaskStatus?) -> Set<TaskStatus> {
    switch status {
    case nil: [.ready, .inProgress, .completed, .cancelled, .enteredInError]
    case .draft: [.requested, .ready, .cancelled, .enteredInError]
    case .requested:
      [.received, .accepted, .rejected, .ready, .inProgress, .onHold, .completed, .cancelled, .enteredInError]
    case .received: [.accepted, .rejected, .ready, .inProgress, .onHold, .completed, .cancelled, .enteredInError]
    case .accepted, .ready: [.inProgress, .onHold, .completed, .failed, .cancelled, .enteredInError]
    case .inProgress: [.onHold, .completed, .failed, .cancelled, .enteredInError]
    case .onHold: [.ready, .inProgress, .failed, .cancelled, .enteredInError]
    case .completed, .rejected, .failed, .cancelled: [.enteredInError]
    case .enteredInError: []
    }
  }
}
