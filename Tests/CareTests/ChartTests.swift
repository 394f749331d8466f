import TestSupport
import Testing

@testable import Care

@Suite struct ChartTests {
  private func allergy(_ text: String, code: String = "", change: (inout AllergyIntolerance) -> Void = { _ in })
    -> Resource
  {
    .allergyIntolerance(
      made(AllergyIntolerance()) {
        $0.code = Concept(text: text, codings: [Coding(system: "http://snomed.info/sct", code: code)])
        change(&$0)
      })
  }

  @Test func `not asked, none known, listed and conflict are four different states`() {
    let none = allergy("No known allergy", code: "716186003")
    #expect(Chart([]).allergyState == .notAsked)
    #expect(Chart([(1, none)]).allergyState == .noneKnown)
    guard case .listed(let listed) = Chart([(1, allergy("penicillin"))]).allergyState else {
      Issue.record("not listed")
      return
    }
    #expect(listed.map(\.code.label) == ["penicillin"])
    guard case .conflict = Chart([(1, none), (2, allergy("penicillin"))]).allergyState else {
      Issue.record("no conflict")
      return
    }
  }

  @Test func `a refuted or mistaken allergy is not an answer`() {
    let refuted = allergy("penicillin") { $0.verification = .refuted }
    let mistaken = allergy("latex") { $0.verification = .enteredInError }
    #expect(Chart([(1, refuted), (2, mistaken)]).allergyState == .notAsked)
  }

  @Test func `an amended line keeps its place and takes the newer value and source`() {
    var chart = Chart([(1, allergy("penicillin")), (2, allergy("latex"))])
    chart.tell(
      .recordReceived(
        Source(format: "test", document: "two", received: instant("2026-11-02")),
        [ImportedLine(id: line(1), origins: [origin(1)], origin: "1", resource: allergy("sulfa"))]))
    #expect(chart.allergyIntolerances.items.map(\.value.code.label) == ["sulfa", "latex"])
    #expect(chart.sources[chart.allergyIntolerances.items[0].source].document == "two")
  }

  @Test func `messages that answer each other make one thread, whatever order they came in`() {
    func message(_ answers: UInt64?, _ sent: String) -> Resource {
      .communication(
        made(Communication()) {
          $0.sent = moment(sent)
          $0.payload = [sent]
          if let answers { $0.inResponseTo = [Reference(target: origin(answers))] }
        })
    }
    let resources: [(UInt64, Resource)] = [
      (1, message(nil, "2026-11-01")), (2, message(1, "2026-11-02")), (3, message(2, "2026-11-03")),
      (4, message(nil, "2026-11-04")), (5, message(99, "2026-10-01")),
    ]
    for order in [resources, resources.reversed()] {
      let threads = Chart(order).threads
      #expect(threads.map(\.id) == [line(4), line(1), line(5)])
      #expect(threads.map(\.messages.count) == [1, 3, 1])
      #expect(threads[1].messages.map(\.id) == [line(1), line(2), line(3)])
    }
  }

  @Test func `a chain of answers that bites its tail still ends`() {
    func message(_ answers: UInt64) -> Resource {
      .communication(made(Communication()) { $0.inResponseTo = [Reference(target: origin(answers))] })
    }
    #expect(Chart([(1, message(2)), (2, message(1))]).threads.flatMap(\.messages).count == 2)
  }

  @Test(arguments: [
    (TaskStatus.requested, true), (.received, true), (.accepted, true), (.ready, true), (.inProgress, true),
    (.onHold, true), (.draft, false), (.rejected, false), (.cancelled, false), (.failed, false), (.completed, false),
    (.enteredInError, false),
  ]) func `a task is owed in these states only`(status: TaskStatus, isOwed: Bool) {
    let chart = Chart([(1, .task(made(Task()) { $0.status = status }))])
    #expect(chart.openItems(SiteRules(zone: .utc)).isEmpty != isOwed)
  }

