/// A unit of work with one status and one owner.
package struct Task: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var groupIdentifier: Identifier = Identifier()
  package var status: TaskStatus?
  package var statusReason: Concept = Concept()
  package var businessStatus: Concept = Concept()
  package var intent: String = ""
  package var priority: Priority?
  package var code: Concept = Concept()
  package var description: String = ""
  package var focus: Reference = Reference()
  package var encounter: Reference = Reference()
  package var authored: Moment?
  package var lastModified: Moment?
  package var requester: Reference = Reference()
  package var performerTypes: [Concept] = []
  package var owner: Reference = Reference()
  package var reason: Concept = Concept()
  /// restriction.period: the task is due at its end.
  package var restriction: Period = Period()
  package var execution: Period = Period()
  package var basedOn: [Reference] = []
  package var partOf: [Reference] = []
  package var outputs: [Reference] = []
  package var notes: [String] = []

  package init() {}
}
