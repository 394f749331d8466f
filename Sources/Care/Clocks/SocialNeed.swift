/// A need of daily life that a screening can find. An answer to one does not answer another.
package enum SocialNeed: String, CaseIterable, Sendable {
  case food, housing, transport

  package var words: String { rawValue }

  /// Categories that say which need an intervention is for. Source: Gravity SDOH Clinical Care, SDOHCC-CodeSystem
  /// categories.
  private var categories: Set<String> {
    switch self {
    case .food: ["food-insecurity"]
    case .housing: ["housing-instability", "homelessness", "inadequate-housing"]
    case .transport: ["transportation-insecurity"]
    }
  }

  /// The category that says a request is for this need.
  var category: Concept {
    let code =
      switch self {
      case .food: "food-insecurity"
      case .housing: "housing-instability"
      case .transport: "transportation-insecurity"
      }
    return Concept(
      text: words,
      codings: [
        Coding(
          system: "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes", code: code)
      ])
  }

  func isNamed(in concepts: [Concept]) -> Bool {
    concepts.contains { $0.codings.contains { categories.contains($0.code) } }
  }

  /// Answers that say there is a need, by question. Source: LOINC answer lists of the Hunger Vital Sign (88121-9) and
  /// of PRAPARE (93025-5); a part of what HEDIS SNS-E counts, whose full list is licensed.
  fileprivate static let answers: [String: (need: SocialNeed, positive: Set<String>)] = [
    "88124-3": (.food, ["LA19952-3"]),  // Food insecurity risk: at risk
    "88122-7": (.food, ["LA28397-0", "LA6729-3"]),  // Worried that food would run out: often, sometimes true
    "88123-5": (.food, ["LA28397-0", "LA6729-3"]),  // The food didn't last: often, sometimes true
    "71802-3": (.housing, ["LA31994-9"]),  // Housing status: no housing
    "93033-9": (.housing, ["LA33-6"]),  // Worried about losing housing: yes
    "93030-5": (.transport, ["LA30133-5", "LA30134-3"]),  // Lack of transport kept from appointments, from other things
  ]
}

extension Observation {
  /// The needs that this answer, or an answer within it, tells of.
  var needsFound: [SocialNeed] {
    // Nearly all are measurements.
    if case .quantity = value, components.isEmpty { return [] }
    var found: [SocialNeed] = []
    for (code, value) in [(code, value)] + components.map({ ($0.code, $0.value) }) {
      guard case .concept(let answer) = value else { continue }
      for coding in code.codings {
        guard let question = SocialNeed.answers[coding.code], !found.contains(question.need),
          answer.codings.contains(where: { question.positive.contains($0.code) })
        else { continue }
        found.append(question.need)
      }
    }
    return found
  }
}