  @Test func `a referral is owed until its outcome comes`() {
    let request = Resource.serviceRequest(
      made(ServiceRequest()) {
        $0.status = .active; $0.intent = "order"
      })
    #expect(Chart([(1, request)]).openItems(SiteRules(zone: .utc)).map(\.kind) == [.referral])
    let report = Resource.diagnosticReport(
      made(DiagnosticReport()) {
        $0.status = .final; $0.basedOn = [Reference(target: origin(1))]
      })
    #expect(Chart([(1, request), (2, report)]).openItems(SiteRules(zone: .utc)).isEmpty)
    let draft = Resource.diagnosticReport(
      made(DiagnosticReport()) {
        $0.status = .preliminary; $0.basedOn = [Reference(target: origin(1))]
      })
    #expect(Chart([(1, request), (2, draft)]).openItems(SiteRules(zone: .utc)).count == 1)
    let proposal = Resource.serviceRequest(
      made(ServiceRequest()) {
        $0.status = .active; $0.intent = "proposal"
      })
    #expect(Chart([(1, proposal)]).openItems(SiteRules(zone: .utc)).isEmpty)
  }

  @Test func `social findings are told from problems by code and by category`() {
    func condition(_ code: String, _ category: String = "") -> Condition {
      made(Condition()) {
        $0.code = Concept(codings: [Coding(system: "http://snomed.info/sct", code: code)])
        $0.categories = [Concept(codings: [Coding(code: category)])]
      }
    }
    #expect(condition("160903007").isSocial)
    #expect(condition("38341003", "food-insecurity").isSocial)
    #expect(!condition("38341003").isSocial)
  }

  @Test func `the medical record number is not a licence or tax number`() {
    func chart(_ identifiers: [Identifier]) -> Chart {
      Chart([(1, .patient(made(Patient()) { $0.identifiers = identifiers }))])
    }
    let licence = Identifier(value: "L1", type: "DL")
    #expect(chart([licence, Identifier(value: "7", type: "MR")]).medicalRecordNumber == "7")
    #expect(chart([licence, Identifier(value: "x9")]).medicalRecordNumber == "x9")
    #expect(chart([licence]).medicalRecordNumber == "")
  }

  @Test func `an order not to resuscitate is a warning, not something owed`() {
    let order = Resource.serviceRequest(
      made(ServiceRequest()) {
        $0.status = .active
        $0.intent = "directive"
        $0.code = Concept(text: "No CPR")
      })
    let chart = Chart([(1, order)])
    #expect(chart.openItems(SiteRules(zone: .utc)).isEmpty)
    #expect(chart.standingFlags == ["No CPR"])
  }

