/// What is known of a body or a service as somebody to refer to, beside what its own record says. Noted here; FHIR's
/// nearest resource is OrganizationAffiliation.
package struct Partnership: Hashable, Sendable {
  /// The organisation or service.
  package var partner: Reference = Reference()
  /// Whether it tells of every appointment and visit; nil where nobody has asked.
  package var sendsVisits: Bool?
  /// Whose words its systems speak; nil where nobody has asked.
  package var profile: PartnerProfile?
  /// Whether it is outside care, so that nothing about a patient goes there without consent; nil where its own record
  /// decides.
  package var isOutsideCare: Bool?
  package var capacity: Capacity?
  /// When it said so.
  package var capacityAsOf: Moment?
  package var interests: [DeclaredInterest] = []

  package init() {}
}

/// Somebody's interest in a partner, declared.
package struct DeclaredInterest: Hashable, Sendable {
  package var holder: Reference
  package var words: String
  package var declared: Moment?

  package init(holder: Reference = Reference(), words: String = "", declared: Moment? = nil) {
    self.holder = holder
    self.words = words
    self.declared = declared
  }
}

/// The implementation guide that a partner's systems follow. Raw values are part of the format on disk.
package enum PartnerProfile: String, CaseIterable, Sendable {
  case bser, gravity

  package var words: String {
    switch self {
    case .bser: "BSeR"
    case .gravity: "Gravity SDOH Clinical Care"
    }
  }
}

/// Whether a service can take somebody on. Source: Gravity SDOH Clinical Care, SDOHCC-ValueSetCapacityStatus; raw values
/// are its codes and part of the format on disk.
package enum Capacity: String, CaseIterable, Sendable {
  case capacity
  case additionalAssessment = "additional-assessment-required"
  case waitlist
  case noCapacity = "no-capacity"

  package var words: String {
    switch self {
    case .capacity: "has capacity"
    case .additionalAssessment: "needs an assessment first"
    case .waitlist: "has a waiting list"
    case .noCapacity: "no capacity"
    }
  }
}

/// Where a place is, in degrees. Source: FHIR R4 Location.position, WGS 84.
package struct Position: Hashable, Sendable {
  package var latitude: Double
  package var longitude: Double

  package init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}
