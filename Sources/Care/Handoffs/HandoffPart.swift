/// A part that a handoff must have before it can go on.
///
/// Source: Rounds domain rules, "Handoff": what acceptance requires of each letter of I-PASS.
package enum HandoffPart: String, CaseIterable, Sendable {
  case receiver, severity, summary, actions, contingencies, synthesis

  /// As what is missing is told.
  package var words: String {
    switch self {
    case .receiver: "a receiver"
    case .severity: "the illness severity"
    case .summary: "a summary of the patient"
    case .actions: "an action, or that there is none"
    case .contingencies: "an if-then"
    case .synthesis: "the read-back in the receiver’s own words"
    }
  }
}

extension HandoffContent {
  /// The parts of the giver's that are not there, in the order of the letters. Blank words are no part; an if without
  /// its then is none either.
  package var missing: [HandoffPart] {
    var missing: [HandoffPart] = []
    if severity == nil { missing.append(.severity) }
    if summary.isBlank { missing.append(.summary) }
    switch actions {
    case .notStated: missing.append(.actions)
    case .none: break
    case .list(let actions): if actions.allSatisfy(\.words.isBlank) { missing.append(.actions) }
    }
    if contingencies.allSatisfy({ $0.condition.isBlank || $0.response.isBlank }) { missing.append(.contingencies) }
    return missing
  }
}

extension String {
  /// Nothing that a reader would see.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
