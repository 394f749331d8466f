import TestSupport
import Testing

@testable import Care

/// What the scores read from a chart, and what they don't.
@Suite struct ScoresChartTests {
  private let now = instant("2026-11-21T08:00")

  private func score(_ id: String, _ resources: [Resource], at time: Instant? = nil) throws -> Score {
    let chart = Chart(resources.enumerated().map { (UInt64($0.offset), $0.element) })
    return try #require(chart.scores(Directory(), now: time ?? now, zone: .utc).first { $0.instrument.id == id })
  }

  private let adult = Resource.patient(made(Patient()) { $0.birthDate = day("1944-03-02") })

  private func measured(
    _ code: String, _ value: ObservedValue, at time: String = "2026-11-21T06:10", status: ResultStatus = .final
  ) -> Resource {
    .observation(
      made(Observation()) {
        $0.status = status
        $0.code = Concept(codings: [Coding(system: "http://loinc.org", code: code)])
        $0.effective.start = moment(time)
        $0.value = value
      })
  }

  private func amount(_ value: String, _ unit: String) -> ObservedValue {
    .quantity(Quantity(value: value, unit: unit))
  }

  private func signs(at time: String = "2026-11-21T06:10", temperature: Resource? = nil) -> [Resource] {
    [
      measured("9279-1", amount("22", "/min"), at: time), measured("59408-5", amount("94", "%"), at: time),
      measured("3151-8", amount("2", "L/min"), at: time), pressure("105", at: time),
      measured("8867-4", amount("95", "/min"), at: time),
      measured("67775-7", .concept(Concept(codings: [Coding(code: "LA9340-6")])), at: time),
      temperature ?? measured("8310-5", amount("38.4", "Cel"), at: time),
    ]
  }

  private func pressure(_ systolic: String, at time: String) -> Resource {
    .observation(
      made(Observation()) {
        $0.code = Concept(codings: [Coding(code: "85354-9")])
        $0.effective.start = moment(time)
        $0.components = [
          made(ObservationComponent()) {
            $0.code = Concept(codings: [Coding(code: "8480-6")])
            $0.value = .quantity(Quantity(value: systolic, unit: "mm[Hg]"))
          }
        ]
      })
  }

  @Test func `a full set of signs gives NEWS2, each with when and from where`() throws {
    let news = try score("news2", [adult] + signs())
    #expect(news.terms.map(\.points) == [2, 1, 2, 1, 1, 0, 1])
    #expect(news.total == 8)
    #expect(news.terms.allSatisfy { $0.evidence?.at == moment("2026-11-21T06:10") && $0.evidence?.source == 0 })
    #expect(news.terms[2].evidence?.words == "oxygen, 2 L/min")
    #expect(news.remarks == ["Scale 1: no target of 88–92 % is on file."])
  }

  @Test func `signs count for 12 hours`() throws {
    let news = try score("news2", [adult] + signs(at: "2026-11-20T20:00"))
    #expect(news.total == 8)
    let late = try score("news2", [adult] + signs(at: "2026-11-20T19:59"))
    #expect(late.outcome == .incomplete(known: 0, of: 7))
    #expect(late.terms[0].missing == "the last is older than 12 hours")
    #expect(late.terms[0].evidence?.words == "22 /min")
  }

  @Test func `signs taken more than an hour before the newest are of another set`() throws {
    let near = measured("8310-5", amount("38.4", "Cel"), at: "2026-11-21T05:10")
    #expect(try score("news2", [adult] + signs(temperature: near)).total == 8)
    let far = measured("8310-5", amount("38.4", "Cel"), at: "2026-11-21T05:09")
    let news = try score("news2", [adult] + signs(temperature: far))
    #expect(news.outcome == .incomplete(known: 6, of: 7))
    #expect(news.terms[6].missing == "not taken with the newest signs")
  }

