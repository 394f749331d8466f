extension Chart {
  /// The patient's roster: care teams first, then carers, then who else has lately been involved, then past members.
  package func team(_ directory: Directory, now: Instant, zone: Zone) -> [TeamMember] {
    var roster = Roster(chart: self, directory: directory, now: now, zone: zone)
    for line in careTeams.items where line.value.status != .enteredInError { roster.add(line.value) }
    for line in relatedPersons.items { roster.add(line) }
    for line in episodesOfCare.items where line.value.status == .active {
      roster.add(line.value.careManager, roles: [Concept(text: "care manager")], standing: .member)
    }
    let yearAgo = now.adding(days: -365)
    for line in encounters.items where (line.value.period.start?.start(in: zone) ?? .distantPast) > yearAgo {
      for participant in line.value.participants {
        roster.add(participant.actor, roles: participant.roles, standing: .seen)
      }
    }
    return roster.sorted
  }
}

private struct Roster {
  let chart: Chart
  let directory: Directory
  let now: Instant
  let zone: Zone
  private var members: [TeamMember] = []

  init(chart: Chart, directory: Directory, now: Instant, zone: Zone) {
    self.chart = chart
    self.directory = directory
    self.now = now
    self.zone = zone
  }

  var sorted: [TeamMember] {
    members.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  private func rank(_ member: TeamMember) -> Int {
    switch member.standing {
    case .member: 0
    case .carer: 1
    case .seen: 2
    case .past: 3
    }
  }

  mutating func add(_ team: CareTeam) {
    let isOver = team.status == .inactive || hasEnded(team.period)
    for participant in team.participants {
      if chart.isPatient(participant.actor) { continue }
      add(
        participant.actor, roles: participant.roles,
        standing: isOver || hasEnded(participant.period) ? .past : .member, onBehalfOf: participant.onBehalfOf,
        period: Period(
          start: participant.period.start ?? team.period.start, end: participant.period.end ?? team.period.end))
    }
  }

  private func hasEnded(_ period: Period) -> Bool { period.end.map { $0.end(in: zone) <= now } ?? false }

  mutating func add(_ line: Line<RelatedPerson>) {
    let person = line.value
    let name = person.names.preferred?.listed ?? ""
    append(
      TeamMember(
        name: name.isEmpty ? .none : .known(name), role: person.relationships.first?.label ?? "carer",
        organization: "", contact: person.telecom.first?.value ?? "",
        standing: hasEnded(person.period) ? .past : .carer, hours: [],
        reference: Reference(
          target: chart.origins(of: line.id).first, kind: ResourceKind.relatedPerson.rawValue, display: name),
        roles: person.relationships, professions: [.carer], period: person.period))
  }

  mutating func add(
    _ reference: Reference, roles: [Concept], standing: TeamMember.Standing, onBehalfOf: Reference = Reference(),
    period: Period = Period()
  ) {
    if reference.isEmpty { return }
    // A carer in the team is a line of the chart, not of the directory.
    if let id = reference.target.flatMap({ chart.origins[$0] }), let person = chart.relatedPersons[id] {
      return add(person)
    }
    var member = TeamMember(
      name: directory.naming(reference), role: roles.first?.label ?? "",
      organization: directory.naming(onBehalfOf).words, contact: "", standing: standing, hours: [],
      reference: reference, roles: roles, professions: professions(reference, roles), period: period,
      onBehalfOf: onBehalfOf)
    fill(&member, from: directory[reference])
    append(member)
  }

  private func professions(_ reference: Reference, _ roles: [Concept]) -> [Profession] {
    let said = Profession.all(in: roles)
    if said.contains(where: { $0 != .other }) { return said }
    let own = directory.professions(of: reference)
    return own.contains { $0 != .other } ? own : said + own.filter { !said.contains($0) }
  }

  private func fill(_ member: inout TeamMember, from entry: Directory.Member?) {
    switch entry?.resource {
    case .practitioner(let practitioner):
      member.contact = practitioner.telecom.first?.value ?? ""
      if member.role.isEmpty { member.role = practitioner.qualifications.first?.label ?? "" }
    case .practitionerRole(let role):
      member.contact = role.telecom.first?.value ?? ""
      member.hours = role.hours
      if member.organization.isEmpty { member.organization = directory.naming(role.organization).words }
      if member.role.isEmpty { member.role = role.codes.first?.label ?? role.specialties.first?.label ?? "" }
    case .organization(let organization):
      member.contact = organization.telecom.first?.value ?? ""
      if member.role.isEmpty { member.role = organization.types.first?.label ?? "organization" }
    case .healthcareService(let service):
      member.contact = service.telecom.first?.value ?? ""
      member.hours = service.hours
    case .location, .partnership, .dutyRoster, nil: break
    }
  }

  /// Somebody counted in twice is one line, with both roles; the first standing is the one that stands.
  private mutating func append(_ member: TeamMember) {
    if member.standing == .seen, members.contains(where: { $0.name.words == member.name.words }) { return }
    guard let index = members.firstIndex(where: { isSame($0, member) }) else {
      members.append(member)
      return
    }
    members[index].take(member)
    if member.role.isEmpty || members[index].role.contains(member.role) { return }
    members[index].role += members[index].role.isEmpty ? member.role : ", \(member.role)"
  }

  private func isSame(_ a: TeamMember, _ b: TeamMember) -> Bool {
    a.name.words == b.name.words && (a.standing == .past) == (b.standing == .past)
  }
}

extension TeamMember {
  /// Takes over what another line tells of the same member.
  fileprivate mutating func take(_ other: TeamMember) {
    roles += other.roles.filter { !roles.contains($0) }
    professions += other.professions.filter { !professions.contains($0) }
    if onBehalfOf.isEmpty { onBehalfOf = other.onBehalfOf }
    // Who was there twice has left at the later end, and is there from the earlier start.
    period.end = period.end.flatMap { end in other.period.end.map { Moment.precedes(end, $0) ? $0 : end } }
    period.start = period.start.flatMap { start in other.period.start.map { Moment.precedes($0, start) ? $0 : start } }
  }
}
