import Care

extension FHIRReader {
  func patient(_ json: JSON) throws -> Patient {
    var patient = Patient()
    patient.identifiers = try identifiers(json)
    patient.active = try json.truth("active")
    patient.names = try names(json, "name")
    patient.telecom = try telecom(json)
    patient.gender = try code(json, "gender")
    patient.birthDate = try moment(json, "birthDate")
    patient.deceased = try deceased(json)
    patient.addresses = try addresses(json)
    patient.maritalStatus = try concept(json, "maritalStatus")
    patient.languages = try languages(json)
    patient.contacts = try json.objects("contact").map { try contact($0) }
    patient.generalPractitioners = try references(json, "generalPractitioner")
    patient.managingOrganization = try reference(json["managingOrganization"], kind: "Organization")
    return patient
  }

  private func deceased(_ json: JSON) throws -> Deceased {
    if let value = json["deceasedDateTime"] {
      // A date that can't be read still says that the patient has died.
      let moment = try moment(json, "deceasedDateTime")
      return moment.map(Deceased.at) ?? (value.words?.isEmpty == false ? .yes : .notStated)
    }
    return try json.truth("deceasedBoolean").map { $0 ? .yes : .no } ?? .notStated
  }

  private func contact(_ json: JSON) throws -> PatientContact {
    var contact = PatientContact()
    if let name = try json.object("name") { contact.name = try self.name(name) }
    contact.relationships = try concepts(json, "relationship")
    contact.telecom = try telecom(json)
    contact.period = try period(json, "period")
    return contact
  }

  func relatedPerson(_ json: JSON) throws -> RelatedPerson {
    var person = RelatedPerson()
    person.active = try json.truth("active")
    person.names = try names(json, "name")
    person.relationships = try concepts(json, "relationship")
    person.telecom = try telecom(json)
    person.languages = try languages(json)
    person.period = try period(json, "period")
    return person
  }

  func practitioner(_ json: JSON) throws -> Practitioner {
    var practitioner = Practitioner()
    practitioner.identifiers = try identifiers(json)
    practitioner.active = try json.truth("active")
    practitioner.names = try names(json, "name")
    practitioner.telecom = try telecom(json)
    practitioner.gender = try code(json, "gender")
    practitioner.qualifications = try json.objects("qualification").map { try concept($0, "code") }
    practitioner.languages = try languages(json)
    return practitioner
  }

  func practitionerRole(_ json: JSON) throws -> PractitionerRole {
    var role = PractitionerRole()
    role.identifiers = try identifiers(json)
    role.active = try json.truth("active")
    role.period = try period(json, "period")
    role.practitioner = try reference(json["practitioner"], kind: "Practitioner")
    role.organization = try reference(json["organization"], kind: "Organization")
    role.codes = try concepts(json, "code")
    role.specialties = try concepts(json, "specialty")
    role.locations = try references(json, "location", kind: "Location")
    role.services = try references(json, "healthcareService", kind: "HealthcareService")
    role.telecom = try telecom(json)
    role.hours = try hours(json)
    role.availability = try json.text("availabilityExceptions")
    return role
  }
}
