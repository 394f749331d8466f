import TestSupport
import Testing

@testable import Care

private let site = SiteRules(zone: .utc)
private let heartClinic = Reference(kind: "Organization", display: "Heart Clinic")
private let doctor = Reference(kind: "Practitioner", display: "Dr Reyes")

/// A chart with one draft, taken on step by step.
private struct Walk {
  var chart = Chart(id: PatientID(high: 3, low: 1))
  var now = instant("2026-11-20")
  let id = LineID(high: 1, low: 1)

  init() throws {
    let request = made(ServiceRequest()) {
      $0.status = .draft
      $0.intent = "order"
      $0.code = Concept(text: "Cardiology")
      $0.authored = Moment(instant("2026-11-19"))
      $0.requester = doctor
      $0.performers = [heartClinic]
    }
    let lines = [
      ImportedLine(
        id: LineID(high: 1, low: 0), origins: [], origin: "",
        resource: .patient(made(Patient()) { $0.names = [HumanName(family: "Rossi", given: ["Bo"])] })),
      ImportedLine(id: id, origins: [OriginID(id)], origin: "", resource: .serviceRequest(request)),
    ]
    for line in lines { try take(.write(line)) }
  }

  var referral: Referral? { chart.referral(id, site) }

  @discardableResult
  mutating func take(_ command: Command, reason: String = "why") throws -> [Entry] {
    now = now.adding(hours: 1)
    let context = CommandContext(now: now, author: Author(name: "Khan, Ana"), reason: reason, site: site)
    return try decide(chart, command, context).map { event in
      let entry = Entry(
        sequence: 1, version: chart.version + 1,
        of: Proposal(
          id: EntryID(high: 1, low: UInt64(chart.version)), stream: .patient(chart.id), expected: chart.version,
          time: now, author: context.author, reason: reason, event: event))
      chart.apply(entry)
      return entry
    }
  }

  @discardableResult
  mutating func take(_ trigger: ReferralTrigger, machine: ReferralMachine = .detailed) throws -> [Entry] {
    var ask = ReferralAsk(.move(trigger), machine: machine)
    switch trigger {
    case .send:
      ask.package = chart.package(
        for: try #require(referral).request, id: id, to: heartClinic, from: doctor, as: .care, basis: .treatment,
        machine: machine, naming: \.display)
    case .schedule, .reschedule: ask.appointment = Moment(now.adding(days: 3))
    case .outcome: ask.result = ReferralResult(finding: "angina", plan: "aspirin", nextStep: "recheck")
    default: break
    }
    return try take(.refer(referral: id, ask))
  }
}

extension Walk {
  /// By the word for it on disk.
  @discardableResult
  fileprivate mutating func take(act word: String) throws -> [Entry] {
    let act = try #require(ReferralAct(rawValue: word))
    if case .move(let trigger) = act { return try take(trigger) }
    return try take(.refer(referral: id, ReferralAsk(act)))
  }
}

