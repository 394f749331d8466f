/// What a person wants done about a handoff.
package struct HandoffAsk: Hashable, Sendable {
  package var act: HandoffAct
  package var by: HandoffParty
  package var content: HandoffContent?
  /// Whom it goes to, where that changes.
  package var receiver: Reference?
  package var synthesis = ""
  package var question = ""

  private init(_ act: HandoffAct, by party: HandoffParty) {
    self.act = act
    by = party
  }

  /// - Parameters:
  ///   - content: all of it, also where only some was amended.
  ///   - receiver: for one that goes to somebody else than its task says; nil leaves that.
  package static func offer(_ content: HandoffContent, to receiver: Reference? = nil, by giver: HandoffParty) -> Self {
    var ask = Self(.offer, by: giver)
    (ask.content, ask.receiver) = (content, receiver)
    return ask
  }

  /// - Parameter content: what was told by another way, for a handoff whose content is not on file; nil for any other.
  package static func accept(readBack: String, told content: HandoffContent? = nil, by receiver: HandoffParty) -> Self {
    var ask = Self(.accept, by: receiver)
    (ask.synthesis, ask.content) = (readBack, content)
    return ask
  }

  package static func putBack(_ question: String, by receiver: HandoffParty) -> Self {
    var ask = Self(.putBack, by: receiver)
    ask.question = question
    return ask
  }

  /// The reason is the entry's.
  package static func cancel(by giver: HandoffParty) -> Self { Self(.cancel, by: giver) }
}
