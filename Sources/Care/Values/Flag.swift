/// A warning shown with the patient at all times.
package struct Flag: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var status: ActiveStatus?
  package var categories: [Concept] = []
  package var code: Concept = Concept()
  package var period: Period = Period()
  package var encounter: Reference = Reference()
  package var author: Reference = Reference()

  package init() {}
}

/// Who pays, and by what kind of cover.
package struct Coverage: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var status: ActiveStatus?
  package var type: Concept = Concept()
  package var relationship: Concept = Concept()
  package var period: Period = Period()
  package var payors: [Reference] = []

  package init() {}
}
