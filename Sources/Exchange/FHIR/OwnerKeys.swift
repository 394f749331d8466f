import Care

/// Where each type of resource says whom it is about.
enum OwnerKeys {
  /// The element that names the patient; nil for those that name patients among others.
  static func patient(of kind: ResourceKind) -> String? {
    switch kind {
    case .patient, .appointment, .appointmentResponse: nil
    case .relatedPerson, .episodeOfCare, .allergyIntolerance, .immunization, .consent: "patient"
    case .coverage: "beneficiary"
    case .task: "for"
    case .encounter, .careTeam, .carePlan, .goal, .condition, .medicationRequest, .medicationStatement, .procedure,
      .observation, .diagnosticReport, .documentReference, .serviceRequest, .communication, .communicationRequest,
      .flag:
      "subject"
    }
  }

  /// Elements that point to other resources about the same patient, for those that don't say whom they are about.
  static let links = ["encounter", "context", "focus", "basedOn", "partOf", "inResponseTo", "appointment"]
}
