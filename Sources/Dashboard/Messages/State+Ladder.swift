import Care

/// What nobody has answered in time goes up the ladder without a key, whoever's dashboard sees it first.
extension State {
  /// In whose name it is written down: nobody's at the keyboard.
  static let itself = Author(name: "Rounds")

  /// Rows looked after at one stroke of the clock: each needs its patient's chart.
  private static let mostAtOnce = 8
  /// Minutes after which what waits for somebody's hours is looked at again.
  private static let minutesBetweenLooks = 10

  /// Asks for what has come due to be passed up.
  mutating func passUp() {
    guard !isLeaving, professions != nil else { return }
    heldBack = heldBack.filter { $0.value > now }
    let due = workspace.lists.climbers.due(at: now).lazy.filter { [heldBack] in heldBack[$0.item] == nil }
    for row in due.prefix(Self.mostAtOnce) {
      // What stays where it is isn't tried at every stroke of the clock.
      heldBack[row.item] = now.adding(minutes: Self.minutesBetweenLooks)
      saving.wishes.append(
        Wish(
          kind: .passUp(row.item, of: row.patient), deed: 0, subject: "An unanswered message", cursor: nil,
          isLate: true))
    }
  }

  /// What passes an item up, as its chart stands now; nil where it is to stay.
  func passingUp(_ id: LineID, in chart: Chart) -> Wanted? {
    guard let professions, let item = chart.owed(id, workspace.site), let clock = item.climbing else { return nil }
    let commands = chart.passingUp(
      item, team: team(of: chart), index: professions, workspace.directory, workspace.site, now: now)
    if commands.isEmpty { return nil }
    let why = clock.event.start == .messageUndelivered ? "on no screen of theirs in time" : "not answered in time"
    return Wanted(
      commands: commands, patient: chart.id, item: id, reason: "\(why) (\(clock.clock.rule))", done: "")
  }

  /// The same commands, with whoever has the step of the ladder named where nobody was.
  func naming(whoIsAboveIn commands: [Command], _ chart: Chart) -> [Command] {
    guard let professions else { return commands }
    return commands.map { command in
      guard case .escalate(let item, let step, let owner) = command, owner.isEmpty,
        workspace.site.ladder.steps.indices.contains(step - 1)
      else { return command }
      let above = chart.rung(
        step - 1, team: team(of: chart), index: professions, workspace.directory, workspace.site, now: now)
      return .escalate(item: item, to: step, with: above.owner)
    }
  }

  /// A patient's roster; that of the one in view is at hand.
  func team(of chart: Chart) -> [TeamMember] {
    if let view, view.chart.id == chart.id { return view.team }
    return chart.team(workspace.directory, now: now, zone: workspace.zone)
  }
}
