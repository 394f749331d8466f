import TestSupport
import Testing

@testable import Care

private let site = SiteRules(zone: .utc)
private let now = instant("2026-11-21T08:00")
private let me = Reference(target: origin(90), kind: "Practitioner", display: "Khan, Ana")
private let kim = Reference(display: "Kim, Lee")

/// A task, a referral, a booking, and a discharge whose clocks ask for more.
private func chart() -> Chart {
  Chart([
    (0, .patient(made(Patient()) { $0.birthDate = day("1950-06-01") })),
    (
      1,
      .task(
        made(Task()) {
          $0.status = .ready
          $0.description = "Book echo"
          $0.restriction.end = moment("2026-11-22T12:00")
        })
    ),
    (
      2,
      .serviceRequest(
        made(ServiceRequest()) {
          $0.status = .active
          $0.code = Concept(text: "Cardiology")
          $0.authored = moment("2026-11-18")
          $0.performers = [Reference(kind: "Organization", display: "Heart clinic")]
        })
    ),
    (
      3,
      .appointment(
        made(Appointment()) {
          $0.status = .booked
          $0.description = "Lung clinic"
          $0.period.start = moment("2026-11-20T10:00")
        })
    ),
    (
      4,
      .encounter(
        made(Encounter()) {
          $0.status = .finished
          $0.classification = Coding(code: "IMP")
          $0.period = Period(start: moment("2026-10-28T10:00"), end: moment("2026-10-31T14:00"))
        })
    ),
  ])
}

private func context(_ reason: String = "") -> CommandContext {
  CommandContext(now: now, author: someone, reason: reason, site: site)
}

private func carry(_ chart: inout Chart, _ command: Command, _ reason: String = "") throws -> [Entry] {
  try decide(chart, command, context(reason)).map { event in
    let entry = Entry(
      sequence: 0, version: chart.version + 1,
      of: Proposal(
        id: EntryID(high: 6, low: UInt64(chart.version)), stream: .patient(chart.id), expected: chart.version,
        time: now, author: someone, reason: reason, event: event))
    chart.apply(entry)
    return entry
  }
}

private func item(_ chart: Chart, _ kind: WorkKind) throws -> OpenItem {
  try #require(chart.owed(site).first { $0.kind == kind })
}

@Suite struct HandlingTests {
  @Test(arguments: WorkKind.allCases)
  func `whatever asks for it, an item can be given, set aside, passed up and ended, and each is undone exactly`(
    kind: WorkKind
  ) throws {
    let ended: Outcome = kind == .task || kind == .appointment ? .done : .notNeeded
    for command in [
      { Command.assign(item: $0, to: kim) }, { .snooze(item: $0, until: now.adding(days: 3)) },
      { .escalate(item: $0, to: 1) }, { .close(item: $0, ended) },
    ] as [(LineID) -> Command] {
      var chart = chart()
      let before = try item(chart, kind)
      let entries = try carry(&chart, command(before.id), "asked by phone")
      #expect(entries.count == 1, "\(kind)")
      #expect(chart.owed(site).first { $0.id == before.id } != before, "\(kind) \(entries)")
      for entry in entries.reversed() { _ = try carry(&chart, .undo(entry)) }
      var after = try item(chart, kind)
      #expect(after.handling?.touch?.name == someone.name)
      // Who was at it last stays known; all else is as it was.
      after.handling = before.handling
      if kind == .task { after.changed = before.changed }
      #expect(after == before, "\(kind) \(entries)")
    }
  }

  @Test func `what a person gave away belongs to whom it was given, whatever kind of line it is`() throws {
    for kind in WorkKind.allCases {
      var chart = chart()
      let id = try item(chart, kind).id
      _ = try carry(&chart, .assign(item: id, to: kim))
      #expect(try item(chart, kind).owner == kim)
      #expect(ChartRows(chart, site: site).work.first { $0.item == id }?.owner == kim)
      #expect(try carry(&chart, .assign(item: id, to: kim)).isEmpty, "given again nothing changes")
    }
  }

  @Test func `a sleeping item keeps its place among the sleepers, says why, and can be woken`() throws {
    var chart = chart()
    let id = try item(chart, .task).id
    let until = now.adding(days: 3)
    _ = try carry(&chart, .snooze(item: id, until: until), "back from holiday then")
    let row = try #require(ChartRows(chart, site: site).work.first { $0.item == id })
    #expect(row.sleepsUntil == until && row.segment == .asleep)
    #expect(chart.handling[id]?.snooze?.reason == "back from holiday then")
    _ = try carry(&chart, .wake(item: id))
    #expect(ChartRows(chart, site: site).work.first { $0.item == id }?.sleepsUntil == nil)
    #expect(try carry(&chart, .wake(item: id)).isEmpty)
  }

