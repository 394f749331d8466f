import TestSupport
import Testing

@testable import Care

private let site = SiteRules(zone: .utc)
private let me = Reference(target: origin(90), kind: "Practitioner", display: "Khan, Ana")
private let levi = Reference(target: origin(91), kind: "Practitioner", display: "Levi, Dan")
private let kim = Reference(target: origin(92), kind: "Practitioner", display: "Kim, Lee")
private let leviHimself = Author(member: MemberID(high: 4, low: 2), name: "Levi, Dan")
private let sent = instant("2026-11-20T10:00")

private func context(_ author: Author, _ time: String) -> CommandContext {
  CommandContext(now: instant(time), author: author, site: site)
}

/// A chart in which I wrote one message.
private func chart(
  to recipients: [Reference] = [levi, kim], change: (inout MessageDraft) -> Void = { _ in }
) -> Chart {
  var chart = Chart([
    (0, .patient(made(Patient()) { $0.names = [HumanName(family: "Rossi", given: ["Bo"])] })),
    (5, .relatedPerson(made(RelatedPerson()) { $0.names = [HumanName(family: "Rossi", given: ["Lia"])] })),
  ])
  var draft = MessageDraft(id: line(50), patient: somePatient, written: sent)
  draft.recipients = recipients
  draft.topic = "Furosemide"
  draft.text = "start 40 mg?"
  draft.needsAcknowledgement = true
  change(&draft)
  write(draft, by: me, at: sent, in: &chart)
  return chart
}

private func write(_ draft: MessageDraft, by author: Reference, at time: Instant, in chart: inout Chart) {
  let message = chart.message(draft, by: author, at: time)
  chart.tell(
    .lineWritten(chart.written(.communication(message), draft.id), before: nil), at: time)
}

extension Chart {
  fileprivate mutating func carry(_ command: Command, by author: Author = leviHimself, at time: String) throws {
    for event in try decide(self, command, context(author, time)) { tell(event, by: author, at: instant(time)) }
  }

  fileprivate func standings() throws -> [RecipientStanding] {
    let thread = try #require(threads.first)
    return standings(of: try #require(thread.messages.first), in: thread)
  }

  fileprivate func running(_ clock: String) -> OpenItem? {
    owed(site).first { $0.clocks.contains { $0.clock.id == clock } }
  }
}

@Suite struct ReceiptTests {
  @Test func `each recipient has a standing of their own, with times and who answered for it`() throws {
    var chart = chart()
    #expect(try chart.standings().map(\.hasArrived) == [false, false])
    try chart.carry(.noteArrivals(as: [levi]), at: "2026-11-20T10:01")
    try chart.carry(.markRead(thread: line(50), as: [levi]), at: "2026-11-20T10:05")
    try chart.carry(.acknowledge(message: line(50), as: [levi]), at: "2026-11-20T10:06")
    let (first, second) = (try chart.standings()[0], try chart.standings()[1])
    #expect(first.delivered?.at == instant("2026-11-20T10:01") && first.delivered?.name == "Levi, Dan")
    #expect(first.read?.at == instant("2026-11-20T10:05") && first.acknowledged?.at == instant("2026-11-20T10:06"))
    #expect(!second.hasArrived, "what one has read tells nothing of the other")
  }

