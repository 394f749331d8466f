import TestSupport
import Testing

@testable import Care

private let medication = Route("medication use", roles: ["pharmacist", "doctor"], source: "test")
private let friday = "2026-11-20T10:00"

/// A house with a ward and a pharmacy, and a patient whose team is on the ward.
private struct Scene {
  var staff = Staff()
  var team: [(role: String, actor: Reference, end: Moment?)] = []
  let house: Reference
  let ward: Reference
  let pharmacy: Reference

  init() {
    house = staff.house(50, "Harbour House")
    ward = staff.house(51, "4B", partOf: house)
    pharmacy = staff.house(52, "Pharmacy", partOf: house)
  }

  mutating func member(
    _ number: UInt64, _ name: String, _ role: String, at unit: Reference? = nil, hours: [AvailableTime] = office,
    end: Moment? = nil
  ) {
    team.append((role, staff.post(number, name, role, at: unit ?? ward, hours: hours), end))
  }

  func ask(_ route: Route = medication, at now: String = friday) -> Asking {
    let chart = Chart([
      (
        1,
        .careTeam(
          made(CareTeam()) {
            $0.status = .active
            $0.participants = team.map { member in
              made(Participant()) {
                $0.roles = [Concept(text: member.role)]
                $0.actor = member.actor
                $0.period = Period(end: member.end)
              }
            }
          })
      )
    ])
    let directory = staff.directory
    return chart.whomToAsk(
      route, team: chart.team(directory, now: instant(now), zone: .utc), index: ProfessionIndex(directory),
      directory: directory, now: instant(now), zone: .utc)
  }
}

private func names(_ asking: Asking) -> [String] { asking.candidates.map(\.name.words) }

@Suite struct AskingTests {
  @Test func `the pharmacist is asked first, and the doctor where no pharmacist is there`() {
    var scene = Scene()
    scene.member(1, "Doc", "physician", hours: always)
    scene.member(2, "Pharm", "pharmacist")
    #expect(names(scene.ask()) == ["Pharm", "Doc"])
    #expect(scene.ask().best?.name.words == "Pharm")
    #expect(scene.ask().best?.because == "pharmacist first for medication use")
    let late = scene.ask(at: "2026-11-20T20:00")
    #expect(names(late) == ["Pharm", "Doc"], "the order of roles stays")
    #expect(late.best?.name.words == "Doc")
    #expect(late.best?.because == "doctor next for medication use")
    #expect(late.nextAt == nil, "somebody is there")
  }

  @Test func `nobody is there until Monday`() {
    var scene = Scene()
    scene.member(1, "Doc", "physician", hours: [hours(["mon"], "10:00:00", "12:00:00")])
    scene.member(2, "Pharm", "pharmacist")
    let asking = scene.ask(at: "2026-11-21T10:00")
    #expect(asking.best == nil)
    #expect(asking.nextAt == instant("2026-11-23T08:00"))
  }

  @Test func `the team comes before others of the house, and the nearer of these before the farther`() {
    var scene = Scene()
    scene.member(2, "Own", "pharmacist", hours: [hours(["mon"], "10:00:00", "12:00:00")])
    scene.staff.post(3, "Far", "pharmacist", at: scene.pharmacy, hours: always)
    scene.staff.post(4, "Near", "pharmacist", at: scene.ward, hours: always)
    scene.staff.post(5, "Off", "pharmacist", at: scene.ward, hours: [hours(["mon"], "10:00:00", "12:00:00")])
    scene.staff.post(6, "Elsewhere", "pharmacist", at: scene.staff.house(60, "Other House"), hours: always)
    let asking = scene.ask()
    #expect(names(asking) == ["Own", "Near", "Far", "Off"])
    #expect(asking.candidates.map(\.isOnTeam) == [true, false, false, false])
    #expect(asking.best?.name.words == "Near")
  }

  @Test func `in place of who is absent the deputy is asked, and it is said`() {
    var scene = Scene()
    scene.member(2, "Pharm", "pharmacist")
    scene.staff.post(3, "Deputy", "pharmacist", at: scene.pharmacy, hours: always)
    scene.staff.roster(2, span(.absence, "2026-11-20", "2026-11-24", deputy: person(3)))
    let asking = scene.ask()
    #expect(names(asking) == ["Deputy"], "who stands in is named once")
    #expect(asking.best?.inPlaceOf?.target == origin(102))
    #expect(asking.best?.because == "pharmacist first for medication use, in place of Pharm")
  }

