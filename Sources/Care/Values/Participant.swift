/// Someone who takes part in a thing, in a role, for a time.
package struct Participant: Hashable, Sendable {
  package var roles: [Concept] = []
  package var actor: Reference = Reference()
  package var onBehalfOf: Reference = Reference()
  package var period: Period = Period()
  /// FHIR ParticipationStatus of an appointment's participant; empty elsewhere.
  package var status: String = ""

  package init() {}
}
