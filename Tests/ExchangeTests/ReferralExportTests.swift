import Care
import Foundation
import TestSupport
import Testing

@testable import Exchange

private let site = SiteRules(zone: .utc)
private let id = LineID(high: 1, low: 1)
private let clinic = Reference(kind: "Organization", display: "Heart Clinic", written: "Organization/7")

/// A chart with one referral, taken through some triggers by its partner's machine.
private func chart(
  _ triggers: [ReferralTrigger], _ machine: ReferralMachine = .detailed, telling lines: [LineID] = []
) throws -> Chart {
  var chart = Chart(id: PatientID(high: 3, low: 1))
  var now = Instant(milliseconds: 1_790_000_000_000)
  func take(_ command: Command) throws {
    now = now.adding(hours: 1)
    let context = CommandContext(now: now, author: Author(name: "Khan, Ana"), reason: "full", site: site)
    for event in try decide(chart, command, context) {
      chart.apply(
        Entry(
          sequence: 1, version: chart.version + 1,
          of: Proposal(
            id: EntryID(high: 1, low: 1), stream: .patient(chart.id), expected: 0, time: now, author: context.author,
            reason: "full", event: event)))
    }
  }
  let request = made(ServiceRequest()) {
    $0.status = .draft
    $0.intent = "order"
    $0.priority = .stat
    $0.code = Concept(text: "Cardiology")
    $0.authored = Moment(now)
    $0.performers = [clinic]
    $0.requester = Reference(kind: "Practitioner", display: "Dr Reyes", written: "Practitioner/2")
  }
  let patient = made(Patient()) { $0.names = [HumanName(family: "Rossi", given: ["Bo"])] }
  for (number, resource) in [(0, Resource.patient(patient)), (1, .serviceRequest(request))] {
    let line = LineID(high: 1, low: UInt64(number))
    try take(
      .write(ImportedLine(id: line, origins: [OriginID(line)], origin: "", resource: resource)))
  }
  for trigger in triggers {
    var ask = ReferralAsk(.move(trigger), machine: machine)
    if trigger.setsTime { ask.appointment = Moment(now.adding(days: 2)) }
    if trigger == .outcome { ask.result = ReferralResult(finding: "angina", plan: "aspirin", nextStep: "recheck") }
    if trigger == .send {
      ask.package = ReferralPackage(
        recipient: clinic, text: "as it was", lines: [LineID(high: 1, low: 0)] + lines, basis: .treatment,
        machine: machine)
    }
    try take(.refer(referral: id, ask))
  }
  return chart
}

