import TestSupport
import Testing

@testable import Care

/// Small charts in New York's time; what is heard, is heard on 15 November 2026 unless a test says otherwise.
private let site = SiteRules(zone: newYork)
private let calendar = site.calendar

private func chart(_ resources: [Resource], born: String? = "1950-06-01", heard: String = "2026-11-15") -> Chart {
  var chart = Chart(id: somePatient)
  var lines = resources.enumerated().map { (UInt64($0.offset + 1), $0.element) }
  lines.append((0, .patient(made(Patient()) { $0.birthDate = born.map { day($0) } })))
  chart.tell(
    .recordReceived(
      Source(format: "test", document: "one", received: instant(heard)),
      lines.map { ImportedLine(id: line($0.0), origins: [origin($0.0)], origin: "\($0.0)", resource: $0.1) }))
  return chart
}

private func to(_ number: UInt64, _ kind: String = "") -> Reference { Reference(target: origin(number), kind: kind) }
private let patient = to(0, "Patient")
private let clinician = Reference(kind: "Practitioner", display: "Dr Reyes")

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

/// From the tenth on; left Thursday 12 November 2026, 14:10 in New York.
private func stay(_ change: (inout Encounter) -> Void = { _ in }) -> Resource {
  encounter("IMP", "2026-11-10T15:00", "2026-11-12T19:10", change)
}

private func message(_ at: String, from: Reference = patient, answers: UInt64? = nil) -> Resource {
  .communication(
    made(Communication()) {
      $0.status = .completed
      $0.sender = from
      $0.recipients = [from == patient ? clinician : patient]
      $0.sent = moment(at)
      $0.topic = Concept(text: "Headache")
      if let answers { $0.inResponseTo = [to(answers)] }
    })
}

private func task(
  _ words: String, _ status: TaskStatus = .requested, about: UInt64? = nil, asked: String = "2026-11-12T19:00",
  due: String? = nil, done: String? = nil
) -> Resource {
  .task(
    made(Task()) {
      $0.description = words
      $0.status = status
      $0.authored = moment(asked)
      if let about { $0.focus = to(about) }
      $0.restriction.end = due.map { moment($0) }
      $0.execution.end = done.map { moment($0) }
    })
}

private func condition(_ code: String, recorded: String = "2026-01-05") -> Resource {
  .condition(
    made(Condition()) {
      $0.clinical = .active
      $0.code = Concept(codings: [Coding(code: code)])
      $0.recorded = day(recorded)
    })
}

extension SiteRules {
  /// Those that rest run too.
  fileprivate static let awake = SiteRules(
    calendar: SiteCalendar(zone: newYork), table: Clock.all.map { made($0) { $0.restsBecause = nil } })
}

extension Chart {
  /// Ids of the clocks that run, with the days they are due.
  fileprivate func due(_ site: SiteRules = site) -> [String: CivilDate] {
    Dictionary(uniqueKeysWithValues: runningClocks(site).map { ($0.clock.id, $0.due.civil(in: newYork).date) })
  }

  /// When a clock's line is worth showing, at the latest when it begins; nil where it doesn't run.
  fileprivate func shownFrom(_ id: String) -> Instant? {
    runningClocks(site).first { $0.clock.id == id }.map { $0.shownFrom ?? .distantPast }
  }

  fileprivate func runs(_ id: String) -> Bool { due(.awake)[id] != nil }

  fileprivate var derived: [OpenItem] { owed(site).filter { $0.kind == .clock } }
}

