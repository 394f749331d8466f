/// What somebody here did about a referral, or learned of it. Raw values are part of the format on disk.
package enum ReferralAct: RawRepresentable, CaseIterable, Hashable, Sendable {
  /// A move of the machine.
  case move(ReferralTrigger)
  /// The referring side has read the outcome: the loop is closed.
  case acknowledge
  /// The package went out again; the state stays.
  case resend
  /// The recipient has it waiting: for a place, or for somebody to do something.
  case hold
  case resume
  /// A closed loop is open again.
  case reopen
  /// It was asked of somebody else, as a referral of its own.
  case retarget

  package var rawValue: String {
    switch self {
    case .move(let trigger): trigger.rawValue
    case .acknowledge: "acknowledge"
    case .resend: "resend"
    case .hold: "hold"
    case .resume: "resume"
    case .reopen: "reopen"
    case .retarget: "retarget"
    }
  }

  package init?(rawValue: String) {
    if let trigger = ReferralTrigger(rawValue: rawValue) {
      self = .move(trigger)
      return
    }
    guard let act = Self.ofOurs.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = act
  }

  /// Those that the table of transitions doesn't have: they leave the state as it is.
  package static let ofOurs: [ReferralAct] = [.acknowledge, .resend, .hold, .resume, .reopen, .retarget]

  package static let allCases = ReferralTrigger.allCases.map { ReferralAct.move($0) } + ofOurs

  package var done: String {
    switch self {
    case .move(let trigger): trigger.done
    case .acknowledge: "outcome acknowledged"
    case .resend: "sent again"
    case .hold: "put on hold"
    case .resume: "goes on"
    case .reopen: "opened again"
    case .retarget: "asked of somebody else"
    }
  }
}

/// One step of a referral that was recorded here: the event's own part. Who, when and why are the entry's.
package struct ReferralMove: Hashable, Sendable {
  package var act: ReferralAct
  package var from: ReferralState
  package var to: ReferralState
  /// The time that was booked; nil for every act but scheduling.
  package var appointment: Moment?
  package var result: ReferralResult?
  /// For what is on hold: who has to act before it goes on; empty is the recipient.
  package var waitsFor = Reference()
  /// What was sent; nil for every act but sending.
  package var package: ReferralPackage?

  package init(_ act: ReferralAct, from: ReferralState, to: ReferralState) {
    self.act = act
    self.from = from
    self.to = to
  }
}

/// What the recipient has to say at the end. Without all three the loop can't close.
///
/// Source: Rounds domain rules, "an outcome needs diagnosis, plan and next step".
package struct ReferralResult: Hashable, Sendable {
  /// The diagnosis, the finding or, for a service, whether the patient is enrolled.
  package var finding: String
  package var plan: String
  package var nextStep: String
  package var enrolment: Enrolment?

  package init(finding: String, plan: String, nextStep: String, enrolment: Enrolment? = nil) {
    self.finding = finding
    self.plan = plan
    self.nextStep = nextStep
    self.enrolment = enrolment
  }
}

/// What became of the patient at a service. Source: Gravity SDOH Clinical Care, Task.output of a referral.
package enum Enrolment: String, CaseIterable, Sendable {
  case enrolled
  case notEnrolled = "not-enrolled"
  case waitlist = "not-enrolled-on-waitlist"

  package var words: String {
    switch self {
    case .enrolled: "enrolled"
    case .notEnrolled: "not enrolled"
    case .waitlist: "not enrolled, on the waiting list"
    }
  }
}

/// A step as the chart keeps it.
package struct ReferralStep: Hashable, Sendable {
  package var move: ReferralMove
  package var reason: String
  package var by: Touch

  package init(move: ReferralMove, reason: String, by: Touch) {
    self.move = move
    self.reason = reason
    self.by = by
  }
}
