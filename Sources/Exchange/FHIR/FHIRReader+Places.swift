import Care

extension FHIRReader {
  func organization(_ json: JSON) throws -> Organization {
    var organization = Organization()
    organization.identifiers = try identifiers(json)
    organization.active = try json.truth("active")
    organization.types = try concepts(json, "type")
    organization.name = try json.text("name")
    organization.aliases = try json.texts("alias")
    organization.telecom = try telecom(json)
    organization.addresses = try addresses(json)
    organization.partOf = try reference(json["partOf"], kind: "Organization")
    return organization
  }

  func location(_ json: JSON) throws -> Location {
    var location = Location()
    location.identifiers = try identifiers(json)
    location.status = try json.text("status")
    location.name = try json.text("name")
    location.types = try concepts(json, "type")
    location.telecom = try telecom(json)
    location.addresses = try json.object("address").map { [try address($0)] }?.filter { !$0.isEmpty } ?? []
    location.managingOrganization = try reference(json["managingOrganization"], kind: "Organization")
    location.partOf = try reference(json["partOf"], kind: "Location")
    location.position = try position(json)
    return location
  }

  func healthcareService(_ json: JSON) throws -> HealthcareService {
    var service = HealthcareService()
    service.identifiers = try identifiers(json)
    service.active = try json.truth("active")
    service.providedBy = try reference(json["providedBy"], kind: "Organization")
    service.categories = try concepts(json, "category")
    service.types = try concepts(json, "type")
    service.specialties = try concepts(json, "specialty")
    service.locations = try references(json, "location", kind: "Location")
    service.name = try json.text("name")
    service.comment = try json.text("comment")
    service.telecom = try telecom(json)
    service.hours = try hours(json)
    service.appointmentRequired = try json.truth("appointmentRequired")
    service.capacity = try capacity(json)
    if service.capacity != nil { service.updated = try json.object("meta").flatMap { try moment($0, "lastUpdated") } }
    return service
  }

  private func position(_ json: JSON) throws -> Position? {
    guard let position = try json.object("position"),
      let latitude = Double(try position.digits("latitude")), let longitude = Double(try position.digits("longitude"))
    else { return nil }
    guard (-90.0...90).contains(latitude), (-180.0...180).contains(longitude) else {
      remark(position, "No place on earth is there; it was left out.")
      return nil
    }
    return Position(latitude: latitude, longitude: longitude)
  }

  /// Source: Gravity SDOH Clinical Care 3.0.0, SDOHCC-ExtensionHealthcareServiceCapacityStatus.
  private func capacity(_ json: JSON) throws -> Capacity? {
    let extensions = try json.objects("extension").filter {
      try $0.text("url").hasSuffix("/SDOHCC-ExtensionHealthcareServiceCapacityStatus")
    }
    for inner in try extensions.flatMap({ try $0.objects("extension") }) where try inner.text("url") == "capacityStatus"
    {
      let codings = try concept(inner, "valueCodeableConcept").codings
      if let capacity = codings.lazy.compactMap({ Capacity(rawValue: $0.code) }).first { return capacity }
      remark(inner, "The guide has no such capacity; it was left out.")
    }
    return nil
  }

  func hours(_ json: JSON) throws -> [AvailableTime] {
    try json.objects("availableTime").map { open in
      var time = AvailableTime()
      time.days = try open.texts("daysOfWeek")
      time.allDay = try open.truth("allDay")
      time.start = try open.text("availableStartTime")
      time.end = try open.text("availableEndTime")
      return time
    }
  }
}
