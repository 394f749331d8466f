extension Chart {
  /// The name a list shows: the preferred name, family name first. One that the source left out is said to be missing.
  package var listedName: String {
    if id == .unmatched { return "Not matched to a patient" }
    guard let patient else { return saidName ?? "Name not on file" }
    let name = patient.names.preferred?.listed ?? ""
    return name.isEmpty ? "Name not on file" : name
  }

  /// What an appointment calls a patient whose own record hasn't come.
  private var saidName: String? {
    for appointment in appointments.items {
      for participant in appointment.value.participants
      where participant.actor.kind == "Patient" && !participant.actor.display.isEmpty {
        return participant.actor.display
      }
    }
    return nil
  }

  /// True where a reference means this patient, whether it says so by type or by identity.
  package func isPatient(_ reference: Reference) -> Bool {
    reference.kind == "Patient" || reference.target.flatMap { origins[$0] }.flatMap { patients[$0] } != nil
  }

  /// The medical record number: the identifier typed MR, else the first that is no licence, passport or tax number.
  ///
  /// Source: HL7 v2 table 0203 identifier types.
  package var medicalRecordNumber: String {
    guard let patient else { return "" }
    let notRecordNumbers: Set<String> = ["SS", "DL", "PPN", "NI", "TAX", "SB"]
    return
      (patient.identifiers.first { $0.type == "MR" }
      ?? patient.identifiers.first { !notRecordNumbers.contains($0.type) && !$0.value.isEmpty })?.value ?? ""
  }
}