  @Test func `the official name identifies, the usual one stands beside it, and every name is found`() {
    let names = [
      HumanName(use: "usual", given: ["Jim"]),
      HumanName(use: "official", family: "Chalmers", given: ["Peter", "James"]),
      HumanName(use: "maiden", family: "Windsor"),
    ]
    let chart = Chart([(1, .patient(made(Patient()) { $0.names = names }))])
    #expect(chart.listedName == "Chalmers, Peter James “Jim”")
    let row = ChartRows(chart, site: SiteRules(zone: .utc)).census
    for name in ["chalmers", "jim", "windsor"] { #expect(row?.searched.contains(name) == true) }
  }

  @Test func `the gravest reaction is the one that is named`() {
    let allergy = made(AllergyIntolerance()) {
      $0.reactions = [("Itching", "mild"), ("Anaphylaxis", ""), ("Rash", "moderate")].map { words, severity in
        made(AllergyReaction()) {
          $0.manifestations = [Concept(text: words)]
          $0.severity = severity
        }
      }
    }
    #expect(allergy.gravestReaction == "Anaphylaxis")
    #expect(allergy.isDangerous)
  }

  @Test func `a cancelled encounter is told as such and lies in no lane`() {
    let encounter = Resource.encounter(
      made(Encounter()) {
        $0.status = .cancelled
        $0.classification = Coding(code: "AMB")
        $0.period.start = moment("2026-11-01")
      })
    let journey = Journey(Chart([(1, encounter)]), now: instant("2026-11-21"), site: SiteRules(zone: .utc))
    #expect(journey.settings == [])
    #expect(journey.events.first?.status == "cancelled")
  }

  @Test func `ruling out one kind of allergy does not rule out the others`() {
    guard case .noneOfSomeKinds = Chart([(1, allergy("No known food allergy", code: "429625007"))]).allergyState else {
      Issue.record("a food negation was taken for all")
      return
    }
    let words = Resource.allergyIntolerance(made(AllergyIntolerance()) { $0.code = Concept(text: "NKA") })
    #expect(Chart([(1, words)]).allergyState == .noneKnown)
  }

  @Test func `an order not to do something is never something to do`() {
    let request = made(ServiceRequest()) {
      $0.status = .active
      $0.intent = "order"
      $0.code = Concept(text: "Turn patient").prohibited
    }
    let chart = Chart([(1, .serviceRequest(request))])
    #expect(chart.openItems(SiteRules(zone: .utc)).isEmpty)
    #expect(chart.standingFlags == ["Do not: Turn patient"])
  }

  @Test func `a finished reminder does not answer the referral it was about`() {
    let request = Resource.serviceRequest(
      made(ServiceRequest()) {
        $0.status = .active
        $0.intent = "order"
      })
    func done(_ change: (inout Task) -> Void) -> Resource {
      .task(
        made(Task()) {
          $0.status = .completed
          change(&$0)
        })
    }
    let reminder = done { $0.basedOn = [Reference(target: origin(1))] }
    #expect(Chart([(1, request), (2, reminder)]).openItems(SiteRules(zone: .utc)).count == 1)
    let fulfilment = done {
      $0.focus = Reference(target: origin(1))
      $0.code = Concept(codings: [Coding(code: "fulfill")])
    }
    #expect(Chart([(1, request), (2, fulfilment)]).openItems(SiteRules(zone: .utc)).isEmpty)
  }

  @Test(arguments: [
    ("2026-11-20T23:00", true), ("2026-11-21T05:00", true), ("2026-11-21T07:00", false), ("2026-11-21T23:00", false),
    ("2026-11-20T05:00", false),
  ]) func `a night shift goes on past midnight, of the day it began`(at: String, isHere: Bool) {
    // 20 November 2026 is a Friday.
    let shift = made(AvailableTime()) {
      $0.days = ["fri"]
      $0.start = "22:00:00"
      $0.end = "06:00:00"
    }
    #expect(shift.contains(CivilTime(floating: instant(at).milliseconds)) == isHere)
  }

  @Test func `a mother's goal is not the child's`() {
    var goal = Goal()
    goal.description = Concept(text: "Sleep through")
    goal.expressedBy = Reference(target: origin(99), kind: "Patient")
    let chart = Chart([(1, .patient(Patient())), (2, .goal(goal))])
    #expect(chart.whatMatters == nil)
  }

  @Test func `another sender's silence takes back neither a death nor a number`() {
    func record(_ number: String, _ deceased: Deceased) -> ImportedLine {
      ImportedLine(
        id: line(1), origins: [], origin: "1",
        resource: .patient(
          made(Patient()) {
            $0.identifiers = [Identifier(value: number, type: "MR")]
            $0.deceased = deceased
          }))
    }
    var chart = Chart(id: somePatient)
    for (number, deceased) in [("1", Deceased.yes), ("2", .notStated)] {
      let source = Source(format: "test", document: number, received: instant("2026-11-01"))
      chart.tell(.recordReceived(source, [record(number, deceased)]))
    }
    #expect(chart.patient?.deceased == .yes)
    #expect(chart.patient?.identifiers.map(\.value) == ["2", "1"])
  }
}
