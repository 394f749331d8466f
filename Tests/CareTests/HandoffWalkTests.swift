import TestSupport
import Testing

@testable import Care

private let offered =
  "It is offered: the receiver may accept it with a read-back or return it with a question; the giver may cancel it."

@Suite struct HandoffWalkTests {
  @Test func `responsibility moves when it is accepted and not when it is offered`() throws {
    var walk = try HandoffWalk()
    #expect(walk.owed == nil, "a draft is owed by nobody")
    #expect(walk.handoff?.state == .draft && walk.handoff?.isKeptHere == true)
    var content = told
    content.actions = .list([
      HandoffAction("Book echo", owner: handoffDoctor, line: line(2)),
      HandoffAction("Call the family", owner: Reference(display: "social worker"), due: day("2026-11-22")),
      HandoffAction("Weigh daily"),
    ])
    try walk.take(.offer(content, by: giver))
    #expect(walk.owed?.owner == handoffDoctor && walk.chart.tasks[line(2)]?.value.owner == nurse)
    #expect(walk.chart.tasks.count == 2, "nothing is written yet")
    try walk.take(.accept(readBack: "Watch the weight, echo on Tuesday", by: receiver))
    #expect(walk.owed == nil)
    #expect(walk.chart.tasks[walk.id]?.value.status == .completed)
    #expect(walk.chart.tasks[walk.id]?.value.execution.end == Moment(walk.now))
    #expect(walk.chart.tasks[line(2)]?.value.owner == handoffDoctor)
    let written = walk.chart.tasks.items.suffix(2).map(\.value)
    #expect(written.map(\.description) == ["Call the family", "Weigh daily"])
    #expect(written.map(\.owner) == [Reference(display: "social worker"), handoffDoctor])
    #expect(written.map(\.restriction.end) == [day("2026-11-22"), nil])
    #expect(written.allSatisfy { $0.requester == nurse && $0.partOf.first?.target == OriginID(walk.id) })
    let handoff = try #require(walk.handoff)
    #expect(handoff.readBack == "Watch the weight, echo on Tuesday" && handoff.content == content)
    #expect((handoff.giver, handoff.receiver) == (nurse, handoffDoctor) && handoff.encounter == line(1))
    #expect(handoff.missing == [] && handoff.history.map(\.to) == [.offered, .accepted])
  }

  @Test func `one that is returned waits for its giver, and is offered again with what was amended`() throws {
    var walk = try HandoffWalk()
    try walk.take(.offer)
    try walk.take(.putBack("Which dose?", by: receiver))
    #expect(walk.owed?.owner == nurse && walk.chart.tasks[walk.id]?.value.statusReason.label == "Which dose?")
    #expect(walk.handoff?.question == "Which dose?" && walk.handoff?.receiver == handoffDoctor)
    var amended = told
    amended.summary = "Heart failure, day 3, furosemide 40 mg"
    try walk.take(.offer(amended, by: giver))
    #expect(walk.owed?.owner == handoffDoctor && walk.handoff?.question == "" && walk.handoff?.content == amended)
    try walk.take(.accept)
    #expect(walk.handoff?.content == amended)
    #expect(walk.handoff?.history.map(\.content) == [told, nil, amended, nil])
    #expect(walk.handoff?.history.map(\.question) == ["", "Which dose?", "", ""])
  }

  @Test func `one that is returned can go to somebody else`() throws {
    var walk = try HandoffWalk()
    let kim = Reference(target: origin(92), kind: "Practitioner", display: "Kim, Lee")
    try walk.take(.offer)
    try walk.take(.putBack)
    try walk.take(.offer(told, to: kim, by: giver))
    #expect(walk.owed?.owner == kim)
    #expect(throws: Refusal("Only its receiver can accept it with a read-back. \(offered)")) { try walk.take(.accept) }
    try walk.take(.accept(readBack: "Watch the weight", by: HandoffParty(kim)))
    #expect(walk.handoff?.receiver == kim)
  }

  @Test(arguments: [
    (HandoffContent(), "It can’t be offered without the illness severity; a summary of the patient."),
    (HandoffContent(severity: .stable, summary: " \n"), "It can’t be offered without a summary of the patient."),
    (HandoffContent(summary: "Well"), "It can’t be offered without the illness severity."),
  ])
  func `an offer says what it lacks`(content: HandoffContent, words: String) throws {
    var walk = try HandoffWalk()
    #expect(throws: Refusal(words)) { try walk.take(.offer(content, by: giver)) }
  }

  @Test func `an offer goes to somebody, and to somebody else`() throws {
    var walk = try HandoffWalk(to: Reference())
    #expect(throws: Refusal("It can’t be offered without a receiver.")) { try walk.take(.offer(told, by: giver)) }
    #expect(throws: Refusal("A handoff goes to somebody else.")) { try walk.take(.offer(told, to: nurse, by: giver)) }
    try walk.take(.offer(told, to: handoffDoctor, by: giver))
  }