@Suite struct ReferralWalkTests {
  @Test(arguments: [
    ("send accept schedule interim-note outcome", "2.0 3.0 5.1.1 5.1.4 7.0"),
    (
      "send accept schedule no-show reschedule appointment-cancel schedule interim-note cancel-request outcome",
      "2.0 3.0 5.1.1 5.1.2 5.1.1 5.1.3 5.1.1 5.1.4 5.2 7.0"
    ),
    ("send cancel-request cancel-confirmation", "2.0 5.2 6.0"), ("send decline", "2.0 4.0"),
  ])
  func `the worked walks go through the states they name`(triggers: String, states: String) throws {
    var walk = try Walk()
    #expect(walk.referral?.state == .draft)
    for (trigger, state) in zip(triggers.split(separator: " "), states.split(separator: " ")) {
      try walk.take(try #require(ReferralTrigger(rawValue: String(trigger))))
      #expect(walk.referral?.state == ReferralState(rawValue: String(state)))
    }
    #expect(walk.referral?.misfits == [])
  }

  @Test(arguments: [
    ("send accept schedule outcome", "2.0 3.0 5.1 7.0"), ("send accept interim-note decline", "2.0 3.0 5.1 4.0"),
    ("send accept schedule cancel-request cancel-confirmation", "2.0 3.0 5.1 5.2 6.0"),
    ("send accept interim-note cancel-request outcome", "2.0 3.0 5.1 5.2 7.0"), ("send accept outcome", "2.0 3.0 7.0"),
  ])
  func `with a partner that tells of no visits it is under way in between`(triggers: String, states: String) throws {
    var walk = try Walk()
    for (trigger, state) in zip(triggers.split(separator: " "), states.split(separator: " ")) {
      try walk.take(try #require(ReferralTrigger(rawValue: String(trigger))), machine: .coarse)
      #expect(walk.referral?.state == ReferralState(rawValue: String(state)))
    }
    #expect(walk.referral?.machine == .coarse)
  }

  @Test func `what was sent to a coarse partner goes on so, whatever is noted of the partner since`() throws {
    var walk = try Walk()
    try walk.take(.send, machine: .coarse)
    try walk.take(.accept, machine: .detailed)
    try walk.take(.schedule, machine: .detailed)
    #expect(walk.referral?.state == .inProgress)
  }

  @Test(arguments: [
    (
      "send accept schedule no-show", ReferralTrigger.outcome,
      "An outcome needs a visit, and so a new appointment first. It is 5.1.2 did not come: the recipient may decline, "
        + "reschedule or cancel the appointment; the initiator may ask to cancel."
    ),
    ("send", .outcome, "It is 2.0 sent: the recipient may accept or decline; the initiator may ask to cancel."),
    (
      "send accept schedule appointment-cancel", .decline,
      "It is 5.1.3 appointment cancelled: the recipient may schedule; the initiator may ask to cancel."
    ),
    ("send decline", .accept, "It is 4.0 declined, which is an end."),
  ])
  func `a refused move names the state and who may do what`(
    triggers: String, refused: ReferralTrigger, words: String
  ) throws {
    var walk = try Walk()
    for trigger in triggers.split(separator: " ") {
      try walk.take(try #require(ReferralTrigger(rawValue: String(trigger))))
    }
    let before = walk.chart
    #expect(throws: Refusal(words)) { try walk.take(refused) }
    #expect(walk.chart == before)
  }

  @Test func `each step is taken back exactly`() throws {
    var walk = try Walk()
    for trigger in [ReferralTrigger.send, .accept, .schedule, .noShow] {
      let before = walk.referral
      for entry in try walk.take(trigger).reversed() { try walk.take(.undo(entry)) }
      #expect(walk.referral == before, "\(trigger.rawValue)")
      try walk.take(trigger)
    }
  }

  @Test(arguments: [
    ("", "hold"), ("hold", "resume"), ("", "resend"), ("decline", "retarget"), ("accept outcome", "acknowledge"),
    ("accept outcome acknowledge", "reopen"),
  ])
  func `so is what leaves the state as it is`(before: String, act: String) throws {
    var walk = try Walk()
    try walk.take(.send)
    for act in before.split(separator: " ") { try walk.take(act: String(act)) }
    let (referral, owed) = (walk.referral, walk.chart.owed(site).map(\.clocks))
    let entries = try walk.take(act: act)
    #expect(walk.referral != referral)
    for entry in entries.reversed() { try walk.take(.undo(entry)) }
    #expect(walk.referral == referral && walk.chart.owed(site).map(\.clocks) == owed)
  }

  @Test func `a step can't be taken back from under a later one`() throws {
    var walk = try Walk()
    try walk.take(.send)
    let accepted = try walk.take(.accept)
    try walk.take(.schedule)
    let entry = try #require(accepted.last)
    #expect(throws: Refusal("Khan, Ana has taken this referral on since.")) { try walk.take(.undo(entry)) }
  }

  @Test func `what must be said with a step is asked for`() throws {
    var walk = try Walk()
    let id = walk.id
    func refused(_ words: String, _ ask: ReferralAsk, reason: String = "why") {
      #expect(throws: Refusal(words)) { try walk.take(.refer(referral: id, ask), reason: reason) }
    }
    refused("Nothing was put together to be sent.", ReferralAsk(.move(.send)))
    try walk.take(.send)
    refused("The record must say why; write a reason.", ReferralAsk(.move(.decline)), reason: "")
    refused("The record must say why; write a reason.", ReferralAsk(.move(.cancelRequest)), reason: "")
    try walk.take(.accept)
    refused("Say for when it is booked.", ReferralAsk(.move(.schedule)))
  }

  @Test func `where an interest is declared, the record says why it goes there all the same`() throws {
    var walk = try Walk()
    let request = try #require(walk.referral).request
    let package = walk.chart.package(
      for: request, id: walk.id, to: heartClinic, from: doctor, as: .care, basis: .treatment, machine: .detailed,
      interest: "Dr Reyes owns a share", naming: \.display)
    let send = Command.refer(referral: walk.id, ReferralAsk(.move(.send), package: package))
    #expect(
      throws: Refusal("An interest is declared (Dr Reyes owns a share); write why it goes there all the same.")
    ) { try walk.take(send, reason: "") }
    try walk.take(send, reason: "nobody else has the device")
    #expect(walk.referral?.history.last?.reason == "nobody else has the device")
    #expect(walk.referral?.package?.interest == "Dr Reyes owns a share")
  }

  @Test func `an outcome without plan or next step is refused`() throws {
    var walk = try Walk()
    try walk.take(.send)
    try walk.take(.accept)
    let id = walk.id
    for result in [
      ReferralResult(finding: "", plan: "p", nextStep: "n"), ReferralResult(finding: "f", plan: "", nextStep: "n"),
      ReferralResult(finding: "f", plan: "p", nextStep: ""),
    ] {
      #expect(throws: Refusal.self) {
        try walk.take(.refer(referral: id, ReferralAsk(.move(.outcome), result: result)))
      }
    }
    #expect(throws: Refusal.self) { try walk.take(.close(item: id, .done)) }
  }

  @Test func `the acknowledgement closes the loop; opening again needs a reason and brings the clock back`() throws {
    var walk = try Walk()
    // A clock runs on what was heard from outside.
    walk.chart.sources.append(Source(format: "test", document: "feed", received: instant("2026-11-20")))
    for trigger in [ReferralTrigger.send, .accept, .outcome] { try walk.take(trigger) }
    let owed = try #require(walk.chart.owed(site).first { $0.id == walk.id })
    #expect(owed.owner == doctor && owed.clocks.map(\.clock.id) == ["referral-acknowledgement"])
    let id = walk.id
    try walk.take(.refer(referral: id, ReferralAsk(.acknowledge)))
    #expect(walk.referral?.isLoopClosed == true)
    #expect(walk.chart.owed(site).isEmpty)
    #expect(throws: Refusal.self) { try walk.take(.refer(referral: id, ReferralAsk(.reopen)), reason: "") }
    try walk.take(.refer(referral: id, ReferralAsk(.reopen)))
    #expect(walk.referral?.isClosed == false)
    #expect(walk.chart.owed(site).first?.clocks == owed.clocks)
    try walk.take(.refer(referral: id, ReferralAsk(.acknowledge)))
    #expect(walk.chart.owed(site).isEmpty, "and it can be closed again")
  }

  @Test func `a referral closed by hand has no clock, and has it again once it is opened`() throws {
    var walk = try Walk()
    // A clock runs on what was heard from outside.
    walk.chart.sources.append(Source(format: "test", document: "feed", received: instant("2026-11-20")))
    try walk.take(.send)
    let before = walk.chart.owed(site)
    #expect(before.first?.clocks.map(\.clock.id) == ["referral-answer", "referral-outcome"])
    try walk.take(.close(item: walk.id, .notNeeded))
    #expect(walk.chart.owed(site).isEmpty && walk.referral?.isClosed == true)
    try walk.take(.reopen(item: walk.id, "Cardiology", .notNeeded))
    #expect(walk.chart.owed(site).first?.clocks == before.first?.clocks)
  }

  @Test func `what waits is nobody's lateness, and says what for`() throws {
    var walk = try Walk()
    walk.chart.sources.append(Source(format: "test", document: "feed", received: instant("2026-11-20")))
    try walk.take(.send)
    try walk.take(.refer(referral: walk.id, ReferralAsk(.hold)), reason: "three months")
    #expect(walk.referral?.hold?.reason == "three months" && walk.referral?.state == .created)
    #expect(Set(walk.chart.owed(site).first?.clocks.map(\.clock.id) ?? []) == ["referral-wait", "referral-outcome"])
    try walk.take(.refer(referral: walk.id, ReferralAsk(.resume)))
    #expect(walk.referral?.hold == nil)
  }

  @Test func `what was sent stays as it was, whatever the chart says later`() throws {
    var walk = try Walk()
    try walk.take(.send)
    let sent = walk.referral?.package
    #expect(sent?.text.contains("Allergies: not asked") == true)
    try walk.take(
      .write(
        ImportedLine(
          id: LineID(high: 1, low: 9), origins: [], origin: "",
          resource: .allergyIntolerance(made(AllergyIntolerance()) { $0.code = Concept(text: "penicillin") }))))
    #expect(walk.referral?.package == sent)
  }
}
