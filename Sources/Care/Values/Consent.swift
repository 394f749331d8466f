/// A recorded agreement: scope, who, what, how long.
package struct Consent: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var status: ConsentStatus?
  package var scope: Concept = Concept()
  package var categories: [Concept] = []
  package var recorded: Moment?
  package var performers: [Reference] = []
  package var organizations: [Reference] = []
  /// permit or deny; empty where the source states no provision.
  package var provision: String = ""
  package var period: Period = Period()
  package var actors: [Participant] = []
  package var actions: [Concept] = []

  package init() {}
}
