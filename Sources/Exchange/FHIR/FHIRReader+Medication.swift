import Care

extension FHIRReader {
  func medicationRequest(_ json: JSON) throws -> MedicationRequest {
    var request = MedicationRequest()
    request.status = try code(json)
    request.intent = try json.text("intent")
    request.categories = try concepts(json, "category")
    request.priority = try code(json, "priority")
    (request.medication, request.medicationReference) = try medication(json)
    if try json.truth("doNotPerform") == true { request.medication = request.medication.prohibited }
    request.authored = try moment(json, "authoredOn")
    request.encounter = try reference(json["encounter"], kind: "Encounter")
    request.requester = try reference(json["requester"])
    request.reasons = try reasons(json)
    request.dosages = try dosages(json, "dosageInstruction")
    request.notes = try notes(json)
    return request
  }

  func medicationStatement(_ json: JSON) throws -> MedicationStatement {
    var statement = MedicationStatement()
    statement.status = try code(json)
    statement.category = try concept(json, "category")
    (statement.medication, statement.medicationReference) = try medication(json)
    statement.effective = try span(json, "effective")
    statement.asserted = try moment(json, "dateAsserted")
    statement.informationSource = try reference(json["informationSource"])
    statement.reasons = try reasons(json)
    statement.dosages = try dosages(json, "dosage")
    statement.notes = try notes(json)
    return statement
  }

  /// The drug: as a concept, or through a Medication resource of the same document, or inside the resource.
  private func medication(_ json: JSON) throws -> (Concept, Reference) {
    let concept = try concept(json, "medicationCodeableConcept")
    guard let written = try json.object("medicationReference") else { return (concept, Reference()) }
    let reference = try reference(written, kind: "Medication")
    guard concept.isEmpty else { return (concept, reference) }
    if reference.written.hasPrefix("#") {
      let inner = try contained(String(reference.written.dropFirst()))
      return (try inner.map { try self.concept($0, "code") } ?? concept, reference)
    }
    let known = try target(of: written).item.flatMap { medications[$0] }
    return (known ?? concept, reference)
  }

  private func dosages(_ json: JSON, _ key: String) throws -> [String] {
    try json.objects(key).map { try dosage($0) }.filter { !$0.isEmpty }
  }

  /// A dosage as its source words it; where it has no words, its parts in the order a label gives them.
  private func dosage(_ json: JSON) throws -> String {
    for key in ["text", "patientInstruction"] {
      let words = try json.text(key)
      if !words.isEmpty { return words }
    }
    var parts: [String] = []
    for dose in try json.objects("doseAndRate") {
      if let quantity = try dose.object("doseQuantity") { parts.append(try self.quantity(quantity).label) }
      if let range = try dose.object("doseRange") { parts.append(try self.range(range)) }
    }
    parts.append(try concept(json, "route").label)
    if let timing = try json.object("timing") { parts.append(try frequency(timing)) }
    if json["asNeededBoolean"].map({ $0.kind == .yes }) ?? (json["asNeededCodeableConcept"] != nil) {
      parts.append("as needed")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func frequency(_ timing: JSON) throws -> String {
    let named = try concept(timing, "code").label
    guard named.isEmpty, let rhythm = try timing.object("repeat") else { return named }
    let times = try rhythm.digits("frequency")
    let every = try rhythm.digits("period")
    let unit = try rhythm.text("periodUnit")
    guard !every.isEmpty, !unit.isEmpty else { return "" }
    return "\(times.isEmpty ? "1" : times) × per \(every == "1" ? "" : every + " ")\(unit)"
  }
}