@Suite struct ClockTableTests {
  @Test func `every clock says who asks for it, in which text, and what settles it`() {
    #expect(Set(Clock.all.map(\.id)).count == Clock.all.count)
    for clock in Clock.all {
      #expect(!clock.source.isEmpty && !clock.version.isEmpty)
      #expect(!clock.duty.title.isEmpty && !clock.duty.next.isEmpty && !clock.duty.closedBy.isEmpty)
      #expect(!clock.rule.hasSuffix(" 0 days"))
      let start = day("2026-03-06")
      let due = calendar.due(clock.target, after: start) ?? calendar.due(.calendarDays(3), after: start)
      let lapse = calendar.due(clock.relevance, after: start)
      #expect(
        lapse?.end(in: newYork) ?? .distantFuture
          <= Moment(date: date("2026-03-06").adding(days: Clock.longestLife)).end(in: newYork))
      // What lapsed when it came due could never be seen as missed.
      #expect(due?.end(in: newYork) ?? .distantFuture < lapse?.end(in: newYork) ?? .distantPast, "\(clock.id)")
    }
    let duties = Set(Clock.all.map(\.duty))
    #expect(Set(duties.map(\.id)).count == duties.count)
  }

  @Test func `two variants of one rule never run together`() {
    for duty in Set(Clock.all.map(\.duty)) {
      let sources = site.clocks.filter { $0.duty == duty }.map(\.source)
      #expect(Set(sources).count == sources.count)
    }
  }

  /// Source: CMS TCM, AHA/ACC/HFSA 2022, HEDIS TRC; the vectors of `domain/clocks.md` 3, 4 and 8. Discharge, then
  /// contact, visit in 7 and in 14 days, receipt in 2, and what is due in 30 days.
  @Test(arguments: [
    ("2026-03-02", "2026-03-04", "2026-03-09", "2026-03-16", "2026-03-04", "2026-04-01"),
    ("2026-03-06", "2026-03-10", "2026-03-13", "2026-03-20", "2026-03-08", "2026-04-05"),
    ("2026-03-07", "2026-03-10", "2026-03-14", "2026-03-21", "2026-03-09", "2026-04-06"),
    ("2026-07-01", "2026-07-06", "2026-07-08", "2026-07-15", "2026-07-03", "2026-07-31"),
    ("2026-11-25", "2026-11-30", "2026-12-02", "2026-12-09", "2026-11-27", "2026-12-25"),
    ("2026-12-01", "2026-12-03", "2026-12-08", "2026-12-15", "2026-12-03", "2026-12-31"),
  ]) func `what a discharge asks for`(
    left: String, contact: String, seven: String, fourteen: String, receipt: String, thirty: String
  ) {
    let home = stay {
      $0.period = Period(start: moment("2026-02-20T12:00"), end: moment("\(left)T17:00"))
      $0.reasons = [Concept(codings: [Coding(code: "84114007")])]
    }
    #expect(
      chart([home], heard: left).due(.awake)
        == [
          "tcm-contact": date(contact), "tcm-visit-7": date(seven), "heart-failure-visit": date(seven),
          "tcm-visit": date(fourteen), "trc-receipt": date(receipt), "trc-engagement": date(thirty),
          "trc-reconciliation": date(thirty),
        ])
  }

  @Test func `a discharge after 1 December is outside the measure, and a child's too`() {
    let december = stay { $0.period = Period(start: moment("2026-11-28"), end: moment("2026-12-02T15:00")) }
    #expect(Set(chart([december], heard: "2026-12-03").due().keys) == ["tcm-contact", "tcm-visit"])
    #expect(Set(chart([stay()], born: "2012-01-01").due().keys) == ["tcm-contact", "tcm-visit"])
    #expect(Set(chart([stay()], born: nil).due().keys) == ["tcm-contact", "tcm-visit"])
    #expect(chart([stay()], born: "2008-11-12").runs("trc-receipt"))
    #expect(!chart([stay()], born: "2008-11-13").runs("trc-receipt"))
  }

  /// Source: HEDIS FMC.
  @Test(
    arguments: [
      ("2026-03-06", ["13645005", "84114007"], "2026-03-13"), ("2026-11-25", ["13645005", "84114007"], "2026-12-02"),
      ("2026-12-24", ["13645005", "84114007"], "2026-12-31"), ("2026-12-25", ["13645005", "84114007"], nil),
      ("2028-02-22", ["N18.3", "I50.9"], "2028-02-29"), ("2026-03-06", ["13645005", "195967001"], nil),
      ("2026-03-06", ["84114007"], nil), ("2026-03-06", [], nil),
    ] as [(String, [String], String?)]) func `an ED visit of a patient with two different high-risk conditions`(
      visit: String, conditions: [String], due: String?
    )
  {
    let visited = encounter("EMER", "\(visit)T15:00", "\(visit)T20:00")
    let found = chart([visited] + conditions.map { condition($0) }, heard: visit).due()
    #expect(found["emergency-follow-up"] == due.map(date))
  }

  /// Source: HEDIS SNS-E.
  @Test(
    arguments: [
      ("2026-01-31", "2026-03-02"), ("2026-03-06", "2026-04-05"), ("2026-12-01", "2026-12-31"), ("2026-12-02", nil),
      ("2028-01-31", "2028-03-01"),
    ] as [(String, String?)]) func `a need that a screening finds`(screened: String, due: String?)
  {
    #expect(chart([screening(at: screened)], heard: screened).due()["social-need"] == due.map(date))
  }

  /// Source: VHA consults, GAO-14-679T and GAO-23-105617.
  @Test(arguments: [
    ("2026-03-06", "2026-03-13", "2026-03-11", "2026-06-04"), ("2026-07-01", "2026-07-08", "2026-07-07", "2026-09-29"),
    ("2026-11-25", "2026-12-02", "2026-12-01", "2027-02-23"), ("2026-12-31", "2027-01-07", "2027-01-06", "2027-03-31"),
  ]) func `what a referral waits for`(sent: String, seven: String, threeBusiness: String, ninety: String) {
    #expect(
      chart([referral(sent)], heard: sent).due(.awake)
        == ["referral-answer": date(seven), "referral-outcome": date(ninety)])
    // Entered on the day on which it was sent.
    let accepted = chart(
      [referral(sent), task("Housing support", .accepted, about: 1, asked: "\(sent)T15:00")], heard: sent)
    #expect(
      accepted.due(.awake)
        == [
          "referral-booking": date(seven), "referral-booking-internal": date(threeBusiness),
          "referral-outcome": date(ninety),
        ])
  }

  @Test(arguments: [
    ("2026-03-06", "2026-03-11"), ("2026-07-01", "2026-07-07"), ("2026-11-25", "2026-12-01"),
    ("2026-12-31", "2027-01-06"),
  ]) func `a patient's message is answered in three business days`(received: String, due: String) {
    #expect(chart([message("\(received)T15:00")], heard: received).due()["message"] == date(due))
  }
}

private func screening(_ question: String = "88124-3", _ answer: String = "LA19952-3", at: String) -> Resource {
  .observation(
    made(Observation()) {
      $0.status = .final
      $0.code = Concept(codings: [Coding(code: question)])
      $0.value = .concept(Concept(codings: [Coding(code: answer)]))
      $0.effective = Period(start: moment("\(at)T15:00"))
    })
}

