import Care

/// Whose work is a member's team's: those who work in the same organisations, and what that member's roles are called.
package struct WorkTeam: Hashable, Sendable {
  private(set) var members: Set<MemberID> = []
  private(set) var roles: Set<String> = []

  init(of member: MemberID?, in directory: Directory) {
    guard let member else { return }
    let all = directory.members.values.compactMap { entry -> PractitionerRole? in
      if case .practitionerRole(let role) = entry.resource { role } else { nil }
    }
    let own = all.filter { directory[$0.practitioner]?.id == member }
    let houses = Set(own.compactMap { directory[$0.organization]?.id })
    roles = Set(own.flatMap { $0.codes + $0.specialties }.map { Folding.fold($0.label) }.filter { !$0.isEmpty })
    for role in all where directory[role.organization].map({ houses.contains($0.id) }) ?? false {
      if let id = directory[role.practitioner]?.id { members.insert(id) }
    }
  }
}
