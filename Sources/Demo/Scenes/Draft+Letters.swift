import Care

extension Draft {
  /// A message that somebody writes here.
  struct Letter {
    var topic: String
    var words: String
    var isUrgent = false
    var needsAcknowledgement = false
    /// The message that it answers.
    var answers: LineID?
  }

  /// Whoever writes has read what was there.
  @discardableResult
  mutating func send(_ letter: Letter, by member: Colleague, to recipients: [Reference], minutesAgo: Int) -> LineID {
    let id: LineID = ids.id()
    let patient = patientID
    ask(by: member, minutesAgo: minutesAgo) { chart, now in
      var draft = MessageDraft(id: id, patient: patient, written: now)
      (draft.topic, draft.text, draft.recipients) = (letter.topic, letter.words, recipients)
      (draft.isUrgent, draft.needsAcknowledgement) = (letter.isUrgent, letter.needsAcknowledgement)
      draft.answers = letter.answers
      let message = chart.message(draft, by: member.practitioner, at: now)
      return .write(chart.written(.communication(message), id))
    }
    read(id, by: member, minutesAgo: minutesAgo)
    return id
  }

  /// It comes onto a screen at which the member is signed in.
  mutating func arrive(at member: Colleague, minutesAgo: Int) {
    ask(by: member, minutesAgo: minutesAgo) { _, _ in .noteArrivals(as: [member.practitioner]) }
  }

  mutating func read(_ message: LineID, by member: Colleague, minutesAgo: Int) {
    ask(by: member, minutesAgo: minutesAgo) { chart, _ in
      .markRead(thread: chart.thread(holding: message)?.id ?? message, as: [member.practitioner])
    }
  }
}
