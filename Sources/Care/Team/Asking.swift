/// Whom to ask about a topic, in order, and who of them is there.
package struct Asking: Hashable, Sendable {
  package struct Candidate: Hashable, Sendable {
    /// Whom to ask: the one with the role, or who stands in.
    package var reference: Reference
    package var name: Directory.Naming
    /// By which they are asked.
    package var role: CareRole
    package var isOnTeam: Bool
    package var presence: Presence
    /// Who is absent; nil where nobody is.
    package var inPlaceOf: Reference?
    /// "pharmacist first for medication use".
    package var because: String
  }

  package var route: Route
  /// By the order of roles; within a role the patient's own team first, and those who are there before those who aren't.
  package var candidates: [Candidate]
  /// When the first of them is there; nil where somebody is now, or nothing says.
  package var nextAt: Instant?

  /// The first who is there now; nil where nobody is known to be.
  package var best: Candidate? { candidates.first { $0.presence.isHere } }

  /// How many beyond the team are named for a role: enough to choose from, and no telephone book.
  /// Source: Rounds default, version 1.
  static let mostBeyondTeam = 8
  /// Of those who are there.
  static let enoughHere = 3
}
