extension JourneyEvent {
  /// The stretch of time that an event takes, as far as its dates tell.
  package struct Span: Hashable, Sendable {
    /// The first instant at which it can have begun.
    package var start: Instant
    /// The instant by which it was over; the start again for something without a length.
    package var end: Instant
    /// True where it lies somewhere within the stretch and need not fill it: only the year, the month or the day is
    /// known.
    package var isVague: Bool
  }

  /// Encounters take the time from their start to their end; everything else is a point, at the moment it is dated.
  func span(in zone: Zone) -> Span {
    let start = at.start(in: zone)
    guard kind == .encounter, let end else {
      return Span(start: start, end: max(start, at.end(in: zone)), isVague: at.precision <= .day)
    }
    let last = max(start, end.end(in: zone))
    let isKnownToTheDay = at.precision >= .day && end.precision >= .day
    // Hours not stated matter within one day only: a stay of days is drawn whole.
    let isOneDay = at.precision == .day && end.precision == .day && at.milliseconds == end.milliseconds
    return Span(start: start, end: last, isVague: !isKnownToTheDay || isOneDay)
  }

  /// Where it ends for somebody who looks at `now`: what is under way has come as far as that.
  package func end(now: Instant) -> Instant { isUnderWay ? max(now, span.start) : span.end }
}
