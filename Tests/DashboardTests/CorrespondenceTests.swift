import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

private let levi = MemberID(high: 7, low: 2)
private let kim = MemberID(high: 7, low: 3)

private func person(_ id: MemberID, _ family: String, _ given: String) -> DirectoryLine {
  DirectoryLine(
    id: id, origins: [OriginID(id)], origin: "Practitioner/\(family)",
    resource: .practitioner(made(Practitioner()) { $0.names = [HumanName(family: family, given: [given])] }))
}

/// A post with hours on every day, or on Mondays alone: the rig's day is a Saturday.
private func post(_ low: UInt64, of member: MemberID, _ role: String, days: [String] = []) -> DirectoryLine {
  let id = MemberID(high: 6, low: low)
  return DirectoryLine(
    id: id, origins: [OriginID(id)], origin: "PractitionerRole/\(low)",
    resource: .practitionerRole(
      made(PractitionerRole()) {
        $0.practitioner = Reference(target: OriginID(member), kind: "Practitioner")
        $0.codes = [Concept(text: role)]
        $0.hours = [
          made(AvailableTime()) {
            ($0.days, $0.start, $0.end) = (days, "07:00", "18:00")
          }
        ]
      }))
}

private let staff = [
  person(levi, "Levi", "Dan"), post(1, of: levi, "pharmacist"), person(kim, "Kim", "Lee"),
  post(2, of: kim, "dietitian", days: ["mon"]),
]

private func team(_ members: UInt64...) -> Resource {
  .careTeam(
    made(CareTeam()) {
      $0.status = .active
      $0.participants = members.map { low in
        made(Participant()) {
          $0.actor = Reference(target: OriginID(MemberID(high: 6, low: low)), kind: "PractitionerRole")
        }
      }
    })
}

private func rig(isSignedIn: Bool = true, more: [(patient: UInt64, Resource)] = []) throws -> Rig {
  try Rig(Rig.ward + [(1, team(1, 2))] + more, isSignedIn: isSignedIn, directory: staff)
}

private func chart(_ rig: Rig, _ patient: UInt64) throws -> Chart {
  try #require(try rig.record.chart(PatientID(high: 0, low: patient)))
}

/// Somebody else writes, in another window.
private func write(_ rig: Rig, _ text: String, to recipients: [Reference], acknowledged: Bool = true) throws {
  let chart = try chart(rig, 1)
  var draft = MessageDraft(id: LineID(high: 50, low: UInt64(chart.version)), patient: chart.id, written: Rig.now)
  (draft.recipients, draft.topic, draft.text) = (recipients, "Potassium", text)
  draft.needsAcknowledgement = acknowledged
  let sender = Reference(target: OriginID(levi), kind: "Practitioner", display: "Levi, Dan")
  let message = chart.message(draft, by: sender, at: Rig.now.adding(minutes: -1))
  let change = try rig.record.append(
    [
      Proposal(
        id: EntryID(high: 60, low: UInt64(chart.version)), stream: .patient(chart.id), expected: chart.version,
        time: Rig.now, author: Author(member: levi, name: "Levi, Dan"),
        event: .lineWritten(chart.written(.communication(message), draft.id), before: nil))
    ], since: 0, charts: [])
  rig.store.send(.followed(change))
  rig.store.settle()
}

private let me = Reference(target: OriginID(Rig.me), kind: "Practitioner", display: "Khan, Ana")

@Suite struct CorrespondenceTests {
  @Test func `one key asks, one takes who is there, one sends`() throws {
    let rig = try rig()
    try rig.press("Q")
    guard case .form(let form) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    let choices = rig.state.choices(form)
    let medication = try #require(choices.first { $0.words == "medication use" })
    #expect(medication.detail.hasPrefix("Levi, Dan, pharmacist, here now"))
    let diet = rig.state.topics("diet", form)
    #expect(diet.first?.detail.contains("nobody until Mon 07:00") == true)
    try rig.press("medication<Enter>How<Space>much?<C-s>")
    let message = try #require(try chart(rig, 1).communications.items.last?.value)
    #expect(message.payload == ["How much?"] && message.topic.text == "medication use")
    #expect(rig.state.workspace.directory.person(behind: try #require(message.recipients.first)) == levi)
    #expect(rig.state.toast?.words.hasPrefix("Sent to Levi, Dan") == true)
  }

