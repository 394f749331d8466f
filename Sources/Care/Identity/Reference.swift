/// A pointer to another resource, with what the source printed beside it.
package struct Reference: Hashable, Sendable {
  /// What it points to; nil where the source gave only words.
  package var target: OriginID?
  /// The FHIR type it points to, where stated ("Practitioner").
  package var kind: String
  /// The words the source printed for a reader.
  package var display: String
  /// The reference as written, kept so that one that never resolves can still be followed up.
  package var written: String

  package init(target: OriginID? = nil, kind: String = "", display: String = "", written: String = "") {
    self.target = target
    self.kind = kind
    self.display = display
    self.written = written
  }

  package var isEmpty: Bool { target == nil && display.isEmpty && written.isEmpty }
}

/// A business identifier: a value that is unique within its system.
package struct Identifier: Hashable, Sendable {
  package var system: String
  package var value: String
  /// The HL7 v2 table 0203 code or the words that say what it is ("MR", "SS").
  package var type: String

  package init(system: String = "", value: String = "", type: String = "") {
    self.system = system
    self.value = value
    self.type = type
  }
}
