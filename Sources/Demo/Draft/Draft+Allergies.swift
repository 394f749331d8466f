import Care

/// An allergy as the network's records list it.
private struct Allergen {
  var words: String
  var code: String?
  var category: String
  var criticality: String
  var reaction: String
  var severity: String

  static let penicillin = Allergen(
    words: "penicillin", code: "91936005", category: "medication", criticality: "high", reaction: "anaphylaxis",
    severity: "severe")
  static let sulfa = Allergen(
    words: "sulfa", category: "medication", criticality: "low", reaction: "rash", severity: "moderate")
  static let all: [Allergen] = [
    .penicillin, .sulfa,
    Allergen(
      words: "aspirin", category: "medication", criticality: "high", reaction: "wheeze", severity: "severe"),
    Allergen(
      words: "contrast dye", category: "medication", criticality: "high", reaction: "hives", severity: "moderate"),
    Allergen(
      words: "latex", category: "environment", criticality: "low", reaction: "itching", severity: "mild"),
    Allergen(
      words: "peanut", code: "91935009", category: "food", criticality: "high", reaction: "anaphylaxis",
      severity: "severe"),
    Allergen(
      words: "shellfish", category: "food", criticality: "unable-to-assess", reaction: "swollen lips",
      severity: "moderate"),
    Allergen(
      words: "codeine", category: "medication", criticality: "low", reaction: "vomiting", severity: "mild"),
  ]

  private static let reactionCodes = ["anaphylaxis": "39579001", "rash": "271807003", "hives": "247472004"]

  func line(recorded: Moment, recorder: Reference) -> AllergyIntolerance {
    var line = AllergyIntolerance()
    line.clinical = .active
    line.verification = .confirmed
    line.type = "allergy"
    line.categories = [category]
    line.criticality = criticality
    line.code = code.map { Terms.finding($0, words) } ?? Terms.words(words)
    line.recorded = recorded
    line.recorder = recorder
    var reaction = AllergyReaction()
    reaction.manifestations = [
      Self.reactionCodes[self.reaction].map { Terms.finding($0, self.reaction) } ?? Terms.words(self.reaction)
    ]
    reaction.severity = severity
    line.reactions = [reaction]
    return line
  }
}

extension Draft {
  /// Listed for most, none known for some, never asked of others; for a few, two records say different things.
  mutating func tellAllergies() {
    let roll = index == 0 ? 0 : draw.below(100)
    let listed = index == 0 ? [.penicillin, .sulfa] : draw.some(draw.chance(25) ? 2 : 1, of: Allergen.all)
    let asked = calendar.day(-draw.number(40...600))
    let doctor = the(.primaryCare).practitioner
    switch roll {
    case 0..<50:
      for allergen in listed { add(.allergyIntolerance(allergen.line(recorded: asked, recorder: doctor))) }
    case 50..<76:
      add(.allergyIntolerance(noneKnown(asked, doctor)))
    case 76..<82:
      add(.allergyIntolerance(noneKnown(asked, doctor)))
      let nurse = the(.unitNurse).practitioner
      let recorded = calendar.day(-turn - 3)
      within(.hospital) { draft in
        for allergen in listed {
          draft.add(.allergyIntolerance(allergen.line(recorded: recorded, recorder: nurse)))
        }
      }
    default:
      break
    }
  }

  private func noneKnown(_ recorded: Moment, _ recorder: Reference) -> AllergyIntolerance {
    var line = AllergyIntolerance()
    line.clinical = .active
    line.verification = .confirmed
    line.code = Terms.finding("716186003", "No known allergy")
    line.recorded = recorded
    line.recorder = recorder
    return line
  }
}
