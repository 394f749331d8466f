package import Care
import Terminal

/// How a triage begins, goes on and ends.
extension State {
  func availabilityOfTriage(_ id: CommandID) -> Availability {
    guard author.member != nil else { return .disabled("say who you are: start with --as NAME") }
    guard triage != nil else {
      if id != .triage { return .disabled("\(keyMap.label(of: .triage)) begins a triage") }
      return count(.worklist) == 0 ? .disabled("the worklist is empty") : .enabled
    }
    switch id {
    case .triage: return .disabled("you are in it")
    case .endTriage: return .enabled
    // What can't be read can be passed by.
    case .skip: return triage?.item == nil ? .disabled("nothing is shown to decide on") : .enabled
    default: return triageRow == nil ? .disabled("nothing is shown to decide on") : .enabled
    }
  }

  mutating func performInTriage(_ command: CommandID) -> [Effect] {
    switch command {
    case .triage: return author.member.map { [.readTriage($0)] } ?? []
    case .skip: pass(.skip, done: "Skipped")
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
    lastSession = session
    guard let session, !session.isEnded else {
      freeze()
      return []
    }
    if filter(.worklist)?.text ?? "" != session.queue.view { show(view: session.queue.view) }
    begin(session)
    let view = session.queue.view
    if session.next != nil {
      toast = Toast(
        words: "Goes on where you were\(view.isEmpty ? "" : " in \(view)"): \(session.decided) of "
          + "\(session.queue.items.count) done. "
          + "\(keyMap.label(of: .endTriage)) ends it.", weight: .done, canUndo: false)
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
    guard items.count == count, worklist.isComplete else {
      toast = Toast(words: "The list is still being read; try again.", weight: .refused, canUndo: false)
      return
    }
    tellSession(.triageBegan(TriageQueue(view: filter(.worklist)?.text ?? "", items: items)))
  }

  /// An entry of this person's own stream is on the disk.
  mutating func hearOfTriage(_ entry: Entry) {
    guard case .triage(let member) = entry.stream, member == author.member else { return }
    if let session = TriageSession(entry) {
      lastSession = session
      begin(session)
      return
    }
    lastSession?.apply(entry)
    guard var triage, let session = lastSession, session.first == triage.session.first else { return }
    triage.session = session
    self.triage = triage
    if case .triageReopened(let index) = entry.event {
      showInTriage(index)
    } else if triage.index.map({ session.decisions[$0] != nil }) ?? false {
      showInTriage(session.next(after: triage.index ?? -1) ?? session.next)
    }
  }

  private mutating func begin(_ session: TriageSession) {
    triage = Triage(session)
    focusBefore = focus
    focus = .triage
    forgetMarks()
    showInTriage(session.next)
  }

  /// Until it is painted, no key can have been meant for it.
  private mutating func showInTriage(_ index: Int?) {
    triage?.index = index
    triage?.shownAt = nil
    unseen = triage?.item?.item
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
    unseen = nil
    focus = focusBefore == .triage ? .worklist : focusBefore
    if session.isEnded { return }
    toast = Toast(
      words: "\(session.decided) of \(session.queue.items.count) done; \(keyMap.label(of: .triage)) goes on with it.",
      weight: .done, canUndo: false)
  }

  /// The same member goes through it in another window: only one of them can.
  mutating func giveUpTriage(_ request: Request) {
    saving.requests.removeAll { $0 == request }
    triage = nil
    lastSession = nil
    unseen = nil
    if focus == .triage { focus = focusBefore == .triage ? .worklist : focusBefore }
    miss(
      request.subject,
      "you go through a list in another window too; it was not done here. \(keyMap.label(of: .triage)) goes on with it."
    )
  }

  /// Once nothing of the queue is left without a verdict, it is over.
  mutating func endIfThrough() {
    guard let triage, triage.index == nil, !triage.session.isEnded, saving.isEmpty, !isTold else { return }
    endTriage()
  }

  private var isTold: Bool { overlays.contains { if case .summary = $0 { true } else { false } } }

  private mutating func endTriage() {
    guard let triage, !triage.session.isEnded, !isTold else { return }
    let summary = triage.session.summary(unowned: unownedInTriage)
    overlays.append(.summary(summary))
    tellSession(.triageEnded(summary))
  }

  /// Of what was decided on or skipped, how many have no owner now. Looks at what nobody owns, once.
  private var unownedInTriage: Int {
    guard let triage else { return 0 }
    let decided = Set(triage.session.decisions.keys.map { triage.session.queue.items[$0].item })
    let list = workspace.lists.worklist
    let places = workOrder.places(owned: false) + Array(workOrder.asleep)
    return places.count { place in list[place].map { $0.owner.isEmpty && decided.contains($0.item) } ?? false }
  }

  /// What has come into the view since the queue was frozen.
  mutating func noteArrivals(_ positions: [Int]) {
    guard let triage else { return }
    for position in positions where worklist.index(of: position) != nil {
      guard let row = workspace.lists.worklist[position], triage.place(of: row.item) == nil else { continue }
      self.triage?.arrived.insert(row.item)
    }
  }
}