  @Test func `nothing sleeps until a time that has passed`() throws {
    var chart = chart()
    let id = try item(chart, .task).id
    #expect(throws: Refusal("That time has passed; write one to come.")) {
      try carry(&chart, .snooze(item: id, until: now))
    }
  }

  @Test func `each escalation goes a step up the ladder, keeps its history, and ends at the top`() throws {
    var chart = chart()
    let id = try item(chart, .clock).id
    _ = try carry(&chart, .escalate(item: id, to: 1), "no answer for a week")
    #expect(try item(chart, .clock).owner.display == "supervisor")
    _ = try carry(&chart, .escalate(item: id, to: 2), "still none")
    #expect(try item(chart, .clock).owner.display == "medical director")
    #expect(chart.handling[id]?.escalations.map(\.reason) == ["no answer for a week", "still none"])
    #expect(ChartRows(chart, site: site).work.first { $0.item == id }?.steps == 2)
    #expect(throws: Refusal("The ladder has no step above this; it is with the medical director.")) {
      try carry(&chart, .escalate(item: id, to: 3))
    }
  }

  @Test func `a step that somebody else took meanwhile is not taken twice`() throws {
    var chart = chart()
    let id = try item(chart, .clock).id
    _ = try carry(&chart, .escalate(item: id, to: 1), "no answer")
    #expect(throws: Refusal.self) { try carry(&chart, .escalate(item: id, to: 1), "no answer either") }
    #expect(chart.handling[id]?.escalations.count == 1)
  }

  @Test func `the ladder names whoever has the role on the patient's team`() throws {
    var chart = chart()
    let boss = Reference(target: origin(91), kind: "Practitioner", display: "Reyes, Marta")
    chart.tell(
      .recordReceived(
        Source(format: "test", document: "two", received: instant("2026-11-02")),
        [
          ImportedLine(
            id: line(5), origins: [origin(5)], origin: "5",
            resource: .careTeam(
              made(CareTeam()) {
                $0.status = .active
                $0.participants = [
                  made(Participant()) {
                    $0.actor = boss
                    $0.roles = [Concept(text: "Nurse supervisor")]
                  }
                ]
              }))
        ]))
    _ = try carry(&chart, .escalate(item: try item(chart, .task).id, to: 1))
    #expect(try item(chart, .task).owner == boss)
  }

  @Test func `who took on what was passed up has it, and the passing can't be undone over them`() throws {
    var chart = chart()
    let id = try item(chart, .referral).id
    let entry = try #require(try carry(&chart, .escalate(item: id, to: 1)).first)
    chart.tell(.ownerChanged(item: id, from: Reference(display: "supervisor"), to: kim), by: Author(name: "Lee Kim"))
    #expect(throws: Refusal("Lee Kim has taken this on since.")) { try carry(&chart, .undo(entry)) }
  }

  @Test(arguments: [
    (WorkKind.task, Outcome.done, false), (.task, .notNeeded, true), (.task, .failed, true), (.task, .declined, false),
    (.appointment, .done, false), (.appointment, .cancelled, true), (.clock, .done, true), (.clock, .declined, true),
    (.referral, .notNeeded, true),
  ])
  func `a reason is asked for where the record wouldn't say it otherwise`(
    kind: WorkKind, outcome: Outcome, isNeeded: Bool
  ) throws {
    #expect(outcome.needsReason(for: kind) == isNeeded)
    var chart = chart()
    let id = try item(chart, kind).id
    if isNeeded {
      #expect(throws: Refusal.self) { try carry(&chart, .close(item: id, outcome)) }
      #expect(chart.owed(site).contains { $0.id == id })
    }
    _ = try carry(&chart, .close(item: id, outcome), "moved away")
    #expect(!chart.owed(site).contains { $0.id == id && $0.kind == kind })
  }

  @Test(arguments: WorkKind.allCases, Outcome.allCases)
  func `an item ends only as its kind can end`(kind: WorkKind, outcome: Outcome) throws {
    var chart = chart()
    let id = try item(chart, kind).id
    // A referral is done when its outcome has come and was read, which are steps of its own.
    let isOffered = Outcome.choices(for: kind).contains(outcome) && !(kind == .referral && outcome == .done)
    let events = try? carry(&chart, .close(item: id, outcome), "why")
    #expect((events != nil) == isOffered)
  }

  @Test func `how a task ends is one of FHIR's states, with the reason beside it`() throws {
    for (outcome, status) in [
      (Outcome.done, TaskStatus.completed), (.notNeeded, .cancelled), (.declined, .cancelled), (.unreachable, .failed),
      (.failed, .failed), (.enteredInError, .enteredInError),
    ] {
      var chart = chart()
      _ = try carry(&chart, .close(item: line(1), outcome), "moved away")
      #expect(chart.tasks[line(1)]?.value.status == status)
      #expect(chart.tasks[line(1)]?.value.statusReason.label == "moved away")
    }
  }

  @Test func `a call put on file here ends a silence, and one that nobody answered doesn't`() throws {
    var chart = chart()
    let before = try #require(chart.touchpointEvents(site.calendar).first)
    func call(_ outcome: ContactOutcome, _ number: UInt64) throws {
      let writing = Writing(chart, about: nil, by: me, now: now)
      _ = try carry(
        &chart, .write(chart.written(writing.contact(outcome, with: chart.patientReference, note: ""), line(number))))
    }
    try call(.noAnswer, 80)
    #expect(chart.touchpointEvents(site.calendar) == [before])
    try call(.reached, 81)
    #expect(chart.touchpointEvents(site.calendar).first?.line == line(81))
  }

  @Test func `whoever was given a vaccine, or was called as a task asked, was in touch`() {
    let called = made(Task()) {
      $0.status = .completed
      $0.description = "Call after discharge"
      $0.lastModified = moment("2026-10-05T15:30")
    }
    let vaccine = made(Immunization()) {
      $0.status = .completed
      $0.occurrence = moment("2026-10-08T09:50")
    }
    let other = made(Task()) {
      $0.status = .completed
      $0.description = "Order oxygen"
      $0.lastModified = moment("2026-10-09T15:30")
    }
    let all: [(UInt64, Resource)] = [(1, .task(called)), (2, .immunization(vaccine)), (3, .task(other))]
    #expect(Chart(all).touchpointEvents(site.calendar).map(\.line) == [line(2)])
    #expect(Chart([all[0], all[2]]).touchpointEvents(site.calendar).map(\.line) == [line(1)])
  }

  @Test func `a visit that is still to come can be cancelled, and neither kept nor missed`() throws {
    let visit = made(Appointment()) {
      $0.status = .booked
      $0.period.start = moment("2026-11-21T08:01")
    }
    for outcome in [Outcome.done, .missed] {
      var chart = Chart([(3, .appointment(visit))])
      #expect(throws: Refusal("This visit is still to come; it can be cancelled.")) {
        try carry(&chart, .close(item: line(3), outcome))
      }
    }
    var chart = Chart([(3, .appointment(visit))])
    _ = try carry(&chart, .close(item: line(3), .cancelled), "moved away")
    #expect(chart.appointments[line(3)]?.value.status == .cancelled)
  }

  @Test func `a booking that was missed asks for another`() throws {
    var chart = chart()
    _ = try carry(&chart, .close(item: line(3), .missed))
    #expect(chart.appointments[line(3)]?.value.status == .noshow)
    #expect(chart.owed(site).contains { $0.title == "Rebook: Lung clinic" })
  }

  @Test func `what is owed no longer can't be given, set aside or passed up`() throws {
    var chart = chart()
    let id = try item(chart, .clock).id
    _ = try carry(&chart, .close(item: id, .notNeeded), "moved away")
    for command in [
      Command.assign(item: id, to: me), .snooze(item: id, until: now.adding(days: 1)), .escalate(item: id, to: 1),
    ] {
      #expect(throws: Refusal("This is owed no longer: the record has settled it, or somebody has.")) {
        try carry(&chart, command)
      }
    }
    _ = try carry(&chart, .close(item: line(1), .done))
    #expect(throws: Refusal("This task is completed; nothing is owed.")) {
      try carry(&chart, .assign(item: line(1), to: me))
    }
  }

  @Test func `what was settled by hand is told in the journey, by whom and why`() throws {
    var chart = chart()
    let item = try item(chart, .clock)
    _ = try carry(&chart, .close(item: item.id, .declined), "wants no visit")
    let events = Journey(chart, now: now, site: site).events
    let told = try #require(events.first { $0.title == item.title && $0.mark == .done })
    #expect(told.detail == "declined: wants no visit")
    #expect(told.who.display == someone.name)
  }
}