private func referral(_ sent: String, _ status: RequestStatus = .active, category: String = "") -> Resource {
  .serviceRequest(
    made(ServiceRequest()) {
      $0.status = status
      $0.intent = "order"
      $0.code = Concept(text: "Housing support")
      if !category.isEmpty { $0.categories = [Concept(codings: [Coding(code: category)])] }
      $0.authored = moment("\(sent)T15:00")
      $0.performers = [Reference(kind: "Organization", display: "Open Door")]
    })
}

@Suite struct ClockStartTests {
  @Test(
    arguments: [
      ("cancelled", .cancelled, "2026-11-12T19:10", false),
      ("entered in error", .enteredInError, "2026-11-12T19:10", false),
      ("opened again", .inProgress, nil, false),
      ("with an end that is only expected", .inProgress, "2026-11-12T19:10", false),
      ("planned", .planned, "2026-11-12T19:10", false), ("over", .finished, "2026-11-12T19:10", true),
    ] as [(String, EncounterStatus, String?, Bool)]) func `a discharge that is taken back takes its clocks along`(
      _: String, status: EncounterStatus, end: String?, runs: Bool
    )
  {
    var chart = chart([stay()])
    #expect(chart.runs("tcm-contact"))
    let amended = stay {
      $0.status = status
      $0.period.end = end.map { moment($0) }
    }
    chart.tell(
      .recordReceived(
        Source(format: "test", document: "two", received: instant("2026-11-15")),
        [ImportedLine(id: line(1), origins: [origin(1)], origin: "1", resource: amended)]))
    #expect(chart.runs("tcm-contact") == runs)
    #expect(chart.derived.isEmpty == !runs)
  }

  @Test(arguments: [
    ("home", true), ("home with home health", true), ("", true), ("skilled nursing facility", false),
    ("Patient expired", false),
  ]) func `only who goes home is called there, and what isn't stated is said so`(words: String, runs: Bool) {
    let chart = chart([stay { $0.dischargeDisposition = Concept(text: words) }])
    #expect(chart.runs("tcm-contact") == runs)
    #expect(chart.runningClocks(site).allSatisfy { $0.event.isDestinationKnown == !words.isEmpty })
  }

  @Test(arguments: ["other-hcf", "hosp", "long", "psy", "rehab", "snf", "exp"])
  func `a discharge to another bed is none`(code: String) {
    #expect(!chart([stay { $0.dischargeDisposition = Concept(codings: [Coding(code: code)]) }]).runs("tcm-contact"))
  }

  @Test func `from bed to bed it is one stay, left once`() {
    let moved = encounter("IMP", "2026-11-12T19:30", "2026-11-14T18:00")
    let found = chart([stay(), moved]).runningClocks(site)
    #expect(Set(found.map(\.event.line)) == [line(2)])
    let emergency = encounter("EMER", "2026-11-10T08:00", "2026-11-10T15:00")
    #expect(!chart([emergency, stay(), condition("N18"), condition("I50")]).runs("emergency-follow-up"))
  }

  @Test func `who is admitted again is followed up from the later discharge`() {
    let again = encounter("IMP", "2026-11-14T12:00", nil)
    #expect(chart([stay(), again]).due().isEmpty)
  }

  @Test func `of two ED visits the later one is followed up`() {
    let visits = [
      encounter("EMER", "2026-11-02T12:00", "2026-11-02T18:00"),
      encounter("EMER", "2026-11-12T12:00", "2026-11-12T18:00"),
    ]
    let found = chart(visits + [condition("N18"), condition("I50")]).runningClocks(site)
    #expect(found.filter { $0.clock.id == "emergency-follow-up" }.map(\.event.line) == [line(2)])
  }

  @Test func `a request that says by when it is wanted keeps its date, once it is answered`() {
    func due(_ status: RequestStatus) -> Moment? {
      var wanted = referral("2026-11-10", status)
      if case .serviceRequest(var request) = wanted {
        request.occurrence.end = day("2027-04-01")
        wanted = .serviceRequest(request)
      }
      return chart([wanted]).owed(site).first?.due
    }
    #expect(due(.active) == Moment(date: date("2026-11-17")))
    // Nobody is late with an answer; how long the wait will be is asked for.
    #expect(due(.onHold) == Moment(date: date("2026-12-10")))
  }

  @Test func `nobody calls somebody who died`() {
    var chart = chart([stay()])
    chart.tell(
      .recordReceived(
        Source(format: "test", document: "two", received: instant("2026-11-15")),
        [
          ImportedLine(
            id: line(0), origins: [origin(0)], origin: "0",
            resource: .patient(made(Patient()) { $0.deceased = .at(day("2026-11-14")) }))
        ]))
    #expect(chart.owed(site).isEmpty)
  }

  @Test(
    arguments: [
      ("88122-7", "LA6729-3", SocialNeed.food), ("88123-5", "LA28397-0", .food), ("71802-3", "LA31994-9", .housing),
      ("93033-9", "LA33-6", .housing), ("93030-5", "LA30133-5", .transport), ("93030-5", "LA32-8", nil),
      ("88124-3", "LA19983-8", nil), ("72166-2", "LA33-6", nil),
    ] as [(String, String, SocialNeed?)]) func `an answer tells of a need, or does not`(
      question: String, answer: String, need: SocialNeed?
    )
  {
    let found = chart([screening(question, answer, at: "2026-11-10")]).runningClocks(site)
    #expect(found.map(\.event.need) == (need.map { [$0] } ?? []))
  }

