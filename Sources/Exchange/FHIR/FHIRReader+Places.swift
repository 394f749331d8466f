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
    return service
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
