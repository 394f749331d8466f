import Care
import Testing

@testable import Dashboard

@Suite struct WordsTests {
  private let words = TimeWords(now: Rig.now, zone: .utc)

  private func at(days: Int = 0, hours: Int = 0, precision: Precision = .minute) -> Moment {
    Moment(milliseconds: Rig.now.adding(days: days, hours: hours).milliseconds, precision: precision, offset: 0)
  }

  /// Now is Saturday 21 November 2026, 08:00.
  @Test(arguments: [
    (-42, "42 h"), (-1, "60 min"), (-80, "3 d"), (2, "10:00"), (24, "Sun"), (24 * 6, "Fri"), (24 * 7, "28 Nov"),
    (24 * 60, "20 Jan"),
  ]) func `what is due is told by how far it is`(hours: Int, expected: String) {
    let due = at(hours: hours)
    #expect(words.due(due, deadline: due.end(in: .utc)) == expected)
  }

  @Test func `what is due on a day is not overdue until the day has ended`() {
    let today = Moment(date: CivilDate(year: 2026, month: 11, day: 21))
    #expect(words.due(today, deadline: today.end(in: .utc)) == "today")
    #expect(Band(deadline: today.end(in: .utc), now: Rig.now, zone: .utc) == .today)
    let yesterday = Moment(date: CivilDate(year: 2026, month: 11, day: 20))
    #expect(Band(deadline: yesterday.end(in: .utc), now: Rig.now, zone: .utc) == .breached)
    #expect(words.due(nil, deadline: nil) == "no date")
  }

  @Test(arguments: [
    ((1944, 11, 21), "82"), ((1944, 11, 22), "81"), ((2026, 9, 1), "2 mo"), ((2026, 11, 1), "20 d"),
    ((2024, 12, 1), "23 mo"),
  ]) func `age is told in the unit that fits`(born: (Int, Int, Int), expected: String) {
    #expect(words.age(Moment(date: CivilDate(year: born.0, month: born.1, day: born.2))) == expected)
  }

  @Test func `an age that is not known to the day says so`() {
    #expect(words.age(nil) == "age not known")
    let year = Moment(milliseconds: CivilTime(date: CivilDate(year: 1950)).floating, precision: .year)
    #expect(words.age(year) == "about 76")
  }

  @Test func `only as much of a date is told as is known`() {
    #expect(words.full(at()) == "Sat 21 Nov 08:00")
    #expect(words.full(at(precision: .day)) == "Sat 21 Nov")
    #expect(words.full(at(precision: .month)) == "Nov 2026")
    #expect(words.full(at(precision: .year)) == "2026")
  }
}
