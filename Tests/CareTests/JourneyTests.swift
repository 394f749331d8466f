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
    Journey(Chart(resources.enumerated().map { (UInt64($0.offset), $0.element) }), now: now, zone: .utc)
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
}
