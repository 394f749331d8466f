package import Care

/// What a referral's state is called in the words of a partner's systems, and what those words don't say.
///
/// Source: Rounds domain rules, FHIR R4 mapping; HL7 BSeR Task status; Gravity SDOHCC Task for Referral Management, which
/// has no `received` and no `ready`. The inside stays BSeR's.
package struct ReferralStatusMap: Hashable, Sendable {
  package private(set) var task: TaskStatus
  package private(set) var request: RequestStatus
  /// BSeR's business status; nil for a draft, and where the code system has none.
  package private(set) var business: ReferralState?
  /// Whether the task must say why.
  package private(set) var needsReason = false
  /// What the partner's words can't carry.
  package private(set) var losses: [String] = []

  package init(_ referral: Referral, in profile: PartnerProfile) {
    let state = referral.state
    request = Self.request(of: state)
    business = state == .draft || state == .inProgress ? nil : state
    if state == .inProgress {
      losses.append("“Under way” without its visits has no code in BSeR’s 2.0.0 ballot; only Task.status says it.")
    }
    switch profile {
    case .bser: task = Self.bser(state)
    case .gravity:
      task = Self.gravity(state)
      let before = referral.history.last { $0.to == state && $0.from != state }?.from ?? .created
      if state == .declined, before != .created {
        task = .failed
        losses.append("Declined after it was taken on: Gravity has no such step, so it goes as failed with its reason.")
      }
      if state == .cancelRequested {
        task = Self.gravity(before)
        losses.append("The wish to cancel: Gravity has no such state, so only the business status 5.2 says it.")
      }
    }
    if referral.hold != nil, state.isUnderWay {
      (task, request) = (.onHold, .onHold)
      if state != .accepted { losses.append("On hold hides how far it was: \(state.number) \(state.words).") }
    }
    needsReason = [.rejected, .cancelled, .onHold, .failed].contains(task)
    if state == .completed, referral.history.contains(where: { $0.from == .inProgress && $0.to == .completed }) {
      losses.append("The outcome out of “under way” is a move of Rounds’ own; BSeR’s table has none.")
    }
  }

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

  private static func gravity(_ state: ReferralState) -> TaskStatus {
    state == .created || state == .cancelRequested ? .requested : bser(state)
  }

  private static func request(of state: ReferralState) -> RequestStatus {
    switch state {
    case .draft: .draft
    case .created, .accepted, .scheduled, .noShow, .appointmentCancelled, .visitCompleted, .inProgress,
      .cancelRequested:
      .active
    case .declined, .cancelled: .revoked
    case .completed: .completed
    }
  }
}

extension ReferralActor {
  /// The statuses that a side may set on Gravity's task. Source: Gravity SDOHCC Task for Referral Management.
  package var gravityStatuses: Set<TaskStatus> {
    switch self {
    case .initiator: [.draft, .requested, .cancelled, .enteredInError]
    case .recipient: [.accepted, .rejected, .inProgress, .onHold, .failed, .completed, .cancelled]
    }
  }
}
