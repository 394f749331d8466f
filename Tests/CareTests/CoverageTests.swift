import TestSupport
import Testing

@testable import Care

private let now = instant("2026-11-20T10:00")
private let heartFailure = Concept(
  text: "Heart failure", codings: [Coding(system: "http://snomed.info/sct", code: "84114007")])
private let icd10 = "http://hl7.org/fhir/sid/icd-10-cm"

private func problem(_ code: Concept, _ change: (inout Condition) -> Void = { _ in }) -> Resource {
  .condition(
    made(Condition()) {
      $0.clinical = .active
      $0.code = code
      change(&$0)
    })
}

private func participant(
  _ role: String, _ name: String, since: Moment? = nil, until: Moment? = nil
) -> Participant {
  made(Participant()) {
    $0.roles = role.isEmpty ? [] : [Concept(text: role)]
    $0.actor = name.isEmpty ? Reference() : Reference(kind: "Practitioner", display: name)
    $0.period = Period(start: since, end: until)
  }
}

private func team(_ participants: Participant..., status: CareTeamStatus = .active) -> Resource {
  .careTeam(
    made(CareTeam()) {
      ($0.status, $0.participants, $0.name) = (status, participants, "Heart team")
    })
}

private func check(_ resources: Resource..., items: [OpenItem] = [], directory: Directory = Directory())
  -> [CoverageFinding]
{
  let chart = Chart(resources.enumerated().map { (UInt64($0.offset + 1), $0.element) })
  return chart.coverage(
    team: chart.team(directory, now: now, zone: .utc), openItems: items, directory: directory, now: now, zone: .utc)
}

private func lacking(_ findings: [CoverageFinding]) -> [String] {
  findings.compactMap { if case .lacks(let role, _) = $0 { role.words } else { nil } }
}

private func item(_ owner: String) -> OpenItem {
  OpenItem(
    id: line(70), kind: .task, title: "Call", status: "ready", priority: nil, due: nil,
    owner: Reference(display: owner))
}

