extension Condition {
  /// SNOMED CT findings on education, employment, housing, transport, stress, violence and isolation that senders file
  /// among the problems. Source: SNOMED CT International 2026, social context and situation hierarchies; version 1.
  private static let socialFindings: Set<String> = [
    "224299000", "224295006", "224298008", "473461003", "5251000175109", "276031006",  // education
    "160903007", "160904001", "741062008", "73438004", "224363007", "224362002",  // employment
    "32911000", "105531004", "105535008", "611561000124106", "266935003", "105529008",  // housing, lives alone
    "713458007", "551711000124101", "266934004",  // transport
    "733423003", "706892001", "454061000124102", "705058000", "1156191002",  // food
    "73595000", "80967001", "422650009", "423315002", "424393004", "706893006", "361055000",  // stress, isolation, harm
    "266948004", "446654005", "224355006", "160968000", "1149222004", "183301007",  // record, refuge, service, risk
  ]

  /// Category codes that mark a social need. Source: Gravity SDOH Clinical Care, category `sdoh`; US Core
  /// health-concern categories.
  static let socialCategories: Set<String> = [
    "sdoh", "sdoh-category-unspecified", "food-insecurity", "housing-instability", "homelessness",
    "inadequate-housing", "transportation-insecurity", "financial-insecurity", "material-hardship",
    "educational-attainment", "employment-status", "veteran-status", "stress", "social-connection",
    "intimate-partner-violence", "elder-abuse", "utility-insecurity", "medical-cost-burden",
    "health-insurance-coverage-status", "personal-health-literacy", "digital-literacy", "digital-access",
  ]

  /// True for findings about how the patient lives; they are shown apart from clinical problems.
  package var isSocial: Bool {
    code.codings.contains { Self.socialFindings.contains($0.code) }
      || categories.contains { category in category.codings.contains { Self.socialCategories.contains($0.code) } }
  }

  /// Holds now: neither over, nor refuted, nor entered in error.
  package var stands: Bool {
    guard verification != .enteredInError, verification != .refuted else { return false }
    return isActive
  }

  private var isActive: Bool {
    switch clinical {
    case .active, .recurrence, .relapse, nil: abatement == nil
    case .inactive, .remission, .resolved: false
    }
  }
}
