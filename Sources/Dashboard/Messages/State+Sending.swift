package import Care
import Terminal

/// What is looked at before a message goes out, and how it goes.
extension State {
  /// What there is to know of each recipient before it is sent.
  package func concerns(_ composer: Composer) -> [(recipient: Reference, concerns: [WritingConcern])] {
    guard let chart = workspace.chart(composer.draft.patient) else { return [] }
    let team = team(of: chart)
    return composer.draft.recipients.map { recipient in
      (
        recipient,
        chart.concerns(
          writingTo: recipient, about: composer.draft.topic, team: team, workspace.directory,
          workspace.site, now: now)
      )
    }
  }

  /// Those whom nothing on file allows to tell.
  func strangers(_ composer: Composer) -> [Reference] {
    concerns(composer).filter { $0.concerns.contains(where: \.asksForBasis) }.map(\.recipient)
  }

  mutating func send(_ composer: Composer) -> [Effect] {
    var composer = composer
    func stay(_ words: String) {
      composer.fault = words
      overlays[overlays.count - 1] = .composer(composer)
    }
    guard let author = ownReference else {
      stay("Say who you are: leave, and start with --as NAME. The draft is kept.")
      return []
    }
    if composer.draft.recipients.isEmpty {
      stay("It goes to nobody yet; \(keyMap.label(of: .addRecipient)) adds somebody.")
      return []
    }
    if composer.area.text.isBlank {
      stay("Nothing is written yet.")
      return []
    }
    if let name = unheard(composer) {
      stay(
        "@\(name) gets nothing yet: put the cursor behind it and press Tab, or take the @ away. "
          + "\(keyMap.label(of: .addRecipient)) adds somebody by hand.")
      return []
    }
    guard let chart = workspace.chart(composer.draft.patient) else {
      stay("Not sent: \(Self.chartIsGone). The draft is kept.")
      return []
    }
    let concerns = concerns(composer)
    if let (recipient, against) = concerns.first(where: { $0.concerns.contains(where: \.forbids) }) {
      let why = against.contains(.noContact) ? "wants nobody to get in touch" : "may not be told; the patient refused"
      stay("\(naming(recipient)) \(why). \(keyMap.label(of: .dropRecipient)) takes the last recipient off.")
      return []
    }
    if composer.basis == nil, !strangers(composer).isEmpty {
      overlays[overlays.count - 1] = .composer(composer)
      overlays.append(
        .form(Form(.sendMessage, rows: [], patient: chart.id, called: composer.patientName)))
      return []
    }
    overlays.removeLast()
    let draft = composer.whole(at: now)
    // It stays a draft until the message is on the disk: what is refused there must not be lost.
    put(draft)
    ask([wanted(composer, draft, concerns, chart, author)])
    return [.keepDraft(draft)]
  }

  /// The first who is called with an @ in the text and whom it doesn't go to; nil where all are.
  private func unheard(_ composer: Composer) -> String? {
    let names = composer.draft.recipients.map { recipient in
      [naming(recipient), workspace.directory[recipient].map(workspace.directory.roleWords) ?? ""].joined(
        separator: " ")
    }
    let words = composer.area.text.split(whereSeparator: \.isWhitespace).filter { $0.first == "@" }
    return words.map { String($0.dropFirst()).filter { $0.isLetter || $0.isNumber || $0 == "-" } }.first { called in
      !called.isEmpty && !names.contains { WordStarts.fit(WordStarts.words(called), $0) }
    }
  }

  /// Drafts whose messages are on the disk now.
  mutating func dropSent(_ entries: [Entry]) -> [Effect] {
    let sent = drafts.map(\.id).filter { id in entries.contains { $0.event.item == id } }
    drafts.removeAll { sent.contains($0.id) }
    return sent.map { .dropDraft($0) }
  }

  private mutating func wanted(
    _ composer: Composer, _ draft: MessageDraft, _ concerns: [(recipient: Reference, concerns: [WritingConcern])],
    _ chart: Chart, _ author: Reference
  ) -> Wanted {
    let message = chart.message(draft, by: author, at: now)
    let line = chart.written(.communication(message), draft.id)
    var commands: [Command] = [.write(line)]
    let by = Touch(name: self.author.name, at: now)
    for (recipient, found) in concerns {
      guard let ground = chart.ground(found, for: recipient, given: composer.basis) else { continue }
      // What the patient agreed to holds for a year, for this topic; every other ground is for this message alone.
      if SharingBasis.ofAgreement.contains(ground), found.contains(where: \.asksForBasis), !draft.topic.isEmpty {
        let consent = Consent.toShare(
          with: recipient, about: draft.topic, basis: ground, recordedBy: author, at: now,
          until: Moment(now.adding(days: 365)))
        commands.append(.write(chart.written(.consent(consent), ids.next())))
      }
      commands.append(
        .disclose(
          Disclosure(
            line: draft.id, recipient: recipient, basis: ground, topic: draft.topic, text: draft.text, by: by)))
    }
    let thread = draft.answers.flatMap { chart.thread(holding: $0) }
    // Who answers has read what was there.
    commands.append(.markRead(thread: thread?.id ?? draft.id, as: ownRecipients(thread?.messages ?? [])))
    if let thread {
      for message in thread.messages where chart.isAwaiting(message) {
        let recipients = answered(message, in: thread, chart)
        if !recipients.isEmpty { commands.append(.noteAnswer(message: message.id, as: recipients)) }
      }
    }
    let row = composer.row
    let settled = settled(by: commands, in: chart)
    let closes = row.map { row in settled.contains { $0.id == row.item } } ?? false
    let names = draft.recipients.map(naming)
    let told = names.count > 2 ? "\(names[0]) and \(names.count - 1) more" : names.joined(separator: " and ")
    // The patient and those at home have no screen here.
    let isSent = !draft.recipients.allSatisfy(chart.isPatientOrCarer)
    let what = isSent ? "Sent to \(told)" : "On file for \(told), not sent from here: tell them another way"
    let done = ([what] + words(ofSettled: settled, by: row)).joined(separator: "; ")
    return Wanted(
      commands: commands, patient: chart.id, item: row?.item ?? draft.id, row: row, done: done,
      session: row.flatMap { row in
        closes ? verdictOfClosing(row.item) : verdict(.message, on: row.item)
      })
  }
}
