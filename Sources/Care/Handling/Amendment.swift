/// A source took back that an encounter had ended: what had been asked for because of it is asked for no longer, and
/// the history says so.
package struct Amendment: Hashable, Sendable {
  package var encounter: LineID
  /// When the encounter had ended, as was said before.
  package var ended: Moment
  /// What is said of it now; FHIR's code, empty where the source states none.
  package var status: String
  package var received: Instant

  /// Names it in the history, beside the encounter itself.
  var id: LineID { LineID(high: encounter.high ^ UInt64(bitPattern: received.milliseconds), low: ~encounter.low) }

  package init(encounter: LineID, ended: Moment, status: String, received: Instant) {
    self.encounter = encounter
    self.ended = ended
    self.status = status
    self.received = received
  }
}

extension Chart {
  /// Notes where an encounter that had ended is said to be cancelled, wrong or still under way.
  mutating func noteAmendment(of id: LineID, to new: Encounter, received: Instant) {
    guard let old = encounters[id]?.value, old.isOver, let ended = old.period.end else { return }
    if new.isOver, new.period.end != nil { return }
    amendments.append(
      Amendment(encounter: id, ended: ended, status: new.status?.rawValue ?? "", received: received))
  }
}
