import Testing

@testable import Care

@Suite struct TimeTests {
  @Test(arguments: [
    (CivilDate(year: 1970, month: 1, day: 1), 0), (CivilDate(year: 2000, month: 3, day: 1), 11_017),
    (CivilDate(year: 1969, month: 12, day: 31), -1), (CivilDate(year: 2026, month: 11, day: 21), 20_778),
    (CivilDate(year: 1900, month: 2, day: 28), -25_509),
  ]) func `a date and its day number turn into each other`(date: CivilDate, days: Int) {
    #expect(date.daysSince1970 == days)
    #expect(CivilDate(daysSince1970: days) == date)
  }

  @Test func `days follow one another without a hole for eight centuries`() {
    var last = CivilDate(daysSince1970: -146_098)
    for day in -146_097...146_097 {
      let date = CivilDate(daysSince1970: day)
      let isNextDay = date.year == last.year && date.month == last.month && date.day == last.day + 1
      let isNewMonth = date.day == 1 && last.day == CivilDate.daysInMonth(year: last.year, month: last.month)
      #expect(isNextDay || isNewMonth)
      last = date
    }
  }

  @Test func `21 November 2026 is a Saturday`() {
    #expect(CivilDate(year: 2026, month: 11, day: 21).weekday == 6)
  }

  /// New York in 2026: on 8 March 02:00 becomes 03:00, on 1 November 02:00 becomes 01:00. Source: 15 U.S.C. 260a.
  private let newYork = Zone(
    name: "America/New_York", initialOffset: -18_000,
    transitions: [
      Zone.Transition(at: instant("2026-03-08T07:00"), offset: -14_400),
      Zone.Transition(at: instant("2026-11-01T06:00"), offset: -18_000),
    ])

  @Test(arguments: [
    ("2026-03-08T01:59", "2026-03-08T06:59"), ("2026-03-08T03:00", "2026-03-08T07:00"),
    // The hour that does not exist is read with the offset before the change.
    ("2026-03-08T02:30", "2026-03-08T07:30"),
    // The hour that comes twice means the first time.
    ("2026-11-01T01:30", "2026-11-01T05:30"), ("2026-11-01T02:00", "2026-11-01T07:00"),
  ]) func `wall clocks are read through changes of daylight saving`(wall: String, utc: String) {
    #expect(newYork.instant(CivilTime(floating: instant(wall).milliseconds)) == instant(utc))
  }

  @Test func `an instant shown and read again is the same instant outside the repeated hour`() {
    for hour in 0..<(24 * 365) {
      let at = instant("2026-01-01").adding(hours: hour)
      if at == instant("2026-11-01T06:00") { continue }
      #expect(newYork.instant(newYork.civil(at)) == at)
    }
  }

  @Test func `a due day ends at midnight of the site`() {
    #expect(day("2026-11-20").end(in: newYork) == instant("2026-11-21T05:00"))
    #expect(
      Moment(milliseconds: instant("2026-11-01").milliseconds, precision: .month).end(in: .utc) == instant("2026-12-01")
    )
    #expect(
      Moment(milliseconds: instant("2026-01-01").milliseconds, precision: .year).end(in: .utc) == instant("2027-01-01"))
    #expect(moment("2026-11-20T10:00").end(in: newYork) == instant("2026-11-20T10:00"))
  }

  @Test func `a time without a zone is shown as it was written`() {
    let floating = Moment(milliseconds: instant("2026-11-20T10:00").milliseconds, precision: .second)
    #expect(floating.civil(in: newYork).hour == 10)
    #expect(floating.start(in: newYork) == instant("2026-11-20T15:00"))
  }
}
