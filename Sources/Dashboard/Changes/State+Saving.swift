import Care
import Terminal

/// What is asked for and on its way to the disk, one after another.
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
      let subject = [name, change.row?.title].compactMap(\.self).joined(separator: ": ")
      ask(.change(change), deed: deedsBegun, count: wanted.count, subject: subject)
    }
  }

  /// Takes back the newest deed; one that is still on its way to the disk, once it is there.
  mutating func askUndo() {
    deedsBegun += 1
    ask(.undo, deed: deedsBegun, subject: "Undo")
  }

  private mutating func ask(_ kind: Wish.Kind, deed: Int, count: Int = 1, subject: String) {
    saving.wishes.append(
      Wish(
        kind: kind, deed: deed, deedCount: count, subject: subject, cursor: worklist.cursor.key,
        isLate: !saving.isEmpty))
  }

  func isBeingSaved(_ wanted: Wanted) -> Bool {
    func isSame(_ kind: Wish.Kind) -> Bool {
      guard case .change(let other) = kind else { return false }
      return (other.commands, other.patient, other.session) == (wanted.commands, wanted.patient, wanted.session)
    }
    return saving.wishes.contains { isSame($0.kind) } || saving.requests.contains { isSame($0.wish) }
  }

  /// Decides on what waits, oldest first, as far as nothing is on its way to the disk.
  mutating func fulfilWishes() -> [Effect] {
    saving.awaited = nil
    while saving.requests.isEmpty, !saving.isPausing, let wish = saving.wishes.first {
      if wish.kind == .undo {
        saving.wishes.removeFirst()
        unfold(wish)
        continue
      }
      // What goes onto a person's own stream alone needs nobody's chart.
      let needsChart = wish.patient.map { wish.touchesChart && workspace.chart($0) == nil } ?? false
      if needsChart, let patient = wish.patient {
        saving.awaited = patient
        return [.readChart(patient)]
      }
      saving.wishes.removeFirst()
      saving.inTurn = wish.deedCount > 1 ? saving.inTurn + 1 : 0
      if let request = request(wish) {
        saving.requests.append(request)
        return [.append(request)]
      }
    }
    return []
  }

  /// The turn of an undo has come: each entry of the newest deed is taken back, the last one first.
  private mutating func unfold(_ wish: Wish) {
    guard let deed = deeds.last else {
      toast = Toast(
        words: "Undo: you have done nothing since the start that can be undone.", weight: .refused, canUndo: false)
      return
    }
    let place = deed.verdict.flatMap { lastSession?.isOpen(at: $0) ?? false ? $0 : nil }
    var steps = deed.entries.reversed().map { entry in
      var step = wish
      step.kind = .takeBack(entry, verdict: entry.id == deed.entries.first?.id ? place : nil)
      (step.deed, step.deedCount) = (deed.number, deed.isOfMany ? deed.entries.count : 1)
      return step
    }
    if deed.entries.isEmpty {
      // A verdict that changed no record.
      deeds.removeLast()
      guard let place, let item = lastSession?.queue.items[place.index] else {
        toast = Toast(words: "Undo: that triage is over.", weight: .refused, canUndo: false)
        return
      }
      var step = wish
      step.kind = .change(
        Wanted(
          commands: [], patient: item.patient, item: item.item, done: "Taken back",
          session: .triageReopened(index: place.index)))
      step.subject = workspace.chart(item.patient)?.listedName ?? "A verdict"
      steps = [step]
    }
    saving.wishes.insert(contentsOf: steps, at: 0)
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

  /// A request is on the disk.
  mutating func acknowledge(_ request: Request) {
    saving.requests.removeAll { $0 == request }
    saving.isSaved = true
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

extension TriageSession {
  /// Whether a place of this session has a verdict that can still be taken back.
  fileprivate func isOpen(at place: TriagePlace) -> Bool {
    place.session == first && !isEnded && decisions[place.index] != nil
  }
}
