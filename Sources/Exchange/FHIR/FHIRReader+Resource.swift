import Care

/// A resource as the record takes it.
enum ReadResource {
  case chart(Resource)
  case directory(DirectoryResource)
}

extension FHIRReader {
  func read(_ json: JSON, kind: ResourceKind) throws -> Resource {
    switch kind {
    case .patient: .patient(try patient(json))
    case .relatedPerson: .relatedPerson(try relatedPerson(json))
    case .encounter: .encounter(try encounter(json))
    case .episodeOfCare: .episodeOfCare(try episodeOfCare(json))
    case .careTeam: .careTeam(try careTeam(json))
    case .carePlan: .carePlan(try carePlan(json))
    case .goal: .goal(try goal(json))
    case .condition: .condition(try condition(json))
    case .allergyIntolerance: .allergyIntolerance(try allergyIntolerance(json))
    case .medicationRequest: .medicationRequest(try medicationRequest(json))
    case .medicationStatement: .medicationStatement(try medicationStatement(json))
    case .procedure: .procedure(try procedure(json))
    case .immunization: .immunization(try immunization(json))
    case .observation: .observation(try observation(json))
    case .diagnosticReport: .diagnosticReport(try diagnosticReport(json))
    case .documentReference: .documentReference(try documentReference(json))
    case .serviceRequest: .serviceRequest(try serviceRequest(json))
    case .task: .task(try task(json))
    case .communication: .communication(try communication(json))
    case .communicationRequest: .communicationRequest(try communicationRequest(json))
    case .appointment: .appointment(try appointment(json))
    case .appointmentResponse: .appointmentResponse(try appointmentResponse(json))
    case .consent: .consent(try consent(json))
    case .flag: .flag(try flag(json))
    case .coverage: .coverage(try coverage(json))
    }
  }

  func read(_ json: JSON, kind: DirectoryKind) throws -> DirectoryResource {
    switch kind {
    case .practitioner: .practitioner(try practitioner(json))
    case .practitionerRole: .practitionerRole(try practitionerRole(json))
    case .organization: .organization(try organization(json))
    case .location: .location(try location(json))
    case .healthcareService: .healthcareService(try healthcareService(json))
    case .partnership, .dutyRoster: throw WrongType(value: json, expected: "A resource that FHIR has")
    }
  }
}
