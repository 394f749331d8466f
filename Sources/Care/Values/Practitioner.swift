/// A person with a formal role in delivering care or services.
package struct Practitioner: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var active: Bool?
  package var names: [HumanName] = []
  package var telecom: [ContactPoint] = []
  package var gender: AdministrativeGender?
  package var qualifications: [Concept] = []
  package var languages: [String] = []

  package init() {}
}

/// A practitioner's role at an organization for a period.
package struct PractitionerRole: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var active: Bool?
  package var period: Period = Period()
  package var practitioner: Reference = Reference()
  package var organization: Reference = Reference()
  package var codes: [Concept] = []
  package var specialties: [Concept] = []
  package var locations: [Reference] = []
  package var services: [Reference] = []
  package var telecom: [ContactPoint] = []
  package var hours: [AvailableTime] = []
  /// Absences and exceptions in the source's words.
  package var availability: String = ""

  package init() {}
}

/// Hours in which a member or service can be reached.
package struct AvailableTime: Hashable, Sendable {
  /// FHIR DaysOfWeek: mon, tue, …
  package var days: [String] = []
  package var allDay: Bool?
  package var start: String = ""
  package var end: String = ""

  package init() {}
}