  @Test func `a receipt is given once, by somebody who has said who they are, for a message that is there`() throws {
    var chart = chart()
    try chart.carry(.acknowledge(message: line(50), as: [levi]), at: "2026-11-20T10:06")
    #expect(
      try decide(chart, .acknowledge(message: line(50), as: [levi]), context(leviHimself, "2026-11-20T11:00")) == [])
    let nobody = context(Author(name: "nobody"), "2026-11-20T11:00")
    #expect(throws: Refusal.self) { try decide(chart, .acknowledge(message: line(50), as: [kim]), nobody) }
    #expect(throws: Refusal.self) {
      try decide(chart, .acknowledge(message: line(51), as: [kim]), context(leviHimself, "2026-11-20T11:00"))
    }
  }

  @Test func `a message that somebody has read is not taken back, one that only came is`() throws {
    var chart = chart()
    let message = try #require(chart.communications[line(50)])
    let entry = Entry(
      sequence: 1, version: 1,
      of: Proposal(
        id: EntryID(high: 5, low: 50), stream: .patient(somePatient), expected: 0, time: sent,
        author: Author(name: "Khan, Ana"),
        event: .lineWritten(chart.written(.communication(message.value), line(50)), before: nil)))
    try chart.carry(.noteArrivals(as: [levi]), at: "2026-11-20T10:01")
    #expect(try decide(chart, .undo(entry), context(leviHimself, "2026-11-20T10:02")).count == 1)
    let thread = try #require(chart.threads.first)
    try chart.carry(.markRead(thread: thread.id, as: [levi]), at: "2026-11-20T10:03")
    #expect(throws: Refusal("Levi, Dan has read this message; write to them what is to hold instead.")) {
      try decide(chart, .undo(entry), context(leviHimself, "2026-11-20T10:04"))
    }
  }

  @Test func `what is written to the patient here reaches nobody by itself`() throws {
    let patient = Reference(target: origin(0), kind: "Patient", display: "Rossi, Bo")
    let chart = chart(to: [patient])
    #expect(!chart.isContact(try #require(chart.communications[line(50)])))
    var called = chart
    let writing = Writing(called, about: nil, by: me, now: sent)
    let call = called.written(writing.contact(.reached, with: patient, note: ""), line(51))
    called.tell(.lineWritten(call, before: nil), at: sent)
    #expect(called.isContact(try #require(called.communications[line(51)])))
  }

  @Test func `the first line of a message is the subject of what has none`() throws {
    let chart = chart { ($0.topic, $0.text) = ("", "Weight is up\nand so on") }
    #expect(chart.threads.map(\.subject) == ["Weight is up"])
  }

  @Test func `an acknowledgement that is taken back leaves the chart as it was`() throws {
    var chart = chart()
    let before = chart.receipts
    let events = try decide(
      chart, .acknowledge(message: line(50), as: [levi]), context(leviHimself, "2026-11-20T10:06"))
    chart.tell(events[0], by: leviHimself, at: instant("2026-11-20T10:06"))
    let entry = Entry(
      sequence: 9, version: chart.version,
      of: Proposal(
        id: EntryID(high: 9, low: 9), stream: .patient(chart.id), expected: 0, time: instant("2026-11-20T10:06"),
        author: leviHimself, event: events[0]))
    chart.tell(try inverse(of: entry, in: chart))
    #expect(chart.receipts == before)
  }

  @Test func `a message is waited for until everybody has acknowledged, or answered where that is enough`() throws {
    var chart = chart()
    func awaited() throws -> [Reference] {
      let thread = try #require(chart.threads.first)
      return chart.awaited(try #require(thread.messages.first), in: thread).map(\.recipient)
    }
    #expect(try awaited() == [levi, kim])
    try chart.carry(.acknowledge(message: line(50), as: [levi]), at: "2026-11-20T10:06")
    #expect(try awaited() == [kim])
    var answer = chart.answer(to: try #require(chart.threads.first), id: line(51), at: sent) { $0 == kim }
    answer.text = "yes"
    write(answer, by: kim, at: instant("2026-11-20T10:10"), in: &chart)
    #expect(try awaited() == [kim], "an answer is no acknowledgement where one was asked for")
    #expect(chart.threads.count == 1 && answer.recipients == [me, levi])

    var other = chartWithoutAcknowledgement()
    write(answer, by: kim, at: instant("2026-11-20T10:10"), in: &other)
    let thread = try #require(other.threads.first)
    #expect(other.awaited(try #require(thread.messages.first), in: thread).map(\.recipient) == [levi])
  }

  private func chartWithoutAcknowledgement() -> Chart { chart { $0.needsAcknowledgement = false } }

  /// Source: TigerConnect, 5 minutes undelivered; Rounds default for what has come and is not answered.
  @Test func `what has come onto no screen is owed after five minutes, what has come until it is acknowledged`() throws
  {
    var chart = chart(to: [levi])
    let item = try #require(chart.running("message-delivery"))
    #expect(item.title == "Answer: Furosemide" && item.owner == levi)
    let delivery = try #require(item.clocks.first { $0.clock.id == "message-delivery" })
    #expect(delivery.due.milliseconds == sent.milliseconds + 5 * 60_000)
    #expect(item.clocks.contains { $0.clock.id == "message-acknowledgement" })
    #expect(!item.clocks.contains { $0.clock.id == "message-urgent" })
    try chart.carry(.noteArrivals(as: [levi]), at: "2026-11-20T10:01")
    #expect(chart.running("message-delivery") == nil)
    #expect(chart.running("message-acknowledgement")?.owner == levi)
    try chart.carry(.acknowledge(message: line(50), as: [levi]), at: "2026-11-20T10:06")
    #expect(chart.running("message-acknowledgement") == nil)
  }

  @Test func `an urgent message runs its own clock, an ordinary one none`() throws {
    let urgent = chart(to: [levi]) { ($0.isUrgent, $0.needsAcknowledgement) = (true, false) }
    #expect(urgent.running("message-urgent") != nil && urgent.running("message-acknowledgement") == nil)
    let plain = chart(to: [levi]) { $0.needsAcknowledgement = false }
    #expect(plain.running("message-urgent") == nil && plain.running("message-delivery") == nil)
  }

  @Test func `the patient has no screen that could say that a message came`() throws {
    let patient = Reference(target: origin(0), kind: "Patient", display: "Rossi, Bo")
    #expect(chart(to: [patient]).running("message-delivery") == nil)
  }
}

@Suite struct ConcernTests {
  private let patient = Reference(target: origin(0), kind: "Patient", display: "Rossi, Bo")
  private let lia = Reference(target: origin(5), kind: "RelatedPerson", display: "Rossi, Lia")

  private func concerns(_ recipient: Reference, _ chart: Chart, _ directory: Directory = Directory())
    -> [WritingConcern]
  {
    chart.concerns(writingTo: recipient, team: [], directory, SiteRules(zone: .utc), now: sent)
  }

  private func chart(_ more: [(UInt64, Resource)]) -> Chart {
    Chart(
      [
        (0, .patient(made(Patient()) { $0.languages = ["es"] })),
        (5, .relatedPerson(made(RelatedPerson()) { $0.names = [HumanName(family: "Rossi", given: ["Lia"])] })),
      ] + more)
  }

  private func consent(_ provision: String, until end: Moment? = nil) -> Resource {
    .consent(
      made(Consent()) {
        $0.status = .active
        $0.provision = provision
        $0.period.end = end
        $0.actors = [made(Participant()) { $0.actor = lia }]
      })
  }

  @Test func `whoever wants no contact gets none, by a source's words or by ours`() throws {
    for words in ["Do not contact", "Please DON'T CONTACT by phone"] {
      let flag = made(Flag()) {
        $0.status = .active
        $0.code = Concept(text: words)
      }
      let found = concerns(patient, chart([(7, .flag(flag))]))
      #expect(found.first == .noContact && found[0].forbids)
    }
    var over = made(Flag()) { $0.code = Concept(text: "Do not contact") }
    over.status = .inactive
    #expect(!concerns(patient, chart([(7, .flag(over))])).contains(.noContact))
  }

  @Test func `a preference and a language are told and forbid nothing`() throws {
    let flag = ContactPreference.telephone.flag(by: me, from: sent)
    let found = concerns(patient, chart([(7, .flag(flag))]))
    #expect(found == [.prefers(.telephone), .speaks(["es"])])
    #expect(found.filter(\.forbids).isEmpty)
  }

  @Test func `who has left the team is said, by whichever of their names they are written to`() {
    var staff = Staff()
    let post = staff.post(1, "Ned", "nurse")
    let chart = chart([])
    let past = TeamMember(
      name: .known("Ned"), role: "nurse", organization: "", contact: "", standing: .past, hours: [], reference: post)
    let concerns = chart.concerns(
      writingTo: person(1), team: [past], staff.directory, SiteRules(zone: .utc), now: sent)
    #expect(concerns == [.hasLeft])
  }

  @Test func `a carer is told on a ground that is on file, and else one has to be given`() throws {
    #expect(concerns(lia, chart([])) == [.needsBasis(isCarer: true, hasEnded: false)])
    #expect(concerns(lia, chart([(8, consent("permit"))])) == [.agreed])
    #expect(concerns(lia, chart([(8, consent("deny"))])) == [.refused])
    #expect(
      concerns(lia, chart([(8, consent("permit", until: day("2026-11-01")))]))
        == [.needsBasis(isCarer: true, hasEnded: true)])
    let agreed = Consent.toShare(
      with: lia, about: "Furosemide", basis: .agreed, recordedBy: me, at: sent, until: day("2027-11-20"))
    let told = chart([(8, .consent(agreed))])
    func about(_ topic: String) -> [WritingConcern] {
      told.concerns(writingTo: lia, about: topic, team: [], Directory(), SiteRules(zone: .utc), now: sent)
    }
    #expect(about("furosemide") == [.agreed])
    #expect(about("housing") == [.needsBasis(isCarer: true, hasEnded: false)], "agreed to one topic is not to another")
    let known = chart([])
    let none = concerns(lia, known)
    #expect(known.ground(none, for: lia, given: nil) == nil)
    #expect(known.ground(none, for: lia, given: .noObjection) == .noObjection)
    #expect(known.ground([.agreed], for: lia, given: nil) == .agreed)
    #expect(known.ground([], for: levi, given: nil) == nil, "between those who treat nothing is asked")
    #expect(known.ground([], for: patient, given: nil) == .individual)
  }
}

