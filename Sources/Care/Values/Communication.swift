/// One message: who told whom what, and when.
package struct Communication: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var status: EventStatus?
  package var categories: [Concept] = []
  package var priority: Priority?
  package var media: [Concept] = []
  package var topic: Concept = Concept()
  package var about: [Reference] = []
  package var encounter: Reference = Reference()
  package var sent: Moment?
  package var received: Moment?
  package var recipients: [Reference] = []
  package var sender: Reference = Reference()
  package var reasons: [Concept] = []
  package var payload: [String] = []
  package var inResponseTo: [Reference] = []
  package var partOf: [Reference] = []
  package var basedOn: [Reference] = []
  package var notes: [String] = []

  package init() {}
}

/// The wish that something be told.
package struct CommunicationRequest: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var status: RequestStatus?
  package var categories: [Concept] = []
  package var priority: Priority?
  package var about: [Reference] = []
  package var payload: [String] = []
  package var occurrence: Period = Period()
  package var authored: Moment?
  package var requester: Reference = Reference()
  package var recipients: [Reference] = []
  package var sender: Reference = Reference()
  package var reasons: [Concept] = []
  package var basedOn: [Reference] = []

  package init() {}
}