@Suite struct AmendmentTests {
  private func amended(_ status: EncounterStatus, end: Moment?) -> Chart {
    var chart = chart()
    chart.tell(
      .recordReceived(
        Source(format: "test", document: "two", received: instant("2026-11-03T09:00")),
        [
          ImportedLine(
            id: line(4), origins: [origin(4)], origin: "4",
            resource: .encounter(
              made(Encounter()) {
                $0.status = status
                $0.classification = Coding(code: "IMP")
                $0.period = Period(start: moment("2026-10-28T10:00"), end: end)
              }))
        ]))
    return chart
  }

  @Test(arguments: [EncounterStatus.cancelled, .enteredInError, .inProgress])
  func `a discharge that is taken back takes its lines along, and the history says so`(status: EncounterStatus) {
    #expect(chart().owed(site).contains { $0.kind == .clock && $0.clocks.first?.event.line == line(4) })
    let chart = amended(status, end: status == .inProgress ? nil : moment("2026-10-31T14:00"))
    #expect(!chart.owed(site).contains { $0.clocks.first?.event.line == line(4) })
    #expect(
      chart.amendments == [
        Amendment(
          encounter: line(4), ended: moment("2026-10-31T14:00"), status: status.rawValue,
          received: instant("2026-11-03T09:00"))
      ])
    let told = Journey(chart, now: now, site: site).events.first { $0.title == "Discharge taken back" }
    #expect(told?.at == moment("2026-11-03T09:00") && told?.mark == .finding)
  }

  @Test func `a discharge that is only told again takes nothing back`() {
    let chart = amended(.finished, end: moment("2026-10-31T15:00"))
    #expect(chart.amendments.isEmpty)
    #expect(chart.owed(site).contains { $0.clocks.first?.event.line == line(4) })
  }
}

