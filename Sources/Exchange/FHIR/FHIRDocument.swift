import Care

/// The resources of a document: those to take in, those read past, and those that are not usable.
struct FHIRDocument {
  struct Unusable {
    var value: JSON
    var reason: String
  }

  private(set) var items: [FHIRItem] = []
  private(set) var skipped: [String: Int] = [:]
  private(set) var unusable: [Unusable] = []
  private(set) var remarks: [Unusable] = []
  private let references: References

  /// A Bundle may hold Bundles (the answer to a batch of searches); no real one goes deeper.
  private static let deepestBundle = 8

  init(_ tapes: [JSONTape], references: References) {
    self.references = references
    for tape in tapes { collect(tape.root, fullURL: "", depth: 0) }
    addContainedPatients()
  }

  private mutating func collect(_ json: JSON, fullURL: String, depth: Int) {
    guard json.kind == .object else {
      refuse(json, "A resource (an object) belongs here.")
      return
    }
    guard let type = json["resourceType"]?.words else {
      refuse(json, "It has no resourceType, so it is no FHIR resource.")
      return
    }
    if type == "Bundle" {
      bundle(json, depth: depth)
      return
    }
    guard let kind = Self.kind(of: type) else {
      if FHIRTypes.all.contains(type) {
        skipped[type, default: 0] += 1
      } else {
        refuse(json["resourceType"] ?? json, "FHIR R4 has no resource of this type.")
      }
      return
    }
    if let repeated = Self.repeatedKey(in: json) {
      refuse(repeated, "This key is here twice, and which one counts can't be told.")
      return
    }
    if case .medication = kind { skipped[type, default: 0] += 1 }
    do throws(WrongType) {
      add(json, kind: kind, type: type, fullURL: fullURL, id: try json.text("id"))
    } catch {
      refuse(error.value, error.reason)
    }
  }

  private mutating func add(_ json: JSON, kind: FHIRItem.Kind, type: String, fullURL: String, id: String) {
    let names = ItemNames(type: type, id: id, fullURL: fullURL, json: json, references: references)
    let item = FHIRItem(
      json: json, kind: kind, type: type, fullURL: fullURL, id: id,
      base: fullURL.hasPrefix("http") ? WrittenReference.base(of: fullURL) : "", names: names)
    references.add(
      item: items.count, fullURL: fullURL, key: names.global.first, kind: type, id: id,
      primary: references.origin(names.primary))
    items.append(item)
  }

  private mutating func bundle(_ json: JSON, depth: Int) {
    guard depth < Self.deepestBundle else {
      refuse(json, "Bundles are nested more than \(Self.deepestBundle) deep.")
      return
    }
    let entries: [JSON]
    let isHistory: Bool
    do throws(WrongType) {
      entries = try json.list("entry")
      isHistory = try json.text("type") == "history"
    } catch {
      refuse(error.value, error.reason)
      return
    }
    if let repeated = Self.repeatedKey(in: json, except: entries) {
      refuse(repeated, "This key is here twice, and which one counts can't be told.")
      return
    }
    var versions: Set<String> = []
    for entry in entries {
      guard entry.kind == .object else {
        refuse(entry, "An entry (an object) belongs here.")
        continue
      }
      let resource = entry["resource"]
      if let repeated = Self.repeatedKey(in: entry, except: resource.map { [$0] } ?? []) {
        refuse(repeated, "This key is here twice, and which one counts can't be told.")
        continue
      }
      // A history is sorted with the newest version first; what is older has been overtaken.
      if isHistory, let name = Self.nameInHistory(entry), !versions.insert(name).inserted { continue }
      guard let resource else {
        if entry["request"]?["method"]?.words == "DELETE" {
          remarks.append(
            Unusable(value: entry, reason: "The source deleted this resource; what came of it before is kept."))
        }
        continue
      }
      do throws(WrongType) {
        collect(resource, fullURL: try entry.text("fullUrl"), depth: depth + 1)
      } catch {
        refuse(error.value, error.reason)
      }
    }
  }

  /// A patient who lies inside the one resource about them becomes a resource of its own, so that it is kept.
  private mutating func addContainedPatients() {
    var added: Set<String> = []
    for item in items {
      guard case .chart(let kind) = item.kind, kind != .patient, item.json["contained"] != nil,
        let key = OwnerKeys.patient(of: kind), let written = item.json[key]?["reference"]?.words,
        written.hasPrefix("#"), let patient = Self.contained(in: item.json, written),
        patient["resourceType"]?.words == "Patient"
      else { continue }
      let name = item.names.primary + written
      guard added.insert(name).inserted else { continue }
      add(patient, kind: .chart(.patient), type: "Patient", fullURL: name, id: "")
    }
  }

  private static func contained(in json: JSON, _ written: String) -> JSON? {
    json["contained"]?.elements.first { $0["id"]?.words.map { "#" + $0 } == written }
  }

  private mutating func refuse(_ json: JSON, _ reason: String) {
    unusable.append(Unusable(value: json, reason: reason))
  }

  private static func kind(of type: String) -> FHIRItem.Kind? {
    if let kind = ResourceKind(rawValue: type) { return .chart(kind) }
    if let kind = DirectoryKind.imported.first(where: { $0.rawValue == type }) { return .directory(kind) }
    return type == "Medication" ? .medication : nil
  }

  /// A key that its object has twice, within a value but outside of some parts of it.
  private static func repeatedKey(in json: JSON, except parts: [JSON] = []) -> JSON? {
    guard !json.tape.repeatedKeys.isEmpty else { return nil }
    let found = json.tape.repeatedKeys.first { node in
      json.span.contains(node) && !parts.contains { $0.span.contains(node) }
    }
    return found.map { JSON(tape: json.tape, index: $0 + 1) }
  }

  private static func nameInHistory(_ entry: JSON) -> String? {
    if let type = entry["resource"]?["resourceType"]?.words, let id = entry["resource"]?["id"]?.words {
      return "\(type)/\(id)"
    }
    if let address = entry["request"]?["url"]?.words { return address }
    return entry["fullUrl"]?.words
  }
}
