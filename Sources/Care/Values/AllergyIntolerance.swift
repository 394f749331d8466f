/// An allergy or intolerance, or the statement that there is none.
package struct AllergyIntolerance: Hashable, Sendable {
  package var clinical: ClinicalStatus?
  package var verification: VerificationStatus?
  package var type: String = ""
  package var categories: [String] = []
  package var criticality: String = ""
  package var code: Concept = Concept()
  package var onset: Moment?
  package var recorded: Moment?
  package var recorder: Reference = Reference()
  package var asserter: Reference = Reference()
  package var reactions: [AllergyReaction] = []
  package var notes: [String] = []

  package init() {}
}

/// How an allergy showed itself.
package struct AllergyReaction: Hashable, Sendable {
  package var substance: Concept = Concept()
  package var manifestations: [Concept] = []
  package var severity: String = ""

  package init() {}
}
