/// Who is told, one after another, while what is overdue stays undone.
package struct Ladder: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    package let role: CareRole
    /// Minutes that whoever has it below has before it goes on to this step. Whom a message was written to has what the
    /// clock gives.
    package let wait: Int

    package init(_ role: String, wait: Int) {
      self.role = CareRole(words: role)
      self.wait = wait
    }
  }

  package let steps: [Step]
  /// Whether what nobody answers goes up without a key.
  package let isAutomatic: Bool

  package init(_ steps: [Step], isAutomatic: Bool = true) {
    self.steps = steps
    self.isAutomatic = isAutomatic
  }

  /// medic/cht-core#987 asks for a supervisor.
  package static let standardSource = "Rounds default, version 1"
  package static let standard = Ladder([Step("supervisor", wait: 30), Step("medical director", wait: 60)])

  /// Minutes for a step of which a site says nothing.
  package static let standardWait = 30
  /// Source: Rounds default, version 1: a week; a longer one is a slip of the finger.
  package static let longestWait = 7 * 24 * 60

  /// "supervisor, then medical director".
  package var words: String { steps.map(\.role.words).joined(separator: ", then ") }

  /// Who says so, where all of it is as in the standard.
  package var source: String { self == .standard ? Self.standardSource : "here" }
}
