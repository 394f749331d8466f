/// The kinds of journey that the network's patients are on.
enum Archetype: Int, CaseIterable, Sendable {
  /// ED, ward, home; the result not acknowledged, the handoff not accepted.
  case heartFailure
  /// ED, specialist, tests, surgery, ward, home; one handoff missing.
  case surgery
  /// Stroke unit, then a skilled nursing facility.
  case stroke
  /// Lung disease that leads to the ED again and again.
  case lungDisease
  /// Referrals, tests and an MDT meeting.
  case cancer
  /// Diabetes, and a home that isn't safe.
  case diabetes
  case pregnancy
  /// A child, with a parent who cares for them.
  case asthma
  /// Old and well looked after at home.
  case steady
  /// Just registered.
  case newcomer

  /// How many of a hundred patients.
  var share: Int {
    switch self {
    case .heartFailure: 15
    case .surgery, .stroke: 8
    case .lungDisease, .diabetes: 12
    case .cancer: 10
    case .pregnancy: 7
    case .asthma: 6
    case .steady: 19
    case .newcomer: 3
    }
  }

  /// How many of a hundred have something under way.
  var liveliness: Int {
    switch self {
    case .heartFailure, .surgery, .cancer: 62
    case .stroke, .lungDisease, .diabetes: 54
    case .pregnancy, .asthma: 48
    case .steady: 22
    case .newcomer: 0
    }
  }

  var ages: ClosedRange<Int> {
    switch self {
    case .heartFailure: 66...93
    case .surgery: 61...86
    case .stroke: 58...90
    case .lungDisease: 57...84
    case .cancer: 44...82
    case .diabetes: 38...77
    case .pregnancy: 19...42
    case .asthma: 4...14
    case .steady: 74...98
    case .newcomer: 24...90
    }
  }

  /// How many of a hundred are women or girls.
  var women: Int {
    switch self {
    case .pregnancy, .cancer: 100
    default: 52
    }
  }

  static func drawn(_ draw: inout Draw) -> Archetype {
    var rest = draw.below(100)
    for archetype in allCases {
      if rest < archetype.share { return archetype }
      rest -= archetype.share
    }
    return .steady
  }
}