  @Test func `an empty message and one to nobody stay, and say what is missing`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter><C-s>")
    #expect(rig.state.composer?.fault == "Nothing is written yet.")
    try rig.press("a<A-r><C-s>")
    #expect(rig.state.composer?.fault?.hasPrefix("It goes to nobody yet") == true)
    #expect(try chart(rig, 1).communications.count == 1)
  }

  @Test func `a paste of a megabyte is refused with the number, and nothing is lost`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>abc")
    rig.store.send(.paste(String(repeating: "x", count: 1_000_000)))
    #expect(rig.state.composer?.area.text == "abc")
    #expect(rig.state.composer?.fault?.contains("900003 characters too long") == true)
  }

  @Test func `a draft is there again, and is gone once it is sent`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>half<Esc>")
    #expect(rig.state.overlays.isEmpty && rig.state.drafts.map(\.text) == ["half"])
    try rig.press("mlevi<Enter>")
    #expect(rig.state.composer?.area.text == "half")
    try rig.press("<Space>done<C-s>")
    #expect(rig.state.drafts.isEmpty)
    #expect(try chart(rig, 1).communications.items.last?.value.payload == ["half done"])
  }

  @Test func `a message that the disk refuses is a draft still`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>hello")
    var state = rig.state
    let effects = reduce(&state, .key(try Key(notation: "<C-s>")))
    let request = try #require(
      effects.lazy.compactMap { if case .append(let request) = $0 { request } else { nil } }.first)
    #expect(!effects.contains { if case .dropDraft = $0 { true } else { false } })
    _ = reduce(&state, .refused(request, "the disk is full"))
    #expect(state.drafts.map(\.text) == ["hello"] && state.overlays.isEmpty)
  }

  @Test func `the next unread is read, also where its patient was not in view`() throws {
    let rig = try rig()
    try rig.press("jN")
    guard case .thread = rig.state.overlays.last else { return #expect(Bool(false), "no thread") }
    #expect(try chart(rig, 1).reading.map(\.member) == [Rig.me])
    try rig.press("<Esc>")
    #expect(rig.state.threadRow(at: 0)?.isUnread(by: Rig.me) == false)
  }

  @Test func `nothing unread in a list that shows nothing is said`() throws {
    let rig = try rig()
    try rig.press("gWN")
    #expect(rig.state.count(.inbox) == 0)
    #expect(rig.state.toast?.words == "You have read every thread from here on that this filter shows; Esc shows all.")
  }

  @Test func `the hands rest, and what is typed is asked to be kept`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>half")
    #expect(rig.state.awaitsRest)
    var state = rig.state
    let effects = reduce(&state, .rest)
    #expect(effects.contains { if case .keepDraft(let draft) = $0 { draft.text == "half" } else { false } })
    #expect(!state.awaitsRest)
    _ = reduce(&state, .draftHeld(try #require(state.composer).draft.id))
    #expect(state.awaitsRest, "the disk was busy")
  }

  @Test func `a name after an @ makes its bearer a recipient`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>ask<Space>@kim")
    #expect(rig.state.mentioned(try #require(rig.state.composer)).first?.words == "Kim, Lee")
    try rig.press("<Tab>too<C-s>")
    let message = try #require(try chart(rig, 1).communications.items.last?.value)
    #expect(message.recipients.count == 2 && message.payload == ["ask @Kim, Lee too"])
  }

  @Test func `the patient who wants no contact is written to by nobody`() throws {
    let flag = ContactPreference.noContact.flag(by: me, from: Rig.now)
    let rig = try rig(more: [(1, .flag(flag))])
    try rig.press("mrossi<Enter>hello<C-s>")
    #expect(rig.state.composer?.fault?.contains("wants nobody to get in touch") == true)
    #expect(try chart(rig, 1).communications.count == 1)
  }

  @Test func `a carer is told only on a ground, and what was told is accounted for`() throws {
    let lia = Resource.relatedPerson(
      made(RelatedPerson()) { $0.names = [HumanName(family: "Rossi", given: ["Lia"])] })
    let rig = try rig(more: [(1, lia)])
    try rig.press("mlia<Enter>He<Space>eats<Space>well.")
    try rig.press("<C-s><Enter>")
    #expect(rig.state.composer?.fault?.hasPrefix("Nothing was sent") == true)
    #expect(try chart(rig, 1).communications.count == 1)
    try rig.press("<C-s><Down><Down><Enter>")
    let after = try chart(rig, 1)
    #expect(after.communications.count == 2)
    #expect(after.disclosures.map(\.basis) == [.noObjection] && after.disclosures.map(\.text) == ["He eats well."])
    #expect(after.consents.isEmpty, "that nobody objected is for this message alone")
    try rig.press("u")
    #expect(try chart(rig, 1).disclosures.first?.takenBack != nil)
    #expect(try chart(rig, 1).communications.items.last?.value.status == .enteredInError)
    try rig.press("mlia<Enter>Again.<C-s><Down><Enter>")
    let consent = try #require(try chart(rig, 1).consents.items.last?.value)
    #expect(consent.topic == "Call after discharge" && consent.period.end != nil)
    try rig.press("mlia<Enter>And<Space>again.<C-s>")
    #expect(
      try chart(rig, 1).disclosures.map(\.text).last == "And again.", "an agreement on file is not asked for twice")
  }

  @Test func `what was written elsewhere has come onto this screen, is read with N, acknowledged and answered`() throws
  {
    let rig = try rig()
    try write(rig, "K 3.2", to: [me])
    func receipts() throws -> [ReceiptKind] { try chart(rig, 1).receipts.map(\.kind) }
    #expect(try receipts() == [.delivered])
    try rig.press("N")
    #expect(try receipts() == [.delivered, .read])
    guard case .thread = rig.state.overlays.last else { return #expect(Bool(false), "no thread") }
    try rig.press("y")
    #expect(try receipts() == [.delivered, .read, .acknowledged])
    try rig.press("rok<C-s>")
    let answer = try #require(try chart(rig, 1).communications.items.last?.value)
    #expect(answer.payload == ["ok"] && answer.recipients.map(\.target) == [OriginID(levi)])
    try rig.press("<Esc>u")
    #expect(try chart(rig, 1).communications.items.last?.value.status == .enteredInError)
    try rig.press("u")
    #expect(try receipts() == [.delivered, .read], "an acknowledgement can be taken back, having read something can't")
  }

  @Test func `what is waited for is a list of its own`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>why?<C-s>gW")
    #expect(rig.state.focus == .inbox && rig.state.count(.inbox) == 1)
    #expect(rig.state.threadRow(at: 0)?.patientName == "Rossi, Bo")
    try rig.press("<Esc>/from:levi<Enter>")
    #expect(rig.state.count(.inbox) == 0)
    try rig.press("/<C-u>why<Enter>")
    #expect(rig.state.count(.inbox) == 1, "words of messages are looked through")
    try rig.press("/<C-u>on:yesterday<Enter>")
    #expect(rig.state.count(.inbox) == 0)
  }

  @Test func `what arrives moves nobody's selection`() throws {
    let rig = try rig()
    try rig.press("gi")
    let before = rig.state.threadRow(at: rig.state.inbox.cursor.index)?.thread
    try write(rig, "K 3.2", to: [me])
    #expect(rig.state.count(.inbox) == 2)
    #expect(rig.state.threadRow(at: rig.state.inbox.cursor.index)?.thread == before)
  }

  @Test func `who hasn't said who they are reads, and answers nothing`() throws {
    let rig = try rig(isSignedIn: false)
    for keys in ["Q", "N", "gir", "giy"] {
      try rig.press(keys)
      #expect(rig.state.toast?.words.contains("--as NAME") == true, "\(keys)")
    }
  }
}

