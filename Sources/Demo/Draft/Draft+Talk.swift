import Care

extension Draft {
  /// Something said in a thread: by whom, when, in which words.
  struct Saying {
    var who: Reference
    var at: Moment
    var words: String

    init(_ member: Colleague, _ at: Moment, _ words: String) {
      who = member.practitioner
      self.at = at
      self.words = words
    }

    init(_ who: Reference, _ at: Moment, _ words: String) {
      self.who = who
      self.at = at
      self.words = words
    }
  }

  /// A header message that names everyone in the thread, and the replies to it. The coordinator is always among them.
  mutating func thread(
    _ topic: String, urgent: Bool = false, about: [Reference] = [], with others: [Colleague] = [],
    _ sayings: [Saying]
  ) {
    guard let first = sayings.first else { return }
    let coordinator = the(.coordinator)
    var everyone: [Reference] = []
    for reference in sayings.map(\.who) + others.map(\.practitioner) + [coordinator.practitioner]
    where !everyone.contains(reference) {
      everyone.append(reference)
    }
    var header: Reference?
    var headerID: LineID?
    for saying in sayings {
      var message = Communication()
      message.status = .completed
      message.categories = [Concept(text: "Care coordination")]
      message.priority = urgent && header == nil ? .urgent : .routine
      message.topic = Concept(text: topic)
      message.about = about
      message.sent = saying.at
      message.received = calendar.later(saying.at, minutes: 1)
      message.sender = saying.who
      message.recipients = everyone.filter { $0 != saying.who }
      message.payload = [saying.words]
      if let header { message.inResponseTo = [header] }
      within(.coordination) { draft in
        let reference = draft.add(.communication(message), as: topic)
        if header == nil {
          header = reference
          headerID = reference.target.map { LineID($0) }
        }
      }
    }
    guard let headerID else { return }
    let roll = draw.below(100)
    let seen: Saying? =
      switch roll {
      case 0..<55: sayings[sayings.count - 1]
      case 55..<75: sayings.count > 1 ? sayings[sayings.count - 2] : nil
      default: nil
      }
    let isOwn = sayings[sayings.count - 1].who == coordinator.practitioner
    if let mark = isOwn ? sayings[sayings.count - 1] : seen ?? (first.who == coordinator.practitioner ? first : nil) {
      perform(
        .threadRead(thread: headerID, member: coordinator.practitionerID, from: nil, upTo: mark.at.milliseconds),
        by: coordinator)
    }
  }

  /// True where people are talking about this patient as the journey has it; a scene has talk of its own.
  mutating func talks() -> Bool { scene == nil && (index < Cast.walkthroughs || draw.chance(isLive ? 60 : 20)) }
}
