import Care
import TestSupport
import Testing

@testable import Exchange

private let site = SiteRules(zone: .utc)
private let id = LineID(high: 0x1111_1111_1111_4111, low: 0x8111_1111_1111_1111)
private let patientID = LineID(high: 0x2222_2222_2222_4222, low: 0x8222_2222_2222_2222)
private let clinic = Reference(kind: "Organization", display: "Heart Clinic")

/// A chart with one referral, taken through some triggers by its partner's machine.
private func sent(_ triggers: [ReferralTrigger], _ machine: ReferralMachine) throws -> Chart {
  var chart = Chart(id: PatientID(high: 3, low: 1))
  var now = Instant(milliseconds: 1_790_000_000_000)
  func take(_ command: Command) throws {
    now = now.adding(hours: 1)
    let context = CommandContext(now: now, author: Author(name: "Khan, Ana"), reason: "full", site: site)
    for event in try decide(chart, command, context) {
      let proposal = Proposal(
        id: EntryID(high: 1, low: 1), stream: .patient(chart.id), expected: 0, time: now, author: context.author,
        reason: "full", event: event)
      chart.apply(Entry(sequence: 1, version: chart.version + 1, of: proposal))
    }
  }
  let request = made(ServiceRequest()) {
    $0.status = .draft
    $0.intent = "order"
    $0.code = Concept(text: "Cardiology")
    $0.authored = Moment(now)
    $0.performers = [clinic]
    $0.requester = Reference(kind: "Practitioner", display: "Dr Reyes")
  }
  let patient = made(Patient()) { $0.names = [HumanName(family: "Rossi", given: ["Bo"])] }
  for (line, resource) in [(patientID, Resource.patient(patient)), (id, .serviceRequest(request))] {
    try take(.write(ImportedLine(id: line, origins: [OriginID(line)], origin: "", resource: resource)))
  }
  for trigger in triggers {
    var ask = ReferralAsk(.move(trigger), machine: machine)
    if trigger.setsTime { ask.appointment = Moment(now.adding(days: 2)) }
    if trigger == .outcome { ask.result = ReferralResult(finding: "angina", plan: "aspirin", nextStep: "recheck") }
    if trigger == .send {
      ask.package = ReferralPackage(
        recipient: clinic, text: "as it was", lines: [id, patientID], basis: .treatment, machine: machine)
    }
    try take(.refer(referral: id, ask))
  }
  return chart
}

@Suite struct ReferralRoundTripTests {
  /// A path to every state; the coarse one by its own machine.
  private static let paths: [[ReferralTrigger]] = [
    [.send], [.send, .accept], [.send, .decline], [.send, .accept, .decline], [.send, .accept, .schedule],
    [.send, .accept, .schedule, .noShow], [.send, .accept, .schedule, .appointmentCancel],
    [.send, .accept, .interimNote], [.send, .cancelRequest], [.send, .accept, .cancelRequest],
    [.send, .accept, .schedule, .cancelRequest], [.send, .cancelRequest, .cancelConfirmation],
    [.send, .accept, .outcome],
  ]

  @Test(arguments: PartnerProfile.allCases, ReferralMachine.allCases)
  func `what goes out in either guide's words comes back as the same state`(
    profile: PartnerProfile, machine: ReferralMachine
  ) throws {
    var seen: Set<ReferralState> = []
    for path in Self.paths {
      // No visit is told by a coarse partner.
      if machine == .coarse, path.contains(.noShow) || path.contains(.appointmentCancel) { continue }
      let chart = try sent(path, machine)
      let referral = try #require(chart.referral(id, site))
      let fixture = try Fixture([
        "sent.json": try ReferralExport(referral, of: chart, directory: Directory(), profile: profile, zone: .utc).json
      ])
      let report = try fixture.load()
      #expect(report.refusedCount == 0, "\(path)")
      let back = try #require(fixture.charts.first)
      let read = try #require(back.referrals(site).first, "\(path)")
      #expect(read.state == referral.state, "\(path) \(profile) \(machine)")
      #expect(read.misfits.isEmpty, "\(path) \(read.misfits)")
      #expect(read.number.value == referral.number.value)
      seen.insert(read.state)
    }
    let told = ReferralState.detailed.filter { $0 != .draft }
    if machine == .detailed { #expect(seen == Set(told)) } else { #expect(seen.contains(.inProgress)) }
  }
}