@Suite struct TeamKeysTests {
  @Test func `members join in a role that is missing, leave, and stay on file`() throws {
    let rig = try rig()
    try rig.press("gtakhan<Enter>case<Enter>")
    #expect(rig.state.view?.team.contains { $0.name.words == "Khan, Ana" && $0.standing == .member } == true)
    let index = try #require(rig.state.view?.team.firstIndex { $0.name.words == "Khan, Ana" })
    try rig.press("gg" + String(repeating: "j", count: index) + "X")
    #expect(rig.state.view?.team.contains { $0.name.words == "Khan, Ana" && $0.standing == .past } == true)
    try rig.press("u")
    #expect(rig.state.view?.team.contains { $0.name.words == "Khan, Ana" && $0.standing == .member } == true)
  }

  @Test func `a template names the roles, and those nobody holds are missing`() throws {
    let rig = try rig()
    try rig.press("gttintegrated<Enter>")
    let missing = (rig.state.view?.coverage ?? []).compactMap { finding -> String? in
      if case .lacks(let role, _) = finding { role.words } else { nil }
    }
    #expect(missing.contains("cardiologist"))
  }
}

@Suite struct HandoffKeysTests {
  /// `Ho`, the receiver, the severity, what the chart says, what is open, one if-then.
  @Test func `a patient is handed off, and passes only with a read-back`() throws {
    let rig = try rig()
    try rig.press("Holevi<Enter>w<Enter><Enter><Enter>")
    guard case .form(let form) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    #expect(form.question == .contingency)
    try rig.press("nonsense<Enter>")
    #expect(rig.state.overlays.count == 1, "what is no if-then stays and says so")
    try rig.press("<C-u>if<Space>weight<Space>up<Space>then<Space>call<Enter>")
    let handoff = try #require(try chart(rig, 1).handoffs.first)
    #expect(handoff.state == .offered && handoff.content?.severity == .watcher)
    #expect(handoff.content?.contingencies.map(\.response) == ["call"])
    #expect(rig.state.toast?.words.hasPrefix("Offered to Levi, Dan") == true)
    try rig.press("u")
    #expect(try chart(rig, 1).handoffs.isEmpty)
  }

