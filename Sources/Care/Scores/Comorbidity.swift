/// The weights by which LACE counts comorbidity, and the problems known to fall under them.
///
/// Source: BMC Cardiovascular Disorders 2014;14:97, table 1; version 1. It leaves AIDS out, and gives weights to mild
/// and to moderate or severe disease of the kidney; the table in BMJ Open has other weights and is another variant.
package enum Comorbidity: String, CaseIterable, Sendable {
  case infarction = "old myocardial infarction"
  case cerebrovascular = "cerebrovascular disease"
  case peripheralVascular = "peripheral vascular disease"
  case diabetes
  case heartFailure = "heart failure"
  case diabetesWithDamage = "diabetes with organ damage"
  case lungDisease = "chronic lung disease"
  case mildLiverOrKidney = "mild liver or kidney disease"
  case tumour
  case dementia
  case connectiveTissue = "connective tissue disease"
  case severeLiverOrKidney = "severe liver or kidney disease"
  case metastasis = "metastatic tumour"

  package var weight: Int {
    switch self {
    case .infarction, .cerebrovascular, .peripheralVascular, .diabetes: 1
    case .heartFailure, .diabetesWithDamage, .lungDisease, .mildLiverOrKidney, .tumour: 2
    case .dementia, .connectiveTissue: 3
    case .severeLiverOrKidney: 4
    case .metastasis: 6
    }
  }

  /// What a milder form is counted under once the graver is known.
  private var graver: Comorbidity? {
    switch self {
    case .diabetes: .diabetesWithDamage
    case .mildLiverOrKidney: .severeLiverOrKidney
    case .tumour: .metastasis
    default: nil
    }
  }

  /// Weights summed, of two grades of one disease only the graver.
  package static func sum(_ found: Set<Comorbidity>) -> Int {
    counted(found).reduce(0) { $0 + $1.weight }
  }

  static func counted(_ found: Set<Comorbidity>) -> [Comorbidity] {
    allCases.filter { found.contains($0) && !($0.graver.map(found.contains) ?? false) }
  }

  /// SNOMED CT concepts that are a category by their own name. The table prints no codes, and no mapping of every
  /// diagnosis stands behind this: so what it finds is the least that the sum can be, and what it doesn't find says
  /// nothing. Kidney disease is left out, since a problem list seldom says how grave it is.
  ///
  /// Source: Rounds default over SNOMED CT International 2026; version 1.
  private static let named: [String: Comorbidity] = [
    "399211009": .infarction, "1755008": .infarction,
    "230690007": .cerebrovascular, "400047006": .peripheralVascular,
    "44054006": .diabetes, "46635009": .diabetes,
    "84114007": .heartFailure, "42343007": .heartFailure, "88805009": .heartFailure,
    "13645005": .lungDisease,
    "254837009": .tumour, "363406005": .tumour,
    "52448006": .dementia, "26929004": .dementia,
    "69896004": .connectiveTissue,
  ]

  package init?(_ code: Concept) {
    guard let named = code.codings.lazy.compactMap({ Self.named[$0.code] }).first else { return nil }
    self = named
  }
}

extension Chart {
  /// The sum of the weights, known only where what the problems name already reaches the cap: a disease that a list
  /// leaves out may be there all the same.
  func comorbidity(cap: Int) -> Score.Input<Int> {
    var found: Set<Comorbidity> = []
    var newest: Line<Condition>?
    for line in conditions.items where line.value.stands {
      guard let category = Comorbidity(line.value.code) else { continue }
      found.insert(category)
      newest = line
    }
    let sum = Comorbidity.sum(found)
    let names = Comorbidity.counted(found).map { "\($0.rawValue) \($0.weight)" }.joined(separator: ", ")
    let evidence = newest.map {
      Score.Evidence("\(sum) or more: \(names)", at: $0.value.recorded ?? $0.value.onset, source: $0.source)
    }
    if let evidence, sum >= cap { return .known(sum, evidence) }
    return .missing(
      evidence == nil ? "no Charlson sum on file" : "the problems on file don't reach \(cap)",
      last: evidence)
  }
}
