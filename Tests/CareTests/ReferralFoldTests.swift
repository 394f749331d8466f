import TestSupport
import Testing

@testable import Care

private let site = SiteRules(zone: .utc)
private func to(_ number: UInt64) -> Reference { Reference(target: OriginID(line(number))) }

private func request(_ change: (inout ServiceRequest) -> Void = { _ in }) -> Resource {
  .serviceRequest(
    made(ServiceRequest()) {
      $0.status = .active
      $0.intent = "order"
      $0.code = Concept(text: "Cardiology")
      $0.identifiers = [Identifier(system: "urn:loop", value: "R-7")]
      $0.authored = moment("2026-11-02T09:00")
      $0.performers = [Reference(kind: "Organization", display: "Heart Clinic")]
      change(&$0)
    })
}

private func task(
  _ status: TaskStatus, _ at: String, _ business: String = "", _ change: (inout Task) -> Void = { _ in }
)
  -> Resource
{
  .task(
    made(Task()) {
      $0.status = status
      $0.code = Concept(codings: [Coding(code: "fulfill")])
      $0.focus = to(1)
      $0.lastModified = moment(at)
      if !business.isEmpty { $0.businessStatus = Concept(text: business, codings: [Coding(code: business)]) }
      change(&$0)
    })
}

private func booking(_ status: AppointmentStatus, _ start: String) -> Resource {
  .appointment(
    made(Appointment()) {
      $0.status = status
      $0.created = moment("2026-11-05T09:00")
      $0.period.start = moment(start)
      $0.basedOn = [to(1)]
    })
}

private func report(_ at: String) -> Resource {
  .diagnosticReport(
    made(DiagnosticReport()) {
      $0.status = .final
      $0.issued = moment(at)
      $0.basedOn = [to(1)]
    })
}

private func chart(_ resources: [Resource]) -> Chart {
  var chart = Chart(id: PatientID(high: 3, low: 1))
  let lines = resources.enumerated().map { index, resource in
    let id = line(UInt64(index + 1))
    return ImportedLine(id: id, origins: [OriginID(id)], origin: "", resource: resource)
  }
  chart.apply(
    Entry(
      sequence: 1, version: 1,
      of: Proposal(
        id: EntryID(high: 1, low: 1), stream: .patient(chart.id), expected: 0, time: instant("2026-11-20"),
        author: Author(name: "import"),
        event: .recordReceived(Source(format: "test", document: "one", received: instant("2026-11-20")), lines))))
  return chart
}

private func referral(_ resources: [Resource]) throws -> Referral {
  let all = chart(resources).referrals(site)
  #expect(all.count == 1, "what belongs together is one")
  return try #require(all.first)
}

@Suite struct ReferralFoldTests {
  @Test(arguments: [
    (TaskStatus.requested, "", ReferralState.created), (.received, "", .created), (.accepted, "", .accepted),
    (.rejected, "", .declined), (.failed, "", .declined), (.inProgress, "", .inProgress), (.cancelled, "", .cancelled),
    (.completed, "", .completed), (.inProgress, "5.1.1", .scheduled), (.inProgress, "5.1.2", .noShow),
    (.inProgress, "5.1.3", .appointmentCancelled), (.inProgress, "5.1.4", .visitCompleted),
    (.inProgress, "5.2", .cancelRequested), (.inProgress, "5.4", .cancelRequested), (.inProgress, "5.x", .inProgress),
    (.requested, "5.2", .cancelRequested), (.requested, "Eligible", .accepted), (.requested, "Pending", .accepted),
    (.requested, "Got help", .completed), (.requested, "No capacity", .declined),
    (.requested, "Not eligible", .declined),
    (.requested, "Couldn't contact", .declined), (.requested, "No longer interested", .cancelled),
    (.requested, "Referred elsewhere", .declined), (.requested, "Not updated", .created),
  ])
  func `a task's words are understood, whosever they are`(status: TaskStatus, business: String, state: ReferralState)
    throws
  {
    let found = try referral([request(), task(status, "2026-11-06T09:00", business)])
    #expect(found.state == state)
    #expect(found.misfits == [])
  }

  @Test func `findhelp's words are understood as code, as display and with any apostrophe`() throws {
    for business in [
      Concept(text: "Couldn’t get help"), Concept(codings: [Coding(system: "findhelp", code: "couldn't-get-help")]),
      Concept(codings: [Coding(code: "17", display: "Couldn't get help")]),
    ] {
      let found = try referral([request(), task(.inProgress, "2026-11-06T09:00") { $0.businessStatus = business }])
      #expect(found.state == .declined && found.misfits == [])
    }
  }

