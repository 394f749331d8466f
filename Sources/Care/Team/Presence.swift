/// Whether somebody can be reached at an instant.
package enum Presence: Hashable, Sendable {
  /// Until when; nil where no end is known within the days looked ahead.
  case here(until: Instant?)
  /// Until the next start; nil where none is known within the days looked ahead.
  case away(until: Instant?)
  /// Whoever it is has said that they aren't there at all. The deputy is empty where nobody is named.
  case absent(until: Instant, deputy: Reference)
  /// No hours and no duties are on file, so nothing is said.
  case unknown

  package var isHere: Bool { if case .here = self { true } else { false } }

  /// Whether it is known that they can't be reached.
  package var isAway: Bool { rank == 2 }

  /// Here, then not known, then not here.
  var rank: Int {
    switch self {
    case .here: 0
    case .unknown: 1
    case .away, .absent: 2
    }
  }

  /// Source: Rounds default, version 1: a fortnight shows the next turn of any roster that repeats within it.
  package static let daysAhead = 14
}

/// Presence, and when it is next there to be reached.
struct Availability: Hashable {
  var presence: Presence
  /// nil where it is here, or nothing is known.
  var next: Instant?
}
