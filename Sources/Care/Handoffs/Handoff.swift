/// The passing on of responsibility for the patient, complete only when the receiver has read back: one id all the way,
/// that of its task.
package struct Handoff: Hashable, Sendable {
  package let id: LineID
  package let task: Task
  package internal(set) var state: HandoffState
  package internal(set) var giver: Reference
  /// Whom it is offered to; for an accepted one, whoever took over.
  package internal(set) var receiver: Reference
  /// What was told last; nil where that is not on file.
  package internal(set) var content: HandoffContent?
  /// The synthesis in the receiver's words; empty until it is accepted, and where a source says only that it was.
  package internal(set) var readBack = ""
  /// What the receiver asks; empty for one that wasn't returned.
  package internal(set) var question = ""
  /// Oldest first.
  package internal(set) var history: [HandoffEvent] = []
  /// The encounter that is left, where it names one.
  package internal(set) var encounter: LineID?
  /// Whether its steps are recorded here. Of any other only the task is on file: how far it is, and not what was told.
  package internal(set) var isKeptHere: Bool
  /// Whoever offered it, as the record names them; the giver again where a source did.
  var offerers: [Reference] = []
  /// The receiver as the content means them: that of the last offer, whoever has been given it since.
  var addressee: Reference

  /// What I-PASS asks for and is not there, the read-back included. All of it for one whose content is not on file.
  package var missing: [HandoffPart] {
    let receiver: [HandoffPart] = self.receiver.isEmpty ? [.receiver] : []
    return receiver + (content ?? HandoffContent()).missing + (readBack.isBlank ? [.synthesis] : [])
  }
}

/// One thing that happened to a handoff.
package struct HandoffEvent: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    /// Recorded here.
    case act(HandoffAct)
    /// The source's task says so.
    case told(TaskStatus?)
  }

  package var what: What
  package var at: Moment?
  /// Who recorded it; empty for what a source says.
  package var by: String
  package var from: HandoffState
  package var to: HandoffState
  package var reason: String
  /// What the receiver asked, for a return.
  package var question = ""
  /// What was told, for an offer, or for an acceptance of what was told elsewhere.
  package var content: HandoffContent?
  /// The read-back, for an acceptance.
  package var synthesis = ""
}
