import Care

extension Resource {
  static func read(_ reader: inout WireReader) throws(WireError) -> Resource {
    let tag = try reader.text()
    switch ResourceKind(rawValue: tag) {
    case .patient: return .patient(try reader.value(Patient()))
    case .relatedPerson: return .relatedPerson(try reader.value(RelatedPerson()))
    case .encounter: return .encounter(try reader.value(Encounter()))
    case .episodeOfCare: return .episodeOfCare(try reader.value(EpisodeOfCare()))
    case .careTeam: return .careTeam(try reader.value(CareTeam()))
    case .carePlan: return .carePlan(try reader.value(CarePlan()))
    case .goal: return .goal(try reader.value(Goal()))
    case .condition: return .condition(try reader.value(Condition()))
    case .allergyIntolerance: return .allergyIntolerance(try reader.value(AllergyIntolerance()))
    case .medicationRequest: return .medicationRequest(try reader.value(MedicationRequest()))
    case .medicationStatement: return .medicationStatement(try reader.value(MedicationStatement()))
    case .procedure: return .procedure(try reader.value(Procedure()))
    case .immunization: return .immunization(try reader.value(Immunization()))
    case .observation: return .observation(try reader.value(Observation()))
    case .diagnosticReport: return .diagnosticReport(try reader.value(DiagnosticReport()))
    case .documentReference: return .documentReference(try reader.value(DocumentReference()))
    case .serviceRequest: return .serviceRequest(try reader.value(ServiceRequest()))
    case .task: return .task(try reader.value(Task()))
    case .communication: return .communication(try reader.value(Communication()))
    case .communicationRequest: return .communicationRequest(try reader.value(CommunicationRequest()))
    case .appointment: return .appointment(try reader.value(Appointment()))
    case .appointmentResponse: return .appointmentResponse(try reader.value(AppointmentResponse()))
    case .consent: return .consent(try reader.value(Consent()))
    case .flag: return .flag(try reader.value(Flag()))
    case .coverage: return .coverage(try reader.value(Coverage()))
    case nil: throw reader.failure(.unknownCase("Resource"))
    }
  }

  func write(_ writer: inout WireWriter) {
    writer.text(kind.rawValue)
    switch self {
    case .patient(let value): writer.value(value)
    case .relatedPerson(let value): writer.value(value)
    case .encounter(let value): writer.value(value)
    case .episodeOfCare(let value): writer.value(value)
    case .careTeam(let value): writer.value(value)
    case .carePlan(let value): writer.value(value)
    case .goal(let value): writer.value(value)
    case .condition(let value): writer.value(value)
    case .allergyIntolerance(let value): writer.value(value)
    case .medicationRequest(let value): writer.value(value)
    case .medicationStatement(let value): writer.value(value)
    case .procedure(let value): writer.value(value)
    case .immunization(let value): writer.value(value)
    case .observation(let value): writer.value(value)
    case .diagnosticReport(let value): writer.value(value)
    case .documentReference(let value): writer.value(value)
    case .serviceRequest(let value): writer.value(value)
    case .task(let value): writer.value(value)
    case .communication(let value): writer.value(value)
    case .communicationRequest(let value): writer.value(value)
    case .appointment(let value): writer.value(value)
    case .appointmentResponse(let value): writer.value(value)
    case .consent(let value): writer.value(value)
    case .flag(let value): writer.value(value)
    case .coverage(let value): writer.value(value)
    }
  }
}

extension DirectoryResource {
  static func read(_ reader: inout WireReader) throws(WireError) -> DirectoryResource {
    let tag = try reader.text()
    switch DirectoryKind(rawValue: tag) {
    case .practitioner: return .practitioner(try reader.value(Practitioner()))
    case .practitionerRole: return .practitionerRole(try reader.value(PractitionerRole()))
    case .organization: return .organization(try reader.value(Organization()))
    case .location: return .location(try reader.value(Location()))
    case .healthcareService: return .healthcareService(try reader.value(HealthcareService()))
    case .partnership: return .partnership(try reader.value(Partnership()))
    case .dutyRoster: return .dutyRoster(try reader.value(DutyRoster()))
    case nil: throw reader.failure(.unknownCase("DirectoryResource"))
    }
  }

  func write(_ writer: inout WireWriter) {
    writer.text(kind.rawValue)
    switch self {
    case .practitioner(let value): writer.value(value)
    case .practitionerRole(let value): writer.value(value)
    case .organization(let value): writer.value(value)
    case .location(let value): writer.value(value)
    case .healthcareService(let value): writer.value(value)
    case .partnership(let value): writer.value(value)
    case .dutyRoster(let value): writer.value(value)
    }
  }
}
