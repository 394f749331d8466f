/// A time zone as data: the instants at which its offset from UTC changes.
///
/// The domain reads no system clock or zone file, so whoever wires the program up passes the zone in.
package struct Zone: Hashable, Sendable {
  package struct Transition: Hashable, Sendable {
    package var at: Instant
    /// Seconds east of UTC from `at` on.
    package var offset: Int

    package init(at: Instant, offset: Int) {
      self.at = at
      self.offset = offset
    }
  }

  package let name: String
  private let initialOffset: Int
  private let transitions: [Transition]

  /// - Parameters:
  ///   - initialOffset: seconds east of UTC before the first transition.
  ///   - transitions: in order of time.
  package init(name: String, initialOffset: Int, transitions: [Transition] = []) {
    self.name = name
    self.initialOffset = initialOffset
    self.transitions = transitions
  }

  package static let utc = Zone(name: "UTC", initialOffset: 0)

  /// Seconds east of UTC at an instant.
  package func offset(at instant: Instant) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].at <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? initialOffset : transitions[low - 1].offset
  }

  package func civil(_ instant: Instant) -> CivilTime {
    guard instant != .distantPast, instant != .distantFuture else { return CivilTime(floating: 0) }
    return CivilTime(floating: instant.milliseconds + Int64(offset(at: instant)) * 1000)
  }

  /// The instant of a wall-clock reading. A reading that daylight saving skips means the instant as long after
  /// the change; one that occurs twice means the first.
  package func instant(_ civil: CivilTime) -> Instant {
    let floating = civil.floating
    let before = Int64(offset(at: Instant(milliseconds: floating - 86_400_000))) * 1000
    let after = Int64(offset(at: Instant(milliseconds: floating + 86_400_000))) * 1000
    let early = Instant(milliseconds: floating - before)
    if Int64(offset(at: early)) * 1000 == before { return early }
    let late = Instant(milliseconds: floating - after)
    return Int64(offset(at: late)) * 1000 == after ? late : early
  }

  package func startOfDay(_ date: CivilDate) -> Instant { instant(CivilTime(date: date)) }
}
