extension Chart {
  /// The card of a member of the patient's team.
  package func roleCard(of member: TeamMember, directory: Directory, now: Instant, zone: Zone) -> RoleCard {
    let profession = member.professions.first { !$0.needs.isEmpty }
    let presence = directory.presence(of: member.reference, now: now, zone: zone)
    var card = RoleCard(
      name: member.name, role: member.role, professions: member.professions, needs: profession?.needs ?? [],
      needsSource: profession == nil ? "" : Profession.needsSource, contacts: [], hours: [], exceptions: "",
      presence: presence, onCall: directory.onCall(near: member.reference, now: now, zone: zone), deputy: Reference(),
      languages: [], skills: [], place: directory.place(of: member))
    if case .absent(_, let deputy) = presence { card.deputy = deputy }
    if let id = lineID(of: member.reference), let carer = relatedPersons[id]?.value {
      card.contacts = carer.telecom.preferred(isAtWork: false)
      card.languages = carer.languages
    }
    card.fill(from: directory[member.reference], directory)
    return card
  }
}

extension RoleCard {
  fileprivate mutating func fill(from entry: Directory.Member?, _ directory: Directory) {
    switch entry?.resource {
    case .practitioner(let person):
      let roles = entry.map { directory.roles(of: $0.id).map(\.role) } ?? []
      fill(person, roles)
    case .practitionerRole(let role):
      guard case .practitioner(let person)? = directory[role.practitioner]?.resource else { return fill(nil, [role]) }
      fill(person, [role])
    case .healthcareService(let service):
      contacts = service.telecom.preferred(isAtWork: true)
      hours = service.hours.openHours
      exceptions = service.comment
      skills = (service.specialties + service.types).labels
    case .organization(let organization):
      contacts = organization.telecom.preferred(isAtWork: true)
      skills = organization.types.labels
    case .location, .partnership, .dutyRoster, nil: break
    }
  }

  /// What a role says comes before what the person's own record does.
  private mutating func fill(_ person: Practitioner?, _ roles: [PractitionerRole]) {
    var seen: Set<String> = []
    let telecom = roles.flatMap(\.telecom) + (person?.telecom ?? [])
    contacts = telecom.preferred(isAtWork: true).filter { seen.insert("\($0.system) \($0.value)").inserted }
    hours = roles.flatMap(\.hours).openHours
    exceptions = roles.map(\.availability).filter { !$0.isEmpty }.joined(separator: " ")
    languages = person?.languages ?? []
    skills = (roles.flatMap(\.specialties) + (person?.qualifications ?? [])).labels
  }
}

extension [Concept] {
  /// Each once, whatever its case.
  fileprivate var labels: [String] {
    var seen: Set<String> = []
    return map(\.label).filter { !$0.isEmpty && seen.insert(Folding.fold($0)).inserted }
  }
}

extension Directory {
  /// The bodies, services and places that a member belongs to, the widest first; the body that they act for here where
  /// their own record names none.
  fileprivate func place(of member: TeamMember) -> [String] {
    let own = belonging(of: member.reference).compactMap { self[$0] }.filter(\.isPlace)
    let all = own.isEmpty ? belonging(of: member.onBehalfOf).compactMap { self[$0] }.filter(\.isPlace) : own
    if all.isEmpty { return member.organization.isEmpty ? [] : [member.organization] }
    // A house and its one place often have the same name.
    var seen: Set<String> = []
    let bodies = all.filter { $0.resource.kind == .organization }.reversed()
    let within = all.filter { $0.resource.kind != .organization }.reversed()
    return (Array(bodies) + Array(within)).map(name(of:)).filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

extension Directory.Member {
  fileprivate var isPlace: Bool { [.organization, .location, .healthcareService].contains(resource.kind) }
}
