extension Directory {
  /// What a reader calls the thing a reference points to.
  package enum Naming: Hashable, Sendable {
    /// Resolved in the directory.
    case known(String)
    /// Only the source's words are known; the reference did not resolve.
    case said(String)
    case none

    package var words: String {
      switch self {
      case .known(let name), .said(let name): name
      case .none: ""
      }
    }
  }

  package func naming(_ reference: Reference) -> Naming {
    if let member = self[reference] {
      let name = name(of: member)
      if !name.isEmpty { return .known(name) }
    }
    if !reference.display.isEmpty { return .said(reference.display) }
    return reference.written.isEmpty ? .none : .said(reference.written)
  }

  package func name(of member: Member) -> String {
    switch member.resource {
    case .practitioner(let practitioner): practitioner.names.preferred?.listed ?? ""
    case .practitionerRole(let role): naming(role.practitioner).words
    case .organization(let organization): organization.name
    case .location(let location): location.name
    case .healthcareService(let service):
      service.name.isEmpty ? service.types.first?.label ?? naming(service.providedBy).words : service.name
    case .partnership(let partnership): naming(partnership.partner).words
    case .dutyRoster(let roster): naming(roster.member).words
    }
  }
}
