/// What a person asks of the record.
package enum Command: Hashable, Sendable {
  case assign(task: LineID, to: Reference)
  case setStatus(task: LineID, to: TaskStatus)
  case markRead(thread: LineID)
  /// Takes back one event that this person caused.
  case undo(Entry)
}

/// Who asks, and when.
package struct CommandContext: Sendable {
  package var now: Instant
  package var author: Author

  package init(now: Instant, author: Author) {
    self.now = now
    self.author = author
  }
}

/// Why a command was not carried out, in words for the person who asked.
package struct Refusal: Error, Hashable, Sendable {
  package var words: String

  package init(_ words: String) { self.words = words }
}

/// Turns a command into the events that carry it out, or says why not.
package func decide(_ chart: Chart, _ command: Command, _ context: CommandContext) throws(Refusal) -> [Event] {
  switch command {
  case .assign(let id, let owner):
    let task = try task(id, in: chart)
    guard task.status?.isOpen ?? true else { throw Refusal("This task is \(words(task.status)); it needs no owner.") }
    return task.owner == owner ? [] : [.taskOwnerChanged(task: id, from: task.owner, to: owner)]
  case .setStatus(let id, let status):
    let task = try task(id, in: chart)
    guard TaskStatus.moves(from: task.status).contains(status) else {
      throw Refusal("A task that is \(words(task.status)) can't become \(words(status)).")
    }
    return [.taskStatusChanged(task: id, from: task.status, to: status)]
  case .markRead(let id):
    guard let member = context.author.member else { throw Refusal("Say who you are with --as to mark messages read.") }
    guard let thread = chart.threads.first(where: { $0.id == id }), let last = thread.last else { return [] }
    let mark = chart.reading.first { $0.thread == id && $0.member == member }?.upTo
    guard mark ?? .min < last.milliseconds else { return [] }
    return [.threadRead(thread: id, member: member, from: mark, upTo: last.milliseconds)]
  case .undo(let entry):
    return try [inverse(of: entry, in: chart)]
  }
}

private func task(_ id: LineID, in chart: Chart) throws(Refusal) -> Task {
  guard let line = chart.tasks[id] else { throw Refusal("That is not a task; only tasks can be changed here.") }
  return line.value
}

private func words(_ status: TaskStatus?) -> String {
  status.map { $0.rawValue.replacing("-", with: " ") } ?? "without a status"
}

/// The event that puts back what an entry changed, refused where someone has changed it since.
private func inverse(of entry: Entry, in chart: Chart) throws(Refusal) -> Event {
  switch entry.event {
  case .taskOwnerChanged(let id, let from, let to):
    guard try task(id, in: chart).owner == to else { throw Refusal("Someone has assigned this task again since.") }
    return .taskOwnerChanged(task: id, from: to, to: from)
  case .taskStatusChanged(let id, let from, let to):
    guard let from else { throw Refusal("This task had no status before, and can't be given none again.") }
    guard try task(id, in: chart).status == to else { throw Refusal("This task has moved on since.") }
    return .taskStatusChanged(task: id, from: to, to: from)
  case .threadRead(let thread, let member, let from, let upTo):
    return .threadRead(thread: thread, member: member, from: upTo, upTo: from)
  case .recordReceived, .directoryReceived, .recordMoved:
    throw Refusal("What came from outside can't be undone from here.")
  }
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
