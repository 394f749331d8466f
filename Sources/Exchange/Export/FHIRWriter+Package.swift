import Care

extension FHIRWriter {
  /// A line of the chart as a resource; nil where it is of a kind that no package has.
  func resource(_ resource: Resource, as audience: ReferralAudience) -> FHIRNode? {
    switch resource {
    case .patient(let value): audience == .care ? whole(value) : least(value)
    case .condition(let value): condition(value)
    case .allergyIntolerance(let value): allergy(value)
    case .medicationRequest(let value): medicationRequest(value)
    case .diagnosticReport(let value): diagnosticReport(value)
    default: nil
    }
  }

  /// What a body outside care needs to reach somebody, and no more.
  private func least(_ patient: Patient) -> FHIRNode {
    .resource(
      "Patient",
      [
        ("name", .all([patient.names.legal].compactMap(\.self).map(name))),
        ("telecom", telecom(Array(patient.telecom.prefix(2)))), ("communication", languages(patient)),
      ])
  }

  private func whole(_ patient: Patient) -> FHIRNode {
    var deceased: (String, FHIRNode?) = ("deceasedBoolean", nil)
    switch patient.deceased {
    case .notStated: break
    case .no: deceased.1 = .truth(false)
    case .yes: deceased.1 = .truth(true)
    case .at(let time): deceased = ("deceasedDateTime", moment(time))
    }
    return .resource(
      "Patient",
      [
        ("identifier", .all(patient.identifiers.map(identifier))), ("active", patient.active.map(FHIRNode.truth)),
        ("name", .all(patient.names.map(name))), ("telecom", telecom(patient.telecom)),
        ("gender", patient.gender.map { .text($0.rawValue) }), ("birthDate", moment(patient.birthDate)), deceased,
        ("address", .all(patient.addresses.map { .fields([("text", .words($0))]) })),
        ("maritalStatus", concept(patient.maritalStatus)), ("communication", languages(patient)),
      ])
  }

  private func languages(_ patient: Patient) -> FHIRNode? {
    .all(patient.languages.map { .fields([("language", concept(Concept(text: $0)))]) })
  }

  private func name(_ name: HumanName) -> FHIRNode? {
    .fields([
      ("use", .words(name.use)), ("text", .words(name.text)), ("family", .words(name.family)),
      ("given", .all(name.given.map(FHIRNode.words))), ("prefix", .all(name.prefix.map(FHIRNode.words))),
      ("suffix", .all(name.suffix.map(FHIRNode.words))),
    ])
  }

  private func condition(_ value: Condition) -> FHIRNode {
    .resource(
      "Condition",
      [
        ("clinicalStatus", status(value.clinical?.rawValue, "condition-clinical")),
        ("verificationStatus", status(value.verification?.rawValue, "condition-ver-status")),
        ("category", concepts(value.categories)), ("severity", concept(value.severity)), ("code", concept(value.code)),
        ("bodySite", concepts(value.bodySites)), ("subject", patient), ("onsetDateTime", moment(value.onset)),
        ("onsetString", value.onset == nil ? .words(value.onsetText) : nil),
        ("abatementDateTime", moment(value.abatement)), ("recordedDate", moment(value.recorded)),
        ("asserter", reference(value.asserter)), ("note", notes(value.notes)),
      ])
  }

  private func allergy(_ value: AllergyIntolerance) -> FHIRNode {
    let reactions = value.reactions.map { reaction in
      // FHIR wants a manifestation with every reaction.
      let shown = reaction.manifestations.isEmpty ? [Concept(text: "Not stated")] : reaction.manifestations
      return FHIRNode.fields([
        ("substance", concept(reaction.substance)), ("manifestation", concepts(shown)),
        ("severity", .words(reaction.severity)),
      ])
    }
    return .resource(
      "AllergyIntolerance",
      [
        ("clinicalStatus", status(value.clinical?.rawValue, "allergyintolerance-clinical")),
        ("verificationStatus", status(value.verification?.rawValue, "allergyintolerance-verification")),
        ("type", .words(value.type)), ("category", .all(value.categories.map(FHIRNode.words))),
        ("criticality", .words(value.criticality)), ("code", concept(value.code)), ("patient", patient),
        ("onsetDateTime", moment(value.onset)), ("recordedDate", moment(value.recorded)),
        ("recorder", reference(value.recorder)), ("asserter", reference(value.asserter)),
        ("reaction", .all(reactions)), ("note", notes(value.notes)),
      ])
  }

  private func medicationRequest(_ value: MedicationRequest) -> FHIRNode {
    var medication = value.medication
    // The reader puts the words of the prohibition before the drug's.
    let isProhibited = medication.isProhibited
    if isProhibited { medication.text = String(medication.text.dropFirst(Concept().prohibited.text.count)) }
    if medication.isEmpty { medication.text = value.medicationReference.display }
    if medication.isEmpty { medication.text = "Not stated" }
    return .resource(
      "MedicationRequest",
      [
        ("status", value.status.map { .text($0.rawValue) }),
        ("intent", .text(value.intent.isEmpty ? "order" : value.intent)), ("category", concepts(value.categories)),
        ("priority", value.priority.map { .text($0.rawValue) }), ("doNotPerform", isProhibited ? .truth(true) : nil),
        ("medicationCodeableConcept", concept(medication)), ("subject", patient),
        ("authoredOn", moment(value.authored)), ("requester", reference(value.requester)),
        ("reasonCode", concepts(value.reasons)),
        ("dosageInstruction", .all(value.dosages.map { .fields([("text", .words($0))]) })),
        ("note", notes(value.notes)),
      ])
  }

  private func diagnosticReport(_ value: DiagnosticReport) -> FHIRNode {
    // `issued` is an instant: a date alone can't be one.
    let issued = (value.issued?.precision ?? .day) > .day ? moment(value.issued) : nil
    let start = value.effective.start ?? (issued == nil ? value.issued : nil)
    let isSpan = value.effective.end != nil && value.effective.end != value.effective.start
    return .resource(
      "DiagnosticReport",
      [
        ("identifier", .all(value.identifiers.map(identifier))), ("status", value.status.map { .text($0.rawValue) }),
        ("category", concepts(value.categories)), ("code", concept(value.code)), ("subject", patient),
        isSpan ? ("effectivePeriod", period(value.effective)) : ("effectiveDateTime", moment(start)),
        ("issued", issued), ("performer", references(value.performers)), ("conclusion", .words(value.conclusion)),
      ])
  }
}