  @Test func `a handoff to me is accepted with three keys and what I understood`() throws {
    let offered = made(Task()) {
      $0.status = .requested
      $0.description = "Handoff ward 4B → home"
      $0.requester = Reference(target: OriginID(levi), kind: "Practitioner")
      $0.owner = me
      $0.restriction.end = Moment(Rig.now.adding(days: -9))
    }
    let rig = try rig(more: [(4, .task(offered))])
    try rig.press("/handoff<Enter>")
    #expect(rig.state.selectedWork?.title.contains("Handoff") == true)
    // A source's task says nothing of what was told, so that is written down first.
    try rig.press(
      "Hastable<Enter>82,<Space>heart<Space>failure<Enter><Enter>if<Space>weight<Space>up<Space>then<Space>call<Enter>")
    guard case .form(let form) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    #expect(form.question == .readBack)
    try rig.press("weigh<Space>daily<Enter>")
    let handoff = try #require(try chart(rig, 4).handoffs.first)
    #expect(handoff.state == .accepted && handoff.readBack == "weigh daily")
  }
}

@Suite struct RoleCardTests {
  @Test func `a card tells who is called now and from when somebody else is`() throws {
    let house = MemberID(high: 5, low: 1)
    let unit = Reference(target: OriginID(house), kind: "Organization")
    func turn(_ low: UInt64, _ hours: ClosedRange<Int>) -> DirectoryLine {
      let post = MemberID(high: 6, low: low)
      let span = RosterSpan(
        .onCall, start: Moment(Rig.now.adding(hours: hours.lowerBound)),
        end: Moment(Rig.now.adding(hours: hours.upperBound)), rank: 1, unit: unit)
      return DirectoryLine(
        id: Directory.dutyRosterID(of: post), origins: [], origin: "",
        resource: .dutyRoster(DutyRoster(member: Reference(target: OriginID(post)), spans: [span])))
    }
    func role(_ low: UInt64, _ member: MemberID) -> DirectoryLine {
      DirectoryLine(
        id: MemberID(high: 6, low: low), origins: [OriginID(MemberID(high: 6, low: low))], origin: "",
        resource: .practitionerRole(
          made(PractitionerRole()) {
            $0.practitioner = Reference(target: OriginID(member), kind: "Practitioner")
            ($0.codes, $0.organization) = ([Concept(text: "pharmacist")], unit)
          }))
    }
    let ward = DirectoryLine(
      id: house, origins: [OriginID(house)], origin: "",
      resource: .organization(made(Organization()) { $0.name = "4B" }))
    let rig = try Rig(
      Rig.ward + [(1, team(1))],
      directory: [
        person(levi, "Levi", "Dan"), person(kim, "Kim", "Lee"), ward, role(1, levi), role(2, kim), turn(1, -1...10),
        turn(2, 10...20),
      ])
    try rig.press("gt<Enter>")
    guard case .detail(_, let lines, _) = rig.state.overlays.last else { return #expect(Bool(false), "no card") }
    #expect(lines.contains("on call     Levi, Dan, until 18:00"))
    #expect(lines.contains("            from 18:00 Kim, Lee"))
  }
}

@Suite struct TeamThreadTests {
  @Test func `one key writes to the whole team, each once, and the thread is about it`() throws {
    let rig = try rig(more: [(1, .careTeam(made(CareTeam()) { ($0.status, $0.name) = (.active, "Heart team") }))])
    try rig.press("mlevi<Enter>Who<Space>is<Space>on<Space>Friday?<A-w><C-s>")
    let message = try #require(try chart(rig, 1).communications.items.last?.value)
    let people = message.recipients.compactMap { rig.state.workspace.directory.person(behind: $0) }
    #expect(people == [levi, kim], "whoever was there already isn't added twice")
    #expect(message.about.map(\.display) == ["Call after discharge", "the team", "Heart team"])
    #expect(message.about.dropFirst().allSatisfy { $0.kind == "CareTeam" })
  }

