import Care
package import Terminal

/// Writing a message: keys in, a draft out, and what is sent at the end.
extension State {
  package var composer: Composer? { if case .composer(let composer) = overlays.last { composer } else { nil } }

  /// The message that questions stand over.
  func composer(under depth: Int) -> Composer? {
    guard overlays.count > depth, case .composer(let composer) = overlays[overlays.count - 1 - depth] else {
      return nil
    }
    return composer
  }

  /// Whether something typed is still to be put on the disk.
  var hasUnkeptDraft: Bool { composer.map { !$0.isKept } ?? false }

  /// Columns and rows that there are to write in.
  package var composerSize: Size {
    Size(width: max(10, min(size.width - 4, 84) - 4), height: max(3, min(size.height - 14, 16)))
  }

  // MARK: Beginning

  /// Begins a message, or goes on with one that was left for the same patient and the same thread.
  mutating func compose(_ draft: MessageDraft, of patientName: String, about row: WorkRow? = nil) {
    let kept = drafts.first {
      $0.patient == draft.patient && $0.answers == draft.answers && Set(draft.about).isSubset(of: $0.about)
        && Set(draft.recipients).isSubset(of: $0.recipients)
    }
    overlays.append(.composer(Composer(kept ?? draft, of: patientName, about: row)))
  }

  /// A new message about the line under the cursor, or the patient alone.
  mutating func composeMessage(_ form: Form) {
    guard let chart = workspace.chart(form.patient) else { return sayChartIsGone() }
    let row = form.rows.first
    var draft = MessageDraft(id: ids.next(), patient: chart.id, written: now)
    draft.recipients = [form.reference(.recipient)]
    if let item = row.flatMap({ chart.owed($0.item, workspace.site) }) {
      let about = chart.reference(to: item)
      draft.about = about.isEmpty ? [] : [about]
      draft.topic = item.title
      // A message that answers one from home goes into its thread.
      if let event = item.clocks.first?.event, event.start == .patientMessage { draft.answers = event.line }
    }
    compose(draft, of: chart.listedName, about: row)
  }

  mutating func reply(to thread: MessageThread, in chart: Chart) {
    let draft = chart.answer(to: thread, id: ids.next(), at: now) { isOwn($0) }
    compose(draft, of: chart.listedName)
  }

  static let chartIsGone = "the chart is not here any more; open the patient and do it again"

  mutating func sayChartIsGone() {
    toast = Toast(words: "Not written: \(Self.chartIsGone).", weight: .refused, canUndo: false)
  }

  // MARK: Keys

  mutating func pressInComposer(_ composer: Composer, _ key: Key) -> [Effect] {
    var composer = composer
    let before = composer.area.text
    if let command = CommandID.ofComposer.first(where: { keyMap.keys(of: $0).contains([key]) }) {
      return carryOut(command, composer)
    }
    let people = mentioned(composer)
    switch key {
    case Key(.tab) where !people.isEmpty:
      let choice = people[min(composer.index, people.count - 1)]
      if case .reference(let reference) = choice.answer { composer.mention(choice.words, reference) }
    case Key(.down) where !people.isEmpty: composer.index = min(composer.index + 1, people.count - 1)
    case Key(.up) where !people.isEmpty: composer.index = max(0, composer.index - 1)
    default:
      _ = composer.area.take(key, cells: composerSize.width, rows: composerSize.height)
      composer.index = 0
    }
    if composer.area.text != before { (composer.isKept, composer.fault) = (false, nil) }
    overlays[overlays.count - 1] = .composer(composer)
    return []
  }

  mutating func paste(_ text: String, into composer: Composer) {
    var composer = composer
    let excess = composer.area.paste(text)
    composer.isKept = false
    composer.fault =
      excess == 0
      ? nil : "What was pasted is \(excess) characters too long for a message; attach a document or paste less."
    overlays[overlays.count - 1] = .composer(composer)
  }

  /// Leaves it; what was typed is there again with the next message to the same.
  mutating func leaveComposer(_ composer: Composer) -> [Effect] {
    let draft = composer.whole(at: now)
    if draft.text.isBlank {
      drafts.removeAll { $0.id == draft.id }
      return [.dropDraft(draft.id)]
    }
    put(draft)
    toast = Toast(
      words: "Your draft is kept: writing to the same again goes on with it.", weight: .done, canUndo: false)
    return [.keepDraft(draft)]
  }

