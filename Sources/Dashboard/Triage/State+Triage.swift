package import Care
import Terminal

extension State {
  func availabilityOfTriage(_ id: CommandID) -> Availability {
    guard author.member != nil else { return .disabled("say who you are: start with --as NAME") }
    if id == .triage {
      if count(.worklist) == 0 { return .disabled("the worklist is empty") }
      return triage == nil ? .enabled : .disabled("you are in it")
    }
    guard triage != nil else { return .disabled("\(keyMap.label(of: .triage)) begins a triage") }
    if id == .endTriage || triageRow != nil { return .enabled }
    return .disabled("nothing is shown to decide on")
  }

  mutating func performInTriage(_ command: CommandID) -> [Effect] {
    switch command {
    case .triage: return author.member.map { [.readTriage($0)] } ?? []
    case .skip: decide(.skip, done: "Skipped")
    case .give1, .give2, .give3: give(command)
    case .endTriage: endTriage()
    default: break
    }
    return []
  }

  /// The line of the item that is shown; nil while its chart is on the way, and where it is owed no longer.
  package var triageRow: WorkRow? {
    guard let item = triage?.item, let view, view.chart.id == item.patient else { return nil }
    return view.rows.first { $0.item == item.item }
  }

  /// What the journal has of this person's last triage is here: it goes on, or a new one begins.
  mutating func resumeTriage(_ session: TriageSession?) -> [Effect] {
    guard triage == nil else { return [] }
    triageVersion = session?.version ?? 0
    if let session, !session.isEnded, session.next != nil {
      if filter(.worklist)?.text ?? "" != session.queue.view { show(view: session.queue.view) }
      begin(session)
      let done = session.decided
      toast = Toast(
        words: "Goes on where you were: \(done) of \(session.queue.items.count) done. "
          + "\(keyMap.label(of: .endTriage)) ends it.", weight: .done, canUndo: false)
    } else {
      freeze()
    }
    return []
  }

  /// Takes the list as it is shown now, in its order.
  private mutating func freeze() {
    let count = count(.worklist)
    guard count <= Self.mostMarks else {
      toast = Toast(
        words: "\(count) lines are more than one sitting; \(keyMap.label(of: .filter)) shows fewer.", weight: .refused,
        canUndo: false)
      return
    }
    let items = (0..<count).compactMap { work(at: $0) }.map { TriageItem(patient: $0.patient, item: $0.item) }
    guard items.count == count, worklist.isComplete, let patient = items.first?.patient else {
      toast = Toast(words: "The list is still being read; try again.", weight: .refused, canUndo: false)
      return
    }
    let queue = TriageQueue(view: filter(.worklist)?.text ?? "", items: items)
    ask([Wanted(commands: [], patient: patient, done: "", session: .triageBegan(queue))])
  }

  /// An entry of this person's own stream is on the disk.
  mutating func hearOfTriage(_ entry: Entry) {
    guard case .triage(let member) = entry.stream, member == author.member else { return }
    triageVersion = entry.version
    if let session = TriageSession(entry) {
      begin(session)
    } else {
      triage?.session.apply(entry)
      if case .triageReopened(let index) = entry.event {
        showInTriage(index)
      } else if let triage, triage.index.map({ triage.session.decisions[$0] != nil }) ?? true {
        showInTriage(triage.session.next(after: triage.index ?? -1) ?? triage.session.next)
        unseen = self.triage?.item?.item
      }
    }
    if triage?.index == nil, triage?.session.isEnded == false, saving.isEmpty { endTriage() }
  }

  private mutating func begin(_ session: TriageSession) {
    triage = Triage(session)
    focusBefore = focus
    focus = .triage
    forgetMarks()
    showInTriage(session.next)
  }

  private mutating func showInTriage(_ index: Int?) {
    triage?.index = index
    triage?.shownAt = nil
  }

  /// What the clock said exactly: with a key, or once an item was on the screen.
  mutating func take(_ instant: Instant) {
    hand = instant
    if triage?.openedAt == nil { triage?.openedAt = instant }
    if triage?.shownAt == nil { triage?.shownAt = instant }
  }

  /// Leaves the triage where it is; it can be gone on with.
  mutating func leaveTriage() {
    guard let session = triage?.session else { return }
    triage = nil
    focus = focusBefore == .triage ? .worklist : focusBefore
    if session.isEnded { return }
    toast = Toast(
      words: "\(session.decided) of \(session.queue.items.count) done; \(keyMap.label(of: .triage)) goes on with it.",
      weight: .done, canUndo: false)
  }

