/// One pass over a frozen queue: the fold of a member's entries from the last beginning on. What was interrupted is read
/// back from the journal and goes on where it was.
package struct TriageSession: Hashable, Sendable {
  package struct Decision: Hashable, Sendable {
    package var verdict: Verdict
    /// Milliseconds from the moment it was shown.
    package var took: Int64
  }

  package let queue: TriageQueue
  /// Version of the entry that began it, which no other session of the member has.
  package let first: Int
  package private(set) var decisions: [Int: Decision] = [:]
  package private(set) var isEnded = false
  /// Version of the member's stream with these entries.
  package private(set) var version: Int

  /// - Returns: nil unless the entry begins a session.
  package init?(_ entry: Entry) {
    guard case .triageBegan(let queue) = entry.event else { return nil }
    self.queue = queue
    first = entry.version
    version = entry.version
  }

  package mutating func apply(_ entry: Entry) {
    version = entry.version
    switch entry.event {
    case .triageDecided(let index, let verdict, let took):
      decisions[index] = Decision(verdict: verdict, took: took)
    case .triageReopened(let index): decisions[index] = nil
    case .triageEnded: isEnded = true
    default: break
    }
  }

  /// The first item that has no verdict yet; nil where all have.
  package var next: Int? { next(after: -1) }

  package func next(after index: Int) -> Int? {
    queue.items.indices.first { $0 > index && decisions[$0] == nil }
  }

  package var decided: Int { decisions.count }

  /// Milliseconds that half of the decisions took no longer than; nil where nothing was decided.
  package var median: Int64? {
    let times = decisions.values.filter(\.verdict.isDecision).map(\.took).sorted()
    return times.isEmpty ? nil : times[(times.count - 1) / 2]
  }

  /// - Parameter unowned: of what was decided on or skipped, how many have no owner now.
  package func summary(unowned: Int) -> TriageSummary {
    func count(_ fits: (Verdict) -> Bool) -> Int { decisions.values.count { fits($0.verdict) } }
    return TriageSummary(
      cleared: count(\.isDecision), skipped: count { $0 == .skip }, settled: count { $0 == .settled },
      left: queue.items.count - decisions.count, median: median, unowned: unowned)
  }
}
