import TestSupport
import Testing

@testable import Care

@Suite struct JourneyTests {
  private let now = instant("2026-11-21T08:00")

  private func encounter(_ code: String, _ start: String, _ end: String?) -> Resource {
    .encounter(
      made(Encounter()) {
        $0.status = .finished
        $0.classification = Coding(code: code)
        $0.period = Period(start: moment(start), end: end.map { moment($0) })
      })
  }

  private func journey(_ resources: [Resource]) -> Journey {
    Journey(
      Chart(resources.enumerated().map { (UInt64($0.offset), $0.element) }), now: now, site: SiteRules(zone: .utc))
  }

  @Test func `encounters lie in lanes by setting, in the order a patient passes through them`() {
    let journey = journey([
      encounter("AMB", "2026-11-01", nil), encounter("IMP", "2026-10-01", "2026-10-05"),
      encounter("EMER", "2026-10-01", nil), encounter("IMP", "2026-09-01", "2026-09-03"),
    ])
    #expect(journey.settings == [.emergency, .inpatient, .clinic])
    #expect(journey.encounters.count == 4)
  }

  @Test func `silence after a discharge is a gap from its fourteenth day`() {
    func gapDays(since end: String) -> [Int] { journey([encounter("IMP", "2026-09-01", end)]).gaps.map(\.days) }
    #expect(gapDays(since: "2026-11-07T09:00") == [])
    #expect(gapDays(since: "2026-11-07T08:00") == [14])
    #expect(gapDays(since: "2026-10-22T08:00") == [30])
  }

  @Test func `a contact ends a gap, and silence after a clinic visit is none`() {
    let gaps = journey([
      encounter("EMER", "2026-08-01", "2026-08-02"), encounter("AMB", "2026-09-01", "2026-09-01"),
    ]).gaps
    #expect(gaps == [Journey.Gap(start: instant("2026-08-02"), end: instant("2026-09-01"))])
  }

  @Test func `a short visit within a long stay does not hide the stay`() {
    let gaps = journey([
      encounter("IMP", "2026-08-01", "2026-10-01"), encounter("AMB", "2026-08-10", "2026-08-10"),
      encounter("AMB", "2026-10-20", "2026-10-20"),
    ]).gaps
    #expect(gaps == [Journey.Gap(start: instant("2026-10-01"), end: instant("2026-10-20"))])
  }

  @Test func `open work stands at its due date, mistakes not at all`() {
    let due = Resource.task(
      made(Task()) {
        $0.status = .ready; $0.restriction = Period(end: day("2026-11-30"))
      })
    let mistake = Resource.task(
      made(Task()) {
        $0.status = .enteredInError; $0.restriction = Period(end: day("2026-11-30"))
      })
    let journey = journey([due, mistake])
    #expect(journey.events.map(\.mark) == [.open])
    #expect(journey.events.first?.at == day("2026-11-30"))
  }

  @Test func `a patient who is still in the hospital is not out of contact`() {
    let stay = Resource.encounter(
      made(Encounter()) {
        $0.status = .inProgress
        $0.classification = Coding(code: "IMP")
        $0.period.start = moment("2026-10-01")
      })
    #expect(journey([stay]).gaps == [])
  }

  @Test func `what began at one instant stands with the encounter last, as the newest comes first`() {
    let report = Resource.diagnosticReport(
      made(DiagnosticReport()) {
        $0.status = .final
        $0.effective.start = moment("2026-11-01T09:00")
      })
    let visit = encounter("AMB", "2026-11-01T09:00", "2026-11-01T10:00")
    for resources in [[report, visit], [visit, report]] {
      #expect(journey(resources).events.map(\.kind) == [.result, .encounter])
    }
  }

  @Test func `a date known only to the year takes the whole year and says so`() {
    let vague = Resource.encounter(
      made(Encounter()) {
        $0.status = .finished
        $0.classification = Coding(code: "IMP")
        $0.period.start = Moment(milliseconds: instant("1988-01-01").milliseconds, precision: .year)
      })
    let span = journey([vague]).events[0].span
    #expect(span == JourneyEvent.Span(start: instant("1988-01-01"), end: instant("1989-01-01"), isVague: true))
  }

  @Test func `a stay known to its days is drawn whole, one within a day only as lying there`() {
    func stay(_ start: String, _ end: String) -> Resource {
      .encounter(
        made(Encounter()) {
          $0.status = .finished
          $0.classification = Coding(code: "IMP")
          $0.period = Period(start: day(start), end: day(end))
        })
    }
    let spans = journey([stay("2026-10-01", "2026-10-03"), stay("2026-09-01", "2026-09-01")]).encounters.map(\.span)
    #expect(
      spans == [
        JourneyEvent.Span(start: instant("2026-10-01"), end: instant("2026-10-04"), isVague: false),
        JourneyEvent.Span(start: instant("2026-09-01"), end: instant("2026-09-02"), isVague: true),
      ])
  }

  @Test(arguments: [
    ("2026-10-05", "2026-10-08", "2026-10-07", "2026-10-12", true),
    ("2026-10-05", "2026-10-08", "2026-10-08", "2026-10-12", false),
    ("2026-10-05T08:00", "2026-10-05T09:00", "2026-10-05T08:30", "2026-10-05T09:30", false),
  ])
  func `two stays that overlap need two lines, neighbors and short visits one`(
    start: String, end: String, nextStart: String, nextEnd: String, isCrowded: Bool
  ) {
    let crowded = journey([encounter("IMP", start, end), encounter("IMP", nextStart, nextEnd)]).crowded
    #expect(crowded == (isCrowded ? [.inpatient] : []))
  }

  @Test func `an event is found by what it is, though an open request is there twice`() {
    let request = Resource.serviceRequest(
      made(ServiceRequest()) {
        $0.status = .active
        $0.intent = "order"
        $0.authored = moment("2026-11-01")
        $0.occurrence.start = moment("2026-11-30")
      })
    let journey = journey([request])
    #expect(journey.events.map(\.isDue) == [true, false])
    for (index, event) in journey.events.enumerated() { #expect(journey.position(of: event.key) == index) }
  }
}
