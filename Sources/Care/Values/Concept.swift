package struct Coding: Hashable, Sendable {
  package var system: String
  package var code: String
  package var display: String

  package init(system: String = "", code: String = "", display: String = "") {
    self.system = system
    self.code = code
    self.display = display
  }
}

/// FHIR CodeableConcept: what a thing is, in codes and in words.
package struct Concept: Hashable, Sendable {
  package var codings: [Coding]
  package var text: String

  package init(text: String = "", codings: [Coding] = []) {
    self.text = text
    self.codings = codings
  }

  /// The same thing as something not to be done: the words begin with it, so that no list can drop it.
  /// Source: FHIR R4 `doNotPerform`, a modifier that must not be lost.
  package var prohibited: Concept { Concept(text: "\(Self.prohibition)\(label)", codings: codings) }

  package var isProhibited: Bool { text.hasPrefix(Self.prohibition) }

  private static let prohibition = "Do not: "

  /// The words for a reader: the source's text, else a coding's display, else the code.
  package var label: String {
    if !text.isEmpty { return isCodedText ? Self.withoutSemanticTag(text) : text }
    for coding in codings where !coding.display.isEmpty {
      return coding.system == Self.snomed ? Self.withoutSemanticTag(coding.display) : coding.display
    }
    return codings.first?.code ?? ""
  }

  private static let snomed = "http://snomed.info/sct"

  /// True where the text only repeats a SNOMED CT name.
  private var isCodedText: Bool { codings.contains { $0.system == Self.snomed && $0.display == text } }

  /// A fully specified name without the tag that says which hierarchy it is from: "Stress", not "Stress (finding)".
  /// Source: SNOMED CT Editorial Guide, fully specified name.
  private static func withoutSemanticTag(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else { return name }
    let tag = name[name.index(after: open)...].dropLast()
    guard semanticTags.contains(String(tag)), name[name.index(before: open)] == " " else { return name }
    return String(name[..<name.index(before: open)])
  }

  private static let semanticTags: Set<String> = [
    "finding", "disorder", "procedure", "situation", "substance", "occupation", "regime/therapy", "qualifier value",
    "observable entity", "morphologic abnormality", "body structure", "product", "medicinal product", "clinical drug",
    "person", "social concept", "environment", "event", "organism", "physical object", "record artifact",
  ]

  package var isEmpty: Bool { text.isEmpty && codings.isEmpty }

  package func has(system: String, code: String) -> Bool {
    codings.contains { $0.code == code && $0.system == system }
  }

  /// True where any coding carries the code, whatever its system.
  package func has(code: String) -> Bool { codings.contains { $0.code == code } }
}

/// A measured amount; the digits are kept as the source wrote them.
package struct Quantity: Hashable, Sendable {
  package var value: String
  package var comparator: String
  package var unit: String

  package init(value: String = "", comparator: String = "", unit: String = "") {
    self.value = value
    self.comparator = comparator
    self.unit = unit
  }

  package var label: String { comparator + value + (unit.isEmpty ? "" : " " + unit) }
}
