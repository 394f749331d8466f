import Care
import Sealing

/// One resource of a document, found but not yet read.
struct FHIRItem {
  enum Kind {
    case chart(ResourceKind)
    case directory(DirectoryKind)
    /// Read for its name only, which the requests of the same document point to.
    case medication
  }

  var json: JSON
  var kind: Kind
  var type: String
  var fullURL: String
  var id: String
  /// The server's address in the full URL, with a slash at its end.
  var base: String
  var names: ItemNames

  /// The identifier as the source wrote it.
  var written: String {
    if !fullURL.isEmpty { return fullURL }
    if !id.isEmpty { return "\(type)/\(id)" }
    return names.identifiers.first?.written ?? ""
  }
}

/// The keys by which a reference may mean a resource, the surest first.
struct ItemNames {
  struct Business {
    var key: String
    var written: String
    var system: String
    /// HL7 v2 table 0203.
    var type: String
    /// FHIR IdentifierUse.
    var use: String
    var value: String
  }

  /// A UUID or an address: the same wherever it stands.
  var global: [String] = []
  /// A plain `Type/id` within its folder.
  var plain: String?
  var identifiers: [Business] = []
  /// Stands for the resource where it has no name at all: the digest of its text.
  var content = ""

  var primary: String { global.first ?? plain ?? identifiers.first?.key ?? content }

  init(type: String, id: String, fullURL: String, json: JSON, references: References) {
    if !fullURL.isEmpty {
      switch WrittenReference(fullURL) {
      case .relative(let kind, let id): plain = references.ownKey(kind: kind, id: id)
      case let written: if let key = written.key { global.append(key) }
      }
    }
    if !id.isEmpty {
      if let uuid = WrittenReference.uuid(atEndOf: id) {
        if global.first != "uuid:" + uuid { global.append("uuid:" + uuid) }
      } else {
        plain = references.ownKey(kind: type, id: id)
      }
    }
    let written = (json["identifier"]?.elements ?? []) + [json["masterIdentifier"]].compactMap { $0 }
    for identifier in written {
      guard let system = identifier["system"]?.words, let value = identifier["value"]?.words, !system.isEmpty,
        !value.isEmpty
      else { continue }
      identifiers.append(
        Business(
          key: WrittenReference.key(kind: type, system: system, value: value), written: "\(system)|\(value)",
          system: system, type: identifier["type"]?["coding"]?.elements.first?["code"]?.words ?? "",
          use: identifier["use"]?.words ?? "", value: value))
    }
    if global.isEmpty, plain == nil, identifiers.isEmpty {
      content = type + ":" + OriginID(digest: Digest.sha256(Array(json.written))).description
    }
  }
}