@Suite struct WritingTests {
  private func write(_ chart: inout Chart, _ resource: Resource, _ number: UInt64 = 70) throws -> Entry {
    let line = chart.written(resource, line(number))
    return try #require(try carry(&chart, .write(line)).first)
  }

  private func writing(_ chart: Chart, _ kind: WorkKind) throws -> Writing {
    Writing(chart, about: try item(chart, kind), by: me, now: now)
  }

  @Test func `a task that is typed stands in the list like any other, and undo takes it back`() throws {
    var chart = chart()
    let task = Writing(chart, about: nil, by: me, now: now).task("Order oxygen", due: day("2026-11-23"), owner: kim)
    let entry = try write(&chart, task)
    let row = try #require(ChartRows(chart, site: site).work.first { $0.title == "Order oxygen" })
    #expect(row.kind == .task && row.status == "ready" && row.owner == kim && row.due == day("2026-11-23"))
    #expect(chart.sources.last == Source(format: Source.here, document: someone.name, received: now))
    _ = try carry(&chart, .undo(entry))
    #expect(!ChartRows(chart, site: site).work.contains { $0.title == "Order oxygen" })
    #expect(chart.tasks[line(70)]?.value.status == .enteredInError, "it stays in the record, marked")
  }

  @Test func `what is written here doesn't make the record look freshly heard of`() throws {
    var chart = chart()
    let heard = chart.heard
    _ = try write(&chart, Writing(chart, about: nil, by: me, now: now).task("Order oxygen", due: nil, owner: kim))
    #expect(chart.heard == heard)
  }

  @Test func `a call that reached the patient settles what asks for one; those that reached nobody are counted`() throws
  {
    var chart = chart()
    let asked = try #require(chart.owed(site).first { $0.clocks.contains { $0.clock.duty.isSettledByContact } })
    let event = try #require(asked.clocks.first?.event)
    let call = Writing(chart, about: asked, by: me, now: now)
    _ = try write(&chart, call.contact(.noAnswer, with: chart.patientReference, note: ""), 70)
    _ = try write(&chart, call.contact(.leftMessage, with: chart.patientReference, note: "asked to call back"), 71)
    #expect(chart.owed(site).contains { $0.id == asked.id })
    let attempts = chart.attempts(since: event, zone: .utc)
    #expect(attempts.map { $0.value.reasons.first?.label } == ["no answer", "left a message"])
    #expect(chart.threads.isEmpty, "a message that reached nobody is none")
    _ = try write(&chart, call.contact(.reached, with: chart.patientReference, note: "well, takes all medicines"), 72)
    #expect(!chart.owed(site).contains { $0.id == asked.id })
    #expect(chart.threads.map(\.messages.count) == [1])
  }