  @Test func `only the first answer of the year counts, each need by itself`() {
    let found = chart([
      screening(at: "2026-11-10"), screening(at: "2026-10-20"),
      screening("93030-5", "LA30133-5", at: "2026-11-01"),
    ]).runningClocks(site)
    #expect(
      Set(found.map { "\($0.event.need?.words ?? "") \($0.event.line)" }) == [
        "food \(line(2))", "transport \(line(3))",
      ])
  }

  @Test(arguments: [("", true), ("3457005", true), ("108252007", false), ("363679005", false), ("387713003", false)])
  func `a test, an image or an operation is no referral`(category: String, runs: Bool) {
    #expect(chart([referral("2026-11-10", category: category)]).runs("referral-answer") == runs)
  }

  @Test func `a result that nobody asked for starts nothing`() {
    let order = referral("2026-11-02", category: "108252007")
    #expect(chart([order, result(of: 1)]).due(.awake)["result"] == date("2026-11-13"))
    #expect(!chart([order, result(of: nil)]).runs("result"))
    #expect(!chart([order, result(of: 1, .preliminary)]).runs("result"))
  }

  @Test func `the report of a referral is its outcome, which the referral asks to acknowledge`() {
    let answered = chart([referral("2026-11-02"), result(of: 1)])
    #expect(answered.due(.awake) == ["referral-acknowledgement": date("2026-11-13")])
    #expect(answered.owed(site).map(\.kind) == [.referral])
  }

  @Test func `a message of the team, or one that was answered, starts nothing`() {
    #expect(!chart([message("2026-11-12T15:00", from: clinician)]).runs("message"))
    let thread = [
      message("2026-11-10T15:00"), message("2026-11-11T15:00", answers: 1),
      message("2026-11-12T15:00", from: clinician, answers: 1),
      message("2026-11-13T15:00", answers: 1), message("2026-11-14T15:00", answers: 1),
    ]
    #expect(!chart(Array(thread[..<3])).runs("message"))
    // The first after the last answer.
    #expect(chart(thread).runningClocks(site).map(\.event.line) == [line(4)])
  }

  @Test func `an agreement comes up a month before it ends`() {
    func agreed(_ status: ConsentStatus, until: String) -> Resource {
      .consent(
        made(Consent()) {
          $0.status = status
          $0.period.end = day(until)
          $0.categories = [Concept(text: "Housing")]
        })
    }
    let ending = chart([agreed(.active, until: "2026-12-10")])
    #expect(ending.due() == ["consent": date("2026-12-10")])
    #expect(ending.shownFrom("consent") == newYork.startOfDay(date("2026-11-10")))
    #expect(chart([agreed(.inactive, until: "2026-12-10")]).due().isEmpty)
    let renewed = chart([agreed(.active, until: "2026-12-10"), agreed(.active, until: "2027-12-10")])
    #expect(renewed.due() == ["consent": date("2027-12-10")], "the later one is the one to be renewed")
  }
}

private func result(of request: UInt64?, _ status: ResultStatus = .final) -> Resource {
  .diagnosticReport(
    made(DiagnosticReport()) {
      $0.status = status
      $0.issued = moment("2026-11-10T15:00")
      $0.code = Concept(text: "Echo")
      $0.basedOn = request.map { [to($0)] } ?? []
    })
}

private let doctor = Reference(target: origin(90), kind: "Practitioner", display: "Dr Okoro")
private func by(_ member: Reference) -> Participant { made(Participant()) { $0.actor = member } }

private func request(by member: Reference, _ at: String) -> Resource {
  .serviceRequest(
    made(ServiceRequest()) {
      $0.status = .completed
      $0.intent = "order"
      $0.requester = member
      $0.authored = moment(at)
    })
}

private func booking(_ status: AppointmentStatus, _ start: String, for request: UInt64? = nil) -> Resource {
  .appointment(
    made(Appointment()) {
      $0.status = status
      $0.description = "Visit"
      $0.period = Period(start: moment(start))
      $0.participants = [made(Participant()) { $0.actor = clinician }]
      $0.basedOn = request.map { [to($0)] } ?? []
    })
}

private func procedure(_ code: String, _ at: String) -> Resource {
  .procedure(
    made(Procedure()) {
      $0.status = .completed
      $0.code = Concept(codings: [Coding(code: code)])
      $0.performed = Period(start: moment(at))
    })
}

@Suite struct ClockStopTests {
  private static let discharged: Set<String> = [
    "tcm-contact", "trc-engagement", "trc-receipt", "tcm-visit", "trc-reconciliation",
  ]