  @Test func `a patient without a team is said, and nobody is added`() throws {
    let rig = try rig()
    try rig.press("jmlevi<Enter>hm<A-w>")
    #expect(rig.state.composer?.fault == "Nobody else is on the team; Alt-t adds somebody.")
    #expect(rig.state.composer?.draft.recipients.count == 1)
  }

  @Test func `a task is made of the lines of a thread that are chosen`() throws {
    let rig = try rig()
    try write(rig, "Potassium is 6.1.\nRepeat it today\n\nCall the daughter", to: [me], acknowledged: false)
    try rig.press("Nn")
    guard case .form(let form) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    #expect(rig.state.choices(form).map(\.words) == ["Potassium is 6.1.", "Repeat it today", "Call the daughter"])
    try rig.press("<Down><Down><Tab><Down><Tab><Enter><Enter><Enter>")
    let task = try #require(try chart(rig, 1).tasks.items.last?.value)
    #expect(task.description == "Repeat it today; Call the daughter")
    #expect(task.focus.kind == "Communication", "and the task leads back to the thread")
  }

  @Test func `one line alone is taken with Enter, the whole thread's subject where none is gone to`() throws {
    let rig = try rig()
    try write(rig, "Repeat it today", to: [me], acknowledged: false)
    try rig.press("Nn<Down><Enter><Enter><Enter>")
    #expect(try chart(rig, 1).tasks.items.last?.value.description == "Repeat it today")
    try rig.press("n<Enter><Enter><Enter>")
    #expect(try chart(rig, 1).tasks.items.last?.value.description == "Potassium")
    try rig.press("n<Down><Tab><Tab>other<Enter><Enter><Enter>")
    #expect(try chart(rig, 1).tasks.items.last?.value.description == "other", "a line can be put back")
  }
}

@Suite struct PassingUpTests {
  /// A rig with an urgent message to somebody who doesn't look, sent ten minutes ago.
  private func rig(_ more: [(patient: UInt64, Resource)] = []) throws -> Rig {
    let rig = try Rig(Rig.ward + [(1, team(1, 2))] + more, directory: staff)
    let chart = try chart(rig, 1)
    var draft = MessageDraft(id: LineID(high: 50, low: 1), patient: chart.id, written: Rig.now)
    draft.recipients = [Reference(target: OriginID(MemberID(high: 6, low: 1)), kind: "PractitionerRole")]
    (draft.topic, draft.text, draft.isUrgent) = ("Potassium", "6.1", true)
    let message = chart.message(draft, by: me, at: Rig.now.adding(minutes: -10))
    let change = try rig.record.append(
      [
        Proposal(
          id: EntryID(high: 60, low: 1), stream: .patient(chart.id), expected: chart.version, time: Rig.now,
          author: Author(name: "elsewhere"),
          event: .lineWritten(chart.written(.communication(message), draft.id), before: nil))
      ], since: 0, charts: [])
    rig.store.send(.followed(change))
    while rig.store.hasSpareWork { rig.store.doSpareWork() }
    return rig
  }

  private func handling(_ rig: Rig) throws -> [Handling] { try chart(rig, 1).handling.values.map(\.self) }

  @Test func `the stroke of the clock passes it up, in nobody's name, and under no cursor`() throws {
    let rig = try rig()
    try rig.press("j")
    let before = rig.state.selectedWork?.item
    rig.store.send(.clock(Rig.now.adding(minutes: 1)))
    rig.store.settle()
    let step = try #require(try handling(rig).flatMap(\.escalations).first)
    #expect(step.by.name == "Rounds" && step.to.display == "supervisor")
    #expect(step.reason == "on no screen of theirs in time (TigerConnect, 5 minutes)")
    #expect(rig.state.selectedWork?.item == before && rig.state.toast == nil)
    try rig.press("u")
    #expect(try handling(rig).flatMap(\.escalations).count == 1, "it was nobody's deed")
  }

