extension Directory {
  /// What a reference's own record says it is, in the order stated; a person is what their roles are, else what they are
  /// qualified as.
  package func professions(of reference: Reference) -> [Profession] {
    self[reference].map(professions(of:)) ?? []
  }

  func professions(of member: Member) -> [Profession] {
    switch member.resource {
    case .practitionerRole(let role):
      let own = Profession.all(in: role.codes + role.specialties)
      return own.isEmpty ? self[role.practitioner].map(qualified(_:)) ?? [] : own
    case .practitioner:
      let own = roles(of: member.id).flatMap { Profession.all(in: $0.role.codes + $0.role.specialties) }
      return own.isEmpty ? qualified(member) : own
    case .healthcareService(let service):
      return Profession.all(
        in: service.types + service.specialties + service.categories + [Concept(text: service.name)])
    case .organization(let organization):
      // A pharmacy answers as its pharmacists do; a nursing home is no nurse.
      return Profession.all(in: organization.types + [Concept(text: organization.name)]).filter { $0 == .pharmacist }
    case .location, .partnership, .dutyRoster: return []
    }
  }

  private func qualified(_ member: Member) -> [Profession] {
    if case .practitioner(let person) = member.resource { Profession.all(in: person.qualifications) } else { [] }
  }

  /// What a member's own record calls it, folded, for roles that are known by their words.
  package func roleWords(of member: Member) -> String {
    let concepts: [Concept] =
      switch member.resource {
      case .practitionerRole(let role): role.codes + role.specialties
      case .practitioner(let person): person.qualifications + roles(of: member.id).flatMap(\.role.codes)
      case .healthcareService(let service): service.types + service.specialties
      case .organization(let organization): organization.types
      case .location, .partnership, .dutyRoster: []
      }
    return Folding.fold(concepts.map(\.label).joined(separator: ", "))
  }
}

extension Profession {
  /// Each once. Other ones count only where there is none that is known by name.
  static func all(in roles: [Concept]) -> [Profession] {
    var found: [Profession] = []
    for role in roles {
      if let profession = Profession(role), !found.contains(profession) { found.append(profession) }
    }
    let known = found.filter { $0 != .other }
    return known.isEmpty ? found : known
  }
}
