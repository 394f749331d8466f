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

extension TeamMember {
  /// Whether now falls into the member's weekly hours; nil where none are known. `Directory.presence(of:now:zone:)`
  /// counts shifts and absences too.
  package func isHere(_ now: Instant, zone: Zone) -> Bool? {
    if hours.allSatisfy({ $0.minutes == nil }) { return nil }
    let civil = zone.civil(now)
    return hours.contains { $0.contains(civil) }
  }
}