  /// What comes in after a discharge on Thursday 12 November, 14:10, and the clocks that it stops.
  @Test(
    arguments: [
      ("a message from home", message("2026-11-13T15:00"), ["tcm-contact", "trc-engagement"]),
      ("a message to the patient", message("2026-11-13T15:00", from: clinician), ["tcm-contact", "trc-engagement"]),
      ("a message in the evening of the discharge", message("2026-11-12T23:00"), ["tcm-contact"]),
      ("a message from the ward", message("2026-11-12T15:00"), []),
      (
        "a visit", encounter("AMB", "2026-11-13T15:00", "2026-11-13T16:00"),
        ["tcm-contact", "trc-engagement", "tcm-visit"]
      ),
      ("a visit by video", encounter("VR", "2026-11-13T15:00", nil), ["tcm-contact", "trc-engagement", "tcm-visit"]),
      ("a nurse at home", encounter("HH", "2026-11-13T15:00", nil), ["tcm-contact", "trc-engagement"]),
      (
        "a visit that was cancelled",
        encounter("AMB", "2026-11-13T15:00", "2026-11-13T16:00") { $0.status = .cancelled }, []
      ),
      ("an earlier visit", encounter("AMB", "2026-11-03T15:00", "2026-11-03T16:00"), []),
      ("a kept booking", booking(.fulfilled, "2026-11-13T15:00"), ["tcm-contact", "trc-engagement", "tcm-visit"]),
      ("a missed booking", booking(.noshow, "2026-11-13T15:00"), []),
      ("a reconciliation", procedure("430193006", "2026-11-14T15:00"), ["trc-reconciliation"]),
      ("a reconciliation in the hour before", procedure("430193006", "2026-11-12T18:00"), ["trc-reconciliation"]),
      ("a reconciliation the day before", procedure("430193006", "2026-11-11T18:00"), []),
      ("another procedure", procedure("71388002", "2026-11-14T15:00"), []),
      (
        "a call that was logged", task("Call after discharge", .completed, done: "2026-11-13T15:00"),
        ["tcm-contact", "trc-engagement"]
      ),
      ("a call that was given up", task("Call after discharge", .cancelled, done: "2026-11-13T15:00"), []),
      ("a task about something else", task("Call the landlord", .completed, done: "2026-11-13T15:00"), []),
    ] as [(String, Resource, Set<String>)]) func `what settles a discharge's clocks`(
      _: String, _ later: Resource, _ stops: Set<String>
    )
  {
    #expect(Set(chart([stay(), later]).due().keys).intersection(Self.discharged) == Self.discharged.subtracting(stops))
  }

  @Test(arguments: [
    ("18842-5", "2026-11-12T19:10", true), ("18842-5", "2026-11-11T12:00", false),
    ("34111-5", "2026-11-12T19:10", false),
  ])
  func `the discharge summary settles its clock, another paper does not`(code: String, at: String, stops: Bool) {
    let paper = Resource.documentReference(
      made(DocumentReference()) {
        $0.status = .current
        $0.type = Concept(codings: [Coding(code: code)])
        $0.date = moment(at)
      })
    #expect(chart([stay(), paper]).runs("trc-receipt") != stops)
  }

  @Test func `where only dates are known, a message of the day of discharge may be from the ward`() {
    let left = stay { $0.period = Period(start: day("2026-11-10"), end: day("2026-11-12")) }
    let said = Resource.communication(
      made(Communication()) {
        $0.sender = patient
        $0.sent = day("2026-11-12")
      })
    #expect(chart([left, said]).runs("tcm-contact"))
  }

  @Test func `a call on the day of an ED visit counts`() {
    let risks = [condition("N18.3"), condition("I50.9")]
    let visited = encounter("EMER", "2026-11-12T12:00", "2026-11-12T18:00")
    #expect(chart([visited] + risks).runs("emergency-follow-up"))
    #expect(!chart([visited, message("2026-11-12T20:00")] + risks).runs("emergency-follow-up"))
  }

  @Test(arguments: [
    (TaskStatus.requested, true), (.received, true), (.accepted, false), (.rejected, false), (.inProgress, false),
    (.cancelled, false),
  ]) func `the other side's answer settles the first of a referral's clocks`(status: TaskStatus, runs: Bool) {
    let chart = chart([referral("2026-11-10"), task("Housing support", status, about: 1)])
    #expect(chart.runs("referral-answer") == runs)
    #expect(chart.runs("referral-outcome") == ![.rejected, .cancelled].contains(status))
  }

  @Test func `a booking answers a referral, and so does the waiting list`() {
    #expect(!chart([referral("2026-11-10"), booking(.booked, "2026-12-01", for: 1)]).runs("referral-answer"))
    #expect(!chart([referral("2026-11-10"), booking(.booked, "2026-12-01", for: 1)]).runs("referral-booking"))
    #expect(!chart([referral("2026-11-10", .onHold)]).runs("referral-answer"))
  }

