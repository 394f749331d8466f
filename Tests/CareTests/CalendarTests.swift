import TestSupport
import Testing

@testable import Care

/// New York in 2026: on 8 March 02:00 becomes 03:00, on 1 November 02:00 becomes 01:00. Source: 15 U.S.C. 260a.
let newYork = Zone(
  name: "America/New_York", initialOffset: -18_000,
  transitions: [
    Zone.Transition(at: instant("2026-03-08T07:00"), offset: -14_400),
    Zone.Transition(at: instant("2026-11-01T06:00"), offset: -18_000),
  ])

func date(_ text: String) -> CivilDate { CivilTime(floating: instant(text).milliseconds).date }

@Suite struct CalendarTests {
  private let calendar = SiteCalendar(zone: newYork)

  private func due(_ target: Target, _ start: String, in calendar: SiteCalendar? = nil) -> CivilDate? {
    (calendar ?? self.calendar).due(target, after: day(start))?.civil(in: newYork).date
  }

  /// Source: aa.usno.navy.mil/faq/holidays; ca6.uscourts.gov/federal-holidays and okwb.uscourts.gov/holidays for the
  /// days observed.
  @Test func `the federal holidays of 2026 and 2027 fall where the courts observe them`() {
    let observed = [
      "2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03", "2026-09-07", "2026-10-12",
      "2026-11-11", "2026-11-26", "2026-12-25",
      "2027-01-01", "2027-01-18", "2027-02-15", "2027-05-31", "2027-06-18", "2027-07-05", "2027-09-06", "2027-10-11",
      "2027-11-11", "2027-11-25", "2027-12-24",
      // 1 January 2028 is a Saturday.
      "2027-12-31",
    ].map(date)
    let days = date("2026-01-01").daysSince1970...date("2027-12-31").daysSince1970
    let found = days.map { CivilDate(daysSince1970: $0) }.filter { Holidays.usFederal.name(on: $0) != nil }
    #expect(found == observed.sorted())
  }

  @Test func `Juneteenth is a holiday since 2021`() {
    #expect(calendar.isBusinessDay(date("2020-06-19")))
    #expect(!calendar.isBusinessDay(date("2021-06-18")))
  }

  /// Source: CMS, Transitional Care Management; vectors of the rule "two business days after the discharge, Monday to
  /// Friday except holidays, whether or not the practice is open on the day of discharge".
  @Test(arguments: [
    ("2026-03-02", "2026-03-04"), ("2026-03-05", "2026-03-09"), ("2026-03-06", "2026-03-10"),
    ("2026-03-07", "2026-03-10"), ("2026-07-01", "2026-07-06"), ("2026-11-25", "2026-11-30"),
    ("2026-12-31", "2027-01-05"), ("2026-06-18", "2026-06-23"), ("2027-07-02", "2027-07-07"),
    ("2027-12-30", "2028-01-04"), ("2028-02-28", "2028-03-01"),
  ]) func `two business days skip weekends and observed holidays`(start: String, due: String) {
    #expect(self.due(.businessDays(2), start) == date(due))
  }

  @Test(arguments: [
    ("2026-03-06", "2026-03-11"), ("2026-07-01", "2026-07-07"), ("2026-11-25", "2026-12-01"),
    ("2026-12-31", "2027-01-06"),
  ]) func `three business days`(start: String, due: String) {
    #expect(self.due(.businessDays(3), start) == date(due))
  }

  /// Start, then the date due after 7, 14, 29, 30 and 90 days.
  @Test(arguments: [
    ("2026-03-02", "2026-03-09", "2026-03-16", "2026-03-31", "2026-04-01", "2026-05-31"),
    ("2026-03-06", "2026-03-13", "2026-03-20", "2026-04-04", "2026-04-05", "2026-06-04"),
    ("2026-07-01", "2026-07-08", "2026-07-15", "2026-07-30", "2026-07-31", "2026-09-29"),
    ("2026-11-25", "2026-12-02", "2026-12-09", "2026-12-24", "2026-12-25", "2027-02-23"),
    ("2026-12-31", "2027-01-07", "2027-01-14", "2027-01-29", "2027-01-30", "2027-03-31"),
    ("2028-02-28", "2028-03-06", "2028-03-13", "2028-03-28", "2028-03-29", "2028-05-28"),
    ("2028-02-22", "2028-02-29", "2028-03-07", "2028-03-22", "2028-03-23", "2028-05-22"),
    ("2026-01-31", "2026-02-07", "2026-02-14", "2026-03-01", "2026-03-02", "2026-05-01"),
  ]) func `calendar days run through weekends, holidays, leap days and the turn of the year`(
    start: String, seven: String, fourteen: String, twentyNine: String, thirty: String, ninety: String
  ) {
    let found = [7, 14, 29, 30, 90].map { due(.calendarDays($0), start) }
    #expect(found == [seven, fourteen, twentyNine, thirty, ninety].map(date))
  }

