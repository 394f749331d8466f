/// Somebody who gives or receives: a person, with every reference that means them and the posts that they fill.
package struct HandoffParty: Hashable, Sendable {
  /// As the record names them.
  package let reference: Reference
  /// What means this person and nobody else.
  private var selves: Set<OriginID>
  /// Bodies in which the person works.
  private var bodies: Set<OriginID> = []
  /// What the person works as, folded.
  private var roles: Set<String>

  /// - Parameter roles: what the person works as, in words.
  package init(_ reference: Reference, roles: [String] = []) {
    self.reference = reference
    selves = Set([reference.target].compactMap(\.self))
    self.roles = Set(roles.map(Folding.fold).filter { !$0.isEmpty })
  }

  /// A person of the directory, with all their posts; nil for one whom it doesn't know.
  package init?(_ member: MemberID, in directory: Directory) {
    guard let person = directory[member] else { return nil }
    self.init(
      Reference(
        target: person.origins.first, kind: person.resource.kind.rawValue, display: directory.name(of: person),
        written: person.origin))
    selves.formUnion(person.origins)
    for post in directory.members.values {
      guard case .practitionerRole(let role) = post.resource, directory[role.practitioner]?.id == member,
        role.active != false
      else { continue }
      selves.formUnion(post.origins)
      bodies.formUnion(directory[role.organization]?.origins ?? [role.organization.target].compactMap(\.self))
      roles.formUnion((role.codes + role.specialties).map { Folding.fold($0.label) }.filter { !$0.isEmpty })
    }
  }

  /// Whether a reference means this very person. One in words alone does where it is their name.
  func isSelf(_ other: Reference) -> Bool {
    if other.isEmpty { return false }
    if let target = other.target { return selves.contains(target) }
    return !reference.display.isEmpty && Folding.fold(other.display) == Folding.fold(reference.display)
  }

  /// Whether the person may act for what a reference means: themselves, a body they work in, a role that they have, or
  /// that the patient's care teams give them.
  func actsFor(_ other: Reference, in chart: Chart) -> Bool {
    if isSelf(other) { return true }
    if let target = other.target { return bodies.contains(target) || isMember(ofTeam: other, in: chart) }
    let words = Folding.fold(other.display)
    return !words.isEmpty && (roles.contains(words) || holds(words, in: chart))
  }

  private func isMember(ofTeam reference: Reference, in chart: Chart) -> Bool {
    guard let team = chart.lineID(of: reference).flatMap({ chart.careTeams[$0] }) else { return false }
    return team.value.participants.contains { $0.period.end == nil && isSelf($0.actor) }
  }

  private func holds(_ role: String, in chart: Chart) -> Bool {
    chart.careTeams.items.contains { team in
      team.value.status == .active
        && team.value.participants.contains { participant in
          participant.period.end == nil && isSelf(participant.actor)
            && participant.roles.contains { Folding.fold($0.label).contains(role) }
        }
    }
  }
}
