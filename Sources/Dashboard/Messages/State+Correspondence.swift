import Care

/// Who at this keyboard a message was written to, and what that means for it.
extension State {
  /// The recipients of some messages that this person answers for, by themselves or in a role.
  func ownRecipients(_ messages: [Line<Communication>]) -> [Reference] {
    guard author.member != nil else { return [] }
    var own: [Reference] = []
    for recipient in messages.flatMap(\.value.recipients) where !own.contains(recipient) && isOwn(recipient) {
      own.append(recipient)
    }
    return own
  }

  func readCommand(_ thread: LineID, in chart: Chart) -> Command {
    let messages = chart.threads.first { $0.id == thread }?.messages ?? []
    return .markRead(thread: thread, as: ownRecipients(messages))
  }

  /// Messages of a chart that have come onto this screen for the first time.
  mutating func acknowledgeArrivals(in chart: Chart) {
    guard let member = author.member else { return }
    let new = chart.communications.items.filter { line in
      chart.isAwaiting(line) && !chart.receipts.contains { $0.message == line.id && $0.member == member }
    }
    let own = ownRecipients(new)
    if own.isEmpty { return }
    let ids = new.filter { $0.value.recipients.contains(where: own.contains) }.map(\.id)
    let wanted = Wanted(commands: [.give(.delivered, messages: ids, as: own)], patient: chart.id, done: "")
    if !isBeingSaved(wanted) { ask([wanted]) }
  }
}
