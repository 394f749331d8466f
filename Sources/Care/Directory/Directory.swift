/// The people, bodies, places and services that patients' records point to.
package struct Directory: Hashable, Sendable {
  /// One resource of the directory, with every name by which a reference may mean it.
  package typealias Member = DirectoryLine

  package private(set) var members: [MemberID: Member] = [:]
  private var byOrigin: [OriginID: MemberID] = [:]
  /// The roles of each person, by the name under which the roles know the person.
  private var rolesByPerson: [OriginID: Set<MemberID>] = [:]
  /// The lines that keep rosters.
  private var rosterLines: Set<MemberID> = []

  package init() {}

  package var count: Int { members.count }

  package subscript(id: MemberID) -> Member? { members[id] }

  package subscript(reference: Reference) -> Member? {
    reference.target.flatMap { byOrigin[$0] }.flatMap { members[$0] }
  }

  package func id(of origin: OriginID) -> MemberID? { byOrigin[origin] }

  /// Adds a member, or amends it; names it was once known by stay valid.
  package mutating func upsert(_ member: Member) {
    var merged = member
    if let known = members[member.id] {
      merged.origins = known.origins + member.origins.filter { !known.origins.contains($0) }
    }
    keepRole(merged, was: members[member.id])
    if case .dutyRoster = merged.resource { rosterLines.insert(merged.id) }
    members[member.id] = merged
    for origin in merged.origins { byOrigin[origin] = member.id }
  }

  private mutating func keepRole(_ member: Member, was known: Member?) {
    if case .practitionerRole(let role)? = known?.resource, let person = role.practitioner.target {
      rolesByPerson[person]?.remove(member.id)
      // What holds nothing is as if it had never been: a directory is equal to one that was read anew.
      if rolesByPerson[person]?.isEmpty == true { rolesByPerson[person] = nil }
    }
    if case .practitionerRole(let role) = member.resource, let person = role.practitioner.target {
      rolesByPerson[person, default: []].insert(member.id)
    }
  }

  /// The roles of a person, in a fixed order.
  package func roles(of person: MemberID) -> [(id: MemberID, role: PractitionerRole)] {
    let ids = members[person]?.origins.reduce(into: Set<MemberID>()) { $0.formUnion(rolesByPerson[$1] ?? []) } ?? []
    return ids.sorted().compactMap { id in
      if case .practitionerRole(let role)? = members[id]?.resource { (id, role) } else { nil }
    }
  }

  /// Every roster, in a fixed order.
  package var dutyRosters: [DutyRoster] {
    rosterLines.sorted().compactMap { if case .dutyRoster(let roster)? = members[$0]?.resource { roster } else { nil } }
  }

  package mutating func apply(_ entry: Entry) {
    guard case .directoryReceived(_, let lines) = entry.event else { return }
    for line in lines { upsert(line) }
  }
}
