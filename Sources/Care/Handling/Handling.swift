/// What people here have done about an open item, beside what its source says of it.
package struct Handling: Hashable, Sendable {
  /// To whom it was given, where the item is no task and so has no owner of its own to change.
  package var owner: Reference?
  package var snooze: Snooze?
  /// To whom it was passed up, oldest first.
  package var escalations: [Escalation] = []
  package var settlement: Settlement?
  /// Of a referral: what was recorded of it, step by step, oldest first.
  package var steps: [ReferralStep] = []
  /// Of a handoff: the same.
  package var handoffSteps: [HandoffStep] = []
  /// Who did something about it last.
  package var touch: Touch?

  package init() {}
}

/// Who did something, and when.
package struct Touch: Hashable, Sendable {
  package var name: String
  package var at: Instant

  package init(name: String, at: Instant) {
    self.name = name
    self.at = at
  }
}

/// An item that is left alone until a time, and why.
package struct Snooze: Hashable, Sendable {
  package var until: Instant
  package var reason: String
  package var by: Touch

  package init(until: Instant, reason: String, by: Touch) {
    self.until = until
    self.reason = reason
    self.by = by
  }
}

/// One step up the ladder.
package struct Escalation: Hashable, Sendable {
  package var to: Reference
  package var reason: String
  package var by: Touch

  package init(to: Reference, reason: String, by: Touch) {
    self.to = to
    self.reason = reason
    self.by = by
  }
}

/// How an item ended that no source closes.
package struct Settlement: Hashable, Sendable {
  /// What was asked for.
  package var title: String
  package var outcome: Outcome
  package var reason: String
  package var by: Touch

  package init(title: String, outcome: Outcome, reason: String, by: Touch) {
    self.title = title
    self.outcome = outcome
    self.reason = reason
    self.by = by
  }
}
