/// Something done to or for the patient.
package struct Procedure: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var status: EventStatus?
  package var category: Concept = Concept()
  package var code: Concept = Concept()
  package var performed: Period = Period()
  package var encounter: Reference = Reference()
  package var performers: [Participant] = []
  package var location: Reference = Reference()
  package var reasons: [Concept] = []
  package var outcome: Concept = Concept()
  package var basedOn: [Reference] = []
  package var notes: [String] = []

  package init() {}
}

/// A vaccine given, or not given and why.
package struct Immunization: Hashable, Sendable {
  package var status: EventStatus?
  package var vaccine: Concept = Concept()
  package var occurrence: Moment?
  package var encounter: Reference = Reference()
  package var statusReason: Concept = Concept()

  package init() {}
}
