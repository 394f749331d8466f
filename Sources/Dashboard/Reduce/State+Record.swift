import Care

extension State {
  /// A chart has been read: the patient under the cursor comes into view.
  mutating func show(_ id: PatientID, _ chart: Chart?) {
    guard let chart else {
      if id == patient { loseView() }
      waiting = nil
      return
    }
    workspace.keep(chart)
    tellOfArrivals(in: chart)
    guard id == patient else { return }
    let isSame = view?.chart.id == id
    let event = selectedEvent?.key
    let before = (thread: selectedThread?.id, member: selectedMember, line: selectedLine)
    let view = PatientView(chart, directory: workspace.directory, now: now, site: workspace.site)
    self.view = view
    chartLines = ChartLine.lines(of: chart, directory: workspace.directory)
    if isSame {
      // What arrives above a line does not push the cursor off it.
      hold(&messages) { view.threads.firstIndex { $0.id == before.thread } }
      hold(&team) { view.team.firstIndex { $0.name == before.member?.name && $0.role == before.member?.role } }
      hold(&self.chart) { [chartLines] in
        chartLines.firstIndex { $0.id == before.line?.id && $0.section == before.line?.section }
      }
      return remakeJourney(keeping: event)
    }
    restartCursors()
    openJourney()
  }

  mutating func lookAtClock(_ now: Instant) {
    self.now = now
    let (directory, zone) = (workspace.directory, workspace.zone)
    view?.lookAtClock(directory, now: now, zone: zone)
    renewFilter()
    passUp()
    let before = workOrder
    orderWork()
    if workOrder == before { return }
    // What slept and is back takes its place among the rest.
    if workOrder.woken != before.woken { worklist.sorting = worklist.sorting.map { Sorting($0.order) } }
    restoreCursor(.worklist)
  }

  /// The chart of the patient under the cursor can't be had; nobody else's may stand in for it.
  private mutating func loseView() {
    (view, window, chartLines, unreadable) = (nil, nil, [], patient)
    restartCursors()
  }

  mutating func showNobody() {
    (patient, view, window, chartLines) = (nil, nil, nil, [])
    restartCursors()
  }

  private mutating func restartCursors() {
    (messages, team, chart, journey) = (ListCursor(), ListCursor(), ListCursor(), ListCursor())
    journeyList = JourneyList()
  }

  /// Catches up with the record; every cursor stays on its row.
  private mutating func catchUp(_ change: Change) {
    let before = workspace.lists
    workspace.apply(change)
    if !change.members.isEmpty { (names, teammates, professions) = (nil, nil, nil) }
    followLists(from: before)
    for pane in Pane.lists { restoreCursor(pane) }
    if let patient, let chart = change.charts.first(where: { $0.id == patient }) { show(patient, chart) }
  }

  private mutating func moveCursor(to task: LineID, of patient: PatientID) {
    guard let row = workspace.chart(patient).flatMap({ row(task, in: $0) }) else { return }
    worklist.cursor.key = row.key
    restoreCursor(.worklist)
  }

  /// A line that has only moved among its like keeps the cursor; one that went elsewhere leaves it to the next.
  private mutating func followRow(_ before: WorkRow) {
    guard selectedWork?.item != before.item, let chart = workspace.chart(before.patient),
      let row = row(before.item, in: chart), row.segment == before.segment, row.deadline == before.deadline
    else { return }
    worklist.cursor.key = row.key
    restoreCursor(.worklist)
  }

  /// What others wrote arrives. Where it moved the line under the cursor, the cursor goes with it; where it took the
  /// line away, that is said, since the next key would act on the one that moved up.
  mutating func follow(_ change: Change) {
    let before = selectedWork
    catchUp(change)
    tellOfArrivals(in: change.entries)
    guard let before, selectedWork?.item != before.item else { return }
    moveCursor(to: before.item, of: before.patient)
    guard selectedWork?.item != before.item, focus == .worklist else { return }
    noteShift(from: before.item)
    toast = Toast(
      words: "\(before.patientName): \(before.title) is no longer here; somebody settled or changed it.",
      weight: .refused, canUndo: false)
  }

  mutating func appended(_ change: Change, _ request: Request) -> [Effect] {
    if case .passUp(let item, _) = request.wish {
      // Nobody pressed a key for it, so it comes in as others' changes do.
      saving.requests.removeAll { $0 == request }
      heldBack[item] = nil
      follow(change)
      renewWishes(after: request)
      return []
    }
    // A change that had to wait leaves the cursor where the person has gone meanwhile.
    let isThere = worklist.cursor.key == request.cursor
    let (before, wasHeld) = (selectedWork, saving.isHeld)
    let isReversible = change.entries.allSatisfy(\.event.isReversible)
    acknowledge(request)
    catchUp(change)
    renewWishes(after: request)
    for entry in change.entries { hearOfTriage(entry) }
    if let before, isThere { followRow(before) }
    // At once, it is what the key asked for; later, another key may be on its way.
    if wasHeld { noteShift(from: before?.item) } else if triage == nil { noteUnseen(from: before?.item) }
    if let undone = request.undoes {
      forget(undone)
      // The next key must act on what came back, not on what had moved up into its place.
      for entry in change.entries where isThere {
        if let item = entry.event.item { moveCursor(to: item, of: request.patient) }
      }
    } else {
      keep(change.entries, of: request)
    }
    if let words = words(for: request) {
      toast = Toast(words: words, weight: .done, canUndo: request.undoes == nil && !request.isReopening && isReversible)
    }
    return dropSent(change.entries)
  }

  /// Someone else was first, or the disk refused: say so and show the chart as it is now.
  mutating func refused(_ request: Request, _ words: String) -> [Effect] {
    saving.requests.removeAll { $0 == request }
    miss(request.subject, words)
    return request.events.isEmpty ? [] : [.readChart(request.patient)]
  }

  /// Someone else was first: what was wanted is decided anew, once the chart has been read as it is now.
  mutating func overtaken(_ request: Request) -> [Effect] {
    saving.requests.removeAll { $0 == request }
    saving.wishes.insert(
      Wish(
        kind: request.wish, deed: request.deed, deedCount: request.deedCount, subject: request.subject,
        cursor: request.cursor, isLate: true), at: 0)
    workspace.forget(request.patient)
    return request.patient == patient ? [.readChart(request.patient)] : []
  }

  /// A chart could not be read. What is on the screen of another patient must not stand in for it.
  mutating func fail(toRead chart: PatientID, _ words: String) {
    if saving.awaited == chart { missAwaited() }
    if chart == patient {
      waiting = nil
      if view?.chart.id != patient { loseView() }
    }
    complain(words)
  }
}

/// Moves a cursor with the row it is on.
private func hold(_ cursor: inout ListCursor, on row: () -> Int?) {
  guard let index = row() else { return }
  cursor.top = max(0, cursor.top + index - cursor.index)
  cursor.index = index
}