@Suite struct AccountingTests {
  private let lia = Reference(target: origin(5), kind: "RelatedPerson", display: "Rossi, Lia")
  private let patient = Reference(target: origin(0), kind: "Patient", display: "Rossi, Bo")
  private let school = Reference(kind: "Organization", display: "Hill School")

  /// Source: 45 CFR 164.528(a)(1); the table of Rounds domain rules, "Disclosures and accounting".
  @Test func `the account marks what the law leaves out`() throws {
    let table: [(Reference, SharingBasis, AccountingExclusion?)] = [
      (levi, .treatment, .treatment), (lia, .agreed, .involved), (lia, .noObjection, .involved),
      (lia, .bestInterest, .involved), (lia, .inferred, .involved), (lia, .representative, .individual),
      (patient, .individual, .individual), (school, .authorisation, .authorisation), (school, .agreed, nil),
      (school, .requiredByLaw, nil), (school, .representative, nil),
    ]
    var chart = chart()
    for (index, (recipient, basis, _)) in table.enumerated() {
      let by = Touch(name: "Khan, Ana", at: sent.adding(minutes: -index))
      chart.tell(
        .disclosed([
          Disclosure(line: line(50), recipient: recipient, basis: basis, topic: "plan", text: "word \(index)", by: by)
        ]))
    }
    let account = chart.accounting(site, now: sent)
    #expect(account.map(\.exclusion) == table.map(\.2))
    #expect(account.map(\.text) == table.indices.map { "word \($0)" }, "the newest first, with the very words")
  }

