extension Directory {
  /// What is known of a partner here; nil where nothing has been noted.
  ///
  /// - Parameter partner: a body, a service of it, or somebody who works there.
  package func partnership(_ partner: Reference) -> Partnership? {
    lineage(partner).lazy.compactMap { self.noted($0) }.first
  }

  private func noted(_ reference: Reference) -> Partnership? {
    guard let member = self[reference], let line = self[Self.partnershipID(of: member.id)],
      case .partnership(let partnership) = line.resource
    else { return nil }
    return partnership
  }

  /// The line that keeps what is noted of a member.
  package static func partnershipID(of member: MemberID) -> MemberID {
    MemberID(high: member.high ^ 0x5041_5254_4E45_5253, low: member.low)
  }

  /// It, and what it belongs to: a person's organisation, a service's provider, a department's house.
  package func lineage(_ reference: Reference) -> [Reference] {
    var all: [Reference] = []
    var seen: Set<MemberID> = []
    var next: Reference? = reference
    while let here = next, let member = self[here], seen.insert(member.id).inserted {
      all.append(here)
      next =
        switch member.resource {
        case .practitionerRole(let role): role.organization
        case .healthcareService(let service): service.providedBy
        case .organization(let organization): organization.partOf
        case .location(let location): location.managingOrganization
        case .practitioner, .partnership, .dutyRoster: nil
        }
    }
    return all.isEmpty ? [reference] : all
  }

  /// Which machine a partner goes by: every visit is told unless it is known that it isn't.
  package func machine(of partner: Reference) -> ReferralMachine {
    partnership(partner)?.sendsVisits == false ? .coarse : .detailed
  }

  /// The guide that a partner's systems follow. A body outside care is taken to follow Gravity's, a provider BSeR's.
  package func profile(of partner: Reference, isSocial: Bool) -> PartnerProfile {
    partnership(partner)?.profile ?? (isOutsideCare(partner, isSocial: isSocial) ? .gravity : .bser)
  }

  /// Whether a body is outside care, so that nothing about a patient goes there without consent. What is noted here
  /// stands; then what its own record says it is; and one that says nothing is taken to be outside where what is asked
  /// of it is no care.
  ///
  /// Source: HL7 organization-type: prov and dept are care; edu, reli, crs, cg, bus and govt are not.
  package func isOutsideCare(_ partner: Reference, isSocial: Bool) -> Bool {
    if let noted = partnership(partner)?.isOutsideCare { return noted }
    for reference in lineage(partner) {
      guard case .organization(let organization)? = self[reference]?.resource else { continue }
      if organization.types.contains(where: { type in ["prov", "dept", "team"].contains { type.has(code: $0) } }) {
        return false
      }
      if organization.types.contains(where: \.isOutsideCare) { return true }
    }
    return isSocial
  }

  /// What it can take on, and as of when: the newer of what it says itself and what was noted here.
  package func capacity(of partner: Reference) -> (capacity: Capacity, asOf: Moment?)? {
    let noted = partnership(partner).flatMap { known in known.capacity.map { ($0, known.capacityAsOf) } }
    var said: (Capacity, Moment?)?
    if case .healthcareService(let service)? = self[partner]?.resource {
      said = service.capacity.map { ($0, service.updated) }
    }
    guard let noted, let said else { return noted ?? said }
    return noted.1?.milliseconds ?? .min >= said.1?.milliseconds ?? .min ? noted : said
  }

  /// Interests declared in a partner, newest last.
  package func interests(in partner: Reference) -> [DeclaredInterest] { partnership(partner)?.interests ?? [] }
}

extension Concept {
  /// Words beside HL7's codes are those of senders who write them out.
  fileprivate var isOutsideCare: Bool {
    if ["edu", "reli", "crs", "cg", "bus", "govt", "ins", "pay"].contains(where: { has(code: $0) }) { return true }
    let words = Folding.fold(label)
    return ["community", "charity", "voluntary", "non-profit", "nonprofit", "housing", "food bank", "school"].contains {
      words.contains($0)
    }
  }
}
