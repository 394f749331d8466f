/// All that is known of when somebody can be reached, around an instant.
struct Timetable {
  struct Absence {
    var interval: Interval
    var deputy: Reference
  }

  /// Hours, shifts and on-call duties; absences are not taken off yet.
  var open: [Interval] = []
  var absences: [Absence] = []
  /// Whether anything says when it can be reached, be it never.
  var isKnown = false

  /// The absence that lasts at an instant, with the others that follow it without a gap.
  func absence(at now: Instant) -> (until: Instant, deputy: Reference)? {
    guard let whole = absences.map(\.interval).merged.first(where: { $0.contains(now) }) else { return nil }
    let lasting = absences.filter { $0.interval.contains(now) && !$0.deputy.isEmpty }
    // What was entered for a shorter time says more about it.
    let deputy = lasting.max { $0.interval.start < $1.interval.start }?.deputy
    return (whole.end, deputy ?? Reference())
  }

  func availability(at now: Instant) -> Availability {
    let absence = absence(at: now)
    let times = open.subtracting(absences.map(\.interval))
    let next = times.first { $0.start > now }?.start
    if let absence {
      return Availability(presence: .absent(until: absence.until, deputy: absence.deputy), next: next)
    }
    let horizon = now.adding(days: Presence.daysAhead)
    if let current = times.first(where: { $0.contains(now) }) {
      return Availability(presence: .here(until: current.end > horizon ? nil : current.end))
    }
    guard isKnown else { return Availability(presence: .unknown) }
    let known = next.flatMap { $0 <= horizon ? $0 : nil }
    return Availability(presence: .away(until: known), next: known)
  }

  /// Adds what a roster tells of the time from an instant on.
  mutating func add(_ roster: DutyRoster?, from now: Instant, in zone: Zone) {
    for span in roster?.spans ?? [] {
      if span.kind != .absence { isKnown = true }
      let interval = span.interval(in: zone)
      if interval.end <= now { continue }
      switch span.kind {
      case .shift, .onCall: open.append(interval)
      case .absence: absences.append(Absence(interval: interval, deputy: span.deputy))
      }
    }
  }

  /// Adds weekly hours that hold within a period.
  mutating func add(_ hours: [AvailableTime], within period: Period, from now: Instant, in zone: Zone) {
    let end = period.end?.end(in: zone) ?? .distantFuture
    if end <= now || hours.contains(where: { $0.minutes != nil }) { isKnown = true }
    let start = period.start?.start(in: zone) ?? .distantPast
    for opening in hours.intervals(within: Interval(start: now, end: Self.end(now, absences)), in: zone) {
      open.append(Interval(start: max(opening.start, start), end: min(opening.end, end)))
    }
  }

  /// The days looked ahead count from the end of an absence, so that it can be said when somebody is back.
  private static func end(_ now: Instant, _ absences: [Absence]) -> Instant {
    let absence = absences.map(\.interval).merged.first { $0.contains(now) }
    let back = absence.map { $0.end <= now.adding(days: longestAbsence) ? $0.end : now } ?? now
    return back.adding(days: Presence.daysAhead)
  }

  /// In days. Who is away for longer has no hours that could be counted on. Source: Rounds default, version 1.
  private static let longestAbsence = 366
}
