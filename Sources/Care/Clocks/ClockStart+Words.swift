extension ClockStart {
  /// What it is, after "from".
  package var words: String {
    switch self {
    case .inpatientDischarge: "a discharge"
    case .emergencyVisit: "leaving the ED"
    case .referralSent: "a referral sent"
    case .referralToBook: "a referral accepted, missed or to be booked again"
    case .referralOutstanding: "a referral sent"
    case .referralOutcome: "the outcome of a referral"
    case .referralCancelAsked: "the wish to cancel a referral"
    case .referralWaiting: "a referral put on hold"
    case .resultOfRequest: "a result that was asked for"
    case .positiveScreen: "a screening that finds it"
    case .patientMessage: "a message from the patient or a carer"
    case .messageUndelivered: "a message sent that has come onto no screen"
    case .messageUnanswered: "a message sent that wants an answer"
    case .missedBooking: "a booking not kept"
    case .consentEnd: "the end of an agreement"
    case .lastTouchpoint: "the last visit, message or kept booking"
    }
  }
}

extension ClockCondition {
  package var words: String {
    switch self {
    case .adult: "18 or older"
    case .noLaterThan(let month, let day): "up to \(day) \(Self.months[month - 1])"
    case .heartFailure: "for heart failure"
    case .twoHighRiskConditions: "two high-risk conditions"
    case .noDateOfItsOwn: "without a date of its own"
    case .urgent: "urgent"
    case .notUrgent: "not urgent"
    }
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