  /// Instants in UTC of the vectors that are stated with New York's offsets.
  @Test(arguments: [
    ("2026-03-07T15:00", 48 * 60, "2026-03-09T15:00"), ("2026-10-31T14:00", 48 * 60, "2026-11-02T14:00"),
    ("2026-03-08T06:30", 180, "2026-03-08T09:30"), ("2026-11-01T04:30", 180, "2026-11-01T07:30"),
    ("2026-03-06T21:00", 72 * 60, "2026-03-09T21:00"), ("2026-10-30T20:00", 72 * 60, "2026-11-02T20:00"),
    ("2026-03-08T01:00", 720, "2026-03-08T13:00"), ("2026-03-06T12:00", 5, "2026-03-06T12:05"),
  ]) func `elapsed time runs on through changes of daylight saving`(start: String, minutes: Int, due: String) {
    #expect(calendar.due(.elapsed(minutes: minutes), after: moment(start))?.start(in: newYork) == instant(due))
  }

  @Test(arguments: [
    (48 * 60, "2026-03-07T15:00", "2026-03-09T11:00"), (48 * 60, "2026-10-31T14:00", "2026-11-02T09:00"),
    (72 * 60, "2026-03-06T21:00", "2026-03-09T17:00"), (180, "2026-11-01T04:30", "2026-11-01T02:30"),
  ]) func `what the wall clock of the site shows then`(minutes: Int, start: String, wall: String) {
    let due = calendar.due(.elapsed(minutes: minutes), after: moment(start))
    #expect(due?.civil(in: newYork) == CivilTime(floating: instant(wall).milliseconds))
  }

  @Test func `the day it began is the site's day, and a day that is due ends with it`() {
    // Half past eight in the evening of Thursday in New York is Friday in Greenwich.
    let due = calendar.due(.businessDays(2), after: moment("2026-11-20T01:30"))
    #expect(due == Moment(date: date("2026-11-23")))
    #expect(due?.end(in: newYork) == instant("2026-11-24T05:00"))
  }

  @Test func `days of the site's own are skipped too`() {
    let closed = SiteCalendar(zone: newYork, holidays: .usFederal(and: [date("2026-11-27")]))
    #expect(due(.businessDays(2), "2026-11-25", in: closed) == date("2026-12-01"))
    #expect(due(.calendarDays(2), "2026-11-25", in: closed) == date("2026-11-27"))
  }

  @Test func `a year ends on its last day`() {
    #expect(due(.endOfYear, "2026-10-31") == date("2026-12-31"))
    #expect(due(.endOfYear, "2027-01-01") == date("2027-12-31"))
  }

  @Test func `a start that isn't known well enough gives no date`() {
    let month = Moment(milliseconds: instant("2026-11-01").milliseconds, precision: .month)
    #expect(calendar.due(.calendarDays(7), after: month) == nil)
    #expect(calendar.due(.businessDays(2), after: month) == nil)
    #expect(calendar.due(.endOfYear, after: month) == nil)
    #expect(calendar.due(.elapsed(minutes: 5), after: day("2026-11-20")) == nil)
  }

  @Test func `any count of business days ends on one, with so many of them in between`() {
    var random = Seeded(seedOfThisRun)
    for _ in 0..<400 {
      let start = CivilDate(daysSince1970: Int.random(in: 18_000...30_000, using: &random))
      let count = Int.random(in: 1...40, using: &random)
      let due = calendar.due(.businessDays(count), after: Moment(date: start))?.civil(in: newYork).date
      let between = (start.daysSince1970 + 1...(due?.daysSince1970 ?? 0)).filter {
        calendar.isBusinessDay(CivilDate(daysSince1970: $0))
      }
      #expect(between.count == count && between.last == due?.daysSince1970, "seed \(seedOfThisRun)")
    }
  }
}
