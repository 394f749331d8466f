import Care
import Demo
import Testing

@Suite("The walkthroughs' patients are where the walkthroughs expect them")
struct WalkthroughTests {
  @Test("Bo Rossi went home two days ago, and nobody has taken over", arguments: [1, 7, 2026] as [UInt64])
  func heartFailure(_ seed: UInt64) {
    let folded = Folded(patients: 2, seed: seed)
    let chart = folded.charts[0]
    #expect(chart.listedName == "Rossi, Bo")
    #expect(chart.medicalRecordNumber == "104233")
    #expect(chart.whatMatters == "Home for my granddaughter’s recital on the 28th.")
    guard case .listed(let allergies) = chart.allergyState else {
      Issue.record("Her allergies are not listed.")
      return
    }
    #expect(allergies.map(\.code.label) == ["penicillin", "sulfa"])
    let due = Dictionary(uniqueKeysWithValues: chart.openItems(SiteRules(zone: folded.zone)).map { ($0.title, $0.due) })
    let handoff = due["Accept handoff, ward 4B → PCP"]??.end(in: folded.zone)
    #expect(handoff.map { (folded.now.milliseconds - $0.milliseconds) / 3_600_000 } == 42)
    #expect(due["Call after discharge"]??.start(in: folded.zone) == instant(2026, 11, 23, 17, 0, in: newYork))
    #expect(due["Acknowledge result: echo, EF 35 %"] != nil)
    #expect(due["Book echo follow-up"] != nil)
    #expect(Journey(chart, now: folded.now, site: SiteRules(zone: folded.zone)).gaps.map(\.days) == [19])
    let owners = chart.openItems(SiteRules(zone: folded.zone)).map { folded.directory.naming($0.owner).words }
    #expect(Set(owners) == ["Reyes, Marta", "Khan, Ana", "Patel, Ravi"])
  }

  @Test("Chi Okafor's way to a new valve has every step, and one handoff that nobody accepted")
  func surgery() {
    let folded = Folded(patients: 2)
    let chart = folded.charts[1]
    #expect(chart.listedName == "Okafor, Chi")
    let course = chart.encounters.items.map(\.value).sorted {
      ($0.period.start?.milliseconds ?? 0) < ($1.period.start?.milliseconds ?? 0)
    }
    #expect(
      course.map(\.title).suffix(5) == ["ED visit", "Cardiology visit", "Surgery", "ICU", "Ward 4B"])
    #expect(chart.procedures.items.map(\.value.code.label) == ["Valve replacement"])
    #expect(chart.diagnosticReports.count == 2)
    let handoffs = chart.tasks.items.map(\.value).filter { $0.code.label == "Handoff" }
    #expect(handoffs.filter { $0.status == .completed }.count == 4)
    #expect(
      handoffs.filter { $0.status != .completed }.map(\.description) == ["Accept handoff, ICU → ward 4B"])
  }

  @Test("A demo starts on Saturday 21 November 2026 at 08:12, wherever it is")
  func clock() {
    for zone in [newYork, .utc] {
      let reading = zone.civil(DemoNetwork.clock(in: zone))
      #expect(reading == CivilTime(date: CivilDate(year: 2026, month: 11, day: 21), hour: 8, minute: 12))
      #expect(reading.date.weekday == 6)
    }
  }
}
