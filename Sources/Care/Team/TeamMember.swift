/// One line of a patient's roster.
package struct TeamMember: Hashable, Sendable {
  /// How the source counts this person in.
  package enum Standing: Hashable, Sendable {
    /// On a care team now.
    case member
    /// A carer, or the patient.
    case carer
    /// Not on any team, but named in an encounter or plan of the last year.
    case seen
    /// The period on the team has ended, or the team is no longer active.
    case past
  }

  package var name: Directory.Naming
  package var role: String
  package var organization: String
  package var contact: String
  package var standing: Standing
  package var hours: [AvailableTime]
  package var reference: Reference
}

extension AvailableTime {
  private static let dayCodes = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  /// True where a wall-clock reading falls into these hours. Hours that end before they begin go on past midnight, and
  /// belong to the day on which they began.
  package func contains(_ civil: CivilTime) -> Bool {
    func isDay(_ weekday: Int) -> Bool { days.isEmpty || days.contains(Self.dayCodes[weekday % 7]) }
    let today = civil.date.weekday
    if allDay == true { return isDay(today) }
    guard let from = Self.minutes(start), let to = Self.minutes(end) else { return false }
    let minute = civil.hour * 60 + civil.minute
    if from <= to { return isDay(today) && from <= minute && minute < to }
    return (isDay(today) && minute >= from) || (isDay(today + 6) && minute < to)
  }

  private static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":")
    guard parts.count >= 2, let hour = Int(parts[0]), let minute = Int(parts[1]) else { return nil }
    return hour * 60 + minute
  }
}

extension TeamMember {
  /// Whether the member can be reached now; nil where no hours are known.
  package func isHere(_ now: Instant, zone: Zone) -> Bool? {
    if hours.isEmpty { return nil }
    let civil = zone.civil(now)
    return hours.contains { $0.contains(civil) }
  }
}
