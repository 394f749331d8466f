/// What came of a call. Reached means that the patient or a carer was spoken with; the rest are attempts, which count
/// for themselves.
///
/// Source: CPT 99495 and 99496: contact within two business days, or two and more separate attempts in that time.
package enum ContactOutcome: String, CaseIterable, Sendable {
  case reached, reachedMore, leftMessage, noAnswer, wrongNumber

  package var words: String {
    switch self {
    case .reached: "reached"
    case .reachedMore: "reached, more to do"
    case .leftMessage: "left a message"
    case .noAnswer: "no answer"
    case .wrongNumber: "wrong number"
    }
  }

  package var isReached: Bool { self == .reached || self == .reachedMore }

  /// Whether it settles a task to call.
  package var settles: Bool { self == .reached }
}

extension Chart {
  /// Calls that reached nobody since a clock began, oldest first.
  package func attempts(since event: ClockEvent, zone: Zone) -> [Line<Communication>] {
    let start = event.at.start(in: zone)
    return communications.items.filter { line in
      let call = line.value
      guard call.status == .notDone, let sent = call.sent, sent.start(in: zone) >= start else { return false }
      return call.recipients.contains(where: isPatientOrCarer)
    }
  }
}
