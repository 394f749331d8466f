/// The ordered course of one patient, drawn from the chart.
package struct Journey: Hashable, Sendable {
  /// A span with no contact that somebody should know of.
  package struct Gap: Hashable, Sendable {
    package var start: Instant
    package var end: Instant
    package var days: Int { Int((end.milliseconds - start.milliseconds) / 86_400_000) }
  }

  /// Days without any contact after which a gap is shown once the patient has left a hospital or an ED.
  /// Source: Rounds default, after the 14-day mark of the isolation report; version 1.
  package static let silentDays = 14

  /// Newest first, by when each began or is due.
  package let events: [JourneyEvent]
  /// The settings in which encounters lie, in lane order.
  package let settings: [Setting]
  /// The settings of which two stays overlap, so that one line can't show both.
  package let crowded: Set<Setting>
  /// Oldest first.
  package let gaps: [Gap]
  /// Oldest first.
  package let transitions: [Transition]
  /// From the first of it to the last of it, and to `now`; nil for a journey without a date.
  package let whole: ClosedRange<Instant>?
  private let positions: [JourneyEvent.Key: Int]

  package var encounters: [JourneyEvent] { events.filter { $0.setting != nil } }

  /// - Parameter owed: all that is owed, where it is known already.
  package init(_ chart: Chart, owed: [OpenItem]? = nil, now: Instant, site: SiteRules) {
    let zone = site.zone
    var events = chart.journeyEvents(owed ?? chart.owed(site), now: now)
    for index in events.indices { events[index].span = events[index].span(in: zone) }
    events.sort(by: Self.precedes)
    self.events = events
    settings = Set(events.compactMap(\.setting)).sorted()
    crowded = Self.crowded(events, now: now)
    gaps = Self.gaps(events, now: now, zone: zone)
    transitions = Transition.all(of: events, zone: zone)
    whole = events.last.map { first in
      min(first.span.start, now)...events.reduce(now) { max($0, $1.span.end) }
    }
    var positions: [JourneyEvent.Key: Int] = [:]
    positions.reserveCapacity(events.count)
    for (index, event) in events.enumerated() { positions[event.key] = index }
    self.positions = positions
  }

  package func position(of key: JourneyEvent.Key) -> Int? { positions[key] }

  /// Newest first. Of what began at the same instant each encounter comes after all that happened in it.
  private static func precedes(_ a: JourneyEvent, _ b: JourneyEvent) -> Bool {
    if a.span.start != b.span.start { return a.span.start > b.span.start }
    if a.encounter != b.encounter {
      guard let first = a.encounter, let second = b.encounter else { return a.encounter == nil }
      return first < second
    }
    if (a.kind == .encounter) != (b.kind == .encounter) { return b.kind == .encounter }
    return a.id != b.id ? a.id < b.id : a.isDue
  }

  /// Shorter ones are visits: where those meet, they are counted.
  private static let stay: Int64 = 12 * 3_600_000

  private static func crowded(_ events: [JourneyEvent], now: Instant) -> Set<Setting> {
    var crowded: Set<Setting> = []
    var ends: [Setting: Instant] = [:]
    for event in events.reversed() {
      guard let setting = event.setting, !event.span.isVague else { continue }
      let end = event.end(now: now)
      guard end.milliseconds - event.span.start.milliseconds >= stay else { continue }
      let before = ends[setting] ?? .distantPast
      if event.span.start < before { crowded.insert(setting) }
      ends[setting] = max(before, end)
    }
    return crowded
  }

  private static func gaps(_ events: [JourneyEvent], now: Instant, zone: Zone) -> [Gap] {
    let contacts = events.lazy.filter { $0.isContact && $0.span.start <= now }.reversed()
    var gaps: [Gap] = []
    /// The latest contact that has ended so far, and whether silence after it matters.
    var last: (end: Instant, matters: Bool)?
    func close(at next: Instant) {
      guard let last, last.matters, next.milliseconds - last.end.milliseconds >= Int64(silentDays) * 86_400_000 else {
        return
      }
      gaps.append(Gap(start: last.end, end: next))
    }
    for event in contacts {
      close(at: event.span.start)
      let end = max(event.end(now: now), event.end?.end(in: zone) ?? .distantPast)
      let leaves = event.setting == .emergency || event.setting == .inpatient
      if end >= last?.end ?? .distantPast { last = (min(end, now), leaves) }
    }
    close(at: now)
    return gaps
  }
}

extension JourneyEvent {
  /// Counts as somebody having been in touch with the patient.
  var isContact: Bool {
    guard tookPlace else { return false }
    switch kind {
    case .encounter, .message, .procedure, .immunization: return true
    case .appointment, .task, .referral, .result, .document, .plan, .flag: return false
    }
  }
}
