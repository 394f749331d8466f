import Care
import Terminal

extension State {
  /// Asks for a change of the record, as one deed. While one before it is on its way to the disk it waits its turn.
  mutating func ask(_ wanted: [Wanted]) {
    if wanted.count == 1, isBeingSaved(wanted[0]) {
      toast = Toast(words: "This is being saved already.", weight: .refused, canUndo: false)
      return
    }
    deedsBegun += 1
    for change in wanted {
      let name = change.row?.patientName ?? workspace.chart(change.patient)?.listedName
      ask(
        .change(change), deed: deedsBegun, count: wanted.count,
        subject: [name, change.row?.title].compactMap(\.self).joined(separator: ": "))
    }
  }

  /// Takes back the newest deed; one that is still on its way to the disk, once it is there.
  mutating func askUndo() {
    deedsBegun += 1
    ask(.undo, deed: deedsBegun)
  }

  private mutating func ask(_ kind: Wish.Kind, deed: Int, count: Int = 1, subject: String = "A change") {
    saving.wishes.append(
      Wish(
        kind: kind, deed: deed, deedCount: count, subject: subject, cursor: worklist.cursor.key,
        isLate: !saving.isEmpty))
  }

  private func isBeingSaved(_ wanted: Wanted) -> Bool {
    guard !saving.isEmpty else { return false }
    let isWished = saving.wishes.contains { wish in
      guard case .change(let other) = wish.kind else { return false }
      return other.commands == wanted.commands && other.patient == wanted.patient
    }
    guard let chart = workspace.chart(wanted.patient) else { return isWished }
    let events = try? events(wanted, on: chart)
    return isWished || saving.requests.contains { $0.patient == wanted.patient && $0.events == events }
  }

  private func events(_ wanted: Wanted, on chart: Chart) throws(Refusal) -> [Event] {
    var (chart, all) = (chart, [Event]())
    for command in wanted.commands {
      let context = CommandContext(now: now, author: author, reason: wanted.reason, site: workspace.site)
      let events = try decide(chart, command, context)
      all += events
      if command == wanted.commands.last { break }
      // What follows must know of what goes before it.
      for event in events { chart.rehearse(event, now: now, author: author, reason: wanted.reason) }
    }
    return all
  }

  /// Decides on what waits, oldest first, as far as nothing is on its way to the disk.
  mutating func fulfilWishes() -> [Effect] {
    saving.awaited = nil
    while saving.requests.isEmpty, !saving.isPausing, let wish = saving.wishes.first {
      guard let patient = patient(of: wish) else {
        unfold(wish)
        continue
      }
      guard let chart = workspace.chart(patient) else {
        saving.awaited = patient
        return [.readChart(patient)]
      }
      saving.wishes.removeFirst()
      saving.inTurn = wish.deedCount > 1 ? saving.inTurn + 1 : 0
      if let request = request(wish, on: chart) {
        saving.requests.append(request)
        return [.append(request)]
      }
    }
    return []
  }

  /// nil for the undoing of a whole deed.
  private func patient(of wish: Wish) -> PatientID? {
    switch wish.kind {
    case .change(let wanted): wanted.patient
    case .undo: nil
    case .takeBack(let entry, _): if case .patient(let patient) = entry.stream { patient } else { nil }
    }
  }

  /// The turn of an undo has come: each entry of the newest deed is taken back, the last one first.
  private mutating func unfold(_ wish: Wish) {
    saving.wishes.removeFirst()
    guard wish.kind == .undo, let deed = deeds.last else {
      toast = Toast(words: "Undo: there is nothing of yours to undo.", weight: .refused, canUndo: false)
      return
    }
    if deed.entries.isEmpty {
      // A verdict that changed no record.
      deeds.removeLast()
      guard let triage, let index = deed.verdict, triage.session.queue.items.indices.contains(index) else { return }
      let patient = triage.session.queue.items[index].patient
      var step = wish
      step.kind = .change(
        Wanted(commands: [], patient: patient, done: "Taken back", session: .triageReopened(index: index)))
      step.subject = workspace.chart(patient)?.listedName ?? "A verdict"
      saving.wishes.insert(step, at: 0)
      return
    }
    let steps = deed.entries.reversed().map { entry in
      var step = wish
      let verdict = entry.id == deed.entries.first?.id ? deed.verdict : nil
      (step.kind, step.deed, step.deedCount) = (.takeBack(entry, verdict: verdict), deed.number, deed.entries.count)
      return step
    }
    saving.wishes.insert(contentsOf: steps, at: 0)
  }

