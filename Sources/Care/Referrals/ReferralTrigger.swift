/// One of the two sides of a referral.
package enum ReferralActor: String, CaseIterable, Sendable {
  case initiator, recipient
}

/// What moves a referral. Raw values are part of the format on disk.
///
/// Source: BSeR × IHE 360X, harmonised state transitions.
package enum ReferralTrigger: String, CaseIterable, Sendable {
  case send
  case accept
  case decline
  case schedule
  case reschedule
  case noShow = "no-show"
  case appointmentCancel = "appointment-cancel"
  case interimNote = "interim-note"
  case outcome
  case cancelRequest = "cancel-request"
  case cancelConfirmation = "cancel-confirmation"

  /// The side whose move it is: the initiator sends, and can only ask to cancel.
  package var actor: ReferralActor { self == .send || self == .cancelRequest ? .initiator : .recipient }

  package var words: String {
    switch self {
    case .send: "send"
    case .accept: "accept"
    case .decline: "decline"
    case .schedule: "schedule"
    case .reschedule: "reschedule"
    case .noShow: "no-show"
    case .appointmentCancel: "cancel the appointment"
    case .interimNote: "interim note"
    case .outcome: "outcome"
    case .cancelRequest: "ask to cancel"
    case .cancelConfirmation: "confirm the cancellation"
    }
  }

  /// As history tells it.
  package var done: String {
    switch self {
    case .send: "sent"
    case .accept: "accepted"
    case .decline: "declined"
    case .schedule: "scheduled"
    case .reschedule: "rescheduled"
    case .noShow: "did not come"
    case .appointmentCancel: "appointment cancelled"
    case .interimNote: "visit, interim note"
    case .outcome: "outcome"
    case .cancelRequest: "asked to cancel"
    case .cancelConfirmation: "cancellation confirmed"
    }
  }

  /// Whether the record must say why.
  package var needsReason: Bool {
    switch self {
    case .decline, .cancelRequest, .appointmentCancel: true
    case .send, .accept, .schedule, .reschedule, .noShow, .interimNote, .outcome, .cancelConfirmation: false
    }
  }

  /// Whether it sets a time to come.
  package var setsTime: Bool { self == .schedule || self == .reschedule }
}
