import TestSupport
import Testing

@testable import Care

@Suite struct SiteRulesTests {
  private let standard = SiteRules(zone: .utc)

  @Test func `the standard runs what doesn't rest, in the order of the table`() {
    #expect(standard.clocks.map(\.id) == Clock.all.filter { $0.restsBecause == nil }.map(\.id))
    #expect(standard.ladder.steps.map(\.role.words) == ["supervisor", "medical director"])
  }

  /// What can change a row changes the mark; what can't, doesn't.
  @Test func `the mark tells rules apart`() {
    func closed(_ dates: String...) -> SiteRules {
      SiteRules(calendar: SiteCalendar(zone: .utc, holidays: .usFederal(and: Set(dates.map { date($0) }))))
    }
    let others: [SiteRules] = [
      SiteRules(calendar: SiteCalendar(zone: Zone(name: "Etc/Other", initialOffset: 0))),
      SiteRules(calendar: SiteCalendar(zone: .utc, holidays: .none)),
      closed("2026-11-27"), closed("2026-11-27", "2026-12-24"),
      SiteRules(calendar: standard.calendar, table: Clock.all.filter { $0.id != "consent" }),
      SiteRules(calendar: standard.calendar, table: Clock.all.map { made($0) { $0.restsBecause = nil } }),
      SiteRules(calendar: standard.calendar, ladder: Ladder([.init("supervisor", wait: 5)])),
      SiteRules(calendar: standard.calendar, ladder: Ladder(Ladder.standard.steps, isAutomatic: false)),
    ]
    let marks = (others + [standard]).map(\.mark)
    #expect(Set(marks).count == marks.count)
    #expect(closed("2026-12-24", "2026-11-27").mark == closed("2026-11-27", "2026-12-24").mark)
    let renamed = Ladder(Ladder.standard.steps.map { .init("nurse", wait: $0.wait) })
    #expect(SiteRules(calendar: standard.calendar, ladder: renamed).mark == standard.mark)
    #expect(SiteRules(calendar: standard.calendar, quietHours: nil).mark == standard.mark)
    #expect(SiteRules(calendar: standard.calendar, routing: []).mark == standard.mark)
  }

  private func team(_ members: [(String, String)], _ status: CareTeamStatus? = .active) -> Resource {
    .careTeam(
      made(CareTeam()) {
        $0.status = status
        $0.participants = members.map { role, name in
          made(Participant()) {
            $0.roles = [Concept(text: role)]
            $0.actor = Reference(kind: "Practitioner", display: name)
          }
        }
      })
  }

  @Test func `a step of the ladder is held by the one on an active team with the role`() {
    let role = CareRole(words: "Charge nurse")
    let one = team([("charge nurse, 4B", "Ruth"), ("surgeon", "Bo")])
    #expect(Chart([(1, one)]).holder(of: role).display == "Ruth")
    #expect(Chart([(1, one), (2, team([("Charge Nurse", "Max")]))]).holder(of: role).display == "Charge nurse")
    #expect(Chart([(1, team([("charge nurse", "Ruth")], .inactive))]).holder(of: role).display == "Charge nurse")
    #expect(Chart([]).holder(of: role).display == "Charge nurse")
  }

  /// Source: clocks.md 2; what can't run is listed with its figures too.
  @Test func `every clock has a name of its own, and so have those that can't run`() {
    let ids = Clock.all.map(\.id) + Clock.absent.map(\.id)
    #expect(Set(ids).count == ids.count)
    for clock in Clock.absent {
      for words in [clock.title, clock.start, clock.target, clock.source, clock.version, clock.why] {
        #expect(!words.isEmpty, "\(clock.id)")
      }
    }
    for choice in Clock.choices {
      #expect(choice.among.allSatisfy { id in Clock.all.contains { $0.id == id } })
      #expect(standard.clocks.count { choice.among.contains($0.id) } <= 1)
    }
  }

  @Test func `a site's change can be taken back without a trace`() throws {
    let contact = try #require(Clock.all.first { $0.id == "tcm-contact" })
    let changed = contact.with(.calendarDays(5)).switched(on: false)
    #expect(changed.siteChange?.words == "here; published: 2 business days; switched off here")
    #expect(!changed.runs)
    #expect(changed.with(.businessDays(2)).switched(on: true) == contact)
    let resting = try #require(Clock.all.first { $0.id == "tcm-visit-7" })
    #expect(resting.switched(on: true).runs)
    #expect(resting.switched(on: true).switched(on: false) == resting)
  }
}
