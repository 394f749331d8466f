import Care

/// References to every body, place and service of a network, made once and used by all its patients.
struct Places: Sendable {
  private struct Site: Sendable {
    let organizationID: MemberID
    let locationID: MemberID
    let organization: Reference
    let location: Reference
    let serviceIDs: [MemberID]
    let services: [Reference]
  }

  private let sites: [Site]

  init(seed: UInt64) {
    sites = Place.allCases.map { place in
      var draw = Draw(seed: seed, topic: 0x91ACE, index: place.rawValue)
      let organizationID: MemberID = draw.id()
      let locationID: MemberID = draw.id()
      let serviceIDs: [MemberID] = place.services.map { _ in draw.id() }
      func reference(_ kind: String, _ id: MemberID, _ display: String) -> Reference {
        Reference(target: OriginID(id), kind: kind, display: display, written: "\(kind)/\(id)")
      }
      return Site(
        organizationID: organizationID, locationID: locationID,
        organization: reference("Organization", organizationID, place.name),
        location: reference("Location", locationID, place.name), serviceIDs: serviceIDs,
        services: zip(serviceIDs, place.services).map { reference("HealthcareService", $0, $1) })
    }
  }

  func organization(_ place: Place) -> Reference { sites[place.rawValue].organization }
  func location(_ place: Place) -> Reference { sites[place.rawValue].location }
  func services(_ place: Place) -> [Reference] { sites[place.rawValue].services }

  /// The directory's lines: bodies first, then places, then services, then what is known of them as partners.
  func lines(_ calendar: Calendar) -> [DirectoryLine] {
    Place.allCases.map(organizationLine) + Place.allCases.map(locationLine) + Place.allCases.flatMap(serviceLines)
      + Place.allCases.compactMap { partnershipLine($0, calendar) }
  }

  private func partnershipLine(_ place: Place, _ calendar: Calendar) -> DirectoryLine? {
    let member = sites[place.rawValue].organizationID
    return Partners.partnership(place, organization(place), day: calendar.day).map {
      DirectoryLine(id: Directory.partnershipID(of: member), origins: [], origin: "", resource: .partnership($0))
    }
  }

  private func line(_ id: MemberID, _ resource: DirectoryResource) -> DirectoryLine {
    DirectoryLine(id: id, origins: [OriginID(id)], origin: id.description, resource: resource)
  }

  private func organizationLine(_ place: Place) -> DirectoryLine {
    var organization = Organization()
    organization.active = true
    organization.types = [place.type]
    organization.name = place.name
    organization.telecom = [ContactPoint(system: "phone", value: place.phone, use: "work")]
    organization.addresses = [place.isUnit ? Place.hospital.address : place.address]
    if place.isUnit { organization.partOf = self.organization(.hospital) }
    return line(sites[place.rawValue].organizationID, .organization(organization))
  }

  private func locationLine(_ place: Place) -> DirectoryLine {
    var location = Location()
    location.status = "active"
    location.name = place.name
    location.telecom = [ContactPoint(system: "phone", value: place.phone, use: "work")]
    location.addresses = [place.isUnit ? Place.hospital.address : place.address]
    location.managingOrganization = organization(place)
    location.position = Partners.position(place)
    if place.isUnit { location.partOf = self.location(.hospital) }
    return line(sites[place.rawValue].locationID, .location(location))
  }

  private func serviceLines(_ place: Place) -> [DirectoryLine] {
    zip(sites[place.rawValue].serviceIDs, place.services).map { id, name in
      var service = HealthcareService()
      service.active = true
      service.providedBy = organization(place)
      service.name = name
      service.types = [Concept(text: name)]
      service.locations = [location(place)]
      service.telecom = [ContactPoint(system: "phone", value: place.phone, use: "work")]
      service.appointmentRequired = place != .foodTable
      return line(id, .healthcareService(service))
    }
  }
}
