/// Who is asked about a topic, one role after another: the first of them that can be reached.
package struct Route: Hashable, Sendable {
  /// The topic, as a reader says it.
  package let topic: String
  /// Words and phrases by which a text is known to be about the topic, beside its name.
  package let words: [String]
  /// In the order in which they are asked.
  package let roles: [CareRole]
  /// Whose rule it is, and of which version.
  package let source: String

  package init(_ topic: String, words: [String] = [], roles: [String], source: String) {
    self.topic = topic
    self.words = words
    self.roles = roles.map { CareRole(words: $0) }
    self.source = source
  }

  /// The topics that every site starts with.
  package static let standard: [Route] = {
    let ours = "Rounds default, version 1"
    let seeds = "S0:19, version 1; words: \(ours)"
    let social = ["social worker", "community health worker", "case manager"]
    return [
      Route(
        "medication use",
        words: [
          "medication", "medicine", "drug", "dose", "dosage", "tablet", "pill", "inhaler", "insulin", "side effect",
          "interaction", "prescription", "refill", "medication reconciliation",
        ], roles: ["pharmacist", "doctor"], source: seeds),
      Route(
        "laboratory result",
        words: [
          "lab", "lab result", "laboratory", "test result", "blood test", "potassium", "creatinine", "inr", "hba1c",
          "culture", "result",
        ], roles: ["nurse", "doctor"], source: seeds),
      Route(
        "housing", words: ["homeless", "homelessness", "shelter", "eviction", "rent", "utility", "heating"],
        roles: social, source: ours),
      Route(
        "transport", words: ["transportation", "ride", "taxi", "bus", "travel"], roles: social, source: ours),
      Route(
        "food", words: ["hunger", "food bank", "food insecurity", "groceries", "meals at home"], roles: social,
        source: ours),
      Route(
        "money", words: ["financial", "finances", "benefits", "debt", "afford", "assistance programme"], roles: social,
        source: ours),
      Route(
        "diet", words: ["nutrition", "weight loss", "feeding", "salt", "fluid restriction", "eating"],
        roles: ["dietitian"], source: ours),
      Route(
        "billing and insurance",
        words: ["billing", "bill", "insurance", "coverage", "authorization", "prior authorization", "claim", "copay"],
        roles: ["administrative staff", "case manager"], source: ours),
      Route(
        "rehabilitation",
        words: ["mobility", "walking", "fall", "exercise", "rehab", "physical therapy", "physiotherapy", "walker"],
        roles: ["physiotherapist", "occupational therapist"], source: ours),
      Route(
        "discharge planning", words: ["discharge", "going home", "placement", "home equipment"],
        roles: ["case manager", "nurse"], source: ours),
      Route(
        "worsening symptoms",
        words: [
          "symptom", "worse", "worsening", "pain", "short of breath", "breathless", "breathlessness", "swelling",
          "fever", "dizzy", "bleeding",
        ], roles: ["nurse", "doctor"], source: ours),
      Route(
        "mood", words: ["depression", "depressed", "anxiety", "anxious", "sleep", "grief", "lonely", "stress"],
        roles: ["psychologist", "social worker", "doctor"], source: ours),
    ]
  }()
}

extension Route {
  /// The topic that a text is about: that of the longest phrase in it, and of equals the first in the table; nil where
  /// it names none.
  package static func recognized(in text: String, among routes: [Route]) -> Route? {
    let said = tokens(text)
    var best: (route: Route, length: Int)?
    for route in routes {
      for phrase in [route.topic] + route.words {
        let sought = tokens(phrase)
        if sought.count > best?.length ?? 0, holds(said, sought) { best = (route, sought.count) }
      }
    }
    return best?.route
  }

  private static func tokens(_ text: String) -> [String] {
    Folding.fold(text).split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  /// Word for word, one after another; the last may be in the plural.
  private static func holds(_ said: [String], _ sought: [String]) -> Bool {
    guard let last = sought.last, said.count >= sought.count else { return false }
    return (0...(said.count - sought.count)).contains { start in
      let words = said[start..<(start + sought.count)]
      guard words.dropLast().elementsEqual(sought.dropLast()), let end = words.last else { return false }
      return end == last || end == last + "s" || end == last + "es"
    }
  }
}