  @Test func `what needs the client's action waits for the patient`() throws {
    let bo = Resource.patient(made(Patient()) { $0.names = [HumanName(family: "Rossi", given: ["Bo"])] })
    let chart = chart([request(), task(.onHold, "2026-11-06T09:00", "Needs client action"), bo])
    let found = try #require(chart.referrals(site).first)
    #expect(found.state == .accepted && found.hold != nil)
    #expect(found.next.action == .act && found.nextOwner == chart.patientReference)
  }

  @Test func `what a source has on hold waits for the recipient, and says why`() throws {
    let waits = try referral([
      request(),
      task(.onHold, "2026-11-06T09:00") { $0.statusReason = Concept(text: "no place before spring") },
    ])
    #expect(waits.state == .created && waits.next.action == .placeInLine)
    #expect(waits.hold?.reason == "no place before spring" && waits.hold?.since == moment("2026-11-06T09:00"))
    let asked = try referral([
      request {
        $0.status = .onHold
        $0.notes = ["waiting list"]
      }
    ])
    #expect(asked.state == .created && asked.hold?.reason == "waiting list")
    let resumed = try referral([
      request(), task(.onHold, "2026-11-06T09:00"), task(.inProgress, "2026-11-08T09:00"),
    ])
    #expect(resumed.state == .inProgress && resumed.hold == nil)
  }

  @Test(arguments: [
    (AppointmentStatus.booked, ReferralState.scheduled), (.noshow, .noShow), (.cancelled, .appointmentCancelled),
    (.fulfilled, .visitCompleted),
  ])
  func `an appointment that is based on it tells more than the task`(status: AppointmentStatus, state: ReferralState)
    throws
  {
    let found = try referral([request(), task(.inProgress, "2026-11-04T09:00"), booking(status, "2026-11-12T09:00")])
    #expect(found.state == state)
    #expect(chart([request(), booking(.booked, "2026-11-25T09:00")]).owed(site).map(\.kind) == [.referral])
  }

  @Test func `a report, a document, and a task with the same number belong to it too`() throws {
    #expect(try referral([request(), report("2026-11-15T09:00")]).state == .completed)
    let document = Resource.documentReference(
      made(DocumentReference()) {
        $0.status = .current
        $0.date = moment("2026-11-15T09:00")
        $0.related = [to(1)]
      })
    #expect(try referral([request(), document]).state == .completed)
    let numbered = task(.accepted, "2026-11-04T09:00") {
      $0.focus = Reference()
      $0.groupIdentifier = Identifier(system: "urn:loop", value: "R-7")
    }
    #expect(try referral([request(), numbered]).state == .accepted)
  }

  @Test func `what comes after the end is told and changes nothing`() throws {
    let found = try referral([request(), report("2026-11-10T09:00"), task(.inProgress, "2026-11-14T09:00")])
    #expect(found.state == .completed)
    #expect(found.misfits == ["the task of 2026-11-14: says under way, but it was outcome in by then"])
  }

  @Test func `words that nobody knows are told as they are`() throws {
    let found = try referral([request(), task(.accepted, "2026-11-04T09:00", "half way")])
    #expect(found.state == .accepted)
    #expect(found.misfits.first?.contains("“half way”") == true)
  }

  @Test func `the request's own end counts where nothing else tells of one`() throws {
    #expect(try referral([request { $0.status = .completed }]).state == .completed)
    #expect(try referral([request { $0.status = .revoked }]).state == .cancelled)
    #expect(try referral([request { $0.status = .draft }]).state == .draft)
    let declined = try referral([request { $0.status = .revoked }, task(.rejected, "2026-11-06T09:00")])
    #expect(declined.state == .declined && declined.isClosed && declined.misfits == [])
  }

  @Test func `one that took another's place closes it`() {
    let second = request {
      $0.identifiers = []
      $0.replaces = [to(1)]
    }
    let all = chart([request(), task(.rejected, "2026-11-06T09:00"), second]).referrals(site)
    #expect(all.map(\.state) == [.declined, .created])
    #expect(all[0].isClosed && all[0].replacedBy == line(3))
  }

  @Test func `days to each step count from when it was sent`() throws {
    let found = try referral([
      request(), task(.accepted, "2026-11-04T10:00"), booking(.booked, "2026-11-25T09:00"), report("2026-11-19T09:00"),
    ])
    #expect(found.days(to: .answer) == 2 && found.days(to: .schedule) == 3 && found.days(to: .report) == 17)
    #expect(found.isTakenOn == true)
  }

