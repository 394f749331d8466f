import TestSupport
import Testing

@testable import Care

/// Saturday 21 November 2026, 08:12 in New York; Thanksgiving is on Thursday the 26th.
@Suite struct DateWordsTests {
  private let now = instant("2026-11-21T13:12")
  private let calendar = SiteCalendar(zone: newYork)

  private func read(_ text: String, at now: Instant? = nil, in calendar: SiteCalendar? = nil) -> Moment? {
    try? DateWords.read(text, now: now ?? self.now, calendar: calendar ?? self.calendar)
  }

  private func refusal(_ text: String) -> Misreading? {
    do throws(Misreading) {
      _ = try DateWords.read(text, now: now, calendar: calendar)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("today", "2026-11-21"), ("tomorrow", "2026-11-22"), ("tom", "2026-11-22"), ("tue", "2026-11-24"),
    ("tuesday", "2026-11-24"), ("tues", "2026-11-24"), ("mon", "2026-11-23"), ("fri", "2026-11-27"),
    // Never today, which is a Saturday.
    ("sat", "2026-11-28"), ("sun", "2026-11-22"), ("next week", "2026-11-23"),
    ("1d", "2026-11-22"), ("14d", "2026-12-05"), ("14 d", "2026-12-05"), ("14 days", "2026-12-05"),
    ("2w", "2026-12-05"), ("2 weeks", "2026-12-05"), ("2bd", "2026-11-24"), ("4bd", "2026-11-27"),
    ("24 nov", "2026-11-24"), ("24nov", "2026-11-24"), ("nov 24", "2026-11-24"), ("24 november", "2026-11-24"),
    ("21 nov", "2026-11-21"), ("20 nov", "2027-11-20"), ("29 feb", "2028-02-29"), ("2 jan", "2027-01-02"),
    ("24 nov 2027", "2027-11-24"), ("nov 24, 2027", "2027-11-24"), ("2026-11-24", "2026-11-24"),
    ("tue 24 nov", "2026-11-24"), ("  TUE ", "2026-11-24"), ("24   Nov", "2026-11-24"), ("mar 3", "2027-03-03"),
  ]) func `a day stays a day`(text: String, expected: String) {
    #expect(read(text) == day(expected))
  }

  /// What was typed, then the instant in UTC: New York is five hours behind.
  @Test(arguments: [
    ("3h", "2026-11-21T16:12"), ("3 hours", "2026-11-21T16:12"), ("90m", "2026-11-21T14:42"),
    ("90min", "2026-11-21T14:42"), ("90 minutes", "2026-11-21T14:42"), ("14:00", "2026-11-21T19:00"),
    ("8:12", "2026-11-22T13:12"), ("8:13", "2026-11-21T13:13"), ("2pm", "2026-11-21T19:00"),
    ("12am", "2026-11-22T05:00"), ("12:30 pm", "2026-11-21T17:30"), ("tue 14:00", "2026-11-24T19:00"),
    ("tue 9", "2026-11-24T14:00"), ("tue 9am", "2026-11-24T14:00"), ("tomorrow 8:30", "2026-11-22T13:30"),
    ("2bd 9:00", "2026-11-24T14:00"), ("24 nov 9", "2026-11-24T14:00"), ("24 nov 2027 17:00", "2027-11-24T22:00"),
    ("2026-11-24 17:00", "2026-11-24T22:00"), ("today 17:00", "2026-11-21T22:00"), ("next week 9", "2026-11-23T14:00"),
    ("Mon 23 Nov 17:00", "2026-11-23T22:00"),
  ]) func `hours and minutes give an instant`(text: String, expected: String) {
    #expect(read(text) == moment(expected))
  }

