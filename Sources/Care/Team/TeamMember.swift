/// One line of a patient's roster.
package struct TeamMember: Hashable, Sendable {
  /// How the source counts this person in.
  package enum Standing: Hashable, Sendable {
    /// On a care team now.
    case member
    /// A carer, or the patient.
    case carer
    /// Not on any team, but named in an encounter or plan of the last year.
    case seen
    /// The period on the team has ended, or the team is no longer active.
    case past
  }

  package var name: Directory.Naming
  package var role: String
  package var organization: String
  package var contact: String
  package var standing: Standing
  package var hours: [AvailableTime]
  package var reference: Reference
  /// All that the team, or who else names the member, calls the role.
  package var roles: [Concept] = []
  /// By the roles here; where those don't say, by the member's own record. Empty where nothing says.
  package var professions: [Profession] = []
  /// Since and until when, as the team has it.
  package var period = Period()
  /// The body that the member acts for here; empty where none is stated.
  package var onBehalfOf = Reference()
}
