/// What is known of a patient's allergies. *Not asked*, *none known* and *listed* are three different things, and so
/// is a record that says both.
package enum AllergyState: Hashable, Sendable {
  case notAsked
  case noneKnown
  /// Some kinds are ruled out, in the source's words ("No known food allergy"); the others were not asked.
  case noneOfSomeKinds([AllergyIntolerance])
  case listed([AllergyIntolerance])
  /// One source says none, another lists some.
  case conflict([AllergyIntolerance])
}

extension AllergyIntolerance {
  /// SNOMED CT codes that state an absence. Source: HL7 FHIR R4 AllergyIntolerance, "negated allergies", and the
  /// value set *Allergy Intolerance Substance/Condition and Negation Codes*.
  private static let negations: Set<String> = [
    "409137002",  // No known drug allergy
    "428607008",  // No known environmental allergy
    "429625007",  // No known food allergy
    "716184000",  // No known latex allergy
    "716220001",  // No known animal allergy
  ]

  /// True where the line says that there is no allergy, of whatever kind.
  package var statesAbsence: Bool {
    statesNoneAtAll || code.codings.contains { Self.negations.contains($0.code) }
  }

  /// True where the line rules out every allergy, not only one kind.
  package var statesNoneAtAll: Bool {
    if code.codings.contains(where: { Self.noneAtAll.contains($0.code) }) { return true }
    return code.codings.isEmpty && ["no known allergies", "no known allergy", "nka"].contains(Folding.fold(code.text))
  }

  private static let noneAtAll: Set<String> = ["716186003", "160244002", "no-known-allergies"]

  /// What it is against, in words: the code, else the substance of a reaction.
  package var substance: String {
    let name = code.label.isEmpty ? reactions.first { !$0.substance.isEmpty }?.substance.label ?? "" : code.label
    return name.isEmpty ? "not named" : name
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
    if listed.isEmpty { return none ? .noneKnown : lines.isEmpty ? .notAsked : .noneOfSomeKinds(lines) }
    return none ? .conflict(listed) : .listed(listed)
  }
}
