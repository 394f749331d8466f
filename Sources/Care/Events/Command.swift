/// What a person asks of the record.
package enum Command: Hashable, Sendable {
  case assign(item: LineID, to: Reference)
  case setStatus(task: LineID, to: TaskStatus)
  /// Ends an item, whatever kind of thing it is.
  case close(item: LineID, Outcome)
  /// Opens again what somebody closed by hand.
  case reopen(item: LineID, String, Outcome)
  case snooze(item: LineID, until: Instant)
  case wake(item: LineID)
  /// Passes an item up to a step of the site's ladder, from 1: the one above where it is. Where nobody is named, to
  /// whoever on the patient's team has the role.
  case escalate(item: LineID, to: Int, with: Reference = Reference())
  /// Takes a referral a step on.
  case refer(referral: LineID, ReferralAsk)
  /// Takes a handoff a step on.
  case handOff(handoff: LineID, HandoffAsk)
  /// Writes a new line.
  case write(ImportedLine)
  /// - Parameter recipients: those of the thread's that this person answers for.
  case markRead(thread: LineID, as: [Reference])
  /// Says that one message is understood.
  case acknowledge(message: LineID, as: [Reference])
  /// Says that one message was answered for some of those it was written to.
  case noteAnswer(message: LineID, as: [Reference])
  /// Says that all that is written to some recipients has come onto a screen of theirs.
  case noteArrivals(as: [Reference])
  case disclose(Disclosure)
  /// Takes back one event that this person caused.
  case undo(Entry)

  /// The item it changes; nil for what changes none.
  package var item: LineID? {
    switch self {
    case .assign(let item, _), .setStatus(let item, _), .close(let item, _), .reopen(let item, _, _),
      .snooze(let item, _), .wake(let item),
      .escalate(let item, _, _), .refer(let item, _), .handOff(let item, _):
      item
    case .write(let line): line.id
    case .undo(let entry): entry.event.item
    case .markRead, .acknowledge, .noteAnswer, .noteArrivals, .disclose: nil
    }
  }
}

/// Who asks, when, why, and by whose rules.
package struct CommandContext: Sendable {
  package var now: Instant
  package var author: Author
  /// Empty where none was given.
  package var reason: String
  package var site: SiteRules

  package init(now: Instant, author: Author, reason: String = "", site: SiteRules) {
    self.now = now
    self.author = author
    self.reason = reason
    self.site = site
  }
}

/// Why a command was not carried out, in words for the person who asked.
package struct Refusal: Error, Hashable, Sendable {
  package var words: String

  package init(_ words: String) { self.words = words }
}