@Suite struct CoverageTests {
  @Test func `heart failure calls for the roles of integrated heart care that nobody holds`() {
    let findings = check(
      problem(heartFailure), team(participant("cardiologist", "Cara"), participant("dietitian", "Dee")))
    #expect(
      findings == [
        .lacks(CareRole(words: "cardiac surgeon"), because: "integrated heart care, for Heart failure"),
        .lacks(CareRole(words: "nurse practitioner"), because: "integrated heart care, for Heart failure"),
      ])
    let whole = check(
      problem(heartFailure),
      team(
        participant("cardiologist", "Cara"), participant("dietitian", "Dee"), participant("cardiac surgeon", "Sy"),
        participant("Nurse Practitioner", "Nia")))
    #expect(whole.isEmpty)
  }

  @Test func `a place that one team leaves open is no gap where somebody of another team has the role`() {
    let open = team(participant("cardiologist", ""), participant("dietitian", ""))
    #expect(lacking(check(open, team(participant("cardiologist", "Cara")))) == ["dietitian"])
  }

  @Test(
    arguments: [
      ("13645005", "", ["nurse", "respiratory therapist or physiotherapist"]),
      ("J44.9", icd10, ["nurse", "respiratory therapist or physiotherapist"]),
      ("44054006", "", ["nurse", "dietitian"]), ("E11.9", icd10, ["nurse", "dietitian"]),
      (
        "230690007", "",
        ["nurse", "physiotherapist", "occupational therapist", "speech and language therapist"]
      ),
      ("C50.9", icd10, ["oncologist", "surgeon", "radiologist"]),
      ("254837009", "", ["oncologist", "surgeon", "radiologist"]),
      ("77386006", "", ["midwife or obstetrician"]), ("O14.1", icd10, ["midwife or obstetrician"]),
      ("Z59.0", icd10, ["social worker"]), ("32911000", "", ["social worker"]),
      ("160903007", "", []), ("38341003", "", []), ("C50.9", "urn:local", []),
    ] as [(String, String, [String])])
  func `a need calls for roles`(code: String, system: String, roles: [String]) {
    let findings = check(
      problem(Concept(codings: [Coding(system: system, code: code)])), team(participant("physician", "Dan")))
    #expect(lacking(findings) == roles)
  }

  @Test func `a role that two needs call for is one finding with both reasons`() {
    let diabetes = Concept(text: "Diabetes", codings: [Coding(code: "44054006")])
    let findings = check(problem(heartFailure), problem(diabetes), team(participant("physician", "Dan")))
    let because = findings.compactMap { finding -> String? in
      if case .lacks(let role, let because) = finding, role.words == "dietitian" { because } else { nil }
    }
    #expect(because == ["integrated heart care, for Heart failure; diabetes care, for Diabetes"])
  }

  @Test func `a social category is a need, a job is none`() {
    let sdoh = problem(Concept(text: "No heating")) { $0.categories = [Concept(codings: [Coding(code: "sdoh")])] }
    #expect(lacking(check(sdoh, team(participant("physician", "Dan")))) == ["social worker"])
    let job = problem(Concept(text: "Employed")) {
      $0.categories = [Concept(codings: [Coding(code: "employment-status")])]
    }
    #expect(check(job, team(participant("physician", "Dan"))).isEmpty)
  }

  @Test func `what isn't on file is no finding`() {
    #expect(check(team(participant("physician", "Dan"))).isEmpty, "no problems")
    #expect(check(problem(heartFailure)).isEmpty, "no team")
    #expect(check().isEmpty)
    let unsaid = check(problem(heartFailure), team(participant("physician", "Dan"), participant("", "Una")))
    #expect(lacking(unsaid).isEmpty, "Una may be any of them")
    let resolved = problem(heartFailure) { $0.clinical = .resolved }
    #expect(check(resolved, team(participant("physician", "Dan"))).isEmpty)
    let refuted = problem(heartFailure) { $0.verification = .refuted }
    #expect(check(refuted, team(participant("physician", "Dan"))).isEmpty)
  }

  @Test func `a role that the team names and leaves empty is lacking, whatever the problems`() {
    let findings = check(team(participant("physician", "Dan"), participant("pharmacist", "")))
    #expect(findings == [.lacks(CareRole(words: "pharmacist"), because: "asked for by Heart team")])
  }

  @Test func `who has left holds no role any more, and leaving is told for a while`() {
    let left = participant("cardiologist", "Cara", until: day("2026-11-10"))
    let findings = check(
      problem(heartFailure), team(left, participant("physician", "Dan")))
    #expect(lacking(findings).contains("cardiologist"))
    guard case .ended(let member, let at)? = findings.last else {
      Issue.record("\(findings)")
      return
    }
    #expect(member.name.words == "Cara" && at == instant("2026-11-11"))
    let long = participant("cardiologist", "Cara", until: day("2026-01-10"))
    #expect(check(team(long, participant("physician", "Dan"))).isEmpty)
    let owning = check(team(long, participant("physician", "Dan")), items: [item("Cara"), item("Dan")])
    #expect(owning.count == 1, "whoever left work behind stays a finding: \(owning)")
    let again = check(team(left, participant("cardiologist", "Cara")))
    #expect(again.isEmpty, "who came back hasn't left")
  }

  @Test func `who owns none of the open items is told, and without open items nobody is`() {
    let members = team(participant("physician", "Dan"), participant("nurse", "Nia"))
    let findings = check(members, items: [item("Dan")])
    #expect(findings.count == 1)
    if case .ownsNothing(let member)? = findings.first { #expect(member.name.words == "Nia") } else { Issue.record() }
    #expect(check(members).isEmpty)
  }

  @Test func `an item of a post is its person's`() {
    var staff = Staff()
    let post = staff.post(1, "Dan", "physician")
    let members = team(made(Participant()) { $0.actor = person(1) })
    let owned = made(item("")) { $0.owner = post }
    #expect(check(members, items: [owned], directory: staff.directory).isEmpty)
  }

  @Test func `who was last heard of long ago is silent, and who just joined is not`() {
    func message(_ sender: String, _ sent: String) -> Resource {
      .communication(
        made(Communication()) {
          ($0.sender, $0.sent) = (Reference(display: sender), moment(sent))
        })
    }
    let members = team(
      participant("physician", "Dan"), participant("nurse", "Nia"),
      participant("dietitian", "Dee", since: day("2026-01-01")),
      participant("pharmacist", "Pip", since: day("2026-11-10")), participant("psychologist", "Una"))
    let findings = check(
      members, message("Dan", "2026-11-10"), message("Nia", "2026-10-21T10:00"), message("Nia", "2026-12-01"))
    let silent = findings.compactMap { finding -> String? in
      if case .silent(let member, let since) = finding {
        "\(member.name.words) \(since.map { "\($0 == instant("2026-10-21T10:00"))" } ?? "never")"
      } else {
        nil
      }
    }
    #expect(silent == ["Nia true", "Dee never"], "Una may have joined today")
    #expect(check(members).isEmpty, "a chart in which nobody was heard of tells nothing")
  }

  @Test func `an encounter and a task are signs of life too`() {
    let members = team(
      participant("physician", "Dan", since: day("2026-01-01")), participant("nurse", "Nia", since: day("2026-01-01")),
      participant("pharmacist", "Pip", since: day("2026-01-01")))
    let stay = Resource.encounter(
      made(Encounter()) {
        $0.status = .inProgress
        $0.period = Period(start: moment("2026-09-01"))
        $0.participants = [participant("", "Dan")]
      })
    let task = Resource.task(
      made(Task()) {
        ($0.owner, $0.lastModified) = (Reference(display: "Nia"), moment("2026-11-15"))
      })
    let findings = check(members, stay, task)
    #expect(findings.count == 1)
    if case .silent(let member, nil)? = findings.first { #expect(member.name.words == "Pip") } else { Issue.record() }
  }

  @Test func `every template has a name, roles and a source`() {
    let names = TeamTemplate.standard.map(\.name)
    #expect(Set(names).count == names.count)
    for template in TeamTemplate.standard { #expect(!template.roles.isEmpty && !template.source.isEmpty) }
  }
}

@Suite struct RoleCardTests {
  private func shown(
    _ staff: Staff, _ actor: Reference, _ role: String = "pharmacist", onBehalfOf: Reference = Reference()
  )
    -> RoleCard?
  {
    let chart = Chart([
      (
        1,
        .careTeam(
          made(CareTeam()) {
            $0.status = .active
            $0.participants = [
              made(Participant()) {
                ($0.actor, $0.onBehalfOf) = (actor, onBehalfOf)
                $0.roles = [Concept(text: role)]
              }
            ]
          })
      )
    ])
    return chart.team(staff.directory, now: now, zone: .utc).first.map {
      chart.roleCard(of: $0, directory: staff.directory, now: now, zone: .utc)
    }
  }

  @Test func `a card says what a pharmacist needs, where they are, and how to reach them`() throws {
    var staff = Staff()
    let house = staff.house(50, "Harbour House")
    let pharmacy = staff.house(51, "Pharmacy", partOf: house)
    let post = staff.post(1, "Pip", "pharmacist", at: pharmacy, hours: office)
    staff.add(
      1,
      .practitioner(
        made(Practitioner()) {
          $0.names = [HumanName(text: "Pip")]
          $0.languages = ["en", "es"]
          $0.qualifications = [Concept(text: "PharmD")]
          $0.telecom = [
            ContactPoint(system: "phone", value: "1", use: "home"),
            ContactPoint(system: "phone", value: "2", use: "old"),
            ContactPoint(system: "phone", value: "3", use: "work"),
          ]
        }))
    staff.roster(1, span(.absence, "2026-11-20", "2026-11-21", deputy: person(2)))
    let card = try #require(shown(staff, post))
    #expect(card.professions == [.pharmacist])
    #expect(card.needs == Profession.pharmacist.needs && card.needs.count == 3)
    #expect(card.place == ["Harbour House", "Pharmacy"])
    #expect(card.contacts.map(\.value) == ["3", "1"])
    #expect(card.hours == [OpenHours(weekdays: [1, 2, 3, 4, 5], start: 480, end: 1020)])
    #expect(card.languages == ["en", "es"] && card.skills == ["PharmD"])
    #expect(card.deputy == person(2))
  }

  @Test func `a card of who isn't in the directory tells what the team does and no more`() throws {
    var staff = Staff()
    let house = staff.house(50, "Harbour House")
    let card = try #require(shown(staff, Reference(display: "Una"), "chaplain", onBehalfOf: house))
    #expect(card.professions == [.other] && card.needs.isEmpty && card.needsSource.isEmpty)
    #expect(card.presence == .unknown && card.place == ["Harbour House"] && card.deputy.isEmpty)
  }

  @Test func `a card says who of the profession is on call for the unit, and who is next`() throws {
    var staff = Staff()
    let ward = staff.house(50, "4B")
    let post = staff.post(1, "Pip", "pharmacist", at: ward, hours: office)
    staff.post(2, "Pat", "pharmacist", at: ward)
    staff.post(3, "Ned", "nurse", at: ward)
    staff.roster(102, span(.onCall, "2026-11-19T08:00", "2026-12-01T08:00", rank: 1, unit: ward))
    staff.roster(103, span(.onCall, "2026-11-19T08:00", "2026-12-01T08:00", rank: 1, unit: ward))
    staff.roster(101, span(.onCall, "2026-12-01T08:00", "2026-12-08T08:00", rank: 1, unit: ward))
    let card = try #require(shown(staff, post))
    #expect(card.onCall.now.map { staff.directory.naming($0.member).words } == ["Pat"], "a nurse is no pharmacist")
    #expect(card.onCall.next.map { staff.directory.naming($0.member).words } == ["Pip"])
  }

  @Test func `a carer's card prefers the mobile, and speaks their languages`() throws {
    let carer = made(RelatedPerson()) {
      $0.names = [HumanName(text: "Lou")]
      $0.relationships = [Concept(text: "daughter")]
      $0.languages = ["pt"]
      $0.telecom = [
        ContactPoint(system: "phone", value: "work", use: "work"),
        ContactPoint(system: "phone", value: "mobile", use: "mobile"),
      ]
    }
    let chart = Chart([(1, .relatedPerson(carer))])
    let member = try #require(chart.team(Directory(), now: now, zone: .utc).first)
    let card = chart.roleCard(of: member, directory: Directory(), now: now, zone: .utc)
    #expect(card.contacts.map(\.value) == ["mobile", "work"])
    #expect(card.languages == ["pt"] && card.needs == Profession.carer.needs)
  }

  @Test func `every profession that is known has three needs`() {
    for profession in Profession.allCases where profession != .other { #expect(profession.needs.count == 3) }
  }

  @Test func `days with the same hours are one line, in the order of the week`() {
    let times =
      [hours(["sun", "mon"], "08:00", "12:00"), hours(["mon"], "13:00", "17:00"), hours([], "x", "y")] + always
    #expect(
      times.openHours == [
        OpenHours(weekdays: [1, 2, 3, 4, 5, 6, 0], start: 0, end: 1440),
        OpenHours(weekdays: [1, 0], start: 480, end: 720), OpenHours(weekdays: [1], start: 780, end: 1020),
      ])
  }
}
