import Care

extension Draft {
  /// The patient was reached, and agreed that the carer is told about one thing.
  mutating func callAndTell(_ carer: Carer) {
    let coordinator = the(.coordinator)
    let (call, consent): (LineID, LineID) = (ids.id(), ids.id())
    ask(by: coordinator, minutesAgo: 1_210) { chart, now in
      let writing = Writing(chart, about: nil, by: coordinator.practitioner, now: now)
      let contact = writing.contact(
        .reached, with: chart.patientReference,
        note: "wound dry, walks ten minutes twice a day, knows the tablets. May tell the \(carer.relationship).")
      return .write(chart.written(contact, call))
    }
    read(call, by: coordinator, minutesAgo: 1_210)
    let letter = Letter(
      topic: "Lifting and stairs",
      words: "Stairs slowly, with one rest. Nothing over 10 lb until the wound check. Questions reach me here.")
    let message = send(letter, by: coordinator, to: [carer.reference], minutesAgo: 1_195)
    ask(by: coordinator, minutesAgo: 1_195) { chart, now in
      let agreed = Consent.toShare(
        with: carer.reference, about: letter.topic, basis: .agreed, recordedBy: coordinator.practitioner, at: now,
        until: Moment(now.adding(days: 365)))
      return .write(chart.written(.consent(agreed), consent))
    }
    ask(by: coordinator, minutesAgo: 1_195) { _, now in
      .disclose(
        Disclosure(
          line: message, recipient: carer.reference, basis: .agreed, topic: letter.topic, text: letter.words,
          by: Touch(name: coordinator.name.listed, at: now)))
    }
  }
}