  @Test(arguments: [
    (HandoffActions.notStated, told.contingencies, "Yes", "an action, or that there is none", true),
    (.list([]), told.contingencies, "Yes", "an action, or that there is none", true),
    (.list([HandoffAction(" ")]), told.contingencies, "Yes", "an action, or that there is none", true),
    (.none, [], "Yes", "an if-then", true),
    (.none, [Contingency(if: "it hurts", then: " ")], "Yes", "an if-then", true),
    (.none, told.contingencies, " ", "the read-back in the receiver’s own words", false),
    (
      .notStated, [], "",
      "an action, or that there is none; an if-then; the read-back in the receiver’s own words", true
    ),
  ])
  func `an acceptance says exactly what is missing, and whose it is`(
    actions: HandoffActions, contingencies: [Contingency], readBack: String, words: String, isGivers: Bool
  ) throws {
    var walk = try HandoffWalk()
    let content = HandoffContent(
      severity: .stable, summary: "Well", actions: actions, contingencies: contingencies)
    try walk.take(.offer(content, by: giver))
    let advice = isGivers ? " What the giver left out is asked for by returning it." : ""
    let before = walk.chart
    #expect(throws: Refusal("It can’t be accepted without \(words).\(advice)")) {
      try walk.take(.accept(readBack: readBack, by: receiver))
    }
    #expect(walk.chart == before)
  }

  @Test func `nobody else takes over, least of all whoever gives`() throws {
    var walk = try HandoffWalk()
    try walk.take(.offer)
    let kim = HandoffParty(Reference(target: origin(92), display: "Kim, Lee"))
    #expect(throws: Refusal("Only its receiver can accept it with a read-back. \(offered)")) {
      try walk.take(.accept(readBack: "Yes", by: kim))
    }
    #expect(throws: Refusal("Whoever gives a handoff can’t accept it with a read-back. \(offered)")) {
      try walk.take(.accept(readBack: "Yes", by: giver))
    }
    #expect(throws: Refusal("Only its giver can cancel it. \(offered)")) { try walk.take(.cancel(by: receiver)) }
    #expect(throws: Refusal("Say who you are with --as to give or take over.")) {
      try walk.take(.accept(readBack: "Yes", by: HandoffParty(Reference())))
    }
    // Taking it over as a task doesn't make the giver a receiver.
    try walk.take(.assign(item: walk.id, to: nurse))
    #expect(throws: Refusal("Whoever gives a handoff can’t accept it with a read-back. \(offered)")) {
      try walk.take(.accept(readBack: "Yes", by: giver))
    }
  }

  @Test func `a question and a reason are asked for`() throws {
    var walk = try HandoffWalk()
    try walk.take(.offer)
    #expect(throws: Refusal("Write the question with which it is returned.")) {
      try walk.take(.putBack(" ", by: receiver))
    }
    #expect(throws: Refusal("The record must say why; write a reason.")) {
      try walk.take(.cancel(by: giver), reason: "")
    }
    try walk.take(.cancel(by: giver), reason: "stays here")
    #expect(walk.chart.tasks[walk.id]?.value.status == .cancelled && walk.owed == nil)
    #expect(walk.handoff?.history.last?.reason == "stays here")
  }

  @Test func `a role is answered for by whoever has it, by the directory or the patient's team`() throws {
    let night = Reference(display: "Night nurse")
    for party in [HandoffParty(handoffDoctor, roles: ["night nurse"]), receiver] {
      var walk = try HandoffWalk(to: night)
      try walk.take(.offer)
      if party == receiver {
        #expect(throws: Refusal.self) { try walk.take(.accept(readBack: "Yes", by: party)) }
        var member = Participant()
        (member.actor, member.roles) = (handoffDoctor, [Concept(text: "Night nurse, 4B")])
        let team = made(CareTeam()) {
          $0.status = .active
          $0.participants = [member]
        }
        try walk.take(.write(walk.chart.written(.careTeam(team), line(80))))
      }
      try walk.take(.accept(readBack: "Yes", by: party))
      #expect(walk.handoff?.receiver == handoffDoctor, "the record says who of them it is")
    }
  }

  @Test func `a person of the directory acts for their posts and the bodies they work in`() throws {
    var directory = Directory()
    func add(_ number: UInt64, _ resource: DirectoryResource) {
      directory.upsert(
        DirectoryLine(
          id: MemberID(high: 4, low: number), origins: [origin(number)], origin: "\(number)", resource: resource))
    }
    func reference(_ number: UInt64) -> Reference { Reference(target: origin(number)) }
    add(91, .practitioner(made(Practitioner()) { $0.names = [HumanName(family: "Reyes", given: ["Marta"])] }))
    add(95, .organization(made(Organization()) { $0.name = "Ward 4B" }))
    add(
      96,
      .practitionerRole(
        made(PractitionerRole()) {
          ($0.practitioner, $0.organization) = (reference(91), reference(95))
          $0.codes = [Concept(text: "Ward physician")]
        }))
    let party = try #require(HandoffParty(MemberID(high: 4, low: 91), in: directory))
    let chart = Chart(id: somePatient)
    #expect(party.reference.display == "Reyes, Marta")
    #expect(party.isSelf(reference(91)) && party.isSelf(reference(96)) && !party.isSelf(reference(95)))
    for own in [reference(95), Reference(display: "ward physician"), reference(96)] {
      #expect(party.actsFor(own, in: chart))
    }
    for other in [reference(97), Reference(display: "pharmacist"), Reference()] {
      #expect(!party.actsFor(other, in: chart))
    }
    #expect(HandoffParty(MemberID(high: 4, low: 1), in: directory) == nil)
  }

  @Test func `an item that was settled meanwhile can't be offered, and is nobody's at the acceptance`() throws {
    var content = told
    content.actions = .list([HandoffAction("Book echo", owner: handoffDoctor, line: line(2))])
    var walk = try HandoffWalk()
    try walk.take(.offer(content, by: giver))
    try walk.take(.close(item: line(2), .done))
    try walk.take(.accept)
    #expect(walk.chart.tasks[line(2)]?.value.owner == nurse)
    walk = try HandoffWalk()
    try walk.take(.close(item: line(2), .done))
    #expect(throws: Refusal("“Book echo” is owed no longer; take it off the list.")) {
      try walk.take(.offer(content, by: giver))
    }
  }

  @Test func `what was listed for the receiver goes to whoever took over`() throws {
    var content = told
    content.actions = .list([HandoffAction("Book echo", owner: handoffDoctor, line: line(2))])
    let kim = Reference(target: origin(92), kind: "Practitioner", display: "Kim, Lee")
    var walk = try HandoffWalk()
    try walk.take(.offer(content, by: giver))
    try walk.take(.assign(item: walk.id, to: kim))
    #expect(walk.handoff?.receiver == kim)
    try walk.take(.accept(readBack: "Yes", by: HandoffParty(kim)))
    #expect(walk.chart.tasks[line(2)]?.value.owner == kim)
  }

  @Test func `a handoff kept here is settled by its own steps alone`() throws {
    var walk = try HandoffWalk()
    let draft = Refusal(
      "A handoff goes on by its own steps. It is a draft: the giver may offer it or cancel it.")
    #expect(throws: draft) { try walk.take(.setStatus(task: walk.id, to: .requested)) }
    try walk.take(.offer)
    let refusal = Refusal("A handoff goes on by its own steps. \(offered)")
    for outcome in Outcome.choices(for: .task) where outcome != .enteredInError {
      #expect(throws: refusal) { try walk.take(.close(item: walk.id, outcome)) }
    }
    for status in [TaskStatus.completed, .accepted, .cancelled] {
      #expect(throws: refusal) { try walk.take(.setStatus(task: walk.id, to: status)) }
    }
    try walk.take(.close(item: walk.id, .enteredInError))
    #expect(walk.handoff == nil && walk.owed == nil)
  }
}

