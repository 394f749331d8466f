/// How something owed ended. Raw values are part of the format on disk.
package enum Outcome: String, CaseIterable, Sendable {
  case done
  case notNeeded = "not-needed"
  case declined
  case unreachable
  case failed
  case missed
  case cancelled
  case enteredInError = "entered-in-error"
}

extension Outcome {
  /// The ways in which a thing of this kind can end, the likeliest first.
  package static func choices(for kind: WorkKind) -> [Outcome] {
    switch kind {
    case .task: [.done, .notNeeded, .declined, .unreachable, .failed, .enteredInError]
    case .appointment: [.done, .missed, .cancelled, .enteredInError]
    case .referral, .clock: [.done, .notNeeded, .declined, .unreachable]
    }
  }

  /// Whether it tells of a visit that was to take place, and so can't be said before.
  package var isOfVisit: Bool { self == .done || self == .missed }

  /// Whether the record must say why. What a task or a booking came to explains itself; that a thing is not to be done,
  /// or was done where no line of the record shows it, doesn't.
  package func needsReason(for kind: WorkKind) -> Bool {
    switch kind {
    case .task: self == .notNeeded || self == .failed
    case .appointment: self == .cancelled
    case .referral, .clock: true
    }
  }

  /// What becomes of a task. Source: FHIR R4 Task state machine.
  package var taskStatus: TaskStatus {
    switch self {
    case .done: .completed
    case .notNeeded, .declined, .cancelled: .cancelled
    case .unreachable, .failed, .missed: .failed
    case .enteredInError: .enteredInError
    }
  }

  /// What becomes of a booking; nil for an outcome that a booking can't have.
  package var appointmentStatus: AppointmentStatus? {
    switch self {
    case .done: .fulfilled
    case .missed: .noshow
    case .cancelled: .cancelled
    case .enteredInError: .enteredInError
    case .notNeeded, .declined, .unreachable, .failed: nil
    }
  }
}
