import Care

/// Who at this keyboard a message was written to, and what that means for it.
extension State {
  /// The recipients of some messages that this person answers for, by themselves or in a role.
  func ownRecipients(_ messages: [Line<Communication>]) -> [Reference] { own(messages.flatMap(\.value.recipients)) }

  /// Each once.
  private func own(_ recipients: [Reference]) -> [Reference] {
    var own: [Reference] = []
    for recipient in recipients where !own.contains(recipient) && isOwn(recipient) { own.append(recipient) }
    return own
  }

  /// Those a message was written to for whom this person answers: by themselves, in a role, or since it was passed on
  /// to them.
  func answered(_ message: Line<Communication>, in thread: MessageThread, _ chart: Chart) -> [Reference] {
    let taken = chart.takers(of: message.id).contains(where: isOwn)
    return own(message.value.recipients) + (taken ? chart.awaited(message, in: thread).map(\.recipient) : [])
  }

  func readCommand(_ thread: LineID, in chart: Chart) -> Command {
    let messages = chart.threads.first { $0.id == thread }?.messages ?? []
    return .markRead(thread: thread, as: ownRecipients(messages))
  }

  /// What of a chart has come onto this screen for the first time: whoever wrote it sees that it has.
  mutating func tellOfArrivals(in chart: Chart) {
    guard let member = author.member else { return }
    let new = chart.communications.items.filter { line in
      chart.isAwaiting(line) && !chart.receipts.contains { $0.message == line.id && $0.member == member }
    }
    tellOfArrivals(new.flatMap(\.value.recipients), of: chart.id)
  }

  /// The same of what somebody has just written elsewhere.
  mutating func tellOfArrivals(in entries: [Entry]) {
    for entry in entries {
      guard case .patient(let patient) = entry.stream, case .lineWritten(let line, before: nil) = entry.event,
        case .communication(let message) = line.resource
      else { continue }
      tellOfArrivals(message.recipients, of: patient)
    }
  }

  /// Threads that the list shows first: rows enough for any screen.
  private static let newest = 100

  /// The same of what came while nobody was here, as far as the list of the newest threads tells.
  mutating func tellOfArrivals() {
    guard author.member != nil else { return }
    for index in 0..<min(Self.newest, workspace.lists.inbox.count) {
      guard let row = workspace.lists.inbox[index] else { continue }
      tellOfArrivals(row.awaited.filter { !$0.hasArrived }.map(\.recipient), of: row.patient)
    }
  }

  private mutating func tellOfArrivals(_ recipients: [Reference], of patient: PatientID) {
    let own = own(recipients)
    if own.isEmpty { return }
    let wanted = Wanted(commands: [.noteArrivals(as: own)], patient: patient, done: "")
    if !isBeingSaved(wanted) { ask([wanted]) }
  }
}
