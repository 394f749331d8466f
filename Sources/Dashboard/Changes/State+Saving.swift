import Care
import Terminal

extension State {
  /// Asks for a change of the record. While one before it is on its way to the disk it waits its turn.
  mutating func ask(_ command: Command, of chart: Chart, done: String, about item: LineID?) {
    if isBeingSaved(command, of: chart) {
      toast = Toast(words: "This is being saved already.", weight: .refused, canUndo: false)
      return
    }
    deedsBegun += 1
    ask(
      .change(command, of: chart.id, seen: chart.version, done: done, item: item), deed: deedsBegun,
      subject: subject(item, of: chart))
  }

  /// Asks for a change of each of many lines, as one deed.
  mutating func ask(_ changes: [(row: WorkRow, command: Command)], done: String) {
    deedsBegun += 1
    for (row, command) in changes {
      ask(
        .change(command, of: row.patient, seen: nil, done: done, item: row.item), deed: deedsBegun,
        count: changes.count, subject: "\(row.patientName): \(row.title)")
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

  private func isBeingSaved(_ command: Command, of chart: Chart) -> Bool {
    guard !saving.isEmpty else { return false }
    let isWished = saving.wishes.contains { wish in
      if case .change(command, of: chart.id, seen: _, done: _, item: _) = wish.kind { true } else { false }
    }
    let events = try? decide(chart, command, CommandContext(now: now, author: author))
    return isWished || saving.requests.contains { $0.patient == chart.id && $0.events == events }
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
    case .change(_, let patient, _, _, _): patient
    case .undo: nil
    case .takeBack(let entry): if case .patient(let patient) = entry.stream { patient } else { nil }
    }
  }

  /// The turn of an undo has come: each entry of the newest deed is taken back, the last one first.
  private mutating func unfold(_ wish: Wish) {
    saving.wishes.removeFirst()
    guard wish.kind == .undo, let deed = deeds.last else {
      toast = Toast(words: "Undo: there is nothing of yours to undo.", weight: .refused, canUndo: false)
      return
    }
    let steps = deed.entries.reversed().map { entry in
      var step = wish
      (step.kind, step.deed, step.deedCount) = (.takeBack(entry), deed.number, deed.entries.count)
      return step
    }
    saving.wishes.insert(contentsOf: steps, at: 0)
  }

  private mutating func request(_ wish: Wish, on chart: Chart) -> Request? {
    let command: Command
    var (done, item, undoes) = ("Taken back", nil as LineID?, nil as EntryID?)
    switch wish.kind {
    case .change(let wished, _, let seen, let words, let about):
      (command, done, item) = (wished, words, about)
      guard seen == nil || chart.version == seen else {
        miss(subject(item, of: chart), "somebody changed it a moment ago; nothing of yours was saved.")
        return nil
      }
    case .takeBack(let entry): (command, item, undoes) = (.undo(entry), entry.event.task, entry.id)
    case .undo: return nil
    }
    let subject = subject(item, of: chart)
    do {
      let events = try decide(chart, command, CommandContext(now: now, author: author))
      if events.isEmpty {
        if !done.isEmpty { tellNothingToDo(subject) }
        return nil
      }
      return Request(
        patient: chart.id, expected: chart.version, events: events, reason: "", done: done, deed: wish.deed,
        deedCount: wish.deedCount, subject: subject, undoes: undoes, cursor: wish.cursor)
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

  private func subject(_ item: LineID?, of chart: Chart) -> String {
    let title = item.flatMap { chart.tasks[$0] }.map { chart.title(of: $0.value) }
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
      guard case .change(let command, request.patient, let seen?, let done, let item) = saving.wishes[index].kind
      else { continue }
      saving.wishes[index].kind = .change(
        command, of: request.patient, seen: seen + request.events.count, done: done, item: item)
    }
  }
}
