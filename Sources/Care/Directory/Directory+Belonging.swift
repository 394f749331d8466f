extension Directory {
  /// The person a reference means, by themselves or in a role.
  package func person(behind reference: Reference) -> MemberID? {
    guard let member = self[reference] else { return nil }
    if case .practitionerRole(let role) = member.resource { return self[role.practitioner]?.id ?? member.id }
    return member.id
  }

  /// A member as others refer to it.
  package func reference(to member: Member) -> Reference {
    Reference(
      target: member.origins.first, kind: member.resource.kind.rawValue, display: name(of: member),
      written: member.origin)
  }

  /// A member and where it belongs, the nearest first: a person's roles, the services, places and bodies that they are
  /// of, and what those are part of.
  package func belonging(of reference: Reference) -> [MemberID] {
    guard let first = self[reference]?.id else { return [] }
    var found = [first]
    var seen: Set<MemberID> = [first]
    var next = 0
    while next < found.count {
      let id = found[next]
      next += 1
      for above in above(id) where seen.insert(above).inserted { found.append(above) }
    }
    return found
  }

  private func above(_ id: MemberID) -> [MemberID] {
    switch self[id]?.resource {
    case .practitioner: roles(of: id).map(\.id)
    case .practitionerRole(let role): (role.services + role.locations + [role.organization]).compactMap { self[$0]?.id }
    case .healthcareService(let service): (service.locations + [service.providedBy]).compactMap { self[$0]?.id }
    case .location(let location): [location.partOf, location.managingOrganization].compactMap { self[$0]?.id }
    case .organization(let organization): [organization.partOf].compactMap { self[$0]?.id }
    case .partnership, .dutyRoster, nil: []
    }
  }
}
