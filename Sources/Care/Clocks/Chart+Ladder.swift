extension Chart {
  /// What passes an item up whose time for it has come: to whoever covers for the one it was written to, else to the
  /// next step at which somebody is. Hours are respected: what isn't urgent waits until those it is with have been there
  /// as long as the step gives them, and until somebody above is. What is urgent goes past steps where nobody is.
  ///
  /// Source: Rounds domain rules, "Messages": ordered steps with hours and cover, each written down; quiet hours use
  /// cover; TigerConnect passes on to a named colleague, never to one who is away too.
  ///
  /// - Parameters:
  ///   - team: as `team(_:now:zone:)` has it.
  ///   - index: of the same directory.
  /// - Returns: nothing where it stays where it is for now.
  package func passingUp(
    _ item: OpenItem, team: [TeamMember], index: ProfessionIndex, _ directory: Directory, _ site: SiteRules,
    now: Instant
  ) -> [Command] {
    guard let time = item.climbs(site), time <= now, let clock = item.climbing else { return [] }
    let isUrgent = item.priority?.isUrgent ?? false
    let recipient = clock.event.who
    if item.handling?.isGiven != true {
      if let cover = directory.cover(for: recipient, now: now, zone: site.zone),
        communications[clock.event.line].map({ !isSame($0.value.sender, cover) }) ?? true
      {
        return [.assign(item: item.id, to: cover)]
      }
      let before = now.adding(minutes: -site.ladder.steps[item.step].wait)
      let wasAway = [before, now].contains { directory.presence(of: recipient, now: $0, zone: site.zone).isAway }
      if !isUrgent, wasAway { return [] }
    }
    var commands: [Command] = []
    for step in item.step..<site.ladder.steps.count {
      let above = rung(step, team: team, index: index, directory, site, now: now)
      commands.append(.escalate(item: item.id, to: step + 1, with: above.owner))
      if above.isThere { return commands }
      if !isUrgent { return [] }
    }
    // Nobody is anywhere: the first step has it before the last.
    return Array(commands.prefix(1))
  }

  /// Who has a step of the ladder for this patient: of those with the role the one who is there, on the team before off
  /// it; the role itself where nobody on file has it.
  package func rung(
    _ step: Int, team: [TeamMember], index: ProfessionIndex, _ directory: Directory, _ site: SiteRules, now: Instant
  ) -> (owner: Reference, isThere: Bool) {
    let role = site.ladder.steps[step].role
    let route = Route("passing up", roles: [role.words], source: "")
    let asking = whomToAsk(route, team: team, index: index, directory: directory, now: now, zone: site.zone)
    let there = asking.best ?? asking.candidates.first { $0.presence == .unknown }
    guard let first = there ?? asking.candidates.first else { return (Reference(display: role.words), true) }
    return (first.reference, there != nil)
  }
}

extension OpenItem {
  /// How far up the ladder it is.
  package var step: Int { handling?.escalations.count ?? 0 }

  /// The clock that passes it up by itself; nil where none does.
  package var climbing: RunningClock? { clocks.first { $0.clock.duty.climbs } }

  /// When it goes a step up by itself, unless somebody settles it before: when the clock runs out, and for whoever was
  /// given it or did something about it since, after the time of the step above. nil for what only a person passes up,
  /// and at the top.
  package func climbs(_ site: SiteRules) -> Instant? {
    guard site.ladder.isAutomatic, step < site.ladder.steps.count, let climbing else { return nil }
    let touched = handling?.touch.map { $0.at.adding(minutes: site.ladder.steps[step].wait) }
    return [climbing.due.end(in: site.zone), touched, handling?.snooze?.until].compactMap(\.self).max()
  }
}

extension Handling {
  /// Whether somebody else has it than the one it was for.
  fileprivate var isGiven: Bool { owner.map { !$0.isEmpty } ?? false || !escalations.isEmpty }
}
