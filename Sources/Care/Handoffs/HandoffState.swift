/// How far a handoff is. Raw values are part of the format on disk.
///
/// Source: Rounds domain rules, "Handoff": responsibility moves at accepted, not at offered.
package enum HandoffState: String, CaseIterable, Sendable {
  case draft, offered, returned, accepted, cancelled

  package var words: String {
    switch self {
    case .draft: "a draft"
    case .offered: "offered"
    case .returned: "returned with a question"
    case .accepted: "accepted"
    case .cancelled: "cancelled"
    }
  }

  package var isEnd: Bool { self == .accepted || self == .cancelled }

  /// Whose step is next; nil at an end.
  package var next: HandoffSide? {
    switch self {
    case .draft, .returned: .giver
    case .offered: .receiver
    case .accepted, .cancelled: nil
    }
  }

  /// What the task says of it. A returned one stays asked for, of its giver: what FHIR has rejected nobody owes any
  /// more. Source: FHIR R4 Task state machine.
  package var taskStatus: TaskStatus {
    switch self {
    case .draft: .draft
    case .offered, .returned: .requested
    case .accepted: .completed
    case .cancelled: .cancelled
    }
  }

  /// What a task's status says where nothing else is on file. Whatever is under way has not been read back.
  init(told status: TaskStatus?) {
    self =
      switch status {
      case .draft: .draft
      case .completed: .accepted
      case .rejected: .returned
      case .cancelled, .failed, .enteredInError: .cancelled
      case .requested, .received, .accepted, .ready, .inProgress, .onHold, nil: .offered
      }
  }
}
