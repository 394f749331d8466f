/// What is intended for the patient.
package struct CarePlan: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var status: RequestStatus?
  package var intent: String = ""
  package var title: String = ""
  package var categories: [Concept] = []
  package var description: String = ""
  package var period: Period = Period()
  package var created: Moment?
  package var author: Reference = Reference()
  package var careTeams: [Reference] = []
  package var addresses: [Reference] = []
  package var goals: [Reference] = []
  package var activities: [PlanActivity] = []

  package init() {}
}

/// One activity of a plan.
package struct PlanActivity: Hashable, Sendable {
  package var status: String = ""
  package var code: Concept = Concept()
  package var description: String = ""
  package var scheduled: Period = Period()
  package var performers: [Reference] = []
  package var location: Reference = Reference()
  /// The request or task that carries the activity out, where it is a resource of its own.
  package var reference: Reference = Reference()

  package init() {}
}
