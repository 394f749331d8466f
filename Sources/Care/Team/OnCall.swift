/// Who answers for a unit, by rank.
package struct OnCall: Hashable, Sendable {
  /// One turn of one person.
  package struct Turn: Hashable, Sendable {
    package var member: Reference
    /// Who had the turn and is absent; nil where the member had it from the start.
    package var inPlaceOf: Reference?
    /// 1 is called first.
    package var rank: Int
    package var interval: Interval
    /// As the roster has it; empty where it names none.
    package var unit: Reference
    package var words: String
  }

  /// By rank.
  package var now: [Turn]
  /// Of each rank the next to begin, by rank.
  package var next: [Turn]
}

extension Directory {
  /// - Parameters:
  ///   - unit: an organisation, service or place, with all that is part of it; or a role or person, for their own turns.
  ///   - profession: nil for any.
  package func onCall(for unit: Reference, profession: Profession? = nil, now: Instant, zone: Zone) -> OnCall {
    guard let unit = self[unit]?.id else { return OnCall(now: [], next: []) }
    var turns: [OnCall.Turn] = []
    for roster in dutyRosters {
      for span in roster.spans where span.kind == .onCall {
        let interval = span.interval(in: zone)
        guard interval.end > now, interval.start < interval.end,
          belonging(of: span.unit.isEmpty ? roster.member : span.unit).contains(unit)
            || self[roster.member]?.id == unit || person(behind: roster.member) == unit,
          profession.map({ professions(of: roster.member).contains($0) }) ?? true,
          let member = standIn(for: roster.member, at: max(now, interval.start), zone: zone)
        else { continue }
        turns.append(
          OnCall.Turn(
            member: member, inPlaceOf: member == roster.member ? nil : roster.member, rank: span.rank,
            interval: interval, unit: span.unit, words: span.words))
      }
    }
    func inOrder(_ turns: [OnCall.Turn]) -> [OnCall.Turn] {
      turns.sorted { ($0.rank, $0.interval.start, $0.interval.end) < ($1.rank, $1.interval.start, $1.interval.end) }
    }
    let later = turns.filter { $0.interval.start > now }
    let next = later.filter { turn in
      !later.contains { $0.rank == turn.rank && $0.interval.start < turn.interval.start }
    }
    return OnCall(now: inOrder(turns.filter { $0.interval.contains(now) }), next: inOrder(next))
  }

  /// Who is turned to for somebody who isn't there: of who is absent the deputy, of who is off duty whoever is on call in
  /// their place, as near to their own unit as there is. nil where they are there, nothing is known, or nobody covers.
  package func cover(for reference: Reference, now: Instant, zone: Zone) -> Reference? {
    switch presence(of: reference, now: now, zone: zone) {
    case .here, .unknown: return nil
    case .absent: return standIn(for: reference, at: now, zone: zone)
    case .away:
      let someone = someone(reference)
      return onCall(near: reference, now: now, zone: zone).now.first { self.someone($0.member) != someone }?.member
    }
  }

  /// Who of the same profession is on call, now and next, for the nearest unit of a member that has such turns; none
  /// where no roster names one.
  package func onCall(near reference: Reference, now: Instant, zone: Zone) -> OnCall {
    let professions = professions(of: reference)
    for unit in belonging(of: reference).compactMap({ self[$0] }) where unit.resource.isUnit {
      for profession in professions {
        let found = onCall(for: self.reference(to: unit), profession: profession, now: now, zone: zone)
        if !found.now.isEmpty || !found.next.isEmpty { return found }
      }
    }
    return OnCall(now: [], next: [])
  }
}

extension DirectoryResource {
  fileprivate var isUnit: Bool {
    switch self {
    case .organization, .healthcareService, .location: true
    case .practitioner, .practitionerRole, .partnership, .dutyRoster: false
    }
  }
}
