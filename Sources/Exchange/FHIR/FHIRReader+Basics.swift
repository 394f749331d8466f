import Care

extension FHIRReader {
  func moment(_ json: JSON, _ key: String) throws -> Moment? {
    guard let value = json[key] else { return nil }
    let moment = FHIRTime.moment(try value.asText())
    if moment == nil { remark(value, "This is not a date that exists; it was left out.") }
    return moment
  }

  func period(_ json: JSON, _ key: String) throws -> Period {
    guard let period = try json.object(key) else { return Period() }
    return Period(start: try moment(period, "start"), end: try moment(period, "end"))
  }

  /// FHIR's choice of a dateTime, a Period or a Timing under one name (`occurrenceDateTime`, `occurrencePeriod`, …).
  func span(_ json: JSON, _ name: String) throws -> Period {
    if let moment = try moment(json, name + "DateTime") { return Period(start: moment, end: moment) }
    if let instant = try moment(json, name + "Instant") { return Period(start: instant, end: instant) }
    let period = try period(json, name + "Period")
    if !period.isEmpty { return period }
    guard let timing = try json.object(name + "Timing") else { return Period() }
    if let bounds = try timing.object("repeat").map({ try self.period($0, "boundsPeriod") }), !bounds.isEmpty {
      return bounds
    }
    let events = try timing.list("event").compactMap { event -> Moment? in FHIRTime.moment(try event.asText()) }
    return Period(start: events.first, end: events.last)
  }

  /// A status of the list that FHIR has for it; nil with a remark for any other.
  func code<Code: RawRepresentable<String>>(_ json: JSON, _ key: String = "status") throws -> Code? {
    guard let value = json[key] else { return nil }
    let code = Code(rawValue: try value.asText())
    if code == nil { remark(value, "FHIR R4 has no such code here; it was left out.") }
    return code
  }

  /// A status that FHIR gives as a concept, found among its codings.
  func code<Code: RawRepresentable<String>>(_ json: JSON, concept key: String) throws -> Code? {
    guard let value = try json.object(key) else { return nil }
    let codings = try concept(value).codings
    let code = codings.lazy.compactMap { Code(rawValue: $0.code) }.first
    if code == nil { remark(value, "FHIR R4 has no such code here; it was left out.") }
    return code
  }

  func coding(_ json: JSON) throws -> Coding {
    Coding(system: try json.text("system"), code: try json.text("code"), display: try json.text("display"))
  }

  func concept(_ json: JSON) throws -> Concept {
    guard json.kind == .object else { throw WrongType(value: json, expected: "An object") }
    return Concept(text: try json.text("text"), codings: try json.objects("coding").map(coding))
  }

  func concept(_ json: JSON, _ key: String) throws -> Concept {
    try json.object(key).map { try concept($0) } ?? Concept()
  }

  func concepts(_ json: JSON, _ key: String) throws -> [Concept] {
    try json.objects(key).map { try concept($0) }
  }

  func identifier(_ json: JSON) throws -> Identifier {
    let type = try concept(json, "type")
    return Identifier(
      system: try json.text("system"), value: try json.text("value"),
      type: type.codings.first { !$0.code.isEmpty }?.code ?? type.text)
  }

  func identifiers(_ json: JSON) throws -> [Identifier] {
    try json.objects("identifier").map { try identifier($0) }
  }

  func name(_ json: JSON) throws -> HumanName {
    HumanName(
      use: try json.text("use"), text: try json.text("text"), family: try json.text("family"),
      given: try json.texts("given"), prefix: try json.texts("prefix"), suffix: try json.texts("suffix"))
  }

  func names(_ json: JSON, _ key: String) throws -> [HumanName] { try json.objects(key).map { try name($0) } }

  func contactPoint(_ json: JSON) throws -> ContactPoint {
    ContactPoint(system: try json.text("system"), value: try json.text("value"), use: try json.text("use"))
  }

  func telecom(_ json: JSON) throws -> [ContactPoint] { try json.objects("telecom").map(contactPoint) }

  /// An address as one line.
  func address(_ json: JSON) throws -> String {
    let text = try json.text("text")
    if !text.isEmpty { return text }
    let place = [try json.text("state"), try json.text("postalCode")].filter { !$0.isEmpty }.joined(separator: " ")
    let parts = try json.texts("line") + [try json.text("city"), place, try json.text("country")]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  func addresses(_ json: JSON) throws -> [String] {
    try json.objects("address").map { try address($0) }.filter { !$0.isEmpty }
  }

  func notes(_ json: JSON) throws -> [String] {
    try json.objects("note").map { try $0.text("text") }.filter { !$0.isEmpty }
  }

  func quantity(_ json: JSON) throws -> Quantity {
    let unit = try json.text("unit")
    return Quantity(
      value: try json.digits("value"), comparator: try json.text("comparator"),
      unit: unit.isEmpty ? try json.text("code") : unit)
  }

  /// Languages of communication, the preferred ones first.
  func languages(_ json: JSON) throws -> [String] {
    let all = try json.objects("communication").map {
      (try concept($0["language"] ?? $0).label, try $0.truth("preferred"))
    }
    return (all.filter { $0.1 == true } + all.filter { $0.1 != true }).map(\.0).filter { !$0.isEmpty }
  }

  /// Reasons in words, and by reference as far as the reference says what it is.
  func reasons(_ json: JSON) throws -> [Concept] {
    let said = try references(json, "reasonReference").filter { !$0.display.isEmpty }
    return try concepts(json, "reasonCode") + said.map { Concept(text: $0.display) }
  }
}
