extension Chart {
  /// What matters to the patient, in their own words: the newest goal that the patient expressed and that still stands.
  package var whatMatters: String? {
    goals.items.last { line in
      line.value.expressedBy.kind == "Patient" && line.value.status?.stands ?? true
        && !line.value.description.label.isEmpty
    }?.value.description.label
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
