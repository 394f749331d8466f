/// The person who receives or awaits care.
package struct Patient: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var active: Bool?
  package var names: [HumanName] = []
  package var telecom: [ContactPoint] = []
  package var gender: AdministrativeGender?
  package var birthDate: Moment?
  /// The source may say only that the patient died, or when.
  package var deceased: Deceased = .notStated
  /// One line a place, as printed on an envelope.
  package var addresses: [String] = []
  package var maritalStatus: Concept = Concept()
  /// Preferred language first.
  package var languages: [String] = []
  package var contacts: [PatientContact] = []
  package var generalPractitioners: [Reference] = []
  package var managingOrganization: Reference = Reference()

  package init() {}
}

/// A person to reach about the patient, as the patient's own record names them.
package struct PatientContact: Hashable, Sendable {
  package var name: HumanName = HumanName()
  package var relationships: [Concept] = []
  package var telecom: [ContactPoint] = []
  package var period: Period = Period()

  package init() {}
}

/// What the source says of the patient's death.
package enum Deceased: Hashable, Sendable {
  case notStated
  case no
  case yes
  case at(Moment)

  package var isDeceased: Bool {
    switch self {
    case .notStated, .no: false
    case .yes, .at: true
    }
  }
}

extension Patient {
  /// This record, with what an earlier one said and this one leaves out: that the patient died, and by which numbers
  /// the patient is known. Another sender's silence takes neither back.
  func keeping(_ earlier: Patient?) -> Patient {
    guard let earlier else { return self }
    var kept = self
    if kept.deceased == .notStated { kept.deceased = earlier.deceased }
    kept.identifiers += earlier.identifiers.filter { !identifiers.contains($0) }
    return kept
  }
}
