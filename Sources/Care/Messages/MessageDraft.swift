/// A message while it is being written. Its id becomes the message's, so that one sent twice is one.
package struct MessageDraft: Hashable, Sendable {
  package var id: LineID
  package var patient: PatientID
  package var recipients: [Reference] = []
  package var topic = ""
  package var isUrgent = false
  package var needsAcknowledgement = false
  /// The message that it answers; nil for the first of a thread.
  package var answers: LineID?
  /// What it is about: lines of the chart.
  package var about: [Reference] = []
  package var text = ""
  /// What was worked at last.
  package var written: Instant

  package init(id: LineID, patient: PatientID, written: Instant) {
    self.id = id
    self.patient = patient
    self.written = written
  }
}

extension Chart {
  /// The message that a draft becomes. One that answers another takes its topic and its thread.
  package func message(_ draft: MessageDraft, by author: Reference, at now: Instant) -> Communication {
    var message = Communication()
    message.status = .inProgress
    message.priority = draft.isUrgent ? .urgent : nil
    if draft.needsAcknowledgement { message.categories = [MessageNeed.ofAcknowledgement] }
    message.topic = Concept(text: draft.topic)
    message.about = draft.about
    message.sent = Moment(now)
    message.sender = author
    message.recipients = draft.recipients
    message.payload = [draft.text]
    if let answers = draft.answers {
      message.inResponseTo = origins(of: answers).prefix(1).map {
        Reference(target: $0, kind: ResourceKind.communication.rawValue)
      }
    }
    return message
  }

  /// A draft that answers a thread: to whoever wrote or was written to in it, but the one who answers; about what the
  /// newest message is about.
  ///
  /// - Parameter isOwn: whether a reference means whoever answers.
  package func answer(
    to thread: MessageThread, id: LineID, at now: Instant, isOwn: (Reference) -> Bool
  ) -> MessageDraft {
    var draft = MessageDraft(id: id, patient: self.id, written: now)
    var recipients: [Reference] = []
    for message in thread.messages.reversed() {
      for reference in [message.value.sender] + message.value.recipients
      where !reference.isEmpty && !isOwn(reference) && !recipients.contains(where: { isSame($0, reference) }) {
        recipients.append(reference)
      }
    }
    draft.recipients = recipients
    draft.topic = thread.subject
    draft.answers = thread.messages.last?.id
    draft.about = thread.messages.last?.value.about ?? []
    return draft
  }
}
