/// What was ordered.
package struct MedicationRequest: Hashable, Sendable {
  package var status: RequestStatus?
  package var intent: String = ""
  package var categories: [Concept] = []
  package var priority: Priority?
  package var medication: Concept = Concept()
  /// The Medication resource, where the source named it only by reference.
  package var medicationReference: Reference = Reference()
  package var authored: Moment?
  package var encounter: Reference = Reference()
  package var requester: Reference = Reference()
  package var reasons: [Concept] = []
  package var dosages: [String] = []
  package var notes: [String] = []

  package init() {}
}

/// What the patient is said to take.
package struct MedicationStatement: Hashable, Sendable {
  package var status: EventStatus?
  package var category: Concept = Concept()
  package var medication: Concept = Concept()
  package var medicationReference: Reference = Reference()
  package var effective: Period = Period()
  package var asserted: Moment?
  package var informationSource: Reference = Reference()
  package var reasons: [Concept] = []
  package var dosages: [String] = []
  package var notes: [String] = []

  package init() {}
}
