package import Care

/// The kinds of event that a reader of a journey asks for, each by one letter: on the drawing, in the list and as the
/// key that shows only them.
package enum JourneyFamily: Int, CaseIterable, Sendable {
  case encounters, owed, settled, results, procedures, messages, documents

  package var letter: String {
    switch self {
    case .encounters: "e"
    case .owed: "o"
    case .settled: "s"
    case .results: "r"
    case .procedures: "p"
    case .messages: "m"
    case .documents: "d"
    }
  }

  package var words: String {
    switch self {
    case .encounters: "encounters"
    case .owed: "owed"
    case .settled: "asked and settled"
    case .results: "results"
    case .procedures: "procedures, vaccines"
    case .messages: "messages"
    case .documents: "documents, plans, flags"
    }
  }

  /// The command that shows or hides them.
  package var command: CommandID {
    switch self {
    case .encounters: .showEncounters
    case .owed: .showOwed
    case .settled: .showSettled
    case .results: .showResults
    case .procedures: .showProcedures
    case .messages: .showMessages
    case .documents: .showDocuments
    }
  }
}

extension JourneyEvent {
  package var family: JourneyFamily {
    if mark == .open { return .owed }
    return switch kind {
    case .encounter: .encounters
    case .appointment, .task, .referral: .settled
    case .result: .results
    case .procedure, .immunization: .procedures
    case .message: .messages
    case .document, .plan, .flag: .documents
    }
  }
}