  @Test func `closing a referral removes its clocks, and opening it again restores them`() {
    var chart = chart([referral("2026-11-10")])
    func amend(_ status: RequestStatus) {
      chart.tell(
        .recordReceived(
          Source(format: "test", document: "two", received: instant("2026-11-15")),
          [ImportedLine(id: line(1), origins: [origin(1)], origin: "1", resource: referral("2026-11-10", status))]))
    }
    let open = chart.owed(site)
    #expect(open.map(\.clocks.count) == [2])
    for status in [RequestStatus.completed, .revoked, .enteredInError] {
      amend(status)
      #expect(chart.owed(site).isEmpty)
    }
    amend(.active)
    #expect(
      chart.owed(site) == open.map { made($0) { $0.clocks = $0.clocks.map { made($0) { $0.event.source = 4 } } } })
  }

  @Test func `a result is acknowledged by a settled task about it or a message about it`() {
    let asked = [referral("2026-11-02", category: "108252007"), result(of: 1)]
    #expect(chart(asked + [task("Anything", .completed, about: 2)]).due(.awake)["result"] == nil)
    #expect(chart(asked + [task("Anything", .completed, about: 1)]).due(.awake)["result"] != nil)
    let said = Resource.communication(
      made(Communication()) {
        $0.about = [to(2)]
        $0.sent = moment("2026-11-11T15:00")
      })
    #expect(chart(asked + [said]).due(.awake)["result"] == nil)
  }

  @Test(
    arguments: [
      (
        "seen since", encounter("AMB", "2026-11-11T15:00", "2026-11-11T16:00") { $0.participants = [by(doctor)] }, false
      ),
      ("on a stay that goes on past it", stay { $0.participants = [by(doctor)] }, false),
      (
        "seen before", encounter("AMB", "2026-11-09T15:00", "2026-11-09T16:00") { $0.participants = [by(doctor)] }, true
      ),
      (
        "seen since by somebody else",
        encounter("AMB", "2026-11-11T15:00", "2026-11-11T16:00") { $0.participants = [by(clinician)] }, true
      ),
      ("asked for something further", request(by: doctor, "2026-11-11T15:00"), false),
      ("asked for something before", request(by: doctor, "2026-11-09T15:00"), true),
      ("somebody else asked", request(by: clinician, "2026-11-11T15:00"), true),
    ] as [(String, Resource, Bool)])
  func `whoever asked and has acted since knows the result`(words: String, fact: Resource, runs: Bool) {
    let asked = [request(by: doctor, "2026-11-02T15:00"), result(of: 1)]
    #expect(chart(asked).runs("result"))
    #expect(chart(asked + [fact]).runs("result") == runs)
  }

  @Test func `an answer to one need does not answer another`() {
    func asked(_ category: String) -> Resource {
      .serviceRequest(
        made(ServiceRequest()) {
          $0.status = .completed
          $0.categories = [Concept(codings: [Coding(code: category)])]
          $0.authored = moment("2026-11-12T15:00")
        })
    }
    let needs = [screening(at: "2026-11-10"), screening("71802-3", "LA31994-9", at: "2026-11-10")]
    func left(_ category: String) -> [SocialNeed?] {
      chart(needs + [asked(category)]).runningClocks(site).map(\.event.need)
    }
    #expect(left("food-insecurity") == [.housing])
    #expect(left("homelessness") == [.food])
    #expect(left("transportation-insecurity").count == 2)
  }

  @Test func `who missed a booking and has another is not to be reached again`() {
    let missed = booking(.noshow, "2026-11-05T15:00")
    #expect(chart([missed]).due() == ["missed-booking": date("2026-11-15")])
    #expect(chart([missed, booking(.booked, "2026-11-25T15:00")]).due().isEmpty)
    #expect(chart([missed, message("2026-11-06T15:00", from: clinician)]).due().isEmpty)
    #expect(!chart([missed, booking(.fulfilled, "2026-10-25T15:00")]).due().isEmpty)
  }
}

