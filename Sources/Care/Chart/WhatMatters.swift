extension Chart {
  /// What matters to the patient: the newest goal that the patient expressed and that still stands.
  package var whatMatters: String? { expressedGoal?.description.label }

  /// The same for the screen. Free text is taken for the patient's own words and quoted; a coded goal is somebody's
  /// heading for them and is not.
  package var whatMattersSaid: String? {
    guard let goal = expressedGoal else { return nil }
    let words = goal.description.label
    return goal.description.codings.isEmpty && !words.hasPrefix("“") ? "“\(words)”" : words
  }

  private var expressedGoal: Goal? {
    goals.items.last { line in
      isPatient(line.value.expressedBy) && line.value.status?.stands ?? true && line.value.status != .onHold
        && !line.value.description.label.isEmpty
    }?.value
  }

  /// Warnings that stand now, in the source's words.
  package var standingFlags: [String] {
    // A warning whose status can't be read is still a warning.
    let flags = flags.items.filter { $0.value.status ?? .active == .active }.map(\.value.code.label)
    let orders = serviceRequests.items.filter { $0.value.isStandingOrder && $0.value.status == .active }
    return (orders.map(\.value.code.label) + flags).filter { !$0.isEmpty }
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
