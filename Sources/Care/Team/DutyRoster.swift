/// When somebody is on duty, beside the weekly hours that their own record states. Noted here; FHIR's nearest resources
/// are Schedule and Slot.
package struct DutyRoster: Hashable, Sendable {
  /// A person, a role of a person, or a service.
  package var member: Reference = Reference()
  /// In no order.
  package var spans: [RosterSpan] = []

  package init() {}

  package init(member: Reference, spans: [RosterSpan]) {
    self.member = member
    self.spans = spans
  }
}

/// One span of a roster, from one instant to another.
package struct RosterSpan: Hashable, Sendable {
  /// Raw values are part of the format on disk.
  package enum Kind: String, CaseIterable, Sendable {
    case shift
    case onCall = "on-call"
    case absence

    package var words: String {
      switch self {
      case .shift: "shift"
      case .onCall: "on call"
      case .absence: "absent"
      }
    }
  }

  package var kind: Kind
  package var start: Moment
  /// Where it names a day and no time, to the end of that day.
  package var end: Moment
  /// On call: 1 is called first, 2 where 1 doesn't answer. 0 elsewhere.
  package var rank: Int
  /// The organisation, service or place that it is for; empty for wherever the member works.
  package var unit: Reference
  /// Who stands in during an absence; empty where nobody is named.
  package var deputy: Reference
  /// What its writer added.
  package var words: String

  package init(
    _ kind: Kind, start: Moment, end: Moment, rank: Int = 0, unit: Reference = Reference(),
    deputy: Reference = Reference(), words: String = ""
  ) {
    self.kind = kind
    self.start = start
    self.end = end
    self.rank = rank
    self.unit = unit
    self.deputy = deputy
    self.words = words
  }

  package func interval(in zone: Zone) -> Interval {
    Interval(start: start.start(in: zone), end: end.end(in: zone))
  }
}

extension Directory {
  /// When a member is on duty as it is noted here; nil where nothing has been noted of the member itself.
  package func dutyRoster(of member: MemberID) -> DutyRoster? {
    guard case .dutyRoster(let roster)? = self[Self.dutyRosterID(of: member)]?.resource else { return nil }
    return roster
  }

  /// The line that keeps a member's roster.
  package static func dutyRosterID(of member: MemberID) -> MemberID {
    MemberID(high: member.high ^ 0x524F_5354_4552_5F5F, low: member.low)
  }
}
