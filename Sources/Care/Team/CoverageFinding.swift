/// Something that the coverage check found of a patient's team.
package enum CoverageFinding: Hashable, Sendable {
  /// A need of the patient's, or the team itself, asks for a role that nobody on the team holds.
  case lacks(CareRole, because: String)
  /// Left the team lately, or left work behind. nil where the source doesn't say when.
  case ended(TeamMember, at: Instant?)
  /// On the team, and none of the open items is theirs.
  case ownsNothing(TeamMember)
  /// On the team, and has sent no message, taken part in no encounter and touched no task for a time. nil for never.
  case silent(TeamMember, since: Instant?)

  /// In days. Source: Rounds default, version 1.
  package static let silentAfter = 30

  /// For how many days it is worth a line that somebody has left. Source: Rounds default, version 1.
  package static let endedWithin = 90
}
