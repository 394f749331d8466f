/// The people and organizations who plan to take part in a patient's care.
package struct CareTeam: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var status: CareTeamStatus?
  package var name: String = ""
  package var categories: [Concept] = []
  package var period: Period = Period()
  package var participants: [Participant] = []
  package var encounter: Reference = Reference()
  package var managingOrganizations: [Reference] = []

  package init() {}
}
