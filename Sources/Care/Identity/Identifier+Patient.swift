extension Identifier {
  /// True where a patient can be known by identifiers of this kind. What belongs to a visit, an account or a family
  /// doesn't say who it is, and papers of the state are mistyped and lent too often to join two records by themselves.
  ///
  /// Source: HL7 v2 table 0203 identifier types.
  package static func identifiesPatient(type: String, system: String) -> Bool {
    !typesOfOthers.contains(type) && !socialSecurity.contains(system)
  }

  private static let typesOfOthers: Set<String> = [
    "SS", "SB", "DL", "PPN", "PRC", "CZ", "TAX", "AN", "ANON", "ANC", "AND", "ANT", "VN", "MB", "SN", "BC", "CC",
  ]
  private static let socialSecurity: Set<String> = [
    "http://hl7.org/fhir/sid/us-ssn", "urn:oid:2.16.840.1.113883.4.1",
  ]
}