  /// What was typed, the part that is wrong, and what is said of it.
  @Test(arguments: [
    ("", "", "write when: tue, 2bd, 14d or 24 nov"), ("  ", "", "write when: tue, 2bd, 14d or 24 nov"),
    ("teu", "teu", "`teu` is no day; write tue"), (" tomorow", "tomorow", "`tomorow` is no day; write tomorrow"),
    ("noon", "noon", "`noon` is no day or time; write tue, 2bd, 14d or 24 nov"),
    ("9", "9", "`9` of what? Write 9d, 9bd or 9w"), ("0d", "0d", "`0d` is no time to come; write 1d or more"),
    ("0 minutes", "0 minutes", "`0 minutes` is no time to come; write 1min or more"),
    ("-2d", "-2d", "`-2d` lies in the past; write a time to come, as 2d"),
    ("14x", "x", "`x` is no month or unit; write d, bd, w, h or min"),
    ("24 nvo", "nvo", "`nvo` is no month; write nov"),
    ("24.11.", "24.11.", "`24.11.` isn’t clear; write 24 nov or 2026-11-24"),
    ("3/4", "3/4", "`3/4` isn’t clear; write 24 nov or 2026-11-24"),
    ("nov", "nov", "`nov` needs its day; write nov 24"), ("nov x", "x", "`nov` needs its day; write nov 24"),
    ("31 apr", "31 apr", "April has 30 days; write a day from 1 to 30"),
    ("29 feb 2027", "29 feb 2027", "February 2027 has 28 days; write a day from 1 to 28"),
    ("2026-13-01", "2026-13-01", "a year has 12 months; write the date as 2026-11-24"),
    ("2026-11-2", "2026-11-2", "`2026-11-2` isn’t a whole date; write it as 2026-11-24"),
    ("2026-11-20", "2026-11-20", "2026-11-20 has passed; write a day to come"),
    ("20 nov 2026", "20 nov 2026", "20 nov 2026 has passed; write a day to come"),
    ("today  6:00", "today  6:00", "today 6:00 has passed; write an hour to come"),
    ("today 8:12", "today 8:12", "today 8:12 has passed; write an hour to come"),
    ("tue 25:00", "25:00", "`25:00` isn’t a time of day; write 9:00 or 14:30"),
    ("tue 9:5", "9:5", "`9:5` isn’t a time of day; write 9:00 or 14:30"),
    ("13pm", "13pm", "`13pm` isn’t a time of day; write 9:00 or 14:30"),
    ("3h 14:00", "14:00", "`3h` is an hour of its own; take `14:00` away"),
    ("tue 9 please", "please", "nothing follows the time of day; take `please` away"),
    ("next tue", "tue", "after `next` write week; or write tue or 24 nov"),
    ("next", "next", "after `next` write week; or write tue or 24 nov"),
    ("mon 24 nov", "mon", "that day is a tuesday; write tue, or only the date"),
    ("9999w", "9999w", "`9999w` is more than 10 years ahead; write a nearer day"),
    (
      "99999999999999999999d", "99999999999999999999d",
      "`99999999999999999999d` is more than 10 years ahead; write a nearer day"
    ),
    ("2037-01-01", "2037-01-01", "`2037-01-01` is more than 10 years ahead; write a nearer day"),
  ]) func `what can't be read is refused at its place`(text: String, part: String, words: String) {
    let refusal = refusal(text)
    #expect(refusal?.words == words)
    let characters = Array(text)
    #expect(refusal.map { String(characters[$0.range]) } == part)
  }

  @Test func `the site's own closed days are no business days`() {
    let closed = SiteCalendar(zone: newYork, holidays: .usFederal(and: [date("2026-11-24")]))
    #expect(read("2bd", in: closed) == day("2026-11-25"))
  }

  @Test func `the day is the site's, whatever day it is in Greenwich`() {
    // Ten in the evening of the 20th in New York.
    let evening = instant("2026-11-21T03:00")
    #expect(read("today", at: evening) == day("2026-11-20"))
    #expect(read("sat", at: evening) == day("2026-11-21"))
  }

  @Test func `hours are elapsed and days are dates when daylight saving changes`() {
    // Noon on the day before the clocks go forward.
    let before = instant("2026-03-07T17:00")
    #expect(read("24h", at: before) == moment("2026-03-08T17:00"))
    #expect(read("1d 12:00", at: before) == moment("2026-03-08T16:00"))
    #expect(read("1d", at: before) == day("2026-03-08"))
    // The hour that does not exist is read with the offset before the change.
    #expect(read("tomorrow 2:30", at: before) == moment("2026-03-08T07:30"))
  }

  @Test func `an hour that comes twice is the next of the two`() {
    #expect(read("1:30", at: instant("2026-11-01T05:00")) == moment("2026-11-01T05:30"))
    #expect(read("1:30", at: instant("2026-11-01T05:45")) == moment("2026-11-01T06:30"))
    #expect(read("1:30", at: instant("2026-11-01T06:30")) == moment("2026-11-02T06:30"))
  }

  @Test func `what has passed can be asked about where that makes sense`() throws {
    let past = try DateWords.read("2026-11-20", now: now, calendar: calendar, mayHavePassed: true)
    #expect(past == day("2026-11-20"))
  }

  @Test(arguments: [
    ("t", ["today", "tomorrow", "tue", "thu"]), ("TUES", ["tuesday"]), ("n", ["next week"]),
    ("14", ["14d", "14bd", "14w", "14h", "14min"]), ("14b", ["14bd"]), ("24 n", ["24 nov"]),
    ("x", []), ("today", []),
  ]) func `what was typed can be gone on with`(text: String, expected: [String]) {
    #expect(DateWords.completions(text) == expected)
  }

  @Test func `every word offered can be read`() throws {
    for word in DateWords.completions("") + DateWords.completions("7") {
      _ = try DateWords.read(word, now: now, calendar: calendar)
    }
  }

  @Test func `whatever is typed is read as a time to come or refused within the text`() {
    var random = Seeded(seedOfThisRun)
    let parts = [
      "tue", "today", "24", "nov", "2026", "-", ":", "14:00", " ", ".", "bd", "h", "next", "week", "é", "0", "pm",
    ]
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        .joined()
      if let moment = read(text) {
        #expect(moment.end(in: newYork) > now, "\(text), seed \(seedOfThisRun)")
      } else if let refusal = refusal(text) {
        #expect(
          refusal.range.lowerBound >= 0 && refusal.range.upperBound <= text.count, "\(text), seed \(seedOfThisRun)")
        #expect(!refusal.words.isEmpty)
      }
    }
  }
}
