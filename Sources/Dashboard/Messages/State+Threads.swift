import Care
import Terminal

/// Reading threads, answering them and finding the next.
extension State {
  func availabilityOfThread(_ id: CommandID) -> Availability {
    if author.member == nil { return .disabled("say who you are: start with --as NAME") }
    switch id {
    case .goAwaited, .nextUnread:
      return workspace.lists.inbox.count == 0 ? .disabled("there are no messages yet") : .enabled
    default: return threadInHand == nil ? .disabled("choose a thread first") : .enabled
    }
  }

  /// The thread that is read, or under the cursor.
  var threadInHand: LineID? {
    if case .thread(let id, _) = overlays.last { return id }
    switch focus {
    case .inbox: return threadRow(at: inbox.cursor.index)?.thread
    case .messages: return selectedThread?.id
    default: return nil
    }
  }

  /// The same with its messages; nil while its patient's chart is on the way.
  var openThread: MessageThread? {
    threadInHand.flatMap { id in view?.threads.first { $0.id == id } }
  }

  /// Keys while a thread is read: those that scroll, and what can be done about it.
  mutating func pressInThread(_ key: Key, _ id: LineID, top: Int) -> [Effect] {
    switch keyMap.match(pending + [key], in: .messages) {
    case .command(let command)
    where [.reply, .acknowledge, .nextUnread, .newTask, .call, .logContact].contains(command):
      pending = []
      if case .disabled(let why) = availabilityInThread(command) {
        toast = Toast(words: "\(command.definition.title): \(why).", weight: .refused, canUndo: false)
        return []
      }
      return performInThread(command)
    default:
      read(key, .thread(id, top: top), top: top) { .thread(id, top: $0) }
      return []
    }
  }

  private func availabilityInThread(_ command: CommandID) -> Availability {
    [.reply, .acknowledge, .nextUnread].contains(command) ? availabilityOfThread(command) : availability(command)
  }

  private mutating func performInThread(_ command: CommandID) -> [Effect] {
    switch command {
    case .reply:
      replyToThread()
      return []
    case .acknowledge:
      acknowledgeThread()
      return []
    case .nextUnread:
      overlays.removeLast()
      return readNextUnread()
    default:
      openForm(command)
      return []
    }
  }

  mutating func replyToThread() {
    guard let thread = openThread, let chart = view?.chart else { return }
    reply(to: thread, in: chart)
  }

  /// The newest message of the thread that this person answers for.
  mutating func acknowledgeThread() {
    guard let thread = openThread, let chart = view?.chart else { return }
    guard let message = thread.messages.last(where: { !answered($0, in: thread, chart).isEmpty }) else {
      toast = Toast(
        words: "Acknowledge: no message of this thread was written to you.", weight: .refused, canUndo: false)
      return
    }
    ask([
      Wanted(
        commands: [
          .markRead(thread: thread.id, as: ownRecipients(thread.messages)),
          .acknowledge(message: message.id, as: answered(message, in: thread, chart)),
        ],
        patient: chart.id, done: "Acknowledged: \(thread.subject)")
    ])
  }

  // MARK: Finding

  /// Rows looked at by one key: the rest is left to the query, so that a key is answered at once in any inbox.
  private static let mostLookedAt = 2_000

  /// Reads the next thread below the cursor of the inbox that is not read to its end.
  mutating func readNextUnread() -> [Effect] {
    // What somebody looked for in the inbox before has nothing to do with what is next.
    if focus != .inbox, filter(.inbox) != nil { putFilterAway(.inbox) }
    let count = count(.inbox)
    // The thread under the cursor counts too, where it is unread.
    let start = focus == .inbox ? min(inbox.cursor.index, count) : 0
    let found = (start..<min(count, start + Self.mostLookedAt)).first {
      threadRow(at: $0)?.isUnread(by: author.member) ?? false
    }
    guard let index = found else {
      let words =
        count > start + Self.mostLookedAt
        ? "None of the next \(Self.mostLookedAt) threads is unread; \(keyMap.label(of: .goInbox)) and "
          + "/is:unread look through all."
        : "You have read every thread from here on\(filter(.inbox) == nil ? "" : " that this filter shows; Esc shows all")."
      toast = Toast(words: words, weight: .done, canUndo: false)
      return []
    }
    go(.inbox)
    inbox.cursor.index = index
    step(.inbox, by: 0)
    guard let row = threadRow(at: index) else { return [] }
    // The patient under the cursor comes into view only after this: read in the chart of the one before, nothing would
    // be marked.
    guard patient == row.patient, view?.chart.id == row.patient else {
      waiting = .open
      return [.readChart(row.patient)]
    }
    read(row.thread)
    return []
  }

  /// What this person wrote that somebody still has to answer.
  mutating func goAwaited() {
    go(.inbox)
    indexNames()
    let awaited = filter(for: .inbox, "is:awaited")
    changeList(.inbox) {
      $0.show(awaited)
      $0.cursor = ListCursor()
    }
    lookThrough()
  }

  // MARK: Beginning

  /// A message to the member under the cursor.
  mutating func writeToMember() {
    guard let member = selectedMember, !member.reference.isEmpty, let chart = view?.chart else {
      toast = Toast(words: "Message: nobody is chosen.", weight: .refused, canUndo: false)
      return
    }
    var draft = MessageDraft(id: ids.next(), patient: chart.id, written: now)
    draft.recipients = [member.reference]
    compose(draft, of: chart.listedName)
  }

  /// Whether the loop should tell when the hands rest.
  package var awaitsRest: Bool { (!pending.isEmpty && !isResting) || hasUnkeptDraft || hasLookUntold }
}
