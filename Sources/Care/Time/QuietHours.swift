/// The hours in which patients and their people are not to be disturbed, in the site's zone.
package struct QuietHours: Hashable, Sendable {
  /// Minutes after midnight.
  package let start: Int
  package let end: Int

  package static let standard = QuietHours(start: 21 * 60, end: 8 * 60)
  /// The regulation lets nobody solicit by telephone before 8 a.m. or after 9 p.m.; it is taken over for care.
  package static let standardSource = "47 CFR 64.1200(c)(1), as Rounds default, version 1"

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// "21:00 to 08:00".
  package var words: String { "\(DayMinutes.words(start)) to \(DayMinutes.words(end))" }

  /// When they end; nil where it isn't quiet now.
  package func end(at now: Instant, in zone: Zone) -> Instant? {
    let civil = zone.civil(now)
    let minute = civil.hour * 60 + civil.minute
    let isQuiet = start <= end ? (start..<end).contains(minute) : minute >= start || minute < end
    return isQuiet ? zone.next(TimeOfDay(hour: end / 60, minute: end % 60), after: now) : nil
  }
}
