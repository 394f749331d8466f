import Care

/// Turns the resources of one document into values of the record.
///
/// What is of the wrong kind refuses its resource. What is of the right kind but can't be used (a date that doesn't
/// exist, a status that FHIR doesn't have) is left out with a remark, because the rest of the resource still holds.
final class FHIRReader {
  let references: References
  private(set) var remarks: [(value: JSON, text: String)] = []
  /// Names of Medication resources in the document, by the item.
  var medications: [Int: Concept] = [:]

  /// The resource being read.
  private var resource: JSON?
  private var base = ""
  /// False once a reference of this resource waits for other files.
  private(set) var isSettled = true

  init(references: References) { self.references = references }

  func begin(_ resource: JSON, base: String) {
    self.resource = resource
    self.base = base
    isSettled = true
    remarks.removeAll()
  }

  func remark(_ value: JSON, _ text: String) { remarks.append((value, text)) }

  /// - Parameter kind: the type that such a reference has where it doesn't say; empty where it may be any.
  func reference(_ json: JSON?, kind: String = "") throws -> Reference {
    guard let json else { return Reference() }
    guard json.kind == .object else { throw WrongType(value: json, expected: "A reference") }
    let written = try json.text("reference")
    let stated = try json.text("type")
    var found = Reference(kind: stated, display: try json.text("display"), written: written)
    if written.hasPrefix("#") { return try contained(found) }
    if !written.isEmpty {
      let target = references.target(written, base: base)
      if !target.isSettled { isSettled = false }
      found.target = target.candidates.first
      if found.kind.isEmpty { found.kind = target.kind }
      if let item = target.item, found.display.isEmpty, let medication = medications[item] {
        found.display = medication.label
      }
      return found
    }
    if found.kind.isEmpty { found.kind = kind }
    if let identifier = try json.object("identifier") {
      let (system, value) = (try identifier.text("system"), try identifier.text("value"))
      if !system.isEmpty, !value.isEmpty {
        found.target = references.origin(WrittenReference.key(kind: found.kind, system: system, value: value))
      }
      found.written = [system, value].filter { !$0.isEmpty }.joined(separator: "|")
      if found.display.isEmpty { found.display = try identifier.object("assigner")?.text("display") ?? "" }
    }
    return found
  }

  func references(_ json: JSON, _ key: String, kind: String = "") throws -> [Reference] {
    try json.objects(key).map { try reference($0, kind: kind) }
  }

  /// What a reference may mean, for looking up whose a resource is.
  func target(of json: JSON) throws -> References.Target {
    let written = try json.text("reference")
    if !written.isEmpty { return references.target(written, base: base) }
    let found = try reference(json, kind: "Patient")
    return References.Target(candidates: found.target.map { [$0] } ?? [], kind: found.kind)
  }

  /// The resource that lies inside the current one under this id.
  func contained(_ id: String) throws -> JSON? {
    try resource?.objects("contained").first { $0["id"]?.words == id }
  }

  /// Says in words what a contained resource says, as nothing outside can point to it.
  private func contained(_ written: Reference) throws -> Reference {
    var found = written
    guard let inner = try contained(String(written.written.dropFirst())) else {
      if let resource { remark(resource, "A reference points to a contained resource that isn't there.") }
      return found
    }
    if found.kind.isEmpty { found.kind = inner["resourceType"]?.words ?? "" }
    if found.display.isEmpty { found.display = try name(of: inner) }
    for identifier in inner["identifier"]?.elements ?? [] {
      if let system = identifier["system"]?.words, let value = identifier["value"]?.words {
        found.target = references.origin(WrittenReference.key(kind: found.kind, system: system, value: value))
        break
      }
    }
    return found
  }

  private func name(of inner: JSON) throws -> String {
    if let name = inner["name"]?.words { return name }
    if inner["name"]?.kind == .list { return try names(inner, "name").preferred?.listed ?? "" }
    if inner["practitioner"] != nil { return try inner.object("practitioner")?.text("display") ?? "" }
    for key in ["code", "type"] where inner[key]?.kind == .object { return try concept(inner, key).label }
    return inner["title"]?.words ?? inner["description"]?.words ?? ""
  }
}
