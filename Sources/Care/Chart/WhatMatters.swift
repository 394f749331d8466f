extension Chart {
  /// What matters to the patient, in their own words: the newest goal that the patient expressed and that still stands.
  package var whatMatters: String? {
    goals.items.last { line in
      isPatient(line.value.expressedBy) && line.value.status?.stands ?? true
        && !line.value.description.label.isEmpty
    }?.value.description.label
  }

  /// Warnings that stand now, in the source's words.
  package var standingFlags: [String] {
    flags.items.filter { $0.value.status == .active && !$0.value.code.label.isEmpty }.map(\.value.code.label)
  }
}

extension GoalStatus {
  package var stands: Bool {
    switch self {
    case .proposed, .planned, .accepted, .active, .onHold: true
    case .completed, .cancelled, .enteredInError, .rejected: false
    }
  }
}