@Suite struct ReferralExportTests {
  @Test(
    arguments: [
      ([], TaskStatus.draft, TaskStatus.draft, RequestStatus.draft),
      ([.send], .received, .requested, .active), ([.send, .accept], .accepted, .accepted, .active),
      ([.send, .decline], .rejected, .rejected, .revoked),
      ([.send, .accept, .schedule], .inProgress, .inProgress, .active),
      ([.send, .accept, .schedule, .noShow], .inProgress, .inProgress, .active),
      ([.send, .accept, .interimNote], .inProgress, .inProgress, .active),
      ([.send, .accept, .decline], .rejected, .failed, .revoked),
      ([.send, .cancelRequest], .inProgress, .requested, .active),
      ([.send, .accept, .cancelRequest], .inProgress, .accepted, .active),
      ([.send, .accept, .schedule, .cancelRequest], .inProgress, .inProgress, .active),
      ([.send, .cancelRequest, .cancelConfirmation], .cancelled, .cancelled, .revoked),
      ([.send, .accept, .outcome], .completed, .completed, .completed),
    ] as [([ReferralTrigger], TaskStatus, TaskStatus, RequestStatus)])
  func `a state is told in the words of either guide`(
    triggers: [ReferralTrigger], bser: TaskStatus, gravity: TaskStatus, request: RequestStatus
  ) throws {
    let referral = try #require(try chart(triggers).referral(id, site))
    let (ours, theirs) = (ProfiledStanding(referral, in: .bser), ProfiledStanding(referral, in: .gravity))
    #expect(
      ours.status == bser && theirs.status == gravity && ours.request == request
        && theirs.request == (theirs.status == .failed ? .active : request))
    #expect(![TaskStatus.received, .ready].contains(theirs.status))
    let business = triggers.isEmpty ? nil : referral.state
    #expect(ours.business == business && theirs.business == business)
  }

  @Test func `what the other words can't say is told`() throws {
    func losses(_ triggers: [ReferralTrigger], _ profile: PartnerProfile, _ machine: ReferralMachine = .detailed) throws
      -> String
    {
      let chart = try chart(triggers, machine)
      let referral = try #require(chart.referral(id, site))
      return ReferralExport(referral, of: chart, directory: Directory(), profile: profile, zone: .utc).losses.joined(
        separator: " ")
    }
    #expect(try losses([.send, .accept, .decline], .gravity).contains("goes out as failed"))
    #expect(try losses([.send, .accept, .decline], .bser).isEmpty)
    #expect(try losses([.send, .cancelRequest], .gravity).contains("only the business status"))
    #expect(try losses([.send, .accept, .schedule], .bser, .coarse).contains("no code"))
    #expect(try losses([.send, .accept, .schedule, .outcome], .bser, .coarse).contains("none of BSeR’s table"))
    #expect(try losses([.send], .gravity).contains("stat goes out as urgent"))
  }

  @Test func `each status has a side that may set it`() {
    func may(_ side: ReferralActor) -> Set<TaskStatus> {
      Set(TaskStatus.allCases.filter { GravityTask.maySet($0, by: side) })
    }
    #expect(may(.initiator).intersection(may(.recipient)) == [.cancelled])
    #expect(may(.initiator).union(may(.recipient)) == Set(TaskStatus.allCases).subtracting([.received, .ready]))
  }

  @Test func `what makes an allergy or a medicine dangerous to leave out goes with it`() throws {
    var chart = try chart([.send], telling: [5, 6, 99].map { LineID(high: 1, low: $0) })
    let lines: [(UInt64, Resource)] = [
      (
        5,
        .allergyIntolerance(
          made(AllergyIntolerance()) {
            $0.code = Concept(text: "Penicillin")
            ($0.verification, $0.clinical, $0.criticality) = (.unconfirmed, .active, "high")
            $0.reactions = [made(AllergyReaction()) { $0.manifestations = [Concept(text: "Anaphylaxis")] }]
          })
      ),
      (
        6,
        .medicationRequest(
          made(MedicationRequest()) {
            $0.status = .active
            $0.medication = Concept(text: "Warfarin", codings: [Coding(system: "s", code: "11289")]).prohibited
            $0.dosages = ["not while bleeding"]
          })
      ),
    ]
    for (low, resource) in lines {
      let line = LineID(high: 1, low: low)
      let event = Event.lineWritten(
        ImportedLine(id: line, origins: [OriginID(line)], origin: "", resource: resource), before: nil)
      chart.apply(
        Entry(
          sequence: 1, version: chart.version + 1,
          of: Proposal(
            id: EntryID(high: 1, low: low), stream: .patient(chart.id), expected: 0, time: Instant(milliseconds: 0),
            author: Author(name: ""), reason: "", event: event)))
    }
    let referral = try #require(chart.referral(id, site))
    let export = ReferralExport(referral, of: chart, directory: Directory(), profile: .bser, zone: .utc)
    let (allergy, medicine) = (export.bundle["entry"]?[3]?["resource"], export.bundle["entry"]?[4]?["resource"])
    #expect(allergy?["verificationStatus"]?["coding"]?[0]?["code"]?.words == "unconfirmed")
    #expect(allergy?["criticality"]?.words == "high")
    #expect(allergy?["reaction"]?[0]?["manifestation"]?[0]?["text"]?.words == "Anaphylaxis")
    #expect(medicine?["doNotPerform"] == .truth(true))
    #expect(medicine?["medicationCodeableConcept"]?["text"]?.words == "Warfarin")
    #expect(medicine?["dosageInstruction"]?[0]?["text"]?.words == "not while bleeding")
    #expect(medicine?["intent"]?.words == "order")
    #expect(export.losses.contains { $0.contains("1 of the 4 lines") })
  }

  @Test func `the bundle has one number on request and task, the reason, and what was sent`() throws {
    let chart = try chart([.send, .decline])
    let referral = try #require(chart.referral(id, site))
    let text = try ReferralExport(referral, of: chart, directory: Directory(), profile: .gravity, zone: .utc).json
    let bundle = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let entries = try #require(bundle["entry"] as? [[String: Any]])
    let resources = entries.compactMap { $0["resource"] as? [String: Any] }
    #expect(resources.map { $0["resourceType"] as? String } == ["ServiceRequest", "Task", "Patient"])
    let task = resources[1]
    func inner(_ object: [String: Any]?, _ key: String, _ name: String) -> String? {
      (object?[key] as? [String: Any])?[name] as? String
    }
    #expect(inner(task, "groupIdentifier", "value") == referral.number.value)
    #expect((resources[0]["identifier"] as? [[String: Any]])?.first?["value"] as? String == referral.number.value)
    #expect(inner(task, "statusReason", "text") == "full")
    #expect(task["status"] as? String == "rejected" && task["priority"] as? String == "urgent")
    #expect(inner(task, "for", "reference") == entries[2]["fullUrl"] as? String)
    for key in ["focus", "for", "authoredOn", "requester", "owner", "code", "intent"] {
      #expect(task[key] != nil, "\(key)")
    }
  }
}
