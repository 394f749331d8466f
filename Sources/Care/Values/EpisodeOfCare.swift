/// The span in which an organization is responsible for the patient for a purpose.
package struct EpisodeOfCare: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var status: EpisodeStatus?
  package var types: [Concept] = []
  package var period: Period = Period()
  package var managingOrganization: Reference = Reference()
  package var careManager: Reference = Reference()
  package var teams: [Reference] = []

  package init() {}
}
