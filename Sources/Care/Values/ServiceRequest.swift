/// The order for a service; a referral where it asks another party for care.
package struct ServiceRequest: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var requisition: Identifier = Identifier()
  package var status: RequestStatus?
  package var intent: String = ""
  package var priority: Priority?
  package var categories: [Concept] = []
  package var code: Concept = Concept()
  package var occurrence: Period = Period()
  package var authored: Moment?
  package var encounter: Reference = Reference()
  package var requester: Reference = Reference()
  package var performerType: Concept = Concept()
  package var performers: [Reference] = []
  package var reasons: [Concept] = []
  package var basedOn: [Reference] = []
  package var replaces: [Reference] = []
  package var notes: [String] = []

  package init() {}
}
