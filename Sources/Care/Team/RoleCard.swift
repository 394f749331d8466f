/// What a member of a team needs from others, and how and when to reach them.
package struct RoleCard: Hashable, Sendable {
  package var name: Directory.Naming
  package var role: String
  package var professions: [Profession]
  /// What these need from whoever turns to them, with whose rule that is.
  package var needs: [String]
  package var needsSource: String
  /// The preferred one first.
  package var contacts: [ContactPoint]
  /// Days with the same hours are one line, in the order of the week.
  package var hours: [OpenHours]
  /// Absences and exceptions in the source's words.
  package var exceptions: String
  package var presence: Presence
  /// Who of the profession is on call where the member works.
  package var onCall: OnCall
  /// Who stands in while the member is absent; empty where nobody is named, or nobody is absent.
  package var deputy: Reference
  /// BCP 47 codes, as the source has them.
  package var languages: [String]
  /// Specialties and qualifications.
  package var skills: [String]
  /// Organisation, department, unit and place, the widest first.
  package var place: [String]
}

/// Days of the week on which the same hours hold.
package struct OpenHours: Hashable, Sendable {
  /// In the order of the week; 0 is Sunday and comes last.
  package var weekdays: [Int]
  /// Minutes after midnight.
  package var start: Int
  /// Up to 1440; at or before the start, on the next day.
  package var end: Int

  package var isAllDay: Bool { start == 0 && end == 24 * 60 }
}

extension [AvailableTime] {
  /// As a card shows them: each weekday once for each of its openings, days with the same hours together.
  package var openHours: [OpenHours] {
    var lines: [OpenHours] = []
    // The week begins on Monday, as ISO 8601 has it.
    for weekday in [1, 2, 3, 4, 5, 6, 0] {
      let openings = filter { $0.weekdays.contains(weekday) }.compactMap(\.minutes)
      for (start, end) in openings.sorted(by: { $0 < $1 }) {
        if let same = lines.firstIndex(where: { $0.start == start && $0.end == end }) {
          if lines[same].weekdays.last != weekday { lines[same].weekdays.append(weekday) }
        } else {
          lines.append(OpenHours(weekdays: [weekday], start: start, end: end))
        }
      }
    }
    return lines
  }
}

extension [ContactPoint] {
  /// The preferred one first: for who is at work by FHIR's uses work, mobile, home; for a carer mobile, home, work. Of
  /// one use the source's order stands; what is out of use is left out.
  ///
  /// Source: FHIR R4 contact-point-use; the order is Rounds default, version 1.
  package func preferred(isAtWork: Bool) -> [ContactPoint] {
    let order = isAtWork ? ["work", "mobile", "", "home", "temp"] : ["mobile", "home", "", "temp", "work"]
    return filter { $0.use != "old" && !$0.value.isEmpty }.enumerated().sorted { a, b in
      (order.firstIndex(of: a.element.use) ?? order.count, a.offset)
        < (order.firstIndex(of: b.element.use) ?? order.count, b.offset)
    }.map(\.element)
  }
}