  @Test func `a referral starts its clock, and names what it is for`() throws {
    var chart = chart()
    var request = try writing(chart, .task).referral("Home oxygen", to: kim)
    #expect(request.status == .draft, "it is sent by a step of its own")
    request.status = .active
    _ = try write(&chart, .serviceRequest(request))
    let row = try #require(ChartRows(chart, site: site).work.first { $0.item == line(70) })
    #expect(row.kind == .referral && row.title == "Home oxygen" && row.clocks.contains("referral-answer"))
    #expect(chart.serviceRequests[line(70)]?.value.reasons.first?.label == "Book echo")
  }

  @Test func `a booking for a referral answers it`() throws {
    var chart = chart()
    let referral = try item(chart, .referral)
    #expect(referral.clocks.contains { $0.clock.id == "referral-answer" })
    let booking = Writing(chart, about: referral, by: me, now: now)
      .booking("Cardiology", at: moment("2026-11-25T09:00"), with: kim)
    _ = try write(&chart, booking)
    #expect(try !item(chart, .referral).clocks.contains { $0.clock.id == "referral-answer" })
    #expect(try item(chart, .referral).due == moment("2026-11-25T09:00"), "it is owed through the referral")
  }

  @Test func `a message goes to whom it was written, about what it was written`() throws {
    var chart = chart()
    var draft = MessageDraft(id: line(70), patient: chart.id, written: now)
    draft.recipients = [kim]
    draft.about = [chart.reference(to: try item(chart, .task))]
    draft.text = "Please call her tomorrow."
    _ = try write(&chart, .communication(chart.message(draft, by: me, at: now)))
    let message = try #require(chart.communications[line(70)]?.value)
    #expect(message.recipients == [kim] && message.sender == me && message.payload == ["Please call her tomorrow."])
    #expect(message.about.first?.target == origin(1))
  }
}

@Suite struct HandlingPropertyTests {
  /// Whatever people and sources do in whatever order: lists kept up entry by entry are those made anew, and a chart
  /// read back from its entries is the chart.
  @Test func `what is kept up is what is made anew`() throws {
    var random = Seeded(seedOfThisRun)
    for _ in 0..<60 {
      var (chart, lists, entries) = (Chart(id: somePatient), CareLists(), [Entry]())
      func fold(_ new: [Entry]) {
        let before = ChartRows(chart, site: site)
        for entry in new { chart.apply(entry) }
        _ = lists.replace(before, by: ChartRows(chart, site: site))
        entries += new
      }
      func entry(_ event: Event, _ reason: String = "") -> Entry {
        Entry(
          sequence: 0, version: chart.version + 1,
          of: Proposal(
            id: EntryID(high: 6, low: UInt64(entries.count)), stream: .patient(chart.id), expected: chart.version,
            time: now.adding(minutes: entries.count), author: someone, reason: reason, event: event))
      }
      let first = firstLines
      fold([entry(.recordReceived(Source(format: "test", document: "one", received: instant("2026-11-01")), first))])
      for step in 0..<30 {
        let items = chart.owed(site)
        let id = items.randomElement(using: &random)?.id ?? line(1)
        let command: Command =
          switch Int.random(in: 0..<8, using: &random) {
          case 0: .assign(item: id, to: [kim, me].randomElement(using: &random) ?? me)
          case 1: .snooze(item: id, until: now.adding(days: Int.random(in: 1...5, using: &random)))
          case 2: .wake(item: id)
          case 3: .escalate(item: id, to: (chart.handling[id]?.escalations.count ?? 0) + 1)
          case 4: .close(item: id, Outcome.allCases.randomElement(using: &random) ?? .done)
          case 5:
            .write(
              chart.written(
                Writing(chart, about: nil, by: me, now: now).task("Task \(step)", due: nil, owner: kim),
                line(100 + UInt64(step))))
          case 6: .setStatus(task: id, to: TaskStatus.allCases.randomElement(using: &random) ?? .ready)
          default: .undo(entries.randomElement(using: &random) ?? entries[0])
          }
        let context = CommandContext(now: now, author: someone, reason: "why", site: site)
        guard let events = try? decide(chart, command, context) else { continue }
        for event in events { fold([entry(event, "why")]) }
        let rows = ChartRows(chart, site: site).work
        let kept = (0..<lists.worklist.count).compactMap { lists.worklist[$0] }
        #expect(kept.count == rows.count && Set(kept) == Set(rows), "seed \(seedOfThisRun)")
      }
      var again = Chart(id: somePatient)
      for entry in entries { again.apply(entry) }
      #expect(again == chart, "seed \(seedOfThisRun)")
    }
  }

  private var firstLines: [ImportedLine] { chart().importedLines }
}
