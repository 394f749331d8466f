extension Chart {
  /// The name a list shows: family name first, and what the patient is called beside it where that is another name.
  /// One that the source left out is said to be missing.
  package var listedName: String {
    if id == .unmatched { return "Not matched to a patient" }
    guard let patient else { return saidName ?? "Name not on file" }
    let name = patient.names.legal?.listed ?? ""
    let usual = patient.names.first { $0.use == "usual" || $0.use == "nickname" }?.called ?? ""
    if name.isEmpty { return usual.isEmpty ? "Name not on file" : usual }
    return usual.isEmpty || Folding.fold(name).contains(Folding.fold(usual)) ? name : "\(name) “\(usual)”"
  }

  /// Every name the patient has or had, for searching.
  package var allNames: String {
    (patient?.names ?? []).map { "\($0.listed) \($0.text)" }.joined(separator: " ")
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

  /// True where a reference means this patient: by identity, and by its type only where the patient's own record has
  /// not come, since a mother is a Patient too.
  package func isPatient(_ reference: Reference) -> Bool {
    guard let target = reference.target, !patients.isEmpty else { return reference.kind == "Patient" }
    return origins[target].flatMap { patients[$0] } != nil
  }

  /// The medical record number: the identifier typed MR, else the first that is no licence, passport, tax, account or
  /// member number.
  ///
  /// Source: HL7 v2 table 0203 identifier types.
  package var medicalRecordNumber: String {
    guard let patient else { return "" }
    let known = patient.identifiers.filter { !$0.value.isEmpty }
    return
      (known.first { $0.type == "MR" }
      ?? known.first { $0.type != "NI" && Identifier.identifiesPatient(type: $0.type, system: $0.system) })?.value ?? ""
  }
}
