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

  /// Newest first.
  package var events: [JourneyEvent]
  /// The settings in which encounters lie, in lane order.
  package var settings: [Setting]
  package var gaps: [Gap]

  package var encounters: [JourneyEvent] { events.filter { $0.setting != nil } }

  package init(_ chart: Chart, now: Instant, zone: Zone) {
    var events = chart.journeyEvents
    events.sort {
      $0.at.milliseconds != $1.at.milliseconds ? $0.at.milliseconds > $1.at.milliseconds : $0.id < $1.id
    }
    self.events = events
    settings = Set(events.compactMap(\.setting)).sorted()
    gaps = Self.gaps(events, now: now, zone: zone)
  }

  /// First and last instant of anything in the journey; nil for a journey without a date.
  package func span(in zone: Zone) -> ClosedRange<Instant>? {
    guard let last = events.first, let first = events.last else { return nil }
    let end = events.lazy.compactMap { $0.end?.start(in: zone) }.max() ?? last.at.start(in: zone)
    let start = first.at.start(in: zone)
    return start...max(start, end, last.at.start(in: zone))
  }

  private static func gaps(_ events: [JourneyEvent], now: Instant, zone: Zone) -> [Gap] {
    let contacts = events.lazy.filter { $0.isContact && $0.at.start(in: zone) <= now }.reversed()
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
      let start = event.at.start(in: zone)
      close(at: start)
      let end = event.end?.end(in: zone) ?? (event.isUnderWay ? now : event.at.end(in: zone))
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
