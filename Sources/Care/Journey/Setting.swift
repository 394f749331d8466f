/// Where an encounter takes place, as a lane of the journey.
package enum Setting: Int, CaseIterable, Comparable, Sendable {
  case emergency, inpatient, clinic, home, virtual, other

  /// Source: HL7 v3 ActEncounterCode (the codes in capitals); the words in lower case are what older senders use.
  package init(classification: Coding) {
    switch classification.code {
    case "EMER", "emergency", "E", "urgentcare": self = .emergency
    case "IMP", "ACUTE", "NONAC", "SS", "OBSENC", "PRENC", "inpatient", "I", "P": self = .inpatient
    case "AMB", "ambulatory", "outpatient", "wellness", "O": self = .clinic
    case "HH", "FLD", "home", "field": self = .home
    case "VR", "virtual": self = .virtual
    default: self = .other
    }
  }

  package var label: String {
    switch self {
    case .emergency: "ED"
    case .inpatient: "Hospital"
    case .clinic: "Clinic"
    case .home: "Home"
    case .virtual: "Virtual"
    case .other: "Other"
    }
  }

  package static func < (a: Setting, b: Setting) -> Bool { a.rawValue < b.rawValue }
}
