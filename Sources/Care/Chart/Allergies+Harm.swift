extension AllergyIntolerance {
  /// SNOMED CT manifestations that can kill. Source: SNOMED CT International 2026; version 1.
  private static let lifeThreatening: Set<String> = [
    "39579001",  // Anaphylaxis
    "241929008",  // Acute allergic reaction, anaphylactic
    "41291007",  // Angioedema
  ]

  /// Whether the source says that it can kill: high criticality, a severe reaction, or one known for it.
  package var isDangerous: Bool {
    criticality == "high" || reactions.contains { $0.severity == "severe" || $0.isLifeThreatening }
  }

  /// The gravest reaction on file: what must not be lost where there is room for one; empty where none is stated.
  package var gravestReaction: String {
    func rank(_ reaction: AllergyReaction) -> Int {
      if reaction.isLifeThreatening { return 0 }
      return ["severe": 1, "moderate": 2, "mild": 4][reaction.severity] ?? 3
    }
    guard
      let gravest = reactions.enumerated().min(by: { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) })
    else { return "" }
    let manifestations = gravest.element.manifestations
    let deadly = manifestations.first { AllergyReaction.isLifeThreatening($0) }
    return (deadly ?? manifestations.first)?.label ?? ""
  }

  fileprivate static func isDeadly(_ concept: Concept) -> Bool {
    concept.codings.contains { lifeThreatening.contains($0.code) }
      || concept.label.lowercased().contains("anaphyla")
  }
}

extension AllergyReaction {
  fileprivate static func isLifeThreatening(_ manifestation: Concept) -> Bool {
    AllergyIntolerance.isDeadly(manifestation)
  }

  fileprivate var isLifeThreatening: Bool { manifestations.contains(where: Self.isLifeThreatening) }
}
