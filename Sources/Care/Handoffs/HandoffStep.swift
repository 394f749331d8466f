/// One step of a handoff: the event's own part. Who, when and why are the entry's.
package struct HandoffMove: Hashable, Sendable {
  package var act: HandoffAct
  package var from: HandoffState
  package var to: HandoffState
  /// Whoever did it, as the record names people: a giver is told by it from a receiver.
  package var by = Reference()
  /// Who has to act on it then: the receiver, or for one that was returned the giver.
  package var owner = Reference()
  /// What was told; nil for a return or a cancellation.
  package var content: HandoffContent?
  /// The read-back; empty for every act but an acceptance.
  package var synthesis = ""
  /// What the receiver asks; empty for every act but a return.
  package var question = ""
  /// How the task stood before, so that taking the step back restores it exactly.
  package var before = TaskStanding()

  package init(_ act: HandoffAct, from: HandoffState, to: HandoffState) {
    self.act = act
    self.from = from
    self.to = to
  }
}

/// All that a step changes of a task.
package struct TaskStanding: Hashable, Sendable {
  package var status: TaskStatus?
  package var reason = Concept()
  package var owner = Reference()
  package var modified: Moment?
  package var execution = Period()

  package init() {}

  package init(of task: Task) {
    status = task.status
    reason = task.statusReason
    owner = task.owner
    modified = task.lastModified
    execution = task.execution
  }
}

/// A step as the chart keeps it.
package struct HandoffStep: Hashable, Sendable {
  package var move: HandoffMove
  package var reason: String
  package var by: Touch

  package init(move: HandoffMove, reason: String, by: Touch) {
    self.move = move
    self.reason = reason
    self.by = by
  }
}

extension Task {
  /// Goes along with a step of the handoff that it asks for.
  mutating func follow(_ step: HandoffStep) {
    let (move, time) = (step.move, Moment(step.by.at))
    status = move.to.taskStatus
    statusReason = Concept(text: move.question.isEmpty ? step.reason : move.question)
    owner = move.owner
    lastModified = time
    if move.to == .accepted { execution.end = time }
  }

  mutating func goBack(to standing: TaskStanding) {
    status = standing.status
    statusReason = standing.reason
    owner = standing.owner
    lastModified = standing.modified
    execution = standing.execution
  }

  /// Whether it stands as a step has left it.
  func follows(_ move: HandoffMove) -> Bool { status == move.to.taskStatus && owner == move.owner }
}
