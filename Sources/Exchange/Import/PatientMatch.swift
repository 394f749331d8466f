import Care

/// Whether two demographic records can be of one person.
struct PatientMatch {
  private enum Agreement {
    case same, different, unknown
  }

  /// Of the family names.
  private let name: Agreement
  private let given: Agreement
  private let birth: Agreement

  init(_ a: Patient, _ b: Patient) {
    let (families, others) = (Self.families(a), Self.families(b))
    name = families.isEmpty || others.isEmpty ? .unknown : families.isDisjoint(with: others) ? .different : .same
    let (givens, otherGivens) = (Self.givens(a), Self.givens(b))
    given =
      givens.isEmpty || otherGivens.isEmpty ? .unknown : givens.isDisjoint(with: otherGivens) ? .different : .same
    if let birth = a.birthDate, let other = b.birthDate, birth.precision >= .day, other.precision >= .day {
      self.birth = birth.milliseconds == other.milliseconds ? .same : .different
    } else {
      birth = .unknown
    }
  }

  /// False where a shared identifier must be a mistake, or a mother's that her newborn was given: two of family name,
  /// given names and birth date contradict. A person may marry, or a date be corrected; not two at once.
  var allowsIdentifier: Bool { [name, given, birth].filter { $0 == .different }.count < 2 }

  /// False where a shared `Type/id` within a folder says too little: one of the two differs, and the other doesn't
  /// make up for it.
  var allowsPlainID: Bool {
    switch (name, birth) {
    case (.different, .same), (.same, .different): true
    case (.different, _), (_, .different): false
    default: true
    }
  }

  private static func givens(_ patient: Patient) -> Set<String> {
    Set(patient.names.flatMap(\.given).filter { !$0.isEmpty }.map { $0.lowercased() })
  }

  private static func families(_ patient: Patient) -> Set<String> {
    let names = patient.names.map { name in
      name.family.isEmpty ? name.text.split(separator: " ").last.map(String.init) ?? "" : name.family
    }
    return Set(names.filter { !$0.isEmpty }.map { $0.lowercased() })
  }
}

extension ItemNames.Business {
  /// True where a patient can be known by it for good.
  var identifiesPatient: Bool { use != "temp" && Identifier.identifiesPatient(type: type, system: system) }
}
