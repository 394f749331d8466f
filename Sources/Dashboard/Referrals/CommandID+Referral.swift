import Care

extension CommandID {
  /// The commands that take a referral a step on, in the order of the machine.
  static let ofReferral: [CommandID] = [
    .sendReferral, .acceptReferral, .declineReferral, .scheduleReferral, .noShowReferral, .cancelAppointment,
    .interimNote, .outcomeReferral, .askToCancel, .confirmCancel, .acknowledgeOutcome, .resendReferral,
    .retargetReferral, .holdReferral, .resumeReferral, .reopenReferral,
  ]

  /// What it does to a referral; nil for a command of another kind. One key books: whether it is the first time or
  /// another depends on where the referral is.
  func act(on referral: Referral, _ machine: ReferralMachine) -> ReferralAct? {
    switch self {
    case .sendReferral: .move(.send)
    case .acceptReferral: .move(.accept)
    case .declineReferral: .move(.decline)
    case .scheduleReferral:
      referral.refusal(of: .move(.reschedule), machine) == nil ? .move(.reschedule) : .move(.schedule)
    case .noShowReferral: .move(.noShow)
    case .cancelAppointment: .move(.appointmentCancel)
    case .interimNote: .move(.interimNote)
    case .outcomeReferral: .move(.outcome)
    case .askToCancel: .move(.cancelRequest)
    case .confirmCancel: .move(.cancelConfirmation)
    case .acknowledgeOutcome: .acknowledge
    case .resendReferral: .resend
    case .retargetReferral: .retarget
    case .holdReferral: .hold
    case .resumeReferral: .resume
    case .reopenReferral: .reopen
    default: nil
    }
  }

  /// The command for a move of the table.
  static func of(_ trigger: ReferralTrigger) -> CommandID {
    switch trigger {
    case .send: .sendReferral
    case .accept: .acceptReferral
    case .decline: .declineReferral
    case .schedule, .reschedule: .scheduleReferral
    case .noShow: .noShowReferral
    case .appointmentCancel: .cancelAppointment
    case .interimNote: .interimNote
    case .outcome: .outcomeReferral
    case .cancelRequest: .askToCancel
    case .cancelConfirmation: .confirmCancel
    }
  }
}

extension State {
  /// A step that the table doesn't have is refused with the state, who may move it, and the keys that work.
  func availabilityOfReferral(_ id: CommandID) -> Availability {
    guard author.member != nil else { return .disabled("say who you are: start with --as NAME") }
    guard let wanted = referralIDInHand else { return .disabled("choose a referral first") }
    // Its chart is on the way; whether it may is decided when it is here.
    guard let view, view.chart.id == patientInHand else { return .enabled }
    guard let referral = view.referrals.first(where: { $0.id == wanted }) else {
      return .disabled("this line is no referral")
    }
    if id == .referralHistory || saving.concerns(referral.id) { return .enabled }
    let machine = machine(of: referral)
    guard let act = id.act(on: referral, machine), let refusal = referral.refusal(of: act, machine) else {
      return .enabled
    }
    if referral.isClosed {
      return .disabled("this referral is closed; \(keyMap.label(of: .reopenReferral)) opens it again")
    }
    return .disabled("\(refusal.why.lowercasedFirst)\(standing(of: referral, machine))")
  }

  /// "it is 5.1.2 did not come; the recipient: RD decline, RS reschedule; the initiator: RC ask to cancel".
  func standing(of referral: Referral, _ machine: ReferralMachine) -> String {
    let moves = referral.machine(of: machine).transitions(from: referral.state)
    let sides = [ReferralActor.recipient, .initiator].compactMap { actor in
      let keys = moves.filter { $0.actor == actor }.map { "\(keyMap.label(of: .of($0.trigger))) \($0.trigger.words)" }
      return keys.isEmpty ? nil : "the \(actor.rawValue) may: \(keys.joined(separator: ", "))"
    }
    let place = "it is \(referral.state.number) \(referral.state.words)"
    return ([place] + (sides.isEmpty ? ["which is an end"] : sides)).joined(separator: "; ")
  }
}

extension String {
  fileprivate var lowercasedFirst: String {
    guard let first else { return "" }
    let rest = dropFirst()
    return first.lowercased() + (rest.last == "." ? rest.dropLast() + "; " : rest + "")
  }
}
