/// How far a referral is. Raw values are BSeR's business status codes and part of the format on disk; a draft has none
/// in BSeR.
///
/// Source: HL7 BSeR 2.0.0-ballot, TaskBusinessStatusCS, harmonised with IHE 360X.
package enum ReferralState: String, CaseIterable, Sendable {
  case draft
  case created = "2.0"
  case accepted = "3.0"
  case scheduled = "5.1.1"
  case noShow = "5.1.2"
  case appointmentCancelled = "5.1.3"
  case visitCompleted = "5.1.4"
  /// Under way with a partner that tells no more than that. The ballot's code system has no code for it.
  case inProgress = "5.1"
  case cancelRequested = "5.2"
  case declined = "4.0"
  case cancelled = "6.0"
  case completed = "7.0"

  /// The states of the machine that tells of every visit: all but the coarse one.
  package static let detailed = allCases.filter { $0 != .inProgress }

  /// BSeR's number; "1" for a draft, which is the number of its Task status.
  package var number: String { self == .draft ? "1" : rawValue }

  package var words: String {
    switch self {
    case .draft: "draft"
    case .created: "sent"
    case .accepted: "accepted"
    case .scheduled: "scheduled"
    case .noShow: "did not come"
    case .appointmentCancelled: "appointment cancelled"
    case .visitCompleted: "visit completed"
    case .inProgress: "under way"
    case .cancelRequested: "cancel asked"
    case .declined: "declined"
    case .cancelled: "cancelled"
    case .completed: "outcome in"
    }
  }

  /// As a query and a machine say it: a word without spaces.
  package var typed: String {
    switch self {
    case .draft: "draft"
    case .created: "sent"
    case .accepted: "accepted"
    case .scheduled: "scheduled"
    case .noShow: "no-show"
    case .appointmentCancelled: "appointment-cancelled"
    case .visitCompleted: "visit-completed"
    case .inProgress: "under-way"
    case .cancelRequested: "cancel-requested"
    case .declined: "declined"
    case .cancelled: "cancelled"
    case .completed: "completed"
    }
  }

  package init?(typed: String) {
    guard let state = Self.allCases.first(where: { $0.typed == typed }) else { return nil }
    self = state
  }

  /// No transition leaves it.
  package var isTerminal: Bool { self == .declined || self == .cancelled || self == .completed }

  /// The recipient has it and has not finished with it.
  package var isUnderWay: Bool { !isTerminal && self != .draft }

  /// Some part of 5.1: the recipient is working on it.
  package var isActive: Bool {
    switch self {
    case .scheduled, .noShow, .appointmentCancelled, .visitCompleted, .inProgress: true
    case .draft, .created, .accepted, .cancelRequested, .declined, .cancelled, .completed: false
    }
  }
}
