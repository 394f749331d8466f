/// How much of its work a partner tells of. A property of the partner, never of the event: from one state the same
/// trigger leads to different states.
package enum ReferralMachine: String, CaseIterable, Sendable {
  /// Every appointment and visit is told.
  case detailed
  /// Under way, and no more than that.
  case coarse
}

/// One numbered line of the table of transitions.
package struct ReferralTransition: Hashable, Sendable {
  /// BSeR's number; nil for a move of our own.
  package let number: Int?
  package let trigger: ReferralTrigger
  package let from: ReferralState
  package let to: ReferralState
  package let machines: Set<ReferralMachine>

  package var actor: ReferralActor { trigger.actor }

  fileprivate init(
    _ number: Int?, _ trigger: ReferralTrigger, _ from: ReferralState, _ to: ReferralState,
    in machines: Set<ReferralMachine> = [.detailed]
  ) {
    self.number = number
    self.trigger = trigger
    self.from = from
    self.to = to
    self.machines = machines
  }

  private static let both: Set<ReferralMachine> = [.detailed, .coarse]

  /// Source: HL7 BSeR commit 7f97143 (2.0.0-ballot), Harmonized State Transitions, TIDs 01 to 34.
  package static let all: [ReferralTransition] = [
    .init(1, .send, .draft, .created, in: both),
    .init(2, .accept, .created, .accepted, in: both),
    .init(3, .decline, .created, .declined, in: both),
    .init(4, .cancelRequest, .created, .cancelRequested, in: both),
    .init(5, .decline, .accepted, .declined, in: both),
    .init(6, .schedule, .accepted, .scheduled),
    .init(7, .cancelRequest, .accepted, .cancelRequested, in: both),
    .init(8, .interimNote, .accepted, .visitCompleted),
    .init(9, .outcome, .accepted, .completed, in: both),
    .init(10, .decline, .scheduled, .declined),
    .init(11, .reschedule, .scheduled, .scheduled),
    .init(12, .noShow, .scheduled, .noShow),
    .init(13, .appointmentCancel, .scheduled, .appointmentCancelled),
    .init(14, .cancelRequest, .scheduled, .cancelRequested),
    .init(15, .interimNote, .scheduled, .visitCompleted),
    .init(16, .outcome, .scheduled, .completed),
    .init(17, .decline, .noShow, .declined),
    .init(18, .reschedule, .noShow, .scheduled),
    .init(19, .appointmentCancel, .noShow, .appointmentCancelled),
    .init(20, .cancelRequest, .noShow, .cancelRequested),
    .init(21, .schedule, .appointmentCancelled, .scheduled),
    .init(22, .cancelRequest, .appointmentCancelled, .cancelRequested),
    .init(23, .cancelConfirmation, .cancelRequested, .cancelled, in: both),
    .init(24, .outcome, .cancelRequested, .completed, in: both),
    .init(25, .decline, .visitCompleted, .declined),
    .init(26, .schedule, .visitCompleted, .scheduled),
    .init(27, .appointmentCancel, .visitCompleted, .appointmentCancelled),
    .init(28, .cancelRequest, .visitCompleted, .cancelRequested),
    .init(29, .interimNote, .visitCompleted, .visitCompleted),
    .init(30, .outcome, .visitCompleted, .completed),
    .init(31, .schedule, .accepted, .inProgress, in: [.coarse]),
    .init(32, .interimNote, .accepted, .inProgress, in: [.coarse]),
    .init(33, .decline, .inProgress, .declined, in: [.coarse]),
    .init(34, .cancelRequest, .inProgress, .cancelRequested, in: [.coarse]),
    // Ours: as printed, a coarse referral could end only by being declined or cancelled.
    .init(nil, .outcome, .inProgress, .completed, in: [.coarse]),
  ]
}

extension ReferralMachine {
  package var transitions: [ReferralTransition] { ReferralTransition.all.filter { $0.machines.contains(self) } }

  /// Where a trigger leads; nil where the table has no such move. A referral is finished by the machine it is in: one
  /// that went by the coarse state goes on by the coarse moves, whatever its partner tells since.
  package func transition(_ trigger: ReferralTrigger, from state: ReferralState) -> ReferralTransition? {
    ReferralTransition.all.first { line in
      line.trigger == trigger && line.from == state && line.machines.contains(self)
    }
  }

  /// The moves that leave a state, in the table's order.
  package func transitions(from state: ReferralState) -> [ReferralTransition] {
    ReferralTransition.all.filter { $0.from == state && $0.machines.contains(self) }
  }
}

extension ReferralState {
  /// The machine that a referral in this state goes on by: the partner's, save where the state belongs to one alone.
  package func machine(of partner: ReferralMachine) -> ReferralMachine {
    if self == .inProgress { return .coarse }
    return isActive ? .detailed : partner
  }

  /// Whether a path of the table leads there, by either machine. What a source tells may have skipped steps.
  package func canReach(_ state: ReferralState) -> Bool { Self.reach[self]?.contains(state) ?? false }

  private static let reach: [ReferralState: Set<ReferralState>] = {
    var reach: [ReferralState: Set<ReferralState>] = [:]
    for state in allCases {
      var (found, open) = (Set<ReferralState>(), [state])
      while let next = open.popLast() {
        for line in ReferralTransition.all where line.from == next && found.insert(line.to).inserted {
          open.append(line.to)
        }
      }
      reach[state] = found
    }
    return reach
  }()
}