  @Test func `what is to come, withdrawn or without an hour is no sign`() throws {
    for temperature in [
      measured("8310-5", amount("38.4", "Cel"), at: "2026-11-21T08:01"),
      measured("8310-5", amount("38.4", "Cel"), status: .enteredInError),
      .observation(
        made(Observation()) {
          $0.code = Concept(codings: [Coding(code: "8310-5")])
          $0.effective.start = day("2026-11-21")
          $0.value = .quantity(Quantity(value: "38.4", unit: "Cel"))
        }),
    ] {
      #expect(try score("news2", [adult] + signs(temperature: temperature)).outcome == .incomplete(known: 6, of: 7))
    }
  }

  @Test(
    arguments: [
      ("101.1", "[degF]", 1), ("98.6", "[degF]", 0), ("38.4", "", nil), ("311", "K", nil), ("high", "Cel", nil),
    ] as [(String, String, Double?)])
  func `a value counts only in a unit that is understood`(value: String, unit: String, points: Double?) throws {
    let news = try score("news2", [adult] + signs(temperature: measured("8310-5", amount(value, unit))))
    #expect(news.terms[6].points == points)
    #expect(news.terms[6].isKnown == (points != nil))
  }

  @Test func `that nothing is said of oxygen does not mean air`() throws {
    let set = signs()
    let silent = try score("news2", [adult] + set.enumerated().filter { $0.offset != 2 }.map(\.element))
    #expect(silent.outcome == .incomplete(known: 6, of: 7))
    #expect(silent.terms[2].missing == "none on file")
    for (code, value) in [
      ("3151-8", amount("0", "L/min")), ("3150-0", amount("21", "%")), ("3150-0", amount("0.21", "1")),
      ("722742002", .absent),
    ] {
      var air = set
      air[2] = measured(code, value)
      let news = try score("news2", [adult] + air)
      #expect(news.terms[2].points == 0, "\(code)")
      #expect(news.terms[2].evidence?.words == "air")
    }
  }

  @Test(
    arguments: [
      (ObservedValue.text("A"), 0), (.text("Confusion"), 3),
      (.concept(Concept(codings: [Coding(code: "300202002")])), 3),
      (.text("sleepy"), nil),
    ] as [(ObservedValue, Double?)])
  func `consciousness is read as one of five`(value: ObservedValue, points: Double?) throws {
    var set = signs()
    set[5] = measured("67775-7", value)
    #expect(try score("news2", [adult] + set).terms[5].points == points)
  }

  @Test func `scale 2 is used only where a target of 88–92 % is on file`() throws {
    var set = signs()
    set[1] = measured("59408-5", amount("89", "%"))
    #expect(try score("news2", [adult] + set).terms[1].points == 3)
    let target = Resource.flag(
      made(Flag()) {
        $0.status = .active
        $0.code = Concept(text: "Target SpO2 88–92 %")
      })
    let news = try score("news2", [adult, target] + set)
    #expect(news.terms[1].points == 0)
    #expect(news.instrument.variant == "SpO2 scale 2, target 88–92 %")
    #expect(news.remarks == ["Scale 2 by what is on file: Target SpO2 88–92 %."])
    let over = Resource.flag(
      made(Flag()) {
        $0.status = .inactive
        $0.code = Concept(text: "Target SpO2 88–92 %")
      })
    #expect(try score("news2", [adult, over] + set).terms[1].points == 3)
  }

