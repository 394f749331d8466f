package import Care

/// What commands are to the triage in which they are given.
extension State {
  /// An event for this person's own stream alone.
  mutating func tellSession(_ event: Event, done: String = "", item: LineID? = nil, of patient: PatientID = .unmatched)
  {
    ask([Wanted(commands: [], patient: patient, item: item, done: done, session: event)])
  }

  /// A verdict that changes no record.
  mutating func pass(_ verdict: Verdict, done: String) {
    guard let item = triage?.item, let step = step(verdict, item.item) else { return }
    tellSession(step, done: done, item: item.item, of: item.patient)
  }

  /// Decides on an item of the queue, whichever is shown by then.
  private func step(_ verdict: Verdict, _ item: LineID) -> Event? {
    guard let triage, let index = triage.place(of: item), triage.session.decisions[index] == nil else { return nil }
    let took = max(0, (hand ?? now).milliseconds - (triage.shownAt ?? hand ?? now).milliseconds)
    return .triageDecided(index: index, verdict, took: took)
  }

  /// - Returns: nil outside of a triage, and for what decides nothing.
  func verdict(_ command: CommandID, on item: LineID) -> Event? {
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
    return verdict.flatMap { step($0, item) }
  }

  /// A status that ends the task, or sets it aside, decides.
  func verdict(_ status: TaskStatus, on item: LineID) -> Event? {
    step(status == .onHold ? .waitUntil : status.isOpen ? .accept : .close, item)
  }

  /// What is owed no longer once it is done decides.
  func verdictOfClosing(_ item: LineID) -> Event? { step(.close, item) }

  /// Who could take the item now: those of the team who are here, then the rest of it. Nobody for what is matched to no
  /// patient: several people's teams are in there.
  package var takers: [TeamMember] {
    guard let view, view.chart.id != .unmatched else { return [] }
    let owner = triageRow?.owner ?? Reference()
    let members = view.team.filter { member in
      guard member.standing == .member, !member.name.words.isEmpty, !member.reference.isEmpty else { return false }
      let person = workspace.directory.person(behind: member.reference)
      return member.reference != owner && (person == nil || person != workspace.directory.person(behind: owner))
    }
    let presences = members.map { ($0, presence(of: $0).isHere) }
    return (presences.filter(\.1) + presences.filter { !$0.1 }).prefix(3).map(\.0)
  }

  mutating func give(_ command: CommandID) {
    let place = [CommandID.give1, .give2, .give3].firstIndex(of: command) ?? 0
    guard let row = triageRow, takers.indices.contains(place) else { return }
    ask([
      Wanted(
        commands: [.assign(item: row.item, to: takers[place].reference)], patient: row.patient, item: row.item,
        row: row,
        done: "Assigned to \(takers[place].name.words)", session: verdict(command, on: row.item))
    ])
  }

  /// An item that is owed no longer needs no verdict; the next one comes.
  mutating func passSettled() {
    guard let triage, let index = triage.index, triage.passed != index, !triage.session.isEnded, let item = triage.item,
      let view, view.chart.id == item.patient, triageRow == nil, saving.isEmpty
    else { return }
    self.triage?.passed = index
    pass(.settled, done: "")
  }
}
