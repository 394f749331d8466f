/// One resource of a patient's chart, as FHIR R4 names it.
package enum Resource: Hashable, Sendable {
  case patient(Patient)
  case relatedPerson(RelatedPerson)
  case encounter(Encounter)
  case episodeOfCare(EpisodeOfCare)
  case careTeam(CareTeam)
  case carePlan(CarePlan)
  case goal(Goal)
  case condition(Condition)
  case allergyIntolerance(AllergyIntolerance)
  case medicationRequest(MedicationRequest)
  case medicationStatement(MedicationStatement)
  case procedure(Procedure)
  case immunization(Immunization)
  case observation(Observation)
  case diagnosticReport(DiagnosticReport)
  case documentReference(DocumentReference)
  case serviceRequest(ServiceRequest)
  case task(Task)
  case communication(Communication)
  case communicationRequest(CommunicationRequest)
  case appointment(Appointment)
  case appointmentResponse(AppointmentResponse)
  case consent(Consent)
  case flag(Flag)
  case coverage(Coverage)
}

extension Resource {
  /// FHIR resource type ("Encounter").
  package var kind: ResourceKind {
    switch self {
    case .patient: .patient
    case .relatedPerson: .relatedPerson
    case .encounter: .encounter
    case .episodeOfCare: .episodeOfCare
    case .careTeam: .careTeam
    case .carePlan: .carePlan
    case .goal: .goal
    case .condition: .condition
    case .allergyIntolerance: .allergyIntolerance
    case .medicationRequest: .medicationRequest
    case .medicationStatement: .medicationStatement
    case .procedure: .procedure
    case .immunization: .immunization
    case .observation: .observation
    case .diagnosticReport: .diagnosticReport
    case .documentReference: .documentReference
    case .serviceRequest: .serviceRequest
    case .task: .task
    case .communication: .communication
    case .communicationRequest: .communicationRequest
    case .appointment: .appointment
    case .appointmentResponse: .appointmentResponse
    case .consent: .consent
    case .flag: .flag
    case .coverage: .coverage
    }
  }
}

/// The resource types that a chart holds. Raw values are FHIR's type names and part of the format on disk.
package enum ResourceKind: String, CaseIterable, Sendable {
  case patient = "Patient"
  case relatedPerson = "RelatedPerson"
  case encounter = "Encounter"
  case episodeOfCare = "EpisodeOfCare"
  case careTeam = "CareTeam"
  case carePlan = "CarePlan"
  case goal = "Goal"
  case condition = "Condition"
  case allergyIntolerance = "AllergyIntolerance"
  case medicationRequest = "MedicationRequest"
  case medicationStatement = "MedicationStatement"
  case procedure = "Procedure"
  case immunization = "Immunization"
  case observation = "Observation"
  case diagnosticReport = "DiagnosticReport"
  case documentReference = "DocumentReference"
  case serviceRequest = "ServiceRequest"
  case task = "Task"
  case communication = "Communication"
  case communicationRequest = "CommunicationRequest"
  case appointment = "Appointment"
  case appointmentResponse = "AppointmentResponse"
  case consent = "Consent"
  case flag = "Flag"
  case coverage = "Coverage"
}
