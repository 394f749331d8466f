package import Care

/// Why a clock runs, and by whose rule, in a reader's words.
package struct ClockWords {
  private let words: TimeWords
  private let naming: (Reference) -> String

  /// - Parameter naming: what a reader calls whom a reference means; empty where that isn't known.
  package init(_ words: TimeWords, naming: @escaping (Reference) -> String) {
    self.words = words
    self.naming = naming
  }

  /// What happened, where and when.
  package func because(_ event: ClockEvent) -> String {
    let who = naming(event.who)
    let when = words.full(event.at)
    func said(_ verb: String, _ by: String) -> String {
      who.isEmpty ? "\(verb) \(when)" : "\(verb) \(by) \(who), \(when)"
    }
    switch event.start {
    case .inpatientDischarge:
      return said("discharged", "from") + (event.isDestinationKnown ? "" : "; where to isn’t stated")
    case .emergencyVisit: return said("left the ED", "of")
    case .referralSent: return said("sent", "to") + "; no answer yet"
    case .referralToBook: return "\(event.detail) \(when); no time booked"
    case .referralOutstanding: return said("sent", "to") + "; no outcome yet"
    case .referralOutcome: return said("outcome", "from") + "; nobody has acknowledged it"
    case .referralCancelAsked: return "asked to cancel \(when)\(who.isEmpty ? "" : "; \(who) has not said")"
    case .referralWaiting: return "on hold since \(when)\(event.detail.isEmpty ? "" : ": \(event.detail)")"
    case .resultOfRequest: return said("came", "from") + "; nobody has acknowledged it"
    case .positiveScreen: return "a screening found it \(when)"
    case .patientMessage: return "\(who.isEmpty ? "asked from home" : "\(who) wrote") \(when); no answer yet"
    case .messageUndelivered:
      return
        "sent \(when); on no screen of \(who.isEmpty ? "theirs" : who)\(event.detail.isEmpty ? "" : " (\(event.detail))") so far"
    case .messageUnanswered:
      return
        "sent \(when); \(who.isEmpty ? "nobody" : who) has not answered\(event.detail.isEmpty ? "" : " (\(event.detail))")"
    case .missedBooking: return said("did not come", "to see") + "; no other time yet"
    case .consentEnd: return "agreed until \(when)"
    case .lastTouchpoint: return "nobody was in touch since \(when)\(who.isEmpty ? "" : " (\(who))")"
    }
  }

  /// "CMS TCM, 2 business days", with the date where it isn't the one on which the line is due.
  package func rule(_ running: RunningClock, due: Moment?) -> String {
    let isSame = due.map { $0.civil(in: words.zone).date == running.due.civil(in: words.zone).date } ?? false
    return isSame ? running.clock.rule : "\(running.clock.rule): \(words.full(running.due))"
  }

  /// The same with the text it stands in: "CMS TCM, 2 business days (CPT 99495/99496): Mon 23 Nov".
  package func fullRule(_ running: RunningClock) -> String {
    "\(running.clock.fullRule): \(words.full(running.due))"
  }
}

extension State {
  package var clockWords: ClockWords { ClockWords(words) { naming($0) } }

  /// The item behind a row, with its clocks; nil while its patient's chart is on the way.
  package func item(_ row: WorkRow) -> OpenItem? { item(row.item, of: row.patient) }

  func item(_ id: LineID, of patient: PatientID) -> OpenItem? {
    guard let view, view.chart.id == patient else { return nil }
    return view.openItems.first { $0.id == id }
  }
}
