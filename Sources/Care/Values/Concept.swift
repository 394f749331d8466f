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

  /// The words for a reader: the source's text, else a coding's display, else the code.
  package var label: String {
    if !text.isEmpty { return text }
    for coding in codings where !coding.display.isEmpty { return coding.display }
    return codings.first?.code ?? ""
  }

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
