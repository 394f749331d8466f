extension Chart {
  /// What the team is short of, and who of it has gone quiet. What isn't on file is no finding: without problems nothing
  /// is lacking, without open items nobody is idle, and where it isn't said what a member is, they may be whoever seems
  /// to be missing.
  ///
  /// - Parameter team: as `team(_:now:zone:)` has it.
  package func coverage(
    team: [TeamMember], openItems: [OpenItem], directory: Directory, now: Instant, zone: Zone
  ) -> [CoverageFinding] {
    // What is matched to nobody has the teams of several people in it.
    if id == .unmatched { return [] }
    let check = CoverageCheck(chart: self, team: team, directory: directory, now: now, zone: zone)
    let owners = Set(openItems.filter { !$0.owner.isEmpty }.map { directory.someone($0.owner) })
    return check.lacking + check.ended(owners) + (openItems.isEmpty ? [] : check.idle(owners)) + check.silent
  }
}

private struct CoverageCheck {
  let chart: Chart
  let team: [TeamMember]
  let directory: Directory
  let now: Instant
  let zone: Zone

  private var members: [TeamMember] { team.filter { $0.standing == .member } }

  /// Bodies on a team answer through their people, so they are neither idle nor silent.
  private var people: [TeamMember] {
    members.filter {
      let kind = directory[$0.reference]?.resource.kind.rawValue ?? $0.reference.kind
      return ["Practitioner", "PractitionerRole", ""].contains(kind)
    }
  }

  var lacking: [CoverageFinding] {
    var found: [(role: String, because: [String])] = []
    func add(_ role: String, _ because: String) {
      if let known = found.firstIndex(where: { $0.role == role }) {
        if !found[known].because.contains(because) { found[known].because.append(because) }
      } else {
        found.append((role, [because]))
      }
    }
    for (role, team) in vacancies { add(role, "asked for by \(team)") }
    if !chart.careTeams.isEmpty, people.allSatisfy({ !$0.professions.isEmpty }) {
      let problems = chart.conditions.items.map(\.value).filter(\.stands)
      for template in TeamTemplate.standard {
        guard let problem = problems.first(where: template.isCalledFor) else { continue }
        for role in template.roles where !members.contains(where: { role.isHeld(by: $0, directory) }) {
          add(role.words, "\(template.name), for \(problem.code.label)")
        }
      }
    }
    return found.map { .lacks(CareRole(words: $0.role), because: $0.because.joined(separator: "; ")) }
  }

  private func isHeld(_ role: CareRole) -> Bool { members.contains { $0.holds(role, directory) } }

  /// Roles that an active team names and leaves empty, and nobody of another has.
  private var vacancies: [(role: String, team: String)] {
    chart.careTeams.items.map(\.value).filter { $0.status == .active && !hasEnded($0.period) }.flatMap { team in
      team.participants.filter { $0.actor.isEmpty && !hasEnded($0.period) }.compactMap { vacancy in
        guard let role = vacancy.roles.first?.label, !role.isEmpty, !isHeld(CareRole(words: role)) else { return nil }
        return (role, team.name.isEmpty ? "the care team" : team.name)
      }
    }
  }

  private func hasEnded(_ period: Period) -> Bool { period.end.map { $0.end(in: zone) <= now } ?? false }

  func ended(_ owners: Set<Someone>) -> [CoverageFinding] {
    let current = Set(members.map { directory.someone($0.reference) })
    return team.filter { $0.standing == .past }.compactMap { member in
      let someone = directory.someone(member.reference)
      if current.contains(someone) { return nil }
      // A team that is over without a date says nothing of when.
      let at = member.period.end.map { $0.end(in: zone) }.flatMap { $0 <= now ? $0 : nil }
      let isLate = at.map { $0 > now.adding(days: -CoverageFinding.endedWithin) } ?? false
      return isLate || owners.contains(someone) ? .ended(member, at: at) : nil
    }
  }

  func idle(_ owners: Set<Someone>) -> [CoverageFinding] {
    people.filter { !owners.contains(directory.someone($0.reference)) }.map { .ownsNothing($0) }
  }

  var silent: [CoverageFinding] {
    let limit = now.adding(days: -CoverageFinding.silentAfter)
    let activity = activity
    if activity.isEmpty { return [] }
    return people.compactMap { member in
      let last = activity[directory.someone(member.reference)]
      // Who has only just joined hasn't had the time; where it isn't said since when, only a last sign tells.
      let joined = member.period.start?.start(in: zone)
      guard let known = [last, joined].compactMap(\.self).max(), known <= limit else { return nil }
      return .silent(member, since: last)
    }
  }

  /// When each was last heard of in this chart, up to now.
  private var activity: [Someone: Instant] {
    var latest: [Someone: Instant] = [:]
    func note(_ reference: Reference, _ moment: Moment?) {
      guard !reference.isEmpty, let at = moment?.start(in: zone), at <= now else { return }
      let someone = directory.someone(reference)
      latest[someone] = max(latest[someone] ?? at, at)
    }
    for line in chart.communications.items where line.value.status != .enteredInError {
      note(line.value.sender, line.value.time)
    }
    for line in chart.encounters.items where line.value.status != .enteredInError && line.value.status != .cancelled {
      let encounter = line.value
      for participant in encounter.participants {
        let period = participant.period.isEmpty ? encounter.period : participant.period
        // An encounter that goes on is heard of now.
        let isOver = encounter.status == .finished || period.end.map { $0.end(in: zone) <= now } ?? false
        note(participant.actor, period.start)
        if encounter.status == .inProgress && !isOver { note(participant.actor, Moment(now)) }
        if isOver { note(participant.actor, period.end) }
      }
    }
    for line in chart.tasks.items where line.value.status != .enteredInError {
      note(line.value.owner, line.value.lastModified ?? line.value.authored)
      note(line.value.requester, line.value.authored)
    }
    return latest
  }
}
