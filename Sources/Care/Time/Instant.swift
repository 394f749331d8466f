/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
  package static let distantPast = Instant(milliseconds: .min)
  package static let distantFuture = Instant(milliseconds: .max)

  package func adding(days: Int = 0, hours: Int = 0, minutes: Int = 0) -> Instant {
    Instant(milliseconds: milliseconds + (Int64(days) * 24 * 60 + Int64(hours) * 60 + Int64(minutes)) * 60_000)
  }
}
