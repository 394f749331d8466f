/// The people of a directory by profession and by where they belong, so that finding whom to ask costs the same however
/// many there are. Made once, and anew when the directory changes.
package struct ProfessionIndex: Sendable {
  struct Post: Sendable {
    let id: MemberID
    let professions: [Profession]
    /// What the post is called, folded.
    let words: String
  }

  private var posts: [Post] = []
  /// Posts of a profession in a unit or in anything that is part of it, with the steps from post to unit.
  private var places: [Profession: [MemberID: [(post: Int, steps: Int)]]] = [:]

  package init(_ directory: Directory) {
    for member in directory.members.values.sorted(by: { $0.id < $1.id }) {
      guard case .practitionerRole(let role) = member.resource, role.active != false else { continue }
      let professions = directory.professions(of: member)
      let post = posts.count
      let reference = directory.reference(to: member)
      posts.append(
        Post(id: member.id, professions: professions, words: directory.roleWords(of: member)))
      let units = directory.belonging(of: reference).enumerated().dropFirst()
      for profession in professions.isEmpty ? [.other] : professions {
        for (steps, unit) in units { places[profession, default: [:]][unit, default: []].append((post, steps)) }
      }
    }
  }

  /// Everybody in a role who belongs to one of the units, the nearest first.
  ///
  /// - Parameter units: with how far each is from who asks.
  func posts(of role: CareRole, in units: [MemberID: Int]) -> [Post] {
    guard let byUnit = places[role.closestProfession] else { return [] }
    var nearest: [Int: Int] = [:]
    for (unit, distance) in units {
      for (post, steps) in byUnit[unit] ?? [] { nearest[post] = min(nearest[post] ?? .max, distance + steps) }
    }
    let found = nearest.filter { role.isHeld(by: posts[$0.key].professions, called: posts[$0.key].words) }
    return found.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { posts[$0.key] }
  }
}
