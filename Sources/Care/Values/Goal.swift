/// A desired state, in whose words, by when.
package struct Goal: Hashable, Sendable {
  package var status: GoalStatus?
  package var achievement: Concept = Concept()
  package var categories: [Concept] = []
  package var priority: Concept = Concept()
  package var description: Concept = Concept()
  package var start: Moment?
  package var targets: [GoalTarget] = []
  package var expressedBy: Reference = Reference()
  package var addresses: [Reference] = []
  package var notes: [String] = []

  package init() {}
}

/// What reaching the goal would look like.
package struct GoalTarget: Hashable, Sendable {
  package var measure: Concept = Concept()
  package var detail: String = ""
  package var due: Moment?

  package init() {}
}
