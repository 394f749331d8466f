/// A problem or diagnosis, or a social finding.
package struct Condition: Hashable, Sendable {
  package var clinical: ClinicalStatus?
  package var verification: VerificationStatus?
  package var categories: [Concept] = []
  package var severity: Concept = Concept()
  package var code: Concept = Concept()
  package var bodySites: [Concept] = []
  package var onset: Moment?
  /// Onset in words where the source gave no date ("age 42").
  package var onsetText: String = ""
  package var abatement: Moment?
  package var recorded: Moment?
  package var encounter: Reference = Reference()
  package var asserter: Reference = Reference()
  package var notes: [String] = []

  package init() {}
}
