/// What has to happen next to a referral. Raw values are part of the format of the lists.
package enum NextAction: UInt8, CaseIterable, Sendable {
  case send = 1, answer, book, keep, bookAgain, report, confirmCancellation, acknowledge, retarget, placeInLine, act
  /// Nothing: it is over.
  case none

  package var words: String {
    switch self {
    case .send: "send it"
    case .answer: "accept or decline"
    case .book: "book a time"
    case .keep: "see the patient"
    case .bookAgain: "book again"
    case .report: "report the outcome"
    case .confirmCancellation: "confirm, or report the outcome"
    case .acknowledge: "read the outcome"
    case .retarget: "ask another, or close it"
    case .placeInLine: "give it a place"
    case .act: "do what it waits for"
    case .none: "nothing"
    }
  }
}

/// One of the parties that can hold a next action.
package enum NextOwner: Hashable, Sendable {
  case initiator, recipient
  /// As the reason for the hold names them.
  case named(Reference)
}

extension Referral {
  /// Who must act, and what is to be done.
  ///
  /// Source: Rounds domain rules, next-action owner by status; "limit to 10–14 statuses, each answers who owns the next
  /// action, what it is, and which clock runs" (Closed-loop referral status codes).
  package var next: (action: NextAction, owner: NextOwner) {
    if isClosed { return (.none, .initiator) }
    if let hold, state.isUnderWay {
      return hold.waitsFor.isEmpty ? (.placeInLine, .recipient) : (.act, .named(hold.waitsFor))
    }
    return switch state {
    case .draft: (.send, .initiator)
    case .created: (.answer, .recipient)
    case .accepted: (.book, .recipient)
    case .scheduled: (.keep, .recipient)
    case .noShow, .appointmentCancelled: (.bookAgain, .recipient)
    case .visitCompleted, .inProgress: (.report, .recipient)
    case .cancelRequested: (.confirmCancellation, .recipient)
    case .completed: (.acknowledge, .initiator)
    case .declined, .cancelled: (.retarget, .initiator)
    }
  }

  /// Who that is; empty where nobody is named.
  package var nextOwner: Reference {
    switch next.owner {
    case .initiator: initiator
    case .recipient: recipient
    case .named(let reference): reference
    }
  }
}