  private mutating func endTriage() {
    guard let triage, !triage.session.isEnded else { return }
    let summary = triage.session.summary(unowned: unownedInTriage)
    guard let patient = triage.session.queue.items.first?.patient else { return }
    overlays.append(.summary(summary))
    ask([Wanted(commands: [], patient: patient, done: "", session: .triageEnded(summary))])
  }

  /// Of what was decided on or skipped, how many have no owner now.
  private var unownedInTriage: Int {
    guard let triage else { return 0 }
    let decided = Set(triage.session.decisions.keys.map { triage.session.queue.items[$0].item })
    let list = workspace.lists.worklist
    let places = workOrder.places(owned: false) + Array(workOrder.asleep)
    return places.count { place in list[place].map { $0.owner.isEmpty && decided.contains($0.item) } ?? false }
  }

  // MARK: Verdicts

  private mutating func decide(_ verdict: Verdict, done: String) {
    guard let triage, let item = triage.item, let step = step(verdict) else { return }
    ask([Wanted(commands: [], patient: item.patient, item: item.item, done: done, session: step)])
  }

  private func step(_ verdict: Verdict) -> Event? {
    guard let triage, let index = triage.index else { return nil }
    let took = max(0, (hand ?? now).milliseconds - (triage.shownAt ?? hand ?? now).milliseconds)
    return .triageDecided(index: index, verdict, took: took)
  }

  /// What a command is to the triage it is given in; nil outside of one, and for what decides nothing.
  func verdict(_ command: CommandID) -> Event? {
    guard triage != nil else { return nil }
    let verdict: Verdict? =
      switch command {
      case .accept: .accept
      case .assign, .give1, .give2, .give3: .assign
      case .refer: .refer
      case .message: .message
      case .book: .schedule
      case .waitUntil: .waitUntil
      case .escalate: .escalate
      case .complete, .closeWith: .close
      default: nil
      }
    return verdict.flatMap(step)
  }

  /// A call that was answered decides about what only asks for one; any other leaves the item where it is.
  func verdict(_ call: ContactOutcome, _ row: WorkRow?) -> Event? {
    guard triage != nil, call.settles, let row, let item = item(row) else { return nil }
    let isDone = row.kind == .task || item.clocks.contains { $0.clock.duty.isSettledByContact }
    return isDone ? step(.close) : nil
  }

  /// A status that ends the task, or sets it aside, decides.
  func verdict(_ status: TaskStatus) -> Event? {
    guard triage != nil else { return nil }
    if status == .onHold { return step(.waitUntil) }
    return step(status.isOpen ? .accept : .close)
  }

  /// Who could take the item now: those of the team who are here, then the rest of it.
  package var takers: [TeamMember] {
    guard let view else { return [] }
    let members = view.team.filter { $0.standing == .member && !$0.name.words.isEmpty && !$0.reference.isEmpty }
    let here = members.filter { $0.isHere(now, zone: workspace.zone) == true }
    return Array((here + members.filter { $0.isHere(now, zone: workspace.zone) != true }).prefix(3))
  }

  private mutating func give(_ command: CommandID) {
    let place = [CommandID.give1, .give2, .give3].firstIndex(of: command) ?? 0
    guard let row = triageRow, takers.indices.contains(place) else { return }
    let owner = takers[place].reference
    ask([
      Wanted(
        commands: [.assign(item: row.item, to: owner)], patient: row.patient, item: row.item, row: row,
        done: "Assigned to \(takers[place].name.words)", session: verdict(command))
    ])
  }

  /// An item that is owed no longer needs no verdict; the next one comes.
  mutating func passSettled() {
    guard let triage, let item = triage.item, let view, view.chart.id == item.patient, triageRow == nil, saving.isEmpty
    else { return }
    decide(.settled, done: "")
  }

  /// What has come into the view since the queue was frozen.
  mutating func noteArrivals(_ positions: [Int]) {
    guard let triage else { return }
    for position in positions where worklist.index(of: position) != nil {
      guard let row = workspace.lists.worklist[position], !triage.isQueued(row.item) else { continue }
      self.triage?.arrived.insert(row.item)
    }
  }
}
