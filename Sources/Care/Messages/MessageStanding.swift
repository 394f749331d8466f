/// How far one message has come with one recipient.
package struct RecipientStanding: Hashable, Sendable {
  package var recipient: Reference
  package var delivered: Touch?
  package var read: Touch?
  package var acknowledged: Touch?
  /// When the recipient wrote back in the thread; nil where they have not.
  package var answered: Moment?
  /// Who wrote back for them; nil where they did it themselves.
  package var answerer: String?

  /// Whether it came before any eyes of theirs.
  package var hasArrived: Bool { delivered != nil || read != nil || acknowledged != nil || answered != nil }

  /// Whether nothing more is waited for: it was answered, or acknowledged where that was asked for.
  func isSettled(_ needsAcknowledgement: Bool) -> Bool {
    acknowledged != nil || (answered != nil && !needsAcknowledgement)
  }
}

extension Communication {
  /// Whether every recipient is asked to say that it is understood.
  package var needsAcknowledgement: Bool {
    categories.contains { $0.has(system: MessageNeed.system, code: MessageNeed.acknowledgement) }
  }

  /// Whether a clock runs until it is answered.
  var wantsAnswer: Bool { !isVoid && (isUrgent || needsAcknowledgement) }

  package var isUrgent: Bool { priority?.isUrgent ?? false }
}

/// What a message asks of those it is written to, as a category of FHIR's Communication; FHIR R4 has no code for it.
package enum MessageNeed {
  static let system = "urn:rounds:message-need"
  static let acknowledgement = "acknowledgement"

  static let ofAcknowledgement = Concept(
    text: "needs acknowledgement", codings: [Coding(system: system, code: acknowledgement)])
}

extension Chart {
  /// Each recipient's standing, in the order in which the message names them.
  package func standings(of message: Line<Communication>, in thread: MessageThread) -> [RecipientStanding] {
    let later = thread.messages.drop { $0.id != message.id }.dropFirst()
    let given = receipts.filter { $0.message == message.id }
    return message.value.recipients.map { recipient in
      func first(_ kind: ReceiptKind) -> Touch? { given.first { $0.kind == kind && $0.recipient == recipient }?.by }
      let own = later.first { isSame($0.value.sender, recipient) }?.value.time
      let answer = own == nil ? first(.answered) : nil
      return RecipientStanding(
        recipient: recipient, delivered: first(.delivered), read: first(.read), acknowledged: first(.acknowledged),
        answered: own ?? answer.map { Moment($0.at) }, answerer: answer?.name)
    }
  }

  /// What was done about a message that waits for its answer; nil where nothing was.
  package func handlingOfAnswer(to message: LineID) -> Handling? { handling[LineID(of: .messageAnswer, on: message)] }

  /// Those to whom the answering of a message was passed on: who covers for a recipient, and the steps of the ladder.
  package func takers(of message: LineID) -> [Reference] {
    guard let handling = handlingOfAnswer(to: message) else { return [] }
    return ([handling.owner].compactMap(\.self) + handling.escalations.map(\.to)).filter { !$0.isEmpty }
  }

  /// Whether two references of this chart mean the same, as far as it can be told without a directory.
  func isSame(_ one: Reference, _ other: Reference) -> Bool {
    if one == other { return true }
    guard let target = one.target, let second = other.target else { return false }
    if target == second { return true }
    return origins[target].map { $0 == origins[second] } ?? false
  }

  /// Whether it is a message of ours that screens can say of that it came.
  package func isAwaiting(_ message: Line<Communication>) -> Bool {
    isWrittenHere(message.source) && !message.value.isContactNote && !message.value.isVoid
  }

  /// Who has still to answer or acknowledge what was written here. The patient and carers write back by other ways, and
  /// have no screen that could say that something came.
  package func awaited(_ message: Line<Communication>, in thread: MessageThread) -> [RecipientStanding] {
    guard isAwaiting(message) else { return [] }
    return standings(of: message, in: thread).filter {
      !$0.isSettled(message.value.needsAcknowledgement) && !isPatientOrCarer($0.recipient)
        && !isSame($0.recipient, message.value.sender)
    }
  }
}

extension Communication {
  /// Whether it tells of a call, a visit or a letter: something that took place, not something to be read.
  package var isContactNote: Bool {
    media.contains { $0.codings.contains { $0.system.hasSuffix("v3-ParticipationMode") } }
  }
}
