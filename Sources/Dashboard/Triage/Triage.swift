package import Care

/// A triage under way: the session as the journal has it, and what is on the screen of it.
package struct Triage: Hashable, Sendable {
  package internal(set) var session: TriageSession
  /// The place in the queue that is shown; nil where every place has a verdict.
  package internal(set) var index: Int?
  /// Since when it is on the screen, for timing the decision; nil until it has been painted.
  package internal(set) var shownAt: Instant?
  /// When this sitting began; nil until its first item was on the screen.
  package internal(set) var openedAt: Instant?
  /// What has come into the list since, and waits outside.
  package internal(set) var arrived: Set<LineID> = []
  private let queued: Set<LineID>

  init(_ session: TriageSession) {
    self.session = session
    index = session.next
    queued = Set(session.queue.items.map(\.item))
  }

  package var item: TriageItem? { index.map { session.queue.items[$0] } }

  func isQueued(_ item: LineID) -> Bool { queued.contains(item) }
}