  @Test func `six years back, and what was taken back stays in it`() throws {
    var chart = chart()
    let told = Disclosure(
      line: line(50), recipient: school, basis: .agreed, topic: "plan", text: "x",
      by: Touch(name: "Khan, Ana", at: instant("2020-11-21")))
    let older = Disclosure(
      line: line(51), recipient: school, basis: .agreed, topic: "plan", text: "x",
      by: Touch(name: "Khan, Ana", at: instant("2020-11-10")))
    chart.tell(.disclosed([told, older]))
    chart.tell(.disclosuresTakenBack([told]))
    let account = chart.accounting(site, now: instant("2026-11-20T10:00"))
    #expect(account.map(\.isInPeriod) == [true, false])
    #expect(account[0].takenBack != nil && account[1].takenBack == nil)
    chart.tell(.disclosed([told]))
    #expect(chart.disclosures.count == 2 && chart.disclosures.allSatisfy { $0.takenBack == nil })
  }
}

@Suite struct ChannelFitTests {
  @Test func `many short turns, fewer on an urgent matter, would better be talked over`() throws {
    func thread(_ turns: Int, urgent: Bool, length: Int = 10) throws -> MessageThread {
      var chart = Chart([(0, .patient(Patient()))])
      var last: LineID?
      for turn in 0..<turns {
        var draft = MessageDraft(id: line(60 + UInt64(turn)), patient: somePatient, written: sent)
        draft.recipients = [turn % 2 == 0 ? levi : me]
        draft.answers = last
        draft.isUrgent = urgent
        draft.text = String(repeating: "a", count: length)
        write(draft, by: turn % 2 == 0 ? me : levi, at: sent.adding(minutes: turn), in: &chart)
        last = draft.id
      }
      return try #require(chart.threads.first)
    }
    #expect(try !ChannelFit.wantsVoice(thread(5, urgent: false)) && ChannelFit.wantsVoice(thread(6, urgent: false)))
    #expect(try !ChannelFit.wantsVoice(thread(2, urgent: true)) && ChannelFit.wantsVoice(thread(3, urgent: true)))
    #expect(try !ChannelFit.wantsVoice(thread(8, urgent: false, length: 400)))
  }
}