  @Test func `two dashboards pass it up once`() throws {
    let rig = try rig()
    // Another has done it, which this one has not heard of yet.
    let chart = try chart(rig, 1)
    let item = try #require(chart.owed(SiteRules(zone: .utc)).first { $0.climbing != nil })
    let events = try decide(
      chart, .escalate(item: item.id, to: 1),
      CommandContext(now: Rig.now, author: Author(name: "Rounds"), site: SiteRules(zone: .utc)))
    _ = try rig.record.append(
      [
        Proposal(
          id: EntryID(high: 60, low: 2), stream: .patient(chart.id), expected: chart.version, time: Rig.now,
          author: Author(name: "Rounds"), event: events[0])
      ], since: 0, charts: [])
    rig.store.send(.clock(Rig.now.adding(minutes: 1)))
    rig.store.settle()
    #expect(try handling(rig).flatMap(\.escalations).count == 1)
    #expect(rig.state.problems.isEmpty && rig.state.toast == nil)
  }

  @Test func `an answer of somebody in the role, or to whom it was passed, ends it`() throws {
    let rig = try rig()
    let item = try #require(try chart(rig, 1).owed(SiteRules(zone: .utc)).first { $0.climbing != nil })
    let before = try chart(rig, 1)
    let change = try rig.record.append(
      [
        Proposal(
          id: EntryID(high: 60, low: 3), stream: .patient(before.id), expected: before.version,
          time: Rig.now, author: Author(name: "elsewhere"),
          event: .ownerChanged(item: item.id, from: Reference(), to: me))
      ], since: 0, charts: [])
    rig.store.send(.followed(change))
    try rig.press("N")
    try rig.press("rseen,<Space>calling<Space>now<C-s>")
    let after = try chart(rig, 1)
    #expect(!after.owed(SiteRules(zone: .utc)).contains { $0.climbing != nil })
    let thread = try #require(after.threads.first { $0.subject == "Potassium" })
    #expect(after.standings(of: thread.messages[0], in: thread).map(\.answerer) == ["Khan, Ana"])
  }

  @Test func `at night the head of a message home says until when it is quiet`() throws {
    let rig = try rig()
    let now = Rig.now.adding(hours: 14)
    rig.store.send(.clock(now))
    let patient = Reference(target: OriginID(LineID(high: 1, low: 0)), kind: "Patient")
    var draft = MessageDraft(id: LineID(high: 50, low: 9), patient: PatientID(high: 0, low: 1), written: now)
    draft.recipients = [patient]
    let concerns = rig.state.concerns(Composer(draft, of: "Rossi, Bo")).flatMap(\.concerns)
    #expect(concerns.map { $0.words(rig.state.words) } == ["quiet hours until Sun 08:00"])
  }
}

@Suite struct FirstUseTests {
  @Test func `a message home is on file and says that it isn't sent`() throws {
    let rig = try rig()
    try rig.press("mrossi<Enter>Take<Space>it<Space>at<Space>night<C-s>")
    #expect(
      rig.state.toast?.words.hasPrefix("On file for Rossi, Bo, not sent from here: tell them another way") == true)
  }

  @Test func `a patient is handed on to professionals, and nobody joins a team twice`() throws {
    let rig = try rig()
    try rig.press("Ho")
    guard case .form(let offer) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    #expect(rig.state.choices(offer).map(\.words) == ["Levi, Dan", "Kim, Lee"])
    try rig.press("<Esc>gta")
    guard case .form(let join) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    #expect(!rig.state.choices(join).map(\.words).contains { ["Rossi, Bo", "Levi, Dan", "Kim, Lee"].contains($0) })
  }

