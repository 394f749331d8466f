/// The people, bodies, places and services that patients' records point to.
package struct Directory: Hashable, Sendable {
  /// One resource of the directory, with every name by which a reference may mean it.
  package typealias Member = DirectoryLine

  package private(set) var members: [MemberID: Member] = [:]
  private var byOrigin: [OriginID: MemberID] = [:]

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
    members[member.id] = merged
    for origin in merged.origins { byOrigin[origin] = member.id }
  }

  package mutating func apply(_ entry: Entry) {
    guard case .directoryReceived(_, let lines) = entry.event else { return }
    for line in lines { upsert(line) }
  }
}
