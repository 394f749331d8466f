/// One interaction between the patient and care givers.
package struct Encounter: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var status: EncounterStatus?
  /// v3 ActCode: EMER, IMP, AMB, HH, VR and others.
  package var classification: Coding = Coding()
  package var types: [Concept] = []
  package var serviceType: Concept = Concept()
  package var priority: Concept = Concept()
  package var period: Period = Period()
  package var reasons: [Concept] = []
  package var participants: [Participant] = []
  package var serviceProvider: Reference = Reference()
  package var locations: [Stay] = []
  package var episodes: [Reference] = []
  package var partOf: Reference = Reference()
  package var basedOn: [Reference] = []
  package var admitSource: Concept = Concept()
  package var dischargeDisposition: Concept = Concept()

  package init() {}
}

/// A place within an encounter.
package struct Stay: Hashable, Sendable {
  package var location: Reference = Reference()
  package var period: Period = Period()
  package var status: String = ""

  package init() {}
}
