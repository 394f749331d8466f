package import Care

/// What can be asked of a row by name, as in `owner:me`.
package enum QueryField: String, CaseIterable, Sendable {
  case owner, due, clock, state, kind, priority, patient, org, risk, from, on, with, `is`

  /// What it asks, for whoever is choosing one.
  package var words: String {
    switch self {
    case .owner: "who holds the next action"
    case .due: "when it is due"
    case .clock: "which rule asks for it"
    case .state: "how far it is"
    case .kind: "what kind of work"
    case .priority: "how pressing"
    case .patient: "name or number"
    case .org: "organization"
    case .risk: "how likely harm is"
    case .from: "who wrote in it"
    case .on: "when it was last written in"
    case .with: "of patients: who is on the team, or their house"
    case .is: "what is true of it"
    }
  }

  /// The values offered; where nothing else is right, they are all.
  package var values: [String] {
    switch self {
    case .owner: ["me", "team", "none"]
    case .due: ["overdue", "today", "tomorrow", "week", "none", "any"]
    case .clock: ["any", "none"]
    case .state: Self.openStates
    case .kind: WorkKind.allCases.map(\.typed)
    case .priority: Priority.allCases.map(\.rawValue)
    case .patient, .org: []
    case .with, .from: ["me"]
    case .on: ["today", "yesterday", "week"]
    case .risk: ["high", "middle", "low", "incomplete"]
    case .is: Trait.allCases.map(\.rawValue)
    }
  }

  /// Whether it takes a date, and signs before it.
  var isCompared: Bool { self == .due || self == .on }

  /// Every FHIR code that a line of the worklist can have.
  static let states =
    TaskStatus.allCases.map(\.rawValue) + RequestStatus.allCases.map(\.rawValue)
    + AppointmentStatus.allCases.map(\.rawValue) + ReferralState.allCases.map(\.typed)

  private static let openStates: [String] = {
    let open =
      TaskStatus.allCases.filter(\.isOpen).map(\.rawValue) + RequestStatus.allCases.filter(\.isOpen).map(\.rawValue)
      + AppointmentStatus.allCases.filter(\.isOpen).map(\.rawValue) + ReferralState.allCases.map(\.typed)
    var seen: Set<String> = []
    return open.filter { seen.insert($0).inserted }
  }()
}

/// What `is:` asks.
package enum Trait: String, CaseIterable, Sendable {
  case overdue, unowned, waiting, woken, urgent, escalated
  /// Of referrals: over; counted in the measure of this year; counted and without its report.
  case closed, counted, unanswered
  /// Of threads: not read to the end; somebody owes the reader an answer.
  case unread, awaited
}

extension WorkKind {
  /// As a query says it.
  package var typed: String {
    switch self {
    case .task: "task"
    case .referral: "referral"
    case .appointment: "booking"
    case .clock: "rule"
    }
  }
}

extension Risk {
  /// As a query says it.
  package var typed: String {
    switch self {
    case .high: "high"
    case .middle: "middle"
    case .incomplete: "incomplete"
    case .low: "low"
    }
  }

  package var words: String { self == .incomplete ? "not known" : typed }
}
