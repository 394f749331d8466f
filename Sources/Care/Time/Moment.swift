/// How much of a date the source stated.
package enum Precision: UInt8, Comparable, Sendable {
  case year, month, day, minute, second, millisecond

  package static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
}

/// A time as the source stated it: a partial date stays partial, and a missing zone stays missing.
///
/// With a stated zone `milliseconds` is the instant. Without one (every plain date, and the date-times some
/// sources write without an offset) it is the wall-clock reading counted as if it were UTC.
package struct Moment: Hashable, Sendable {
  package var milliseconds: Int64
  package var precision: Precision
  /// Minutes east of UTC as written; nil where the source stated no zone.
  package var offset: Int16?

  package init(milliseconds: Int64, precision: Precision, offset: Int16? = nil) {
    self.milliseconds = milliseconds
    self.precision = precision
    self.offset = offset
  }

  package init(_ instant: Instant) {
    self.init(milliseconds: instant.milliseconds, precision: .millisecond, offset: 0)
  }

  package init(date: CivilDate) {
    self.init(milliseconds: CivilTime(date: date).floating, precision: .day)
  }

  /// True where the moment names one instant, whoever reads it.
  package var isZoned: Bool { offset != nil }

  /// The wall clock a reader in `zone` sees; what the source wrote where it stated no zone.
  package func civil(in zone: Zone) -> CivilTime {
    isZoned
      ? zone.civil(Instant(milliseconds: milliseconds)) : CivilTime(floating: milliseconds)
  }

  /// The first instant this moment can mean for a reader in `zone`.
  package func start(in zone: Zone) -> Instant {
    isZoned ? Instant(milliseconds: milliseconds) : zone.instant(CivilTime(floating: milliseconds))
  }

  /// The instant from which the whole of this moment has passed: the end of the day, month or year it names.
  package func end(in zone: Zone) -> Instant {
    guard precision <= .day else { return start(in: zone) }
    var date = CivilTime(floating: milliseconds).date
    switch precision {
    case .year: date = CivilDate(year: date.year + 1)
    case .month:
      date = date.month == 12 ? CivilDate(year: date.year + 1) : CivilDate(year: date.year, month: date.month + 1)
    default: date = CivilDate(daysSince1970: date.daysSince1970 + 1)
    }
    return zone.instant(CivilTime(date: date))
  }

  /// One order for all moments, exact to the zone's offset where a zone is missing.
  package static func precedes(_ a: Moment, _ b: Moment) -> Bool {
    (a.milliseconds, a.precision) < (b.milliseconds, b.precision)
  }
}

/// A span of time; an open end is nil.
package struct Period: Hashable, Sendable {
  package var start: Moment?
  package var end: Moment?

  package init(start: Moment? = nil, end: Moment? = nil) {
    self.start = start
    self.end = end
  }

  package var isEmpty: Bool { start == nil && end == nil }
}
