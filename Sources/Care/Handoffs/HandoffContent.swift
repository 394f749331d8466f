/// How ill a patient is, as the giver of a handoff judges it; never worked out from numbers. Raw values are part of the
/// format on disk.
///
/// Source: I-PASS, illness severity.
package enum IllnessSeverity: String, CaseIterable, Sendable {
  case stable, watcher, unstable
}

/// What the giver tells: the first four letters of I-PASS. The fifth is the receiver's, and belongs to the acceptance.
///
/// Source: I-PASS (Starmer et al., NEJM 2014): illness severity, patient summary, action list, situation awareness and
/// contingency, synthesis by receiver.
package struct HandoffContent: Hashable, Sendable {
  /// nil where nobody has judged it.
  package var severity: IllnessSeverity?
  package var summary: String
  package var actions: HandoffActions
  package var contingencies: [Contingency]

  package init(
    severity: IllnessSeverity? = nil, summary: String = "", actions: HandoffActions = .notStated,
    contingencies: [Contingency] = []
  ) {
    self.severity = severity
    self.summary = summary
    self.actions = actions
    self.contingencies = contingencies
  }
}

/// What is to be done. That there is nothing must be said: *not stated* is not *none*.
package enum HandoffActions: Hashable, Sendable {
  case notStated
  case none
  case list([HandoffAction])

  package var listed: [HandoffAction] { if case .list(let actions) = self { actions } else { [] } }
}

/// One thing to do.
package struct HandoffAction: Hashable, Sendable {
  package var words: String
  /// Who does it; empty, or the receiver as named in the offer, is whoever accepts.
  package var owner: Reference
  package var due: Moment?
  /// The open item of this chart that it is; nil for one that is owed only from the acceptance on.
  package var line: LineID?

  package init(_ words: String, owner: Reference = Reference(), due: Moment? = nil, line: LineID? = nil) {
    self.words = words
    self.owner = owner
    self.due = due
    self.line = line
  }
}

/// What might happen, and what to do then.
package struct Contingency: Hashable, Sendable {
  package var condition: String
  package var response: String

  package init(if condition: String, then response: String) {
    self.condition = condition
    self.response = response
  }
}
