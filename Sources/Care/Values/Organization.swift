/// A formal body: hospital, clinic, payer, pharmacy, community organisation.
package struct Organization: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var active: Bool?
  package var types: [Concept] = []
  package var name: String = ""
  package var aliases: [String] = []
  package var telecom: [ContactPoint] = []
  package var addresses: [String] = []
  package var partOf: Reference = Reference()

  package init() {}
}

/// A place where care is given.
package struct Location: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var status: String = ""
  package var name: String = ""
  package var types: [Concept] = []
  package var telecom: [ContactPoint] = []
  package var addresses: [String] = []
  package var managingOrganization: Reference = Reference()
  package var partOf: Reference = Reference()
  /// nil where the source states none.
  package var position: Position?

  package init() {}
}

/// A service that an organization offers.
package struct HealthcareService: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var active: Bool?
  package var providedBy: Reference = Reference()
  package var categories: [Concept] = []
  package var types: [Concept] = []
  package var specialties: [Concept] = []
  package var locations: [Reference] = []
  package var name: String = ""
  package var comment: String = ""
  package var telecom: [ContactPoint] = []
  package var hours: [AvailableTime] = []
  package var appointmentRequired: Bool?
  /// Whether it can take somebody on, as it says itself; nil where it doesn't say.
  package var capacity: Capacity?
  /// When its record was last changed.
  package var updated: Moment?

  package init() {}
}
