package import Care

/// A triage on the screen: the session as the journal has it, and where in it the person is.
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
  /// The place that was passed by itself, since nothing is owed there any more: asked for once, whatever comes of it.
  var passed: Int?
  private let places: [LineID: Int]

  init(_ session: TriageSession) {
    self.session = session
    index = session.next
    places = Dictionary(
      session.queue.items.enumerated().map { ($0.element.item, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  package var item: TriageItem? {
    index.flatMap { session.queue.items.indices.contains($0) ? session.queue.items[$0] : nil }
  }

  /// Where an item stands in the queue; nil where it isn't in it.
  func place(of item: LineID) -> Int? { places[item] }
}

/// A place in one particular session, which later ones must not be mistaken for.
package struct TriagePlace: Hashable, Sendable {
  /// Version of the entry that began the session.
  var session: Int
  var index: Int
}