@Suite struct HandoffUndoTests {
  @Test(arguments: [
    [HandoffAct.offer], [.cancel], [.offer, .putBack], [.offer, .cancel], [.offer, .accept],
    [.offer, .putBack, .offer], [.offer, .putBack, .cancel],
  ])
  func `each step is taken back exactly, and the taking back too`(acts: [HandoffAct]) throws {
    var walk = try HandoffWalk()
    for act in acts.dropLast() { try walk.take(act) }
    let (task, handoff) = (walk.chart.tasks[walk.id], walk.handoff)
    let owed = walk.owed.map { made($0) { $0.handling = nil } }
    let entries = try walk.take(try #require(acts.last))
    let after = walk.handoff
    #expect(after != handoff)
    var back: [Entry] = []
    for entry in entries.reversed() { back += try walk.take(.undo(entry)) }
    #expect(walk.chart.tasks[walk.id] == task && walk.handoff == handoff)
    #expect(walk.owed.map { made($0) { $0.handling = nil } } == owed)
    for entry in back.reversed() { try walk.take(.undo(entry)) }
    #expect(walk.handoff?.state == after?.state && walk.handoff?.content == after?.content)
  }

  @Test func `taking an acceptance back gives each item back, and accepting again writes none twice`() throws {
    var content = told
    content.actions = .list([HandoffAction("Book echo", line: line(2)), HandoffAction("Weigh daily")])
    var walk = try HandoffWalk()
    try walk.take(.offer(content, by: giver))
    let before = walk.chart.owed(HandoffWalk.site).map { made($0) { $0.handling = nil } }
    for _ in 0..<2 {
      let entries = try walk.take(.accept)
      #expect(entries.count == 3)
      for entry in entries.reversed() { try walk.take(.undo(entry)) }
      #expect(walk.chart.owed(HandoffWalk.site).map { made($0) { $0.handling = nil } } == before)
    }
    try walk.take(.accept)
    #expect(walk.chart.tasks.items.count { $0.value.description == "Weigh daily" } == 1)
    #expect(walk.chart.owed(HandoffWalk.site).count { $0.title == "Weigh daily" } == 1)
  }

  @Test func `a step can't be taken back from under a later one, nor from under a new receiver`() throws {
    var walk = try HandoffWalk()
    let entry = try #require(try walk.take(.offer).last)
    let given = try walk.take(.assign(item: walk.id, to: Reference(display: "Night nurse")), as: "Lee Kim")
    #expect(throws: Refusal("Lee Kim has taken this handoff on since.")) { try walk.take(.undo(entry)) }
    for entry in given { try walk.take(.undo(entry)) }
    try walk.take(.putBack)
    #expect(throws: Refusal("Khan, Ana has taken this handoff on since.")) { try walk.take(.undo(entry)) }
  }
}

@Suite struct ToldHandoffTests {
  private func walk(_ status: TaskStatus) throws -> HandoffWalk {
    var walk = try HandoffWalk()
    let task = made(Task()) {
      $0.status = status
      $0.description = "Accept handoff, ward → PCP"
      ($0.requester, $0.owner) = (nurse, handoffDoctor)
      $0.restriction.end = moment("2026-11-20T15:00")
    }
    walk.chart.tell(
      .recordReceived(
        Source(format: "test", document: "two", received: instant("2026-11-02")),
        [ImportedLine(id: walk.id, origins: [origin(70)], origin: "70", resource: .task(task))]))
    return walk
  }