  /// The hands rest: what is typed goes onto the disk, so that nothing is lost with the connection.
  mutating func keepDraft() -> [Effect] {
    guard var composer, !composer.isKept else { return [] }
    composer.isKept = true
    let draft = composer.whole(at: now)
    overlays[overlays.count - 1] = .composer(composer)
    put(draft)
    return [.keepDraft(draft)]
  }

  /// The newest stands first.
  mutating func put(_ draft: MessageDraft) {
    drafts.removeAll { $0.id == draft.id }
    drafts.insert(draft, at: 0)
  }

  /// The disk was busy: it is tried again.
  mutating func draftWaits(_ id: LineID) {
    guard var composer, composer.draft.id == id else { return }
    composer.isKept = false
    overlays[overlays.count - 1] = .composer(composer)
  }

  /// People and roles that fit what is typed after an @.
  package func mentioned(_ composer: Composer) -> [Form.Choice] {
    guard let typed = composer.mention else { return [] }
    return Array(people(typed, about: composer.draft.patient, isStrict: true).prefix(5))
  }

  private mutating func carryOut(_ command: CommandID, _ composer: Composer) -> [Effect] {
    var composer = composer
    composer.fault = nil
    switch command {
    case .sendMessage: return send(composer)
    case .makeUrgent: composer.draft.isUrgent.toggle()
    case .askAcknowledgement: composer.draft.needsAcknowledgement.toggle()
    case .dropRecipient: if !composer.draft.recipients.isEmpty { composer.draft.recipients.removeLast() }
    case .addTeam: addTeam(&composer)
    case .insertSBAR:
      let before = composer.area.text.utf8.prefix(composer.area.cursor).last
      composer.area.insert((before == nil || before == UInt8(ascii: "\n") ? "" : "\n") + MessageTemplate.sbar)
    case .openEditor:
      overlays[overlays.count - 1] = .composer(composer)
      return [.edit(composer.area.text)]
    default:
      overlays[overlays.count - 1] = .composer(composer)
      indexNames()
      overlays.append(.form(Form(command, rows: [], patient: composer.draft.patient, called: composer.patientName)))
      return []
    }
    composer.isKept = false
    overlays[overlays.count - 1] = .composer(composer)
    return []
  }

  /// Everybody on the patient's team but whoever writes; the patient and those at home are written to by name, since each
  /// needs a ground. The thread is then about the team, too.
  private func addTeam(_ composer: inout Composer) {
    guard let chart = workspace.chart(composer.draft.patient) else { return }
    let members = team(of: chart).filter { $0.standing == .member && !chart.isPatientOrCarer($0.reference) }
    let others = members.map(\.reference).filter { !$0.isEmpty && !isOwn($0) }
    if others.isEmpty {
      composer.fault = "Nobody else is on the team; \(keyMap.label(of: .addRecipient)) adds somebody."
    }
    let directory = workspace.directory
    for other in others {
      let person = directory.person(behind: other)
      let isThere = person.map { known in composer.draft.recipients.contains { directory.person(behind: $0) == known } }
      if isThere != true { composer.add(other) }
    }
    for team in chart.activeTeams where !others.isEmpty && !composer.draft.about.contains(team) {
      composer.draft.about.append(team)
    }
  }

  /// What somebody wrote in an editor of their own.
  mutating func takeEdited(_ text: String) {
    guard var composer else { return }
    var area = TextArea()
    guard area.paste(text.last == "\n" ? String(text.dropLast()) : text) == 0 else {
      composer.fault = "What the editor gave back is too long for a message; it stays as it was."
      overlays[overlays.count - 1] = .composer(composer)
      return
    }
    (composer.area, composer.isKept) = (area, false)
    overlays[overlays.count - 1] = .composer(composer)
  }

  /// A question that stood over the message has been answered.
  mutating func finishInComposer(_ form: Form) -> [Effect] {
    guard var composer else { return [] }
    switch form.command {
    case .addRecipient: composer.add(form.reference(.recipient))
    case .attachLine:
      let line = form.reference(.line)
      if !line.isEmpty, !composer.draft.about.contains(line) { composer.draft.about.append(line) }
      composer.isKept = false
    default:
      guard case .basis(let basis?) = form.answers[.basis] else {
        composer.fault =
          "Nothing was sent: there is no ground to tell \(strangers(composer).map(naming).joined(separator: ", "))."
        overlays[overlays.count - 1] = .composer(composer)
        return []
      }
      composer.basis = basis
      overlays[overlays.count - 1] = .composer(composer)
      return send(composer)
    }
    overlays[overlays.count - 1] = .composer(composer)
    return []
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