  private mutating func request(_ wish: Wish, on chart: Chart) -> Request? {
    var wanted: Wanted
    var undoes: EntryID?
    switch wish.kind {
    case .change(let change):
      wanted = change
      guard isAsSeen(change, chart) else {
        overtake(change, wish, chart)
        return nil
      }
    case .takeBack(let entry, _):
      wanted = Wanted(commands: [.undo(entry)], patient: chart.id, item: entry.event.item, done: "Taken back")
      undoes = entry.id
    case .undo: return nil
    }
    let subject = wish.subject == "A change" ? subject(wanted.item, of: chart) : wish.subject
    do {
      let events = try events(wanted, on: chart)
      let session = session(wish)
      if events.isEmpty, session == nil {
        if !wanted.done.isEmpty { tellNothingToDo(subject) }
        return nil
      }
      return Request(
        patient: chart.id, expected: chart.version, events: events, reason: wanted.reason, done: wanted.done,
        wish: wish.kind, session: session, deed: wish.deed, deedCount: wish.deedCount, subject: subject,
        undoes: undoes, cursor: wish.cursor)
    } catch {
      if let undoes { forget(undoes) }
      if wish.isLate || wish.deedCount > 1 {
        miss(subject, error.words)
      } else {
        toast = Toast(words: error.words, weight: .refused, canUndo: false)
      }
      return nil
    }
  }

  /// What goes onto this person's own stream with a change.
  private func session(_ wish: Wish) -> SessionEvents? {
    guard let member = author.member else { return nil }
    let event: Event? =
      switch wish.kind {
      case .change(let wanted): wanted.session
      case .takeBack(_, let index): triage == nil ? nil : index.map { .triageReopened(index: $0) }
      case .undo: nil
      }
    return event.map { SessionEvents(member: member, expected: triageVersion, events: [$0]) }
  }

  /// Whether what the person had before them is what there is: the whole chart, or else the item itself.
  private func isAsSeen(_ wanted: Wanted, _ chart: Chart) -> Bool {
    if let row = wanted.row {
      guard let now = self.row(row.item, in: chart) else { return false }
      return now.isSame(as: row)
    }
    return wanted.seen == nil || chart.version == wanted.seen
  }

  /// The line that an item of a chart has in the worklist; nil where it is open no longer.
  func row(_ item: LineID, in chart: Chart) -> WorkRow? {
    ChartRows(chart, site: workspace.site).work.first { $0.item == item }
  }

  private func subject(_ item: LineID?, of chart: Chart) -> String {
    let title = item.flatMap { id in
      chart.tasks[id].map { chart.title(of: $0.value) } ?? view?.openItems.first { $0.id == id }?.title
    }
    return [chart.listedName, title].compactMap(\.self).joined(separator: ": ")
  }

  /// The record is as was asked for already. An undo behind it would take back something else.
  private mutating func tellNothingToDo(_ subject: String) {
    toast = Toast(words: "\(subject): that is so already.", weight: .refused, canUndo: false)
    if saving.wishes.first?.kind == .undo { saving.wishes.removeFirst() }
  }

  /// A change came to nothing. An undo asked for behind it may have meant it, and must not reach further back.
  mutating func miss(_ subject: String, _ words: String) {
    saving.isSaved = false
    let before = saving.wishes.count
    saving.wishes.removeAll { $0.kind == .undo }
    let isUndoLost = saving.wishes.count < before
    complain(words + (isUndoLost ? " The undo after it was not carried out." : ""), about: subject)
  }

  /// The chart that the first wish needs can't be had.
  mutating func missAwaited() {
    guard saving.awaited != nil, !saving.wishes.isEmpty else { return }
    let wish = saving.wishes.removeFirst()
    miss(wish.subject, "not saved, since the chart could not be read.")
  }

  /// A request is on the disk: what waits behind it knows of it.
  mutating func acknowledge(_ request: Request) {
    saving.requests.removeAll { $0 == request }
    saving.isSaved = true
    for index in saving.wishes.indices {
      guard case .change(var wanted) = saving.wishes[index].kind, wanted.patient == request.patient else { continue }
      wanted.seen = wanted.seen.map { $0 + request.events.count }
      saving.wishes[index].kind = .change(wanted)
    }
  }

  /// What waits behind a request knows of what that did to its line.
  mutating func renewWishes(after request: Request) {
    guard let chart = workspace.chart(request.patient) else { return }
    for index in saving.wishes.indices {
      guard case .change(var wanted) = saving.wishes[index].kind, let item = wanted.item, wanted.row != nil,
        request.events.contains(where: { $0.item == item }), let now = row(item, in: chart)
      else { continue }
      wanted.row = now
      saving.wishes[index].kind = .change(wanted)
    }
  }
}

extension WorkRow {
  /// Whether nothing that a person decides by is different.
  func isSame(as other: WorkRow) -> Bool {
    (status, owner, due, priority, title) == (other.status, other.owner, other.due, other.priority, other.title)
      && (sleepsUntil, steps) == (other.sleepsUntil, other.steps)
  }
}

extension Chart {
  /// The chart as it would be after an event that is not on the disk yet.
  fileprivate mutating func rehearse(_ event: Event, now: Instant, author: Author, reason: String) {
    apply(
      Entry(
        sequence: 0, version: version + 1,
        of: Proposal(
          id: EntryID(high: 0, low: 0), stream: .patient(id), expected: version, time: now, author: author,
          reason: reason, event: event)))
  }
}