  @Test func `a draft is found again by one of those it goes to by then`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>half<A-w><Esc>mlevi<Enter>")
    #expect(rig.state.composer?.area.text == "half" && rig.state.composer?.draft.recipients.count == 2)
    try rig.press("<Esc>mkhan<Enter>")
    #expect(rig.state.composer?.area.text == "", "it went to nobody of that name")
  }

  @Test func `a name after an @ that nobody answers to keeps the message back`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>ask<Space>@kim,<Space>please<C-s>")
    #expect(rig.state.composer?.fault?.hasPrefix("@kim gets nothing yet") == true)
    try rig.press("<C-u>a@b.org<Space>@levi<C-s>")
    #expect(rig.state.composer == nil, "an address is no call, and Levi gets it")
  }

  @Test func `the headings begin on a line of their own`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>first<A-s>")
    #expect(rig.state.composer?.area.text.hasPrefix("first\nSituation:") == true)
  }

  @Test func `a filter is gone on with after a space, and finding a patient begins anew`() throws {
    let rig = try rig()
    try rig.press("/owner:me<Enter>/bo")
    #expect(rig.state.editing?.text == "owner:me bo")
    try rig.press("<Esc>prossi<Enter>pokafor")
    #expect(rig.state.editing?.text == "okafor")
  }

  @Test func `the next unread isn't looked for under a filter that was left`() throws {
    let rig = try rig()
    try rig.press("gWgwN")
    guard case .thread = rig.state.overlays.last else { return #expect(Bool(false), "no thread") }
    #expect(rig.state.inbox.filter == nil)
  }

  @Test func `what a thread can't do while it is read is said`() throws {
    let rig = try rig()
    try rig.press("Ngt")
    #expect(rig.state.toast?.words == "Team: close this first, with Esc.")
  }

  @Test func `a form can be gone back a step, and what was typed is there`() throws {
    let rig = try rig()
    try rig.press("Ho<Enter>watcher<Enter><C-u>short<Enter><S-Tab>")
    guard case .form(let form) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    #expect(form.question == .summary && form.field.text == "short")
    try rig.press("er<Enter><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab>")
    guard case .form(let first) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    #expect(first.question == .recipient && !first.canGoBack)
  }

  @Test func `an arrow is a then`() {
    #expect(
      Contingency.read("weight up → call; if fever -> ED") == [
        Contingency(if: "weight up", then: "call"), Contingency(if: "fever", then: "ED"),
      ])
  }
}

@Suite struct SharedPatientsTests {
  private let house = MemberID(high: 5, low: 1)

  /// Patient 1 has Levi and me, patient 2 Levi for a house, patient 3 me alone, patient 4 Levi until yesterday.
  private func rig() throws -> Rig {
    func member(_ id: MemberID, for house: MemberID? = nil, until end: Moment? = nil) -> Participant {
      made(Participant()) {
        $0.actor = Reference(target: OriginID(id), kind: "Practitioner")
        if let house { $0.onBehalfOf = Reference(target: OriginID(house), kind: "Organization") }
        $0.period.end = end
      }
    }
    func team(_ members: Participant...) -> Resource {
      .careTeam(made(CareTeam()) { ($0.status, $0.participants) = (.active, members) })
    }
    let willow = DirectoryLine(
      id: house, origins: [OriginID(house)], origin: "Organization/1",
      resource: .organization(made(Organization()) { $0.name = "Willow Nursing" }))
    return try Rig(
      Rig.ward + [
        (1, team(member(levi), member(Rig.me))), (2, team(member(levi, for: house))), (3, team(member(Rig.me))),
        (4, team(member(levi, until: Moment(Rig.now.adding(days: -1))))),
      ], directory: staff + [willow])
  }

  private func shown(_ rig: Rig) -> [String] {
    (0..<rig.state.count(.patients)).compactMap { rig.state.patientRow(at: $0)?.name }
  }

  @Test(arguments: [
    ("with:me", ["Rossi, Bo", "Tanaka, Yui"]), ("with:levi", ["Okafor, Chi", "Rossi, Bo"]),
    ("with:willow", ["Okafor, Chi"]), ("with:me with:levi", ["Rossi, Bo"]),
    ("-with:me", ["Inês, Silva", "Okafor, Chi"]),
    ("with:me bo", ["Rossi, Bo"]),
  ])
  func `patients are asked for by who is on their teams now, and for which house`(_ query: String, _ names: [String])
    throws
  {
    let rig = try rig()
    try rig.press("gp/" + query.replacing(" ", with: "<Space>") + "<Enter>")
    #expect(shown(rig) == names)
  }

  @Test func `one key shows what is shared with the member under the cursor`() throws {
    let rig = try rig()
    try rig.press("gtgS")
    #expect(rig.state.census.filter?.text == "with:me with:\"Levi, Dan\"")
    #expect(shown(rig) == ["Rossi, Bo"])
  }
}