@Suite struct OwedTests {
  @Test func `one discharge is four lines: call, summary, visit, medicines`() {
    let items = chart([stay()]).derived
    #expect(
      items.map(\.title) == [
        "Call after discharge", "Get the discharge summary", "Visit after discharge", "Reconcile medicines",
      ])
    #expect(items[0].clocks.map(\.clock.id) == ["tcm-contact", "trc-engagement"])
    #expect(items[0].due == Moment(date: date("2026-11-16")))
    #expect(Set(items.map(\.id)).count == 4)
  }

  @Test(
    arguments: [
      ("named by its focus", task("Call after discharge", about: 1, asked: "2026-10-01"), true),
      ("asked for on the day", task("Call after discharge"), true),
      ("in other words", task("TCM call"), true),
      ("asked for long before", task("Call after discharge", asked: "2026-10-01"), false),
      ("about another stay", task("Call after discharge", about: 2), false),
      ("another call", task("Call the daughter"), false),
      ("settled", task("Call after discharge", .completed, done: "2026-11-01"), false),
    ] as [(String, Resource, Bool)]) func `a task that asks for the same carries the clock`(
      _: String, _ asked: Resource, _ carries: Bool
    )
  {
    let other = encounter("IMP", "2026-08-10", "2026-08-12")
    let items = chart([stay(), other, asked]).owed(site)
    #expect(items.contains { $0.kind == .clock && $0.title == "Call after discharge" } != carries)
    #expect(items.contains { $0.kind == .task && !$0.clocks.isEmpty } == carries)
  }

  @Test func `what was asked for later than the rule allows is due when the rule says`() {
    func due(_ asked: String?) -> Moment? {
      chart([stay(), task("Call after discharge", due: asked)]).owed(site).first { $0.kind == .task }?.due
    }
    #expect(due("2026-11-20T22:00") == Moment(date: date("2026-11-16")))
    #expect(due(nil) == Moment(date: date("2026-11-16")))
    #expect(due("2026-11-16T22:00") == moment("2026-11-16T22:00"))
  }

  @Test func `a booking in time carries the visit, one after its day does not`() {
    func visits(_ booked: String) -> [WorkKind] {
      chart([stay(), booking(.booked, booked)]).owed(site).filter { $0.clocks.contains { $0.clock.duty == .visit } }
        .map(\.kind)
    }
    #expect(visits("2026-11-26T15:00") == [.appointment])
    #expect(visits("2026-11-27T15:00") == [.clock])
    #expect(visits("2026-11-11T15:00") == [.clock])
  }

  @Test func `a booking may be in time for one rule and too late for another`() {
    let failing = stay { $0.reasons = [Concept(text: "Heart failure")] }
    let items = chart([failing, booking(.booked, "2026-11-24T15:00")]).owed(site)
    #expect(items.first { $0.kind == .appointment }?.clocks.map(\.clock.id) == ["tcm-visit"])
    #expect(items.first { $0.title == "Visit after discharge" }?.clocks.map(\.clock.id) == ["heart-failure-visit"])
  }

  @Test func `the one on the team with the role owns it, else the role`() {
    func team(_ names: [String]) -> Resource {
      .careTeam(
        made(CareTeam()) {
          $0.status = .active
          $0.participants = names.map { name in
            made(Participant()) {
              $0.roles = [Concept(text: "Care coordinator")]
              $0.actor = Reference(display: name)
            }
          }
        })
    }
    func owner(_ names: [String]) -> String? { chart([stay(), team(names)]).derived.first?.owner.display }
    #expect(owner(["Ana Khan"]) == "Ana Khan")
    #expect(owner([]) == "care coordinator")
    #expect(owner(["Ana Khan", "Bea Orr"]) == "care coordinator")
  }

  @Test func `what is not matched to a patient starts nothing`() {
    var bin = Chart(id: .unmatched)
    bin.tell(
      .recordReceived(
        Source(format: "test", document: "one", received: instant("2026-11-15")),
        [ImportedLine(id: line(1), origins: [origin(1)], origin: "1", resource: stay())]))
    #expect(bin.owed(site).isEmpty)
  }

  @Test func `an old record starts no clock, and a clock lapses with the next news`() {
    #expect(chart([stay()], heard: "2036-11-15").owed(site).isEmpty)
    // The last day of the thirty of transitional care is 11 December.
    #expect(chart([stay()], heard: "2026-12-11T12:00").runs("tcm-contact"))
    #expect(!chart([stay()], heard: "2026-12-12T06:00").runs("tcm-contact"))
    #expect(chart([stay()], heard: "2026-12-12T06:00").runs("trc-reconciliation"))
  }

  /// Source: Synthea and others write decades of results, visits and requests.
  @Test func `thirty years of visits leave only the last month's clocks`() {
    var resources: [Resource] = []
    for year in 1997...2026 {
      resources.append(encounter("IMP", "\(year)-02-10T15:00", "\(year)-02-12T19:10"))
      resources.append(booking(.noshow, "\(year)-03-12T19:10"))
      resources.append(screening(at: "\(year)-04-01"))
    }
    #expect(chart(resources).owed(site).isEmpty)
  }

  @Test func `lists kept up entry by entry are the lists made anew`() {
    var random = Seeded(seedOfThisRun)
    let kinds: [(inout Seeded, Int) -> Resource] = [
      { random, day in encounter("IMP", at(day), at(day + Int.random(in: 0...3, using: &random), 20)) },
      { random, day in
        encounter("IMP", at(day), at(day + 1)) {
          $0.status = [.cancelled, .inProgress, .finished].randomElement(using: &random)
        }
      },
      { _, day in encounter("AMB", at(day), at(day, 16)) },
      { _, day in encounter("EMER", at(day), at(day, 20)) },
      { random, _ in condition(["N18", "I50.9", "J44", "J45"].randomElement(using: &random) ?? "") },
      { random, day in message(at(day), from: Bool.random(using: &random) ? patient : clinician) },
      { random, day in
        referral(String(at(day).prefix(10)), [.active, .onHold, .completed].randomElement(using: &random) ?? .active)
      },
      { random, day in
        task(
          "Call after discharge", [.requested, .completed].randomElement(using: &random) ?? .requested, asked: at(day),
          done: at(day + 1))
      },
      { random, day in booking([.booked, .noshow, .fulfilled].randomElement(using: &random) ?? .booked, at(day)) },
      { _, day in procedure("430193006", at(day)) },
      { _, day in screening(at: String(at(day).prefix(10))) },
    ]
    for _ in 0..<40 {
      var chart = Chart(id: somePatient)
      var lists = CareLists()
      for step in 0..<25 {
        let before = ChartRows(chart, site: site)
        let day = Int.random(in: 1...20, using: &random) + step
        let kind = Int.random(in: 0..<kinds.count, using: &random)
        let number = UInt64(kind * 4) + UInt64.random(in: 1...3, using: &random)
        let resource = kinds[kind](&random, day)
        chart.tell(
          .recordReceived(
            Source(format: "test", document: "d", received: instant(at(day))),
            [ImportedLine(id: line(number), origins: [origin(number)], origin: "", resource: resource)]))
        let rows = ChartRows(chart, site: site)
        _ = lists.replace(before, by: rows)
        let kept = (0..<lists.worklist.count).compactMap { lists.worklist[$0] }
        #expect(Set(kept) == Set(rows.work) && kept.count == rows.work.count, "seed \(seedOfThisRun)")
        #expect(kept == kept.sorted { $0.key.lexicographicallyPrecedes($1.key) })
        #expect(Set(rows.work.map(\.item)).count == rows.work.count, "seed \(seedOfThisRun)")
      }
    }
  }
}

@Suite struct SilenceTests {
  private static let risks = [condition("N18"), condition("I50")]
  private static let visit = encounter("AMB", "2026-09-20T14:00", "2026-09-20T15:00")

