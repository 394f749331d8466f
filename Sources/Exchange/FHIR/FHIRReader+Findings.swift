import Care

extension FHIRReader {
  func observation(_ json: JSON) throws -> Observation {
    var observation = Observation()
    observation.status = try code(json)
    observation.categories = try concepts(json, "category")
    observation.code = try concept(json, "code")
    observation.effective = try span(json, "effective")
    observation.issued = try moment(json, "issued")
    observation.encounter = try reference(json["encounter"], kind: "Encounter")
    observation.performers = try references(json, "performer")
    observation.value = try value(json, "value")
    observation.dataAbsentReason = try concept(json, "dataAbsentReason")
    observation.interpretations = try concepts(json, "interpretation")
    observation.referenceRange = try referenceRange(json)
    observation.components = try json.objects("component").map { part in
      var component = ObservationComponent()
      component.code = try concept(part, "code")
      component.value = try value(part, "value")
      component.dataAbsentReason = try concept(part, "dataAbsentReason")
      return component
    }
    observation.basedOn = try references(json, "basedOn")
    observation.notes = try notes(json)
    return observation
  }

  /// FHIR's `value[x]` (or `detail[x]`) in the forms that a reader can be shown.
  func value(_ json: JSON, _ name: String) throws -> ObservedValue {
    if let quantity = try json.object(name + "Quantity") { return .quantity(try self.quantity(quantity)) }
    if let concept = try json.object(name + "CodeableConcept") { return .concept(try self.concept(concept)) }
    if let text = json[name + "String"] { return .text(try text.asText()) }
    if let truth = try json.truth(name + "Boolean") { return .truth(truth) }
    let digits = try json.digits(name + "Integer")
    if !digits.isEmpty { return .quantity(Quantity(value: digits)) }
    if let range = try json.object(name + "Range") {
      guard let low = try range.object("low"), let high = try range.object("high") else {
        return .text(try self.range(range))
      }
      return .range(low: try quantity(low), high: try quantity(high))
    }
    if let ratio = try json.object(name + "Ratio") {
      let numerator = try ratio.object("numerator").map { try quantity($0) } ?? Quantity()
      let denominator = try ratio.object("denominator").map { try quantity($0) } ?? Quantity()
      return .ratio(numerator, denominator)
    }
    if let moment = try moment(json, name + "DateTime") { return .moment(moment) }
    if let time = json[name + "Time"] { return .text(try time.asText()) }
    if let period = try json.object(name + "Period") {
      return .text([try period.text("start"), try period.text("end")].joined(separator: " – "))
    }
    return .absent
  }

  private func referenceRange(_ json: JSON) throws -> String {
    let ranges = try json.objects("referenceRange").map { entry in
      let text = try entry.text("text")
      return text.isEmpty ? try range(entry) : text
    }
    return ranges.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  func diagnosticReport(_ json: JSON) throws -> DiagnosticReport {
    var report = DiagnosticReport()
    report.identifiers = try identifiers(json)
    report.status = try code(json)
    report.categories = try concepts(json, "category")
    report.code = try concept(json, "code")
    report.effective = try span(json, "effective")
    report.issued = try moment(json, "issued")
    report.encounter = try reference(json["encounter"], kind: "Encounter")
    report.performers = try references(json, "performer")
    report.results = try references(json, "result", kind: "Observation")
    report.basedOn = try references(json, "basedOn")
    report.conclusion = try json.text("conclusion")
    return report
  }

  func documentReference(_ json: JSON) throws -> DocumentReference {
    var document = DocumentReference()
    document.identifiers = try json.object("masterIdentifier").map { [try identifier($0)] } ?? []
    document.identifiers += try identifiers(json)
    document.status = try code(json)
    document.documentStatus = try json.text("docStatus")
    document.type = try concept(json, "type")
    document.categories = try concepts(json, "category")
    document.date = try moment(json, "date")
    document.authors = try references(json, "author")
    document.description = try json.text("description")
    if let attachment = try json.objects("content").first?.object("attachment") {
      document.title = try attachment.text("title")
      document.contentType = try attachment.text("contentType")
    }
    if let context = try json.object("context") {
      document.encounters = try references(context, "encounter", kind: "Encounter")
      document.related = try references(context, "related")
    }
    return document
  }
}