  @Test func `what follows a referral is owed through it, and a to-do about it beside it`() throws {
    var chart = chart([request(), task(.accepted, "2026-11-04T09:00"), booking(.booked, "2026-11-25T09:00")])
    #expect(chart.owed(site).map(\.id) == [line(1)])
    let before = chart.referrals(site)
    let writing = Writing(chart, about: nil, by: Reference(display: "Khan, Ana"), now: instant("2026-11-21"))
    let todo = writing.task("Ring the clinic", due: nil, owner: Reference(display: "Khan, Ana"), from: to(1))
    chart.tell(.lineWritten(chart.written(todo, line(80)), before: nil))
    #expect(chart.referrals(site) == before, "a to-do says nothing of how far the referral is")
    #expect(Set(chart.owed(site).map(\.id)) == [line(1), line(80)])
    chart.tell(.taskStatusChanged(task: line(80), from: .ready, to: .completed))
    #expect(chart.referrals(site) == before)
  }

  @Test func `a late decline comes back as a task that failed`() throws {
    let found = try referral([
      request(), task(.accepted, "2026-11-04T09:00"),
      task(.failed, "2026-11-09T09:00") { $0.statusReason = Concept(text: "moved out of the area") },
    ])
    #expect(found.history.map(\.to) == [.created, .accepted, .declined])
    #expect(found.history.last?.reason == "moved out of the area" && found.misfits == [])
    #expect(found.isTakenOn == true && !found.isClosed && found.next.action == .retarget)
  }

  @Test func `what was asked again keeps the number, which then means the newest`() {
    let second = request {
      $0.identifiers = []
      $0.requisition = Identifier(system: "urn:loop", value: "R-7")
      $0.replaces = [to(1)]
      $0.authored = moment("2026-11-07T09:00")
    }
    let numbered = task(.accepted, "2026-11-09T09:00") {
      $0.focus = Reference()
      $0.groupIdentifier = Identifier(system: "urn:loop", value: "R-7")
    }
    let all = chart([request(), task(.rejected, "2026-11-06T09:00"), second, numbered]).referrals(site)
    #expect(all.map(\.state) == [.declined, .accepted] && all.map(\.isClosed) == [true, false])
    #expect(Set(all.map(\.number.value)) == ["R-7"])
  }

  @Test func `withdrawn once the outcome has come is told, and the outcome stays`() throws {
    let found = try referral([request { $0.status = .revoked }, report("2026-11-10T09:00")])
    #expect(found.state == .completed)
    #expect(found.misfits == ["the request: says withdrawn, but the outcome has come"])
  }

  @Test func `a task that says it is over is believed over a business status on the way there`() throws {
    let found = try referral([request(), task(.completed, "2026-11-06T09:00", "5.1.1")])
    #expect(found.state == .completed)
    #expect(
      found.misfits == ["the task of 2026-11-06: business status 5.1.1 scheduled, but the task is completed"])
  }
}

/// What was recorded here and what sources filed are of one referral.
@Suite struct ReferralEvidenceTests {
  private func record(
    _ trigger: ReferralTrigger, _ from: ReferralState, _ to: ReferralState, at: String, in chart: inout Chart
  ) {
    chart.tell(
      .referralMoved(referral: line(1), ReferralMove(.move(trigger), from: from, to: to)), at: instant(at))
  }

  @Test func `a source's news goes on from what was recorded here`() throws {
    var chart = chart([request(), booking(.noshow, "2026-11-12T09:00"), report("2026-11-18T09:00")])
    record(.accept, .created, .accepted, at: "2026-11-04", in: &chart)
    record(.schedule, .accepted, .scheduled, at: "2026-11-05", in: &chart)
    let found = try #require(chart.referral(line(1), site))
    #expect(found.history.map(\.to) == [.created, .accepted, .scheduled, .noShow, .completed])
    #expect(found.report == line(3) && found.noShows == 1 && found.misfits == [] && found.isKeptHere)
  }

  @Test func `what a source says against what was recorded here is told and changes nothing`() throws {
    var chart = chart([request(), task(.accepted, "2026-11-08T09:00")])
    record(.decline, .created, .declined, at: "2026-11-06", in: &chart)
    let found = try #require(chart.referral(line(1), site))
    #expect(found.state == .declined)
    #expect(found.misfits == ["the task of 2026-11-08: says accepted, but it was declined by then"])
  }

  @Test func `the order in which things arrive doesn't matter, only that in which they happened`() throws {
    let facts = [
      task(.accepted, "2026-11-04T09:00"), booking(.booked, "2026-11-25T09:00"), report("2026-11-19T09:00"),
    ]
    let found = try referral([request()] + facts)
    var dice = Seeded(seedOfThisRun)
    let mixed = try referral([request()] + facts.shuffled(using: &dice))
    #expect(mixed.history.map(\.to) == found.history.map(\.to), "seed \(seedOfThisRun)")
  }
}
