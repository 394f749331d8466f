/// The findings of a diagnostic service.
package struct DiagnosticReport: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var status: ResultStatus?
  package var categories: [Concept] = []
  package var code: Concept = Concept()
  package var effective: Period = Period()
  package var issued: Moment?
  package var encounter: Reference = Reference()
  package var performers: [Reference] = []
  package var results: [Reference] = []
  package var basedOn: [Reference] = []
  package var conclusion: String = ""

  package init() {}
}

/// A document: what it is and when it was made, not its content.
package struct DocumentReference: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var status: DocumentStatus?
  package var documentStatus: String = ""
  package var type: Concept = Concept()
  package var categories: [Concept] = []
  package var date: Moment?
  package var authors: [Reference] = []
  package var description: String = ""
  package var encounters: [Reference] = []
  package var title: String = ""
  package var contentType: String = ""
  package var related: [Reference] = []

  package init() {}
}