  private func due(_ facts: [Resource], heard: String = "2026-11-15") -> CivilDate? {
    chart(Self.risks + facts, heard: heard).due()["long-silence"]
  }

  @Test func `thirty days after the last visit of a patient at risk somebody gets in touch`() {
    #expect(due([Self.visit]) == date("2026-10-20"))
    let line = chart(Self.risks + [Self.visit]).derived.first
    #expect(line?.title == "Get in touch")
    #expect(chart([Self.risks[0], Self.visit]).due()["long-silence"] == nil, "one condition is no risk")
    #expect(due([]) == nil, "nobody was ever in touch")
  }

  @Test(
    arguments: [
      ("a later visit", encounter("AMB", "2026-10-20T14:00", "2026-10-20T15:00"), "2026-11-19"),
      ("a nurse's home visit", encounter("HH", "2026-10-20T14:00", "2026-10-20T15:00"), "2026-11-19"),
      ("what was cancelled", encounter("AMB", "2026-10-20T14:00", nil) { $0.status = .cancelled }, "2026-10-20"),
      ("a visit that nobody closed", encounter("AMB", "2026-10-18T14:00", nil), "2026-11-17"),
      ("a stay that goes on", encounter("IMP", "2026-10-20T14:00", nil), nil),
      (
        "a stay to come",
        encounter("IMP", "2026-11-18T14:00", "2026-11-20T14:00") { $0.status = .unknown }, "2026-10-20"
      ),
      ("a stay that is said to end later", encounter("IMP", "2026-11-10T14:00", "2026-11-20T14:00"), nil),
      ("a message from the patient", message("2026-10-19T15:00"), "2026-11-18"),
      ("a message to the patient", message("2026-10-19T15:00", from: clinician), "2026-11-18"),
      ("a booking kept", booking(.fulfilled, "2026-10-19T15:00"), "2026-11-18"),
      ("a booking not kept", booking(.noshow, "2026-10-19T15:00"), "2026-10-20"),
      (
        "a task done", task("Get in touch", .completed, asked: "2026-09-25T15:00", done: "2026-10-19T15:00"),
        "2026-11-18"
      ),
      (
        "another task done", task("Renew papers", .completed, asked: "2026-09-25T15:00", done: "2026-10-19T15:00"),
        "2026-10-20"
      ),
    ] as [(String, Resource, String?)])
  func `a newer touchpoint moves its start`(words: String, fact: Resource, expected: String?) {
    #expect(due([Self.visit, fact]) == expected.map { date($0) }, "\(words)")
  }

  @Test(arguments: [
    ("2026-10-12", true), ("2026-10-20", true), ("2027-03-18", true), ("2027-03-21", false),
  ])
  func `it is a line until half a year has passed`(heard: String, isLine: Bool) {
    #expect((due([Self.visit], heard: heard) != nil) == isLine)
  }

  @Test func `it shows from a week before, whether or not anything is heard until then`() {
    let silent = chart(Self.risks + [Self.visit], heard: "2026-10-01")
    #expect(silent.shownFrom("long-silence") == newYork.startOfDay(date("2026-10-13")))
    let row = ChartRows(silent, site: site).work.first { $0.clocks == ["long-silence"] }
    #expect(row?.segment == .early && row?.sleepsUntil == newYork.startOfDay(date("2026-10-13")))
    #expect(ChartRows(silent, site: site).census?.openItems == 0, "it isn't open yet")
  }

  @Test func `a booking in time keeps it`() {
    let items = chart(Self.risks + [Self.visit, booking(.booked, "2026-10-19T15:00")], heard: "2026-10-15").owed(site)
    #expect(items.map(\.kind) == [.appointment])
    #expect(items.first?.clocks.map(\.clock.id) == ["long-silence"])
  }
}

@Suite struct SiteTargetTests {
  private func site(_ id: String, _ change: (Clock) -> Clock) -> SiteRules {
    SiteRules(calendar: calendar, table: Clock.all.map { $0.id == id ? change($0) : $0 })
  }

  @Test func `a site's own target counts, and its line stays as long after it`() {
    let late = site("tcm-visit") { $0.with(.calendarDays(40)) }
    #expect(chart([stay()]).due(late)["tcm-visit"] == date("2026-12-22"))
    #expect(chart([stay()]).due()["tcm-visit"] == date("2026-11-26"))
    // Published: due after 14 days, a line until the 29th, 11 December. 26 days more time are 26 days more of a line.
    #expect(chart([stay()], heard: "2026-12-13").due()["tcm-visit"] == nil)
    #expect(chart([stay()], heard: "2027-01-06").due(late)["tcm-visit"] != nil)
    #expect(chart([stay()], heard: "2027-01-08").due(late)["tcm-visit"] == nil)
    let year = site("tcm-visit") { $0.with(.calendarDays(Clock.longestTarget)) }
    #expect(chart([stay()], heard: "2027-11-14").due(year)["tcm-visit"] == date("2027-11-13"))
    #expect(!chart([stay()]).due(site("tcm-visit") { $0.switched(on: false) }).keys.contains("tcm-visit"))
  }
}

/// A day of October and November 2026, from 1 October on, at some hour.
private func at(_ day: Int, _ hour: Int = 15) -> String {
  let date = date("2026-10-01").adding(days: day)
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(date.year)-\(two(date.month))-\(two(date.day))T\(two(hour)):00"
}
