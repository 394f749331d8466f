/// The groups of chronic conditions that count for follow-up after an ED visit: two different ones make a patient
/// high-risk. COPD and asthma are one group.
///
/// Source: NCQA HEDIS FMC. The measure's value sets are licensed; here is each group's SNOMED CT concept with its common
/// subtypes, and the ICD-10-CM categories.
package enum HighRiskGroup: CaseIterable, Sendable {
  case lung, dementia, kidney, depression, heartFailure, infarction, fibrillation, stroke

  private static let snomed: [String: HighRiskGroup] = [
    "13645005": .lung, "195967001": .lung, "185086009": .lung, "87433001": .lung,
    "26929004": .dementia, "52448006": .dementia, "429998004": .dementia, "230265002": .dementia,
    "709044004": .kidney, "431855005": .kidney, "431856006": .kidney, "433144002": .kidney, "431857002": .kidney,
    "433146000": .kidney, "46177005": .kidney,
    "35489007": .depression, "370143000": .depression, "36923009": .depression, "66344007": .depression,
    "84114007": .heartFailure, "88805009": .heartFailure, "42343007": .heartFailure, "418304008": .heartFailure,
    "417996009": .heartFailure, "703272007": .heartFailure, "703273002": .heartFailure, "10633002": .heartFailure,
    "22298006": .infarction, "57054005": .infarction, "401303003": .infarction, "401314000": .infarction,
    "49436004": .fibrillation, "282825002": .fibrillation, "440059007": .fibrillation, "440028005": .fibrillation,
    "230690007": .stroke, "422504002": .stroke, "266257000": .stroke, "432504007": .stroke,
  ]

  private static let icd10: [(prefix: String, group: HighRiskGroup)] = [
    ("J41", .lung), ("J42", .lung), ("J43", .lung), ("J44", .lung), ("J45", .lung), ("G30", .dementia),
    ("G31.0", .dementia), ("F01", .dementia), ("F02", .dementia), ("F03", .dementia), ("N18", .kidney),
    ("F32", .depression), ("F33", .depression), ("I50", .heartFailure), ("I21", .infarction), ("I22", .infarction),
    ("I48.0", .fibrillation), ("I48.1", .fibrillation), ("I48.2", .fibrillation), ("I48.91", .fibrillation),
    ("I63", .stroke), ("G45", .stroke),
  ]

  /// nil for what belongs to none.
  init?(_ concept: Concept) {
    for coding in concept.codings {
      if let group = Self.snomed[coding.code] ?? Self.icd10.first(where: { coding.code.hasPrefix($0.prefix) })?.group {
        self = group
        return
      }
    }
    return nil
  }
}

extension Concept {
  /// By code; where there is none, by the plain words.
  var isHeartFailure: Bool {
    HighRiskGroup(self) == .heartFailure || (codings.isEmpty && Folding.fold(text).contains("heart failure"))
  }
}
