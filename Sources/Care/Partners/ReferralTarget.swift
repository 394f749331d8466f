/// Somebody to refer to, with all that decides whether to.
package struct ReferralTarget: Hashable, Sendable {
  package var reference: Reference
  package var member: MemberID
  package var name: String
  /// The body it belongs to, where it isn't one itself.
  package var house: String
  /// How well it offers what is asked for: 2 by name or type, 1 in part, 0 not as far as is known.
  package var match: Int
  package var capacity: Capacity?
  package var capacityAsOf: Moment?
  package var figures: PartnerFigures
  /// nil where either place is not known.
  package var kilometres: Double?
  package var interests: [DeclaredInterest]
}

extension ReferralTarget {
  /// The order in which targets are offered: what is asked for, then room for somebody, then how often and how soon they
  /// said yes, then nearness. What isn't known stands between good and bad, and a small count is taken for none.
  ///
  /// Source: Rounds domain rules, "target ranking: service match, capacity, acceptance rate, median days, interest";
  /// the interest is marked, and moves nobody.
  package static func precedes(_ a: ReferralTarget, _ b: ReferralTarget) -> Bool {
    if a.match != b.match { return a.match > b.match }
    if a.room != b.room { return a.room < b.room }
    if a.reliability != b.reliability { return a.reliability > b.reliability }
    if a.speed != b.speed { return a.speed < b.speed }
    if a.nearness != b.nearness { return a.nearness < b.nearness }
    return (a.name, a.member) < (b.name, b.member)
  }

  private var room: Int {
    switch capacity {
    case .capacity: 0
    case nil: 1
    case .additionalAssessment: 2
    case .waitlist: 3
    case .noCapacity: 4
    }
  }

  /// In tenths, so that a hundredth more doesn't decide.
  private var reliability: Int {
    guard let acceptance = figures.acceptance, !figures.isSmall else { return 5 }
    return Int((acceptance * 10).rounded())
  }

  private var speed: Int { figures.isSmall ? 7 : figures.median(.answer) ?? 7 }

  private var nearness: Int { kilometres.map { Int($0.rounded()) } ?? 25 }
}

extension Directory {
  /// Who could be asked for a service: services and bodies that are active, the best first.
  ///
  /// - Parameters:
  ///   - service: what is asked for, in the asker's words.
  ///   - clinic: where the patient is cared for; nil where its place isn't known.
  package func targets(
    for service: String, among members: some Sequence<MemberID>, near clinic: Position?, tally: ReferralTally
  ) -> [ReferralTarget] {
    let words = Folding.fold(service).split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 }.map(String.init)
    return members.compactMap { target($0, words, clinic, tally) }.sorted(by: ReferralTarget.precedes)
  }

  private func target(
    _ id: MemberID, _ words: [String], _ clinic: Position?, _ tally: ReferralTally
  ) -> ReferralTarget? {
    guard let member = self[id], member.resource.isActive else { return nil }
    let name = name(of: member)
    let reference = Reference(
      target: member.origins.first, kind: member.resource.kind.rawValue, display: name, written: member.origin)
    let house = lineage(reference).dropFirst().first.map { naming($0).words } ?? ""
    let capacity = capacity(of: reference)
    // A service that nothing was sent to by itself is known by its house.
    let known = lineage(reference).compactMap { self[$0] }.map { tally.figures($0.origins) }
    return ReferralTarget(
      reference: reference, member: id, name: name, house: house, match: match(member, words),
      capacity: capacity?.capacity, capacityAsOf: capacity?.asOf,
      figures: known.first { $0.sent > 0 } ?? PartnerFigures(),
      kilometres: clinic.flatMap { here in position(of: member).map { here.kilometres(to: $0) } },
      interests: interests(in: reference))
  }

  private func match(_ member: Member, _ words: [String]) -> Int {
    if words.isEmpty { return 0 }
    let offered = Folding.fold(member.resource.offered)
    let found = words.count { word in offered.contains(word.count > 6 ? String(word.prefix(6)) : word) }
    return found == words.count ? 2 : found > 0 ? 1 : 0
  }

  /// Where a member is: by its own place, or that of the body it belongs to.
  package func position(of member: Member) -> Position? {
    switch member.resource {
    case .location(let location): return location.position
    case .healthcareService(let service):
      if let here = places(service.locations) { return here }
      return self[service.providedBy].flatMap { position(of: $0) }
    case .practitionerRole(let role):
      if let here = places(role.locations) { return here }
      return self[role.organization].flatMap { position(of: $0) }
    case .organization(let organization):
      let names = Set(member.origins)
      // Few directories have many places; what is asked is asked once a picker.
      for line in members.values {
        guard case .location(let location) = line.resource, let position = location.position,
          let manager = location.managingOrganization.target, names.contains(manager)
        else { continue }
        return position
      }
      return organization.partOf.isEmpty || organization.partOf.target == member.origins.first
        ? nil : self[organization.partOf].flatMap { position(of: $0) }
    case .practitioner, .partnership, .dutyRoster: return nil
    }
  }

  private func places(_ locations: [Reference]) -> Position? {
    for reference in locations {
      if case .location(let location)? = self[reference]?.resource, let position = location.position {
        return position
      }
    }
    return nil
  }
}

extension DirectoryResource {
  /// Source: FHIR R4, Organization.active, HealthcareService.active: what isn't stated is active.
  fileprivate var isActive: Bool {
    switch self {
    case .organization(let value): value.active ?? true
    case .healthcareService(let value): value.active ?? true
    case .practitioner(let value): value.active ?? true
    case .practitionerRole(let value): value.active ?? true
    case .location, .partnership, .dutyRoster: false
    }
  }

  /// All that it says of what it does.
  fileprivate var offered: String {
    switch self {
    case .healthcareService(let value):
      ([value.name] + (value.types + value.specialties + value.categories).map(\.label)).joined(separator: " ")
    case .organization(let value): ([value.name] + value.types.map(\.label)).joined(separator: " ")
    case .practitionerRole(let value): (value.specialties + value.codes).map(\.label).joined(separator: " ")
    case .practitioner(let value): value.qualifications.map(\.label).joined(separator: " ")
    case .location, .partnership, .dutyRoster: ""
    }
  }
}
