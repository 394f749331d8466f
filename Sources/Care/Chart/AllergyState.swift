/// What is known of a patient's allergies. *Not asked*, *none known* and *listed* are three different things, and so
/// is a record that says both.
package enum AllergyState: Hashable, Sendable {
  case notAsked
  case noneKnown
  case listed([AllergyIntolerance])
  /// One source says none, another lists some.
  case conflict([AllergyIntolerance])
}

extension AllergyIntolerance {
  /// SNOMED CT codes that state an absence. Source: HL7 FHIR R4 AllergyIntolerance, "negated allergies", and the
  /// value set *Allergy Intolerance Substance/Condition and Negation Codes*.
  private static let negations: Set<String> = [
    "716186003",  // No known allergy
    "409137002",  // No known drug allergy
    "428607008",  // No known environmental allergy
    "429625007",  // No known food allergy
    "716184000",  // No known latex allergy
    "716220001",  // No known animal allergy
  ]

  /// True where the line says that there is no allergy.
  package var statesAbsence: Bool {
    code.codings.contains { Self.negations.contains($0.code) || $0.code == "no-known-allergies" }
  }

  /// True where the line rules out every allergy, not only one kind.
  package var statesNoneAtAll: Bool {
    code.codings.contains { $0.code == "716186003" || $0.code == "no-known-allergies" }
  }

  /// Neither refuted, entered in error nor resolved.
  package var counts: Bool {
    verification != .enteredInError && verification != .refuted && clinical != .resolved && clinical != .inactive
  }
}

extension Chart {
  package var allergyState: AllergyState {
    let lines = allergyIntolerances.items.map(\.value).filter(\.counts)
    let listed = lines.filter { !$0.statesAbsence }
    let none = lines.contains(where: \.statesNoneAtAll)
    if listed.isEmpty { return lines.contains(where: \.statesAbsence) ? .noneKnown : .notAsked }
    return none ? .conflict(listed) : .listed(listed)
  }
}
