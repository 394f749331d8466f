import Foundation

/// A piece of a FHIR resource on its way out. What is absent is left out, since FHIR allows nothing empty.
package indirect enum FHIRNode: Hashable, Sendable, Encodable {
  case text(String)
  case truth(Bool)
  case list([FHIRNode])
  case object([String: FHIRNode])

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .truth(let truth): try container.encode(truth)
    case .list(let nodes): try container.encode(nodes)
    case .object(let fields): try container.encode(fields)
    }
  }

  /// nil where no field is there.
  static func fields(_ fields: [(String, FHIRNode?)]) -> FHIRNode? {
    var present: [String: FHIRNode] = [:]
    for (name, node) in fields { present[name] = node }
    return present.isEmpty ? nil : .object(present)
  }

  /// nil where the text is empty.
  static func words(_ text: String) -> FHIRNode? { text.isEmpty ? nil : .text(text) }

  /// nil where nothing is in it.
  static func all(_ nodes: [FHIRNode?]) -> FHIRNode? {
    let present = nodes.compactMap(\.self)
    return present.isEmpty ? nil : .list(present)
  }

  static func resource(_ type: String, profile: String = "", _ fields: [(String, FHIRNode?)]) -> FHIRNode {
    let meta: FHIRNode? = profile.isEmpty ? nil : .object(["profile": .list([.text(profile)])])
    return Self.fields([("resourceType", .text(type)), ("meta", meta)] + fields) ?? .object([:])
  }

  package subscript(name: String) -> FHIRNode? {
    if case .object(let fields) = self { fields[name] } else { nil }
  }

  package subscript(index: Int) -> FHIRNode? {
    if case .list(let nodes) = self, nodes.indices.contains(index) { nodes[index] } else { nil }
  }

  package var words: String? { if case .text(let text) = self { text } else { nil } }

  /// On one line, with the fields in order, so that the same resource is always the same text.
  package var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}