  @Test func `NEWS2 is not for children nor in pregnancy`() throws {
    func outcome(_ patient: Patient, _ more: [Resource] = []) throws -> Score.Outcome {
      try score("news2", [.patient(patient)] + more + signs()).outcome
    }
    let born = { (date: String) in made(Patient()) { $0.birthDate = day(date) } }
    #expect(try outcome(born("2010-11-22")) == .notApplicable("not for under 16"))
    #expect(try outcome(born("2010-11-21")) != .notApplicable("not for under 16"))
    let pregnant = Resource.condition(
      made(Condition()) {
        $0.clinical = .active
        $0.code = Concept(codings: [Coding(code: "77386006")])
      })
    #expect(try outcome(born("1996-01-01"), [pregnant]) == .notApplicable("not in pregnancy"))
    #expect(
      try outcome(Patient()) == .notApplicable("the age isn't known, and it is not for under 16"))
  }

  @Test func `a recorded total stands in where the signs did not come, and is compared where they did`() throws {
    let total = measured("1104051000000101", amount("6", "{score}"))
    let pulse = measured("8867-4", amount("95", "/min"))
    let recorded = try score("news2", [adult, total, pulse])
    #expect(recorded.total == 6)
    #expect(recorded.instrument.variant == "total as recorded, scale not stated")
    #expect(try score("news2", [adult, total] + signs()).remarks.last == "Recorded there as 6.")
    // The first NEWS is another instrument.
    let first = try score("news2", [adult, measured("88330-6", amount("6", "{score}")), pulse])
    #expect(first.outcome == .incomplete(known: 1, of: 7))
  }

  private func encounter(
    _ code: String, _ start: String, _ end: String?, _ change: (inout Encounter) -> Void = { _ in }
  ) -> Resource {
    .encounter(
      made(Encounter()) {
        $0.status = end == nil ? .inProgress : .finished
        $0.classification = Coding(code: code)
        $0.period = Period(start: moment(start), end: end.map { moment($0) })
        change(&$0)
      })
  }

  private func problem(_ code: String) -> Resource {
    .condition(
      made(Condition()) {
        $0.clinical = .active
        $0.verification = .confirmed
        $0.code = Concept(codings: [Coding(code: code)])
        $0.recorded = day("2024-01-01")
      })
  }

  /// A week on the ward through the ED, an ED visit in the half-year before, heart failure and COPD.
  private var course: [Resource] {
    [
      adult, encounter("AMB", "2026-01-10T09:00", "2026-01-10T09:30"),
      encounter("EMER", "2026-10-24T08:20", "2026-10-24T13:00"),
      encounter("EMER", "2026-11-13T19:05", "2026-11-13T21:40"),
      encounter("IMP", "2026-11-13T21:40", "2026-11-19T14:10"), problem("84114007"), problem("13645005"),
    ]
  }

  @Test func `LACE is read from the stay, the way in, the problems and the visits before`() throws {
    let lace = try score("lace", course)
    #expect(lace.terms.map(\.points) == [4, 3, 5, 1])
    #expect(lace.total == 13)
    #expect(
      lace.terms.map { $0.evidence?.words } == [
        "6 days", "yes, through the ED", "4 or more: heart failure 2, chronic lung disease 2", "1 visit",
      ])
    #expect(!lace.isProvisional)
  }

  @Test func `the ED visit that led to the stay is not counted, one that ended well before is`() throws {
    var earlier = course
    earlier[3] = encounter("EMER", "2026-11-13T13:05", "2026-11-13T15:39")
    let lace = try score("lace", earlier)
    #expect(lace.terms[3].points == 2)
    #expect(lace.terms[1].missing == "nobody says whether it was planned")
  }

  @Test func `ED visits are not known where the encounters on file begin later`() throws {
    let lace = try score("lace", course.enumerated().filter { $0.offset != 1 }.map(\.element))
    #expect(lace.outcome == .incomplete(known: 3, of: 4))
    #expect(lace.terms[3].missing == "the encounters on file don't reach back that far")
    #expect(lace.terms[3].evidence?.words == "1 visit")
  }

  @Test func `problems that don't reach the cap leave the comorbidity open`() throws {
    let lace = try score("lace", course.dropLast())
    #expect(lace.outcome == .incomplete(known: 3, of: 4))
    #expect(lace.terms[2].evidence?.words == "2 or more: heart failure 2")
    #expect(try score("lace", course.dropLast(2)).terms[2].missing == "no Charlson sum on file")
  }

  @Test func `wards one after another are one stay, a skilled nursing facility is none`() throws {
    var moved = course
    moved[4] = encounter("IMP", "2026-11-13T21:40", "2026-11-16T10:00")
    moved.append(encounter("IMP", "2026-11-16T10:00", "2026-11-19T14:10"))
    moved.append(encounter("NONAC", "2026-11-19T15:00", nil))
    #expect(try score("lace", moved).terms[0].evidence?.words == "6 days")
  }

  @Test func `LACE is provisional during the stay, and over 30 days after it`() throws {
    var during = course
    during[4] = encounter("IMP", "2026-11-13T21:40", nil)
    let lace = try score("lace", during)
    #expect(lace.terms[0].evidence?.words == "8 days")
    #expect(lace.isProvisional)
    #expect(try score("lace", course, at: instant("2026-12-19T23:00")).total == 13)
    #expect(
      try score("lace", course, at: instant("2026-12-20T08:00")).outcome
        == .notApplicable("no stay in a hospital in the last 30 days"))
  }

  @Test func `a planned admission is said to be one, not guessed`() throws {
    var planned = course
    planned[3] = adult
    planned[4] = encounter("IMP", "2026-11-13T21:40", "2026-11-19T14:10") {
      $0.priority = Concept(codings: [Coding(code: "EL", display: "elective")])
    }
    #expect(try score("lace", planned).terms[1].points == 0)
  }

  @Test func `HOSPITAL reads the last values of the stay and names what is missing`() throws {
    let labs = [
      measured("718-7", amount("12.5", "g/dL"), at: "2026-11-14T06:00"),
      measured("718-7", amount("113", "g/L"), at: "2026-11-19T06:00"),
      measured("718-7", amount("13", "g/dL"), at: "2026-11-20T06:00"),
      measured("2951-2", amount("134", "mmol/L"), at: "2026-11-19T06:00"),
    ]
    let score = try score("hospital", course + labs)
    #expect(score.terms.map(\.points) == [1, nil, 1, nil, 1, nil, 2])
    #expect(score.outcome == .incomplete(known: 4, of: 7))
    #expect(
      score.terms.compactMap(\.missing) == [
        "the service isn't named", "no coded procedure on file", "the encounters on file don't reach back that far",
      ])
  }

  @Test func `HOSPITAL is complete where everything is on file`() throws {
    var full = course
    full[1] = encounter("AMB", "2025-01-10T09:00", "2025-01-10T09:30")
    full[4] = encounter("IMP", "2026-11-13T21:40", "2026-11-19T14:10") {
      $0.serviceType = Concept(text: "Cardiology", codings: [Coding(code: "394579002")])
    }
    full += [
      encounter("IMP", "2026-03-01", "2026-03-04"), measured("718-7", amount("11.3", "g/dL"), at: "2026-11-19T06:00"),
      measured("2951-2", amount("138", "mmol/L"), at: "2026-11-19T06:00"),
      .procedure(
        made(Procedure()) {
          $0.status = .completed
          $0.code = Concept(codings: [Coding(code: "40701008", display: "Echocardiography")])
          $0.performed.start = moment("2026-11-18T16:00")
        }),
    ]
    let score = try score("hospital", full)
    #expect(score.terms.map(\.points) == [1, 0, 0, 1, 1, 2, 2])
    #expect(score.total == 7)
    #expect(score.band?.word == "high")
  }

  @Test func `flags by where the patient has been`() throws {
    func flagged(_ id: String, _ resources: [Resource]) throws -> Bool {
      try score("utilisation-\(id)", [adult, encounter("AMB", "2026-01-10", "2026-01-10")] + resources).band
        == Utilisation.flagged
    }
    let visits = ["2026-09-22", "2026-10-20", "2026-11-20"].map { encounter("EMER", $0, $0 + "T03:00") }
    #expect(try flagged("highUtiliser", visits))
    #expect(try !flagged("highUtiliser", [encounter("EMER", "2026-09-21", "2026-09-21")] + visits.dropFirst()))
    let stay = encounter("IMP", "2026-10-22", "2026-10-25")
    #expect(try flagged("readmissionRisk", [stay, encounter("EMER", "2026-11-21T07:00", nil)]))
    #expect(try !flagged("readmissionRisk", [stay]))
    #expect(try flagged("recentInpatient", [stay, encounter("IMP", "2026-11-20", nil)]))
    #expect(try !flagged("recentInpatient", [encounter("IMP", "2026-11-20", nil)]))
    let nursing = encounter("NONAC", "2026-09-01", "2026-10-22")
    #expect(try flagged("recentSkilledNursing", [nursing, encounter("IMP", "2026-11-20", nil)]))
    #expect(try !flagged("recentSkilledNursing", [nursing]))
  }

  @Test func `few ED visits on a short record are not known to be few`() throws {
    let flag = try score("utilisation-highUtiliser", [adult, encounter("EMER", "2026-11-20", "2026-11-20T04:00")])
    #expect(flag.outcome == .incomplete(known: 0, of: 1))
  }

  @Test func `continuity counts the clinic visits of a year by person and by organization`() throws {
    func visit(_ date: String, _ person: String, _ place: String) -> Resource {
      encounter("AMB", date, date) {
        $0.serviceProvider = Reference(display: place)
        $0.participants = [made(Participant()) { $0.actor = Reference(display: person) }]
      }
    }
    let visits = [
      visit("2026-02-01", "Reyes", "Elm"), visit("2026-03-01", "Reyes", "Elm"), visit("2026-04-01", "Sato", "Elm"),
      visit("2026-05-01", "Sato", "Elm"), visit("2025-11-20", "Khan", "Oak"),
    ]
    let person = try score("continuity-practitioner", [adult] + visits)
    #expect(person.totalWords == "0.33")
    #expect(person.terms.map(\.name) == ["Reyes", "Sato"])
    #expect(person.remarks.first == "(2×2 + 2×2 − 4) / (4 × 3)")
    #expect(try score("continuity-organization", [adult] + visits).totalWords == "1.00")
    #expect(
      try score("continuity-organization", [adult] + visits.prefix(3)).outcome
        == .notApplicable("n/a (n=3): from 4 visits on"))
    let unnamed = visits.prefix(3) + [encounter("AMB", "2026-06-01", "2026-06-01")]
    #expect(try score("continuity-practitioner", [adult] + unnamed).outcome == .incomplete(known: 3, of: 4))
  }

  @Test func `a level that the ED recorded is shown, and none is invented`() throws {
    let esi = measured("75636-1", .concept(Concept(codings: [Coding(code: "LA21752-3")])))
    #expect(try score("esi", [adult, esi]).total == 2)
    #expect(try score("esi", [adult, measured("75636-1", amount("7", ""))]).outcome == .incomplete(known: 0, of: 1))
    #expect(try score("esi", [adult]).outcome == .notApplicable("none on file"))
  }

  @Test func `nothing is scored of the dead, nor where no patient's record has come`() {
    let dead = Resource.patient(made(Patient()) { $0.deceased = .yes })
    #expect(Chart([(1, dead)]).scores(Directory(), now: now, zone: .utc) == [])
    #expect(Chart(id: .unmatched).scores(Directory(), now: now, zone: .utc) == [])
  }

  @Test func `no score of an empty chart has a total above nothing`() {
    for score in Chart([(1, adult)]).scores(Directory(), now: now, zone: .utc) {
      // Only the flags that ask where the patient is now are settled by there being no encounter.
      #expect(score.total == nil || score.band == Utilisation.notFlagged, "\(score.instrument.id)")
    }
  }
}
