import Care

extension Chart {
  /// The identifier of a line as its source wrote it; empty where there is no such line.
  func written(_ id: LineID, _ kind: ResourceKind) -> String {
    let origin: String? =
      switch kind {
      case .patient: patients[id]?.origin
      case .relatedPerson: relatedPersons[id]?.origin
      case .encounter: encounters[id]?.origin
      case .episodeOfCare: episodesOfCare[id]?.origin
      case .careTeam: careTeams[id]?.origin
      case .carePlan: carePlans[id]?.origin
      case .goal: goals[id]?.origin
      case .condition: conditions[id]?.origin
      case .allergyIntolerance: allergyIntolerances[id]?.origin
      case .medicationRequest: medicationRequests[id]?.origin
      case .medicationStatement: medicationStatements[id]?.origin
      case .procedure: procedures[id]?.origin
      case .immunization: immunizations[id]?.origin
      case .observation: observations[id]?.origin
      case .diagnosticReport: diagnosticReports[id]?.origin
      case .documentReference: documentReferences[id]?.origin
      case .serviceRequest: serviceRequests[id]?.origin
      case .task: tasks[id]?.origin
      case .communication: communications[id]?.origin
      case .communicationRequest: communicationRequests[id]?.origin
      case .appointment: appointments[id]?.origin
      case .appointmentResponse: appointmentResponses[id]?.origin
      case .consent: consents[id]?.origin
      case .flag: flags[id]?.origin
      case .coverage: coverages[id]?.origin
      }
    return origin ?? ""
  }
}
