/// A clock that has begun and has not been stopped.
package struct RunningClock: Hashable, Sendable {
  package var clock: Clock
  package var event: ClockEvent
  package var due: Moment
  /// From then on it is worth a line; nil for at once.
  package var shownFrom: Instant?
}

extension Chart {
  /// When the record was last heard from; nil where nothing came from outside, whatever was written here. What a chart
  /// tells was so then: a clock that had run out of meaning by then never begins, however old the record that comes in,
  /// and one that has since is gone with the next news. So the lists stay functions of the charts, and nothing leaves
  /// them while nobody looks.
  var heard: Instant? { sources.lazy.filter { !$0.isHere }.map(\.received).max() }

  /// The clocks that run, in the order of the table.
  ///
  /// None among what is not matched to a patient: there one person's visit would settle another's.
  package func runningClocks(_ site: SiteRules) -> [RunningClock] { runningClocks(site, referrals(site)) }

  func runningClocks(_ site: SiteRules, _ referrals: [Referral]) -> [RunningClock] {
    let calendar = site.calendar
    guard id != .unmatched, let heard else { return [] }
    var events: [ClockStart: [ClockEvent]] = [:]
    var running: [RunningClock] = []
    for clock in site.clocks {
      if events[clock.start] == nil { events[clock.start] = self.events(clock.start, calendar, referrals) }
      for event in events[clock.start] ?? [] {
        guard let due = calendar.due(clock.target, after: event.at),
          let end = calendar.lapse(of: clock, after: event.at), end.end(in: calendar.zone) > heard,
          clock.conditions.allSatisfy({ holds($0, for: event, calendar) }),
          !isCancelled(clock, event, calendar), !isStopped(clock, event, calendar)
        else { continue }
        let shownFrom = clock.lead.map { due.start(in: calendar.zone).adding(days: -$0) }
        running.append(RunningClock(clock: clock, event: event, due: due, shownFrom: shownFrom))
      }
    }
    return running
  }
}
