/// The event that puts back what an entry changed, refused where someone has changed it since.
func inverse(of entry: Entry, in chart: Chart) throws(Refusal) -> Event {
  /// Who came between.
  func since(_ id: LineID) -> String { chart.handling[id]?.touch.map { "\($0.name) has" } ?? "Somebody has" }
  switch entry.event {
  case .lineWritten(let line, let before):
    guard let now = chart.resource(line.id, kind: line.resource.kind), now == line.resource else {
      throw Refusal("\(since(line.id)) changed this again since.")
    }
    if before == nil, let receipt = chart.receipts.first(where: { $0.message == line.id && $0.kind != .delivered }) {
      throw Refusal("\(receipt.by.name) has read this message; write to them what is to hold instead.")
    }
    var back = line
    back.resource = before ?? line.resource.withdrawn
    return .lineWritten(back, before: now)
  case .ownerChanged(let id, let from, let to):
    let owner = chart.tasks[id]?.value.owner ?? chart.handling[id]?.owner ?? Reference()
    guard owner == to else { throw Refusal("\(since(id)) assigned this again since.") }
    return .ownerChanged(item: id, from: to, to: from)
  case .taskStatusChanged(let id, let from, let to):
    guard let from else { throw Refusal("This task had no status before, and can't be given none again.") }
    guard let task = chart.tasks[id]?.value, task.status == to else {
      throw Refusal("\(since(id)) moved this task on since.")
    }
    return .taskStatusChanged(task: id, from: to, to: from)
  case .itemSnoozed(let id, let from, let to):
    guard chart.handling[id]?.snooze == to else { throw Refusal("\(since(id)) changed when this comes back.") }
    return .itemSnoozed(item: id, from: to, to: from)
  case .itemEscalated(let id, let from, let to):
    let handling = chart.handling[id]
    guard handling?.escalations.count ?? 0 == to.step,
      (chart.tasks[id]?.value.owner ?? handling?.owner ?? Reference()) == to.owner
    else { throw Refusal("\(since(id)) taken this on since.") }
    return .itemEscalated(item: id, from: to, to: from)
  case .itemSettled(let id, let title, let from, let to):
    guard chart.handling[id]?.settlement?.outcome == to else {
      throw Refusal("\(since(id)) settled this another way since.")
    }
    return .itemSettled(item: id, title: title, from: to, to: from)
  case .referralMoved(let id, let move):
    guard chart.steps(of: id).last?.move == move else { throw Refusal("\(since(id)) taken this referral on since.") }
    return .referralMoveTakenBack(referral: id, move)
  case .referralMoveTakenBack(let id, let move): return .referralMoved(referral: id, move)
  case .handoffMoved(let id, let move):
    guard chart.handoffSteps(of: id).last?.move == move, chart.tasks[id]?.value.follows(move) ?? false else {
      throw Refusal("\(since(id)) taken this handoff on since.")
    }
    return .handoffMoveTakenBack(handoff: id, move)
  case .handoffMoveTakenBack(let id, let move):
    guard chart.tasks[id].map({ TaskStanding(of: $0.value) }) == move.before else {
      throw Refusal("\(since(id)) taken this handoff on since.")
    }
    return .handoffMoved(handoff: id, move)
  case .threadRead(let thread, let member, let from, let upTo):
    return .threadRead(thread: thread, member: member, from: upTo, upTo: from)
  case .receiptsGiven(let receipts):
    guard receipts.allSatisfy(chart.receipts.contains) else { throw Refusal("That was taken back already.") }
    return .receiptsTakenBack(receipts)
  case .receiptsTakenBack(let receipts): return .receiptsGiven(receipts)
  case .disclosed(let disclosures): return .disclosuresTakenBack(disclosures)
  case .disclosuresTakenBack(let disclosures): return .disclosed(disclosures)
  case .recordReceived, .directoryReceived, .recordMoved, .handlingReceived:
    throw Refusal("What came from outside can't be undone from here.")
  case .triageBegan, .triageDecided, .triageReopened, .triageEnded:
    throw Refusal("That a list was gone through can't be undone.")
  }
}

extension Event {
  /// Whether an event can put back what this one changed: a task that had no status can't be given none again.
  package var isReversible: Bool {
    if case .taskStatusChanged(_, from: nil, _) = self { false } else { true }
  }
}

extension Resource {
  /// What is left of a line that was written here by mistake: the same, marked as an error. What can be written here
  /// has such a status; the rest stays as it is.
  fileprivate var withdrawn: Resource {
    switch self {
    case .task(var task):
      task.status = .enteredInError
      return .task(task)
    case .communication(var message):
      message.status = .enteredInError
      return .communication(message)
    case .serviceRequest(var request):
      request.status = .enteredInError
      return .serviceRequest(request)
    case .appointment(var booking):
      booking.status = .enteredInError
      return .appointment(booking)
    case .flag(var flag):
      flag.status = .enteredInError
      return .flag(flag)
    case .consent(var consent):
      consent.status = .enteredInError
      return .consent(consent)
    case .careTeam(var team):
      team.status = .enteredInError
      return .careTeam(team)
    default: return self
    }
  }
}
