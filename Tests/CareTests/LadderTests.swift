import TestSupport
import Testing

@testable import Care

private let sender = Reference(target: origin(90), kind: "Practitioner", display: "Khan, Ana")
private let sent = instant("2026-11-20T10:00")
private let site = SiteRules(zone: .utc)
private let program = Author(name: "Rounds")

/// A ward with a nurse, a supervisor of their house and a medical director, and one message to the nurse.
private struct Scene {
  var staff = Staff()
  var chart: Chart
  let nurse: Reference
  let ward: Reference
  private var roles: [(String, Reference)] = []

  init(
    nurseHours: [AvailableTime] = always, supervisorHours: [AvailableTime] = always, isUrgent: Bool = true,
    at time: Instant = sent
  ) {
    ward = staff.house(51, "4B")
    nurse = staff.post(1, "Nurse", "nurse", at: ward, hours: nurseHours)
    staff.post(2, "Super", "supervisor", at: ward, hours: supervisorHours)
    staff.post(3, "Chief", "medical director", at: ward, hours: office)
    staff.post(4, "Stand-in", "nurse", at: ward, hours: always)
    let actor = nurse
    chart = Chart([
      (0, .patient(Patient())),
      (
        1,
        .careTeam(
          made(CareTeam()) {
            $0.status = .active
            $0.participants = [
              made(Participant()) {
                ($0.roles, $0.actor) = ([Concept(text: "nurse")], actor)
              }
            ]
          })
      ),
    ])
    var draft = MessageDraft(id: line(50), patient: somePatient, written: time)
    (draft.recipients, draft.topic, draft.text) = ([nurse], "Potassium", "6.1, please call")
    (draft.isUrgent, draft.needsAcknowledgement) = (isUrgent, !isUrgent)
    let message = chart.message(draft, by: sender, at: time)
    chart.tell(.lineWritten(chart.written(.communication(message), draft.id), before: nil), at: time)
  }

  var item: OpenItem? { chart.owed(site).first { $0.climbing != nil } }

  func commands(at time: String) throws -> [Command] {
    let (directory, now) = (staff.directory, instant(time))
    return chart.passingUp(
      try #require(item), team: chart.team(directory, now: now, zone: .utc), index: ProfessionIndex(directory),
      directory, site, now: now)
  }

  /// Carries out what is due, and says whom it went to.
  mutating func passUp(at time: String) throws -> [String] {
    let commands = try commands(at: time)
    for command in commands {
      let context = CommandContext(now: instant(time), author: program, reason: "late", site: site)
      for event in try decide(chart, command, context) { chart.tell(event, by: program, at: instant(time)) }
    }
    return commands.map { command in
      switch command {
      case .assign(_, let owner): "cover \(staff.directory.naming(owner).words)"
      case .escalate(_, let step, let owner): "\(step) \(staff.directory.naming(owner).words)"
      default: "\(command)"
      }
    }
  }
}

@Suite struct LadderTests {
  @Test func `what is on no screen after five minutes goes up, and on to the next step an hour later`() throws {
    var scene = Scene()
    #expect(try scene.passUp(at: "2026-11-20T10:04") == [])
    #expect(try scene.passUp(at: "2026-11-20T10:05") == ["1 Super"])
    #expect(try scene.passUp(at: "2026-11-20T11:04") == [])
    #expect(try scene.passUp(at: "2026-11-20T11:05") == ["2 Chief"])
    #expect(scene.item?.step == 2)
    #expect(scene.item?.climbs(site) == nil, "there is no step above")
    #expect(scene.chart.handling.values.flatMap(\.escalations).map(\.by.name) == ["Rounds", "Rounds"])
  }

  @Test func `it ends with an answer, not with an arrival`() throws {
    var scene = Scene()
    let nurse = Author(member: MemberID(high: 4, low: 1), name: "Nurse")
    let context = CommandContext(now: instant("2026-11-20T10:03"), author: nurse, site: site)
    for event in try decide(scene.chart, .noteArrivals(as: [scene.nurse]), context) {
      scene.chart.tell(event, by: nurse, at: context.now)
    }
    #expect(try scene.passUp(at: "2026-11-20T10:59") == [])
    #expect(try scene.passUp(at: "2026-11-20T11:00") == ["1 Super"], "an hour without an answer")
    for event in try decide(scene.chart, .noteAnswer(message: line(50), as: [scene.nurse]), context) {
      scene.chart.tell(event, by: nurse, at: context.now)
    }
    #expect(scene.item == nil)
  }

  @Test func `whoever takes it has the time of the step before it goes on`() throws {
    var scene = Scene()
    let item = try #require(scene.item)
    scene.chart.tell(
      .ownerChanged(item: item.id, from: Reference(), to: scene.nurse), at: instant("2026-11-20T10:04"))
    #expect(try scene.passUp(at: "2026-11-20T10:05") == [])
    #expect(try scene.passUp(at: "2026-11-20T10:34") == ["1 Super"])
  }