  @Test func `where the deputy is absent too, nobody stands in, and the first to be back is told`() {
    var scene = Scene()
    scene.member(2, "Pharm", "pharmacist")
    scene.staff.post(3, "Deputy", "porter", hours: always)
    scene.staff.roster(2, span(.absence, "2026-11-20", "2026-11-24", deputy: person(3)))
    scene.staff.roster(3, span(.absence, "2026-11-20", "2026-11-26"))
    let asking = scene.ask()
    #expect(names(asking) == ["Pharm"] && asking.best == nil)
    #expect(asking.candidates.first?.inPlaceOf == nil)
    #expect(asking.nextAt == instant("2026-11-24T08:00"))
  }

  @Test func `who has left the team, or their post, is not asked`() {
    var scene = Scene()
    scene.member(2, "Left", "pharmacist", at: Reference(display: "elsewhere"), end: day("2026-11-01"))
    scene.staff.add(
      180,
      .practitionerRole(
        made(PractitionerRole()) {
          $0.codes = [Concept(text: "pharmacist")]
          ($0.organization, $0.hours) = (scene.ward, always)
          $0.period = Period(end: day("2026-11-01"))
        }))
    scene.member(1, "Doc", "physician", hours: always)
    #expect(names(scene.ask()) == ["Doc"])
  }

  @Test func `what isn't known stays unknown, and stands between who is there and who isn't`() {
    var scene = Scene()
    scene.member(2, "Off", "pharmacist", hours: [hours(["mon"], "10:00:00", "12:00:00")])
    scene.member(3, "Silent", "pharmacist", hours: [])
    let asking = scene.ask()
    #expect(names(asking) == ["Silent", "Off"])
    #expect(asking.candidates.first?.presence == .unknown)
    #expect(asking.best == nil, "nobody is known to be there")
    #expect(asking.nextAt == instant("2026-11-23T10:00"))
  }

  @Test func `one person is named once, under the first role they hold`() {
    var scene = Scene()
    scene.member(2, "Both", "pharmacist", hours: always)
    scene.team.append(("physician", person(2), nil))
    #expect(names(scene.ask()) == ["Both"])
  }

  @Test func `a site's own role is found by its words`() {
    var scene = Scene()
    scene.member(1, "Ann", "nurse", hours: always)
    scene.member(2, "Wyn", "Wound nurse, 4B", hours: always)
    scene.staff.post(3, "Woo", "wound nurse", at: scene.pharmacy, hours: always)
    scene.staff.post(4, "Hoa", "nurse", at: scene.pharmacy, hours: always)
    let asking = scene.ask(Route("wound care", roles: ["wound nurse"], source: "test"))
    #expect(names(asking) == ["Wyn", "Woo"])
  }

  @Test func `of a big house the nearest are named, enough to choose from`() {
    var scene = Scene()
    scene.member(1, "Ann", "porter", hours: always)
    for number in UInt64(2)..<40 { scene.staff.post(number, "P\(number)", "pharmacist", at: scene.ward, hours: always) }
    #expect(scene.ask().candidates.count == Asking.enoughHere)
    let sunday = scene.ask(at: "2026-11-22T10:00")
    #expect(sunday.candidates.count == Asking.enoughHere)
    for number in UInt64(2)..<40 { scene.staff.post(number, "P\(number)", "pharmacist", at: scene.ward, hours: office) }
    let closed = scene.ask(at: "2026-11-22T10:00")
    #expect(closed.candidates.count == Asking.mostBeyondTeam)
    #expect(closed.nextAt == instant("2026-11-23T08:00"))
  }

  @Test func `an empty directory and an empty team ask nobody`() {
    let asking = Scene().ask()
    #expect(asking.candidates.isEmpty && asking.best == nil && asking.nextAt == nil)
    let none = Chart([]).whomToAsk(
      medication, team: [], index: ProfessionIndex(Directory()), directory: Directory(), now: instant(friday),
      zone: .utc)
    #expect(none.candidates.isEmpty)
  }
}
