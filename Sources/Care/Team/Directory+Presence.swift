extension Directory {
  /// Whether somebody can be reached: absences first, then shifts and on-call duties, and weekly hours. Of a person with
  /// several roles any role counts.
  ///
  /// - Parameter reference: a person, a role or a service. Anything else has no hours of its own, and is unknown unless
  ///   a roster is kept of it.
  package func presence(of reference: Reference, now: Instant, zone: Zone) -> Presence {
    availability(of: reference, now: now, zone: zone).presence
  }

  func availability(of reference: Reference, now: Instant, zone: Zone) -> Availability {
    guard let member = self[reference] else { return Availability(presence: .unknown) }
    return timetable(of: member, now: now, zone: zone).availability(at: now)
  }

  /// Who can be asked in place of somebody who is absent: the deputy, or the deputy's deputy. The same where nobody is
  /// absent; nil where everybody is, or nobody is named.
  package func standIn(for reference: Reference, at time: Instant, zone: Zone) -> Reference? {
    var current = reference
    var seen: Set<MemberID> = []
    while let member = self[current], let absence = timetable(of: member, now: time, zone: zone).absence(at: time) {
      guard !absence.deputy.isEmpty, seen.insert(person(behind: current) ?? member.id).inserted else { return nil }
      current = absence.deputy
    }
    return current
  }

  private func timetable(of member: Member, now: Instant, zone: Zone) -> Timetable {
    switch member.resource {
    case .practitioner(let person):
      return timetable(person, member.id, now, zone)
    case .practitionerRole(let role):
      return timetable(role, member.id, now, zone)
    case .healthcareService(let service):
      var table = Timetable()
      table.add(dutyRoster(of: member.id), from: now, in: zone)
      if service.active == false { return table.closed }
      table.add(service.hours, within: Period(), from: now, in: zone)
      return table
    case .organization, .location, .partnership, .dutyRoster:
      var table = Timetable()
      table.add(dutyRoster(of: member.id), from: now, in: zone)
      return table
    }
  }

  private func timetable(_ role: PractitionerRole, _ id: MemberID, _ now: Instant, _ zone: Zone) -> Timetable {
    var table = Timetable()
    let person = self[role.practitioner]
    table.add(dutyRoster(of: id), from: now, in: zone)
    table.add(person.flatMap { dutyRoster(of: $0.id) }, from: now, in: zone)
    if role.active == false || person?.resource.isSwitchedOff == true { return table.closed }
    table.add(role.hours, within: role.period, from: now, in: zone)
    return table
  }

  private func timetable(_ person: Practitioner, _ id: MemberID, _ now: Instant, _ zone: Zone) -> Timetable {
    var table = Timetable()
    table.add(dutyRoster(of: id), from: now, in: zone)
    if person.active == false { return table.closed }
    let roles = roles(of: id).map { timetable($0.role, $0.id, now, zone) }
    for role in roles {
      // Who is absent in one role may be there in another.
      table.open += role.open.subtracting(role.absences.map(\.interval))
      table.isKnown = table.isKnown || role.isKnown
    }
    let absences = roles.compactMap { role in role.absence(at: now).map { (role, $0.until) } }
    if !roles.isEmpty, absences.count == roles.count, let first = absences.min(by: { $0.1 < $1.1 }) {
      table.absences += first.0.absences
    }
    return table
  }
}

extension Timetable {
  /// Of what has been given up for good: known never to be there.
  fileprivate var closed: Timetable {
    var table = self
    (table.open, table.isKnown) = ([], true)
    return table
  }
}

extension DirectoryResource {
  fileprivate var isSwitchedOff: Bool {
    if case .practitioner(let person) = self { person.active == false } else { false }
  }
}