  @Test func `the deputy of who is absent has it before the ladder`() throws {
    var scene = Scene()
    scene.staff.roster(101, span(.absence, "2026-11-19T00:00", "2026-11-25T00:00", deputy: person(4)))
    #expect(try scene.passUp(at: "2026-11-20T10:05") == ["cover Stand-in"])
    #expect(scene.item?.owner == person(4))
    #expect(scene.chart.takers(of: line(50)) == [person(4)])
    #expect(try scene.passUp(at: "2026-11-20T10:34") == [])
    #expect(try scene.passUp(at: "2026-11-20T10:35") == ["1 Super"])
  }

  @Test func `whoever is on call for the unit covers for who is off duty`() throws {
    var scene = Scene(nurseHours: office, at: instant("2026-11-20T22:00"))
    scene.staff.roster(104, span(.onCall, "2026-11-20T17:00", "2026-11-21T07:00", rank: 1, unit: scene.ward))
    #expect(try scene.passUp(at: "2026-11-20T22:05") == ["cover Stand-in"])
  }

  @Test func `what isn't urgent waits until its recipient has been there, and somebody above is`() throws {
    var scene = Scene(nurseHours: office, supervisorHours: office, isUrgent: false, at: instant("2026-11-20T22:00"))
    #expect(try scene.passUp(at: "2026-11-20T23:00") == [], "off duty since 17:00")
    #expect(try scene.passUp(at: "2026-11-23T08:10") == [], "there for ten minutes")
    #expect(try scene.passUp(at: "2026-11-23T08:30") == ["1 Super"])
    var evening = Scene(supervisorHours: office, isUrgent: false, at: instant("2026-11-20T22:00"))
    #expect(try evening.passUp(at: "2026-11-20T23:00") == [], "the supervisor isn't there")
    #expect(try evening.passUp(at: "2026-11-23T08:00") == ["1 Super"])
  }

  @Test func `what is urgent goes past a step where nobody is, and never past all of them`() throws {
    var scene = Scene(supervisorHours: [hours(["sat"], "10:00:00", "12:00:00")])
    #expect(try scene.passUp(at: "2026-11-20T10:05") == ["1 Super", "2 Chief"], "each step is written down")
    var night = Scene(supervisorHours: office, at: instant("2026-11-20T22:00"))
    #expect(try night.passUp(at: "2026-11-20T22:05") == ["1 Super"])
  }

  @Test func `a step that nobody on file has is passed by its name`() throws {
    var scene = Scene()
    scene.staff = Staff()
    #expect(try scene.passUp(at: "2026-11-20T10:05") == ["1 supervisor"])
  }

  @Test func `nothing goes up by itself where a site doesn't want it, nor what no message asks for`() throws {
    let scene = Scene()
    let item = try #require(scene.item)
    let still = SiteRules(
      calendar: SiteCalendar(zone: .utc), ladder: Ladder(Ladder.standard.steps, isAutomatic: false))
    #expect(item.climbs(still) == nil && item.climbs(site) == instant("2026-11-20T10:05"))
    let task = Chart([(0, .patient(Patient())), (1, .task(made(Task()) { $0.restriction.end = day("2026-11-01") }))])
    #expect(task.owed(site).map { $0.climbs(site) } == [nil])
  }

  @Test func `a list knows its rows that go up, and those whose time has come`() throws {
    let scene = Scene()
    var lists = CareLists()
    let pages = lists.replace(.none, by: ChartRows(scene.chart, site: site))
    var reader = CareLists()
    reader.adopt(pages[.worklist, default: []].map { lists.image(.worklist, $0) })
    #expect(reader.climbers.due(at: instant("2026-11-20T10:04")) == [])
    #expect(reader.climbers.due(at: instant("2026-11-20T10:05")).map(\.item) == [try #require(scene.item).id])
    let gone = PageImage(list: .worklist, page: Page(number: pages[.worklist]?.first ?? 0, rows: 0, head: []))
    reader.adopt([gone])
    #expect(reader.climbers == Climbers())
  }
}

@Suite struct QuietHoursTests {
  @Test(arguments: [
    ("2026-11-20T20:59", nil), ("2026-11-20T21:00", "2026-11-21T08:00"), ("2026-11-21T07:59", "2026-11-21T08:00"),
    ("2026-11-21T08:00", nil),
  ])
  func `the standard ones run over midnight`(_ now: String, _ end: String?) {
    #expect(QuietHours.standard.end(at: instant(now), in: .utc) == end.map(instant))
  }

  @Test func `others lie within a day`() {
    let noon = QuietHours(start: 12 * 60, end: 14 * 60)
    #expect(noon.end(at: instant("2026-11-20T13:00"), in: .utc) == instant("2026-11-20T14:00"))
    #expect(noon.end(at: instant("2026-11-20T14:00"), in: .utc) == nil)
  }
}
