package import Care

/// How a referral's state is said in a partner's profile, and what can't be said in it.
package struct ProfiledStanding: Hashable, Sendable {
  package private(set) var status: TaskStatus
  package private(set) var request: RequestStatus
  /// BSeR's business status; nil where there is no code for the state, or none is needed.
  package private(set) var business: ReferralState?
  package private(set) var reason: String
  package private(set) var losses: [String] = []

  /// - Parameter side: who writes it.
  package init(_ referral: Referral, in profile: PartnerProfile, by side: ReferralActor = .initiator) {
    let state = referral.state
    status = Self.bser(state)
    request = Self.request(state)
    business = state == .draft || state == .inProgress ? nil : state
    reason = Self.reason(referral)
    if state == .inProgress {
      losses.append("BSeR’s 2.0.0-ballot has no code for 5.1 under way, so only the Task’s status tells of it.")
    }
    if state == .completed, referral.arrival?.from == .inProgress {
      losses.append("The step from 5.1 under way to 7.0 is none of BSeR’s table, so its readers may refuse it.")
    }
    switch profile {
    case .bser: holdInBSeR(referral)
    case .gravity: sayInGravity(referral, side)
    }
  }

  private mutating func holdInBSeR(_ referral: Referral) {
    guard referral.isHeld else { return }
    request = .onHold
    losses.append("BSeR’s Task has no status for what waits: that it is on hold stands on the request and in a note.")
  }

  private mutating func sayInGravity(_ referral: Referral, _ side: ReferralActor) {
    let state = referral.state
    status = Self.gravity(state)
    if state == .cancelRequested {
      // Only the target may say that it is in progress, and it is the requester who asks.
      status = Self.gravity(referral.arrival?.from ?? .created)
      losses.append(
        "Gravity has no status for a cancellation that was asked for: Task.status stays \(status.rawValue), and only "
          + "the business status tells of it.")
    }
    if state == .declined, referral.wasTakenOn {
      (status, request) = (.failed, .active)
      losses.append("Gravity has no way from accepted to rejected, so a late decline goes out as failed.")
    }
    if referral.isHeld { hold(state) }
    if GravityTask.needsReason(status), reason.isEmpty {
      reason = "Not stated"
      losses.append("Gravity wants a reason with \(status.rawValue), and none is on file: it says “Not stated”.")
    }
    if !GravityTask.maySet(status, by: side), state != .cancelRequested {
      losses.append("Only the target may set \(status.rawValue) in Gravity, so this tells of it and can’t set it.")
    }
  }

  private mutating func hold(_ state: ReferralState) {
    if state == .created {
      losses.append("Gravity has no way from requested to on-hold before the referral is accepted.")
    }
    (status, request) = (.onHold, .onHold)
    business = state == .inProgress ? nil : state
  }

  /// Source: Rounds domain rules, "BSeR Task status".
  private static func bser(_ state: ReferralState) -> TaskStatus {
    switch state {
    case .draft: .draft
    case .created: .received
    case .accepted: .accepted
    case .declined: .rejected
    case .scheduled, .noShow, .appointmentCancelled, .visitCompleted, .inProgress, .cancelRequested: .inProgress
    case .cancelled: .cancelled
    case .completed: .completed
    }
  }

  /// The same, but that Gravity has no `received`.
  private static func gravity(_ state: ReferralState) -> TaskStatus {
    state == .created ? .requested : bser(state)
  }

  private static func request(_ state: ReferralState) -> RequestStatus {
    switch state {
    case .draft: .draft
    case .declined, .cancelled: .revoked
    case .completed: .completed
    case .created, .accepted, .scheduled, .noShow, .appointmentCancelled, .visitCompleted, .inProgress,
      .cancelRequested:
      .active
    }
  }

  /// Why it is where it is. Who confirms a cancellation says nothing; who asked for it did.
  private static func reason(_ referral: Referral) -> String {
    if referral.isHeld { return referral.hold?.reason ?? "" }
    let said = referral.arrival?.reason ?? ""
    guard said.isEmpty, referral.state == .cancelled else { return said }
    return referral.history.last { $0.to == .cancelRequested }?.reason ?? ""
  }
}

extension Referral {
  /// What brought it to its state.
  var arrival: ReferralEvent? { history.last { $0.to == state && $0.from != state } }

  var isHeld: Bool { hold != nil && state.isUnderWay && state != .cancelRequested }

  /// Whether the recipient had accepted before it came to be where it is.
  fileprivate var wasTakenOn: Bool {
    guard let arrival else { return false }
    return arrival.from != .created && arrival.from != .draft
  }
}
