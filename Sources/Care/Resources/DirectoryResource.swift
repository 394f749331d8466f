/// One resource of the directory: a person, a body, a place or a service that many patients share.
package enum DirectoryResource: Hashable, Sendable {
  case practitioner(Practitioner)
  case practitionerRole(PractitionerRole)
  case organization(Organization)
  case location(Location)
  case healthcareService(HealthcareService)
  case partnership(Partnership)
  case dutyRoster(DutyRoster)
}

extension DirectoryResource {
  package var kind: DirectoryKind {
    switch self {
    case .practitioner: .practitioner
    case .practitionerRole: .practitionerRole
    case .organization: .organization
    case .location: .location
    case .healthcareService: .healthcareService
    case .partnership: .partnership
    case .dutyRoster: .dutyRoster
    }
  }
}

/// The resource types that the directory holds. Raw values are FHIR's type names and part of the format on disk.
package enum DirectoryKind: String, CaseIterable, Sendable {
  case practitioner = "Practitioner"
  case practitionerRole = "PractitionerRole"
  case organization = "Organization"
  case location = "Location"
  case healthcareService = "HealthcareService"
  /// Made here alone; no source has one.
  case partnership = "Partnership"
  /// Made here alone.
  case dutyRoster = "DutyRoster"

  /// Those that a source can send.
  package static let imported = allCases.filter { $0 != .partnership && $0 != .dutyRoster }
}
