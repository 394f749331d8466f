import Care
import Terminal

/// How what a person wants becomes what the record is asked to append.
extension State {
  /// - Returns: nil where nothing is to be appended; the person has been told why.
  mutating func request(_ wish: Wish) -> Request? {
    var wanted: Wanted
    var undoes: EntryID?
    var author = author
    let chart = wish.patient.flatMap { workspace.chart($0) } ?? Chart(id: wish.patient ?? .unmatched)
    switch wish.kind {
    case .change(let change):
      guard let fitting = fitting(change, chart) else {
        overtake(change, wish, chart)
        return nil
      }
      wanted = fitting
    case .takeBack(let entry, _):
      wanted = Wanted(commands: [.undo(entry)], patient: chart.id, item: entry.event.item, done: takenBack(entry))
      undoes = entry.id
    case .passUp(let item, _):
      guard let climbing = passingUp(item, in: chart) else { return nil }
      (wanted, author) = (climbing, Self.itself)
    case .undo: return nil
    }
    let subject = undoes == nil ? wish.subject : subject(wanted.item, of: chart)
    do {
      let commands = naming(whoIsAboveIn: wanted.commands, chart)
      let events = try carriedOut(commands, on: chart, wanted.reason, by: author).events
      let session = session(wish, wanted)
      if events.isEmpty, session == nil {
        if !wanted.done.isEmpty { tellNothingToDo(subject) }
        return nil
      }
      return Request(
        patient: chart.id, expected: chart.version, events: events, author: author, reason: wanted.reason,
        done: wanted.done,
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

  private func takenBack(_ entry: Entry) -> String {
    let done = deeds.last { $0.entries.contains { $0.id == entry.id } }?.done ?? ""
    return done.isEmpty ? "Taken back" : "Taken back: \(done)"
  }

  /// What some commands come to, and the chart as they would leave it.
  private func carriedOut(
    _ commands: [Command], on chart: Chart, _ reason: String = "", by author: Author
  ) throws(Refusal) -> (events: [Event], chart: Chart) {
    let context = CommandContext(now: now, author: author, reason: reason, site: workspace.site)
    var (chart, all) = (chart, [Event]())
    for command in commands {
      let events = try decide(chart, command, context)
      all += events
      // What follows must know of what goes before it.
      for event in events { chart.rehearse(event, by: author, at: now, reason: reason) }
    }
    return (all, chart)
  }

  /// What would be owed no longer once some commands are carried out; nothing where one of them is refused.
  func settled(by commands: [Command], in chart: Chart) -> [OpenItem] {
    guard let after = try? carriedOut(commands, on: chart, by: author).chart else { return [] }
    let left = Set(after.owed(workspace.site).map(\.id))
    return chart.owed(workspace.site).filter { !left.contains($0.id) && $0.shownFrom ?? now <= now }
  }

  /// What is wanted, where the item is as the person had it before them. What is written new is written in any case,
  /// since it tells of something that was done; what it was to do to the item is left out then. Nil where the person
  /// must be asked.
  private func fitting(_ wanted: Wanted, _ chart: Chart) -> Wanted? {
    guard let row = wanted.row else { return wanted }
    if let now = self.row(row.item, in: chart), now.isSame(as: row) { return wanted }
    let writing = wanted.commands.filter { if case .write = $0 { true } else { false } }
    if writing.isEmpty { return nil }
    var rest = wanted
    (rest.commands, rest.session) = (writing, nil)
    return rest
  }

  /// What goes onto this person's own stream with a change.
  private func session(_ wish: Wish, _ wanted: Wanted) -> SessionEvents? {
    guard let member = author.member else { return nil }
    let event: Event? =
      if case .takeBack(_, let place) = wish.kind { place.map { .triageReopened(index: $0.index) } } else {
        wanted.session
      }
    return event.map { SessionEvents(member: member, expected: lastSession?.version ?? 0, events: [$0]) }
  }

  /// The line that an item of a chart has in the worklist; nil where it is open no longer.
  func row(_ item: LineID, in chart: Chart) -> WorkRow? {
    chart.owed(item, workspace.site).flatMap { ChartRows.work(of: chart, [$0], site: workspace.site).first }
  }

  private func subject(_ item: LineID?, of chart: Chart) -> String {
    let title = item.flatMap { id in
      chart.tasks[id].map { chart.title(of: $0.value) } ?? chart.handling[id]?.settlement?.title
        ?? view?.openItems.first { $0.id == id }?.title
    }
    return [chart.listedName, title].compactMap(\.self).joined(separator: ": ")
  }

  /// The record is as was asked for already. An undo behind it would take back something else.
  private mutating func tellNothingToDo(_ subject: String) {
    toast = Toast(words: "\(subject): that is so already.", weight: .refused, canUndo: false)
    if saving.wishes.first?.kind == .undo { saving.wishes.removeFirst() }
  }
}

extension Chart {
  /// The chart as it would be after an event that is not on the disk.
  fileprivate mutating func rehearse(_ event: Event, by author: Author, at now: Instant, reason: String) {
    apply(
      Entry(
        sequence: 0, version: version + 1,
        of: Proposal(
          id: EntryID(high: 0, low: 0), stream: .patient(id), expected: version, time: now, author: author,
          reason: reason, event: event)))
  }
}
