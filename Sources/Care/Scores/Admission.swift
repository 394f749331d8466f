/// A stay in a hospital from coming to going. Encounters that follow on one another without a break are one stay: a
/// move from the ward to another is no discharge.
struct Admission: Hashable, Sendable {
  var encounters: [Line<Encounter>]
  var start: Instant
  /// By when it was over; its start where nobody said when it ended, `now` while the patient is there.
  var end: Instant
  var isUnderWay: Bool
  /// Whether the days of both ends are known.
  var isDated: Bool

  var source: Int? { encounters.last?.source }

  func days(_ convention: LACE.StayConvention, zone: Zone) -> Int {
    let midnights = zone.civil(end).date.daysSince1970 - zone.civil(start).date.daysSince1970
    return convention == .midnights ? midnights : midnights + 1
  }
}

extension Encounter {
  /// Inpatient care in a hospital: not an observation stay, and not a skilled nursing facility.
  /// Source: HL7 v3 ActEncounterCode; the words in lower case are what older senders use.
  var isAdmission: Bool {
    ["IMP", "ACUTE", "inpatient", "I"].contains(classification.code) && !isSkilledNursing
  }

  /// Source: HL7 v3 ActEncounterCode NONAC; SNOMED CT 449411000124106, admission to a skilled nursing facility.
  var isSkilledNursing: Bool {
    classification.code == "NONAC" || types.contains { $0.has(code: "449411000124106") }
  }

  /// Urgent care is not an ED.
  var isEmergency: Bool { ["EMER", "emergency", "E"].contains(classification.code) }

  var isObservation: Bool { classification.code == "OBSENC" }

  var tookPlace: Bool { status != .planned && status != .cancelled && status != .enteredInError }
}

extension Chart {
  /// Encounters of a kind that took place and had begun by `now`, oldest first.
  func encounters(
    _ now: Instant, _ zone: Zone, where belongs: (Encounter) -> Bool
  ) -> [(line: Line<Encounter>, start: Instant)] {
    encounters.items.compactMap { line in
      guard line.value.tookPlace, belongs(line.value), let start = line.value.period.start?.start(in: zone),
        start <= now
      else { return nil }
      return (line, start)
    }.sorted { ($0.start, $0.line.id) < ($1.start, $1.line.id) }
  }

  /// Stays in hospitals, oldest first.
  func admissions(now: Instant, zone: Zone) -> [Admission] {
    var stays: [Admission] = []
    for (line, start) in encounters(now, zone, where: \.isAdmission) {
      let period = line.value.period
      let isUnderWay = line.value.isUnderWay
      let end = isUnderWay ? now : max(start, min(now, period.end?.end(in: zone) ?? start))
      // The end of a day is the midnight after it, which is no night more.
      let last = isUnderWay || period.end?.precision ?? .day > .day ? end : max(start, end.adding(minutes: -1))
      let isDated = (period.start?.precision ?? .year) >= .day && (isUnderWay || period.end?.precision ?? .year >= .day)
      if let before = stays.last, start <= before.end || continues(line.value, before) {
        stays[stays.count - 1].encounters.append(line)
        if last >= before.end {
          stays[stays.count - 1].end = last
          stays[stays.count - 1].isDated = before.isDated && isDated
        }
        stays[stays.count - 1].isUnderWay = before.isUnderWay || isUnderWay
      } else {
        stays.append(
          Admission(encounters: [line], start: start, end: last, isUnderWay: isUnderWay, isDated: isDated))
      }
    }
    return stays
  }

  private func continues(_ encounter: Encounter, _ stay: Admission) -> Bool {
    guard let whole = encounter.partOf.target.flatMap({ origins[$0] }) else { return false }
    return stay.encounters.contains { $0.id == whole }
  }

  /// Things counted over a span are known where the record reaches back to its beginning. Where it doesn't, only a count
  /// that can't matter more is: nobody knows what went before.
  func counted(
    _ found: [(line: Line<Encounter>, start: Instant)], _ noun: String, since: Instant, enough: Int, zone: Zone
  ) -> Score.Input<Int> {
    let evidence = Score.Evidence(
      Score.counted(found.count, noun), at: found.last?.line.value.period.start, source: found.last?.line.source)
    let first = encounters.items.compactMap { $0.value.tookPlace ? $0.value.period.start?.start(in: zone) : nil }.min()
    guard let first, first <= since || found.count >= enough else {
      return .missing("the encounters on file don't reach back that far", last: found.isEmpty ? nil : evidence)
    }
    return .known(found.count, evidence)
  }
}

extension Instant {
  /// The same hour of a date so many months before; the last day of a month that has no such date.
  func before(months: Int, zone: Zone) -> Instant {
    var civil = zone.civil(self)
    let month = civil.date.year * 12 + civil.date.month - 1 - months
    civil.date.year = month / 12
    civil.date.month = month % 12 + 1
    civil.date.day = min(civil.date.day, CivilDate.daysInMonth(year: civil.date.year, month: civil.date.month))
    return zone.instant(civil)
  }

  func days(to later: Instant, zone: Zone) -> Int {
    zone.civil(later).date.daysSince1970 - zone.civil(self).date.daysSince1970
  }
}