  @Test func `of a source's handoff only how far it is is on file`() throws {
    let walk = try walk(.completed)
    let handoff = try #require(walk.handoff)
    #expect(handoff.state == .accepted && !handoff.isKeptHere && handoff.content == nil && handoff.readBack == "")
    #expect(handoff.missing == [.severity, .summary, .actions, .contingencies, .synthesis])
    #expect(handoff.history.map(\.what) == [.told(.completed)])
    #expect(walk.chart.handoffs.map(\.id) == [walk.id])
  }

  @Test func `one whose content came by another way is accepted with what was told`() throws {
    var walk = try walk(.requested)
    #expect(
      throws: Refusal(
        "It can’t be accepted without the illness severity; a summary of the patient; an action, or that there is none; "
          + "an if-then.")
    ) { try walk.take(.accept(readBack: "Yes", by: receiver)) }
    let before = walk.chart.tasks[walk.id]
    let entries = try walk.take(.accept(readBack: "Yes", told: told, by: receiver))
    #expect(walk.handoff?.content == told && walk.handoff?.history.map(\.to) == [.offered, .accepted])
    for entry in entries.reversed() { try walk.take(.undo(entry)) }
    #expect(walk.chart.tasks[walk.id] == before && walk.handoff?.isKeptHere == false)
  }

  @Test func `what the giver told here is not for the receiver to change`() throws {
    var walk = try HandoffWalk()
    try walk.take(.offer)
    #expect(
      throws: Refusal("What was told is the giver’s; return it with a question to have it changed.")
    ) { try walk.take(.accept(readBack: "Yes", told: told, by: receiver)) }
  }

  @Test func `it can still be settled as the task that it is`() throws {
    var walk = try walk(.requested)
    try walk.take(.close(item: walk.id, .done))
    #expect(walk.handoff?.state == .accepted)
  }

  @Test func `a source that ends what was offered here is believed`() throws {
    var walk = try walk(.requested)
    try walk.take(.putBack)
    var task = try #require(walk.chart.tasks[walk.id]).value
    task.status = .cancelled
    walk.chart.tell(
      .recordReceived(
        Source(format: "test", document: "three", received: instant("2026-11-03")),
        [ImportedLine(id: walk.id, origins: [origin(70)], origin: "70", resource: .task(task))]))
    #expect(walk.handoff?.state == .cancelled && walk.handoff?.history.last?.what == .told(.cancelled))
  }

  @Test func `a to-do about something else is no handoff`() throws {
    let walk = try HandoffWalk()
    #expect(walk.chart.handoff(line(2)) == nil && walk.chart.handoffs.map(\.id) == [walk.id])
    #expect(throws: Refusal("That is not a handoff, so it has no such step.")) {
      try decide(
        walk.chart, .handOff(handoff: line(2), .cancel(by: giver)),
        CommandContext(now: walk.now, author: someone, reason: "why", site: HandoffWalk.site))
    }
  }
}
