import Care

/// Writes values of the record as FHIR R4, the reverse of `FHIRReader`.
struct FHIRWriter {
  let chart: Chart
  let directory: Directory
  let zone: Zone
  /// Lines that go out with it, to which a reference may point.
  let lines: Set<LineID>

  static func address(_ id: LineID) -> String { "urn:uuid:\(id)" }

  func moment(_ moment: Moment?) -> FHIRNode? { moment.map { .text($0.fhir(in: zone)) } }

  func period(_ period: Period) -> FHIRNode? {
    .fields([("start", moment(period.start)), ("end", moment(period.end))])
  }

  func coding(_ coding: Coding) -> FHIRNode? {
    .fields([("system", .words(coding.system)), ("code", .words(coding.code)), ("display", .words(coding.display))])
  }

  func concept(_ concept: Concept) -> FHIRNode? {
    .fields([("coding", .all(concept.codings.map(coding))), ("text", .words(concept.text))])
  }

  func concepts(_ concepts: [Concept]) -> FHIRNode? { .all(concepts.map(concept)) }

  /// A status that FHIR keeps as a concept.
  func status(_ code: String?, _ system: String) -> FHIRNode? {
    code.flatMap { concept(Concept(codings: [Coding(system: Self.terminology + system, code: $0)])) }
  }

  private static let terminology = "http://terminology.hl7.org/CodeSystem/"

  func identifier(_ identifier: Identifier) -> FHIRNode? {
    if identifier.value.isEmpty { return nil }
    // HL7 v2 table 0203 has codes of capitals; anything else is the sender's words.
    let isCode = (2...5).contains(identifier.type.utf8.count) && identifier.type.utf8.allSatisfy { 65...90 ~= $0 }
    let type =
      isCode
      ? Concept(codings: [Coding(system: Self.terminology + "v2-0203", code: identifier.type)])
      : Concept(text: identifier.type)
    return .fields([
      ("type", concept(type)), ("system", .words(identifier.system)), ("value", .text(identifier.value)),
    ])
  }

  func notes(_ notes: [String]) -> FHIRNode? {
    .all(notes.map { note in .fields([("text", .words(note))]) })
  }

  func telecom(_ points: [ContactPoint]) -> FHIRNode? {
    .all(
      points.map { point in
        .fields([("system", .words(point.system)), ("value", .words(point.value)), ("use", .words(point.use))])
      })
  }

  /// A reference that its reader can follow: to what goes out with it, to an address, or by a number that both know.
  /// What is only a name in the source's own files means nothing elsewhere, so its words have to do.
  func reference(_ reference: Reference) -> FHIRNode? {
    if reference.isEmpty { return nil }
    var display = reference.display
    var address: String?
    var known: Identifier?
    if let line = reference.target.flatMap({ chart.origins[$0] }), lines.contains(line) {
      address = Self.address(line)
    } else if chart.isPatient(reference) {
      return patient
    } else {
      switch WrittenReference(reference.written) {
      case .absolute, .conditional: address = reference.written
      case .uuid, .relative, .contained, .other: break
      }
    }
    if let member = directory[reference] {
      known = member.resource.identifiers.first { !$0.system.isEmpty && !$0.value.isEmpty }
      if display.isEmpty { display = directory.name(of: member) }
    }
    if address == nil, known == nil, display.isEmpty { display = reference.written }
    return .fields([
      ("reference", address.map(FHIRNode.text)), ("type", .words(reference.kind)),
      ("identifier", address == nil ? known.flatMap(identifier) : nil), ("display", .words(display)),
    ])
  }

  func references(_ references: [Reference]) -> FHIRNode? { .all(references.map(reference)) }

  /// Whom it is about: by what goes out with it, else by the record number alone.
  var patient: FHIRNode? {
    if let line = chart.patients.items.last, lines.contains(line.id) {
      return .object(["reference": .text(Self.address(line.id)), "type": .text("Patient")])
    }
    let number = chart.patient?.identifiers.first { $0.type == "MR" && !$0.system.isEmpty }
    return .fields([("type", .text("Patient")), ("identifier", number.flatMap(identifier))])
  }
}

extension DirectoryResource {
  fileprivate var identifiers: [Identifier] {
    switch self {
    case .practitioner(let value): value.identifiers
    case .practitionerRole(let value): value.identifiers
    case .organization(let value): value.identifiers
    case .location(let value): value.identifiers
    case .healthcareService(let value): value.identifiers
    case .partnership, .dutyRoster: []
    }
  }
}
