extension Profession {
  /// By the words of a role, in English, whatever the case. nil for words that don't say.
  package init?(words: String) {
    let folded = Folding.fold(words)
    let tokens = Set(folded.split { !($0.isLetter || $0.isNumber) }.map(String.init))
    if tokens.isEmpty || Self.unsaidWords.contains(folded) { return nil }
    // Looked through as bytes: a roster asks this of every member, at every patient that comes into view.
    let bytes = Array(folded.utf8)
    for rule in Self.rules {
      let isMeant =
        rule.tokens.contains { tokens.contains($0) } || rule.wholes.contains(folded)
        || rule.parts.contains { Folding.holds(bytes, $0) }
      if isMeant {
        self = rule.profession
        return
      }
    }
    self = .other
  }

  /// Whether words name the whole profession and no part of it: "physician" does, "cardiologist" doesn't.
  package static func named(_ words: String) -> Profession? {
    let folded = Folding.fold(words)
    return allCases.first { $0.words == folded } ?? synonyms[folded]
  }

  private static let unsaidWords: Set<String> = [
    "healthcare professional", "health care professional", "healthcare provider", "health care provider", "provider",
    "practitioner", "healthcare related organization", "care team member", "team member", "member", "participant",
    "staff", "primary performer", "performer", "attender", "admitter", "discharger", "consultant", "participation",
  ]

  private static let synonyms: [String: Profession] = [
    "physician": .doctor, "medical doctor": .doctor, "md": .doctor, "registered nurse": .nurse, "rn": .nurse,
    "physical therapist": .physiotherapist, "physical therapy": .physiotherapist, "physiotherapy": .physiotherapist,
    "pt": .physiotherapist, "ot": .occupationalTherapist, "occupational therapy": .occupationalTherapist,
    "speech therapist": .speechTherapist, "speech-language pathologist": .speechTherapist, "slp": .speechTherapist,
    "dietician": .dietitian, "nutritionist": .dietitian, "rd": .dietitian, "pharmacy": .pharmacist,
    "psychotherapist": .psychologist, "counselor": .psychologist, "counsellor": .psychologist,
    "care manager": .caseManager, "coordinator": .coordinator, "navigator": .coordinator,
    "community worker": .communityWorker, "chw": .communityWorker, "administrator": .administrative,
    "administration": .administrative, "clerk": .administrative, "caregiver": .carer,
  ]

  private struct Rule {
    let profession: Profession
    /// Whole words of the role.
    let tokens: Set<String>
    /// Anywhere in the role.
    let parts: [[UInt8]]
    /// The role and nothing else: letters that elsewhere mean other things.
    let wholes: Set<String>

    init(profession: Profession, tokens: Set<String> = [], parts: [String] = [], wholes: Set<String> = []) {
      self.profession = profession
      self.tokens = tokens
      self.parts = parts.map { Array($0.utf8) }
      self.wholes = wholes
    }
  }

  /// The first that fits counts, so what is more particular stands first: "nurse case manager" manages cases, "medical
  /// secretary" is no doctor, "cardiology nurse" is a nurse.
  ///
  /// Source: Rounds default, version 1.
  private static let rules: [Rule] = [
    Rule(
      profession: .caseManager, tokens: ["ccm"],
      parts: ["case manager", "case management", "care manager", "care management", "discharge planner"]),
    Rule(
      profession: .communityWorker, tokens: ["chw", "promotora", "promotor"],
      parts: ["community health", "community worker", "outreach worker", "peer support"]),
    Rule(profession: .coordinator, parts: ["coordinator", "navigator"]),
    Rule(
      profession: .socialWorker, tokens: ["lcsw", "msw", "lmsw"], parts: ["social work", "social services worker"]),
    Rule(
      profession: .administrative, tokens: ["clerk", "clerical"],
      parts: [
        "administrat", "receptionist", "secretary", "billing", "scheduler", "registration", "front desk",
        "insurance specialist",
      ]),
    Rule(profession: .other, parts: ["technician", "technologist", "student"]),
    Rule(profession: .pharmacist, tokens: ["pharmd", "rph"], parts: ["pharmacist", "pharmacy"]),
    Rule(profession: .midwife, tokens: ["cnm"], parts: ["midwife", "midwives", "midwifery"]),
    Rule(
      profession: .physiotherapist, tokens: ["dpt"], parts: ["physical therap", "physiotherap"], wholes: ["pt"]),
    Rule(profession: .occupationalTherapist, tokens: ["otr"], parts: ["occupational therap"], wholes: ["ot"]),
    Rule(
      profession: .speechTherapist, tokens: ["slp"],
      parts: ["speech therap", "speech-language", "speech and language", "speech/language"]),
    Rule(profession: .respiratoryTherapist, tokens: ["rrt"], parts: ["respiratory therap"]),
    Rule(
      profession: .psychologist, tokens: ["lmft"],
      parts: ["psycholog", "psychotherap", "counselor", "counsellor", "behavioral health therap"]),
    Rule(profession: .dietitian, tokens: ["rdn"], parts: ["dietitian", "dietician", "nutritionist"], wholes: ["rd"]),
    Rule(
      profession: .nurse, tokens: ["rn", "lpn", "lvn", "np", "aprn", "fnp", "cns", "crna", "bsn"],
      parts: ["nurse", "nursing"]),
    Rule(
      profession: .doctor,
      tokens: ["md", "gp", "pcp", "mbbs", "doctor", "dr", "intensivist", "internist", "hospitalist"],
      parts: [
        "physician", "surgeon", "primary care", "general practi", "family practi", "family medicine",
        "internal medicine", "cardiolog", "neurolog", "oncolog", "radiolog", "pulmonolog", "nephrolog", "urolog",
        "endocrinolog", "gastroenterolog", "hepatolog", "hematolog", "haematolog", "rheumatolog", "dermatolog",
        "ophthalmolog", "gynecolog", "gynaecolog", "pathologist", "anesthesiolog", "anaesthetist", "geriatrician",
        "pediatrician", "paediatrician", "obstetrician", "psychiatr", "medical practitioner", "medical director",
        "diabetolog", "neonatolog", "immunolog", "allergist", "physiatrist",
      ]),
    Rule(profession: .carer, parts: ["carer", "caregiver", "care giver"]),
  ]
}
