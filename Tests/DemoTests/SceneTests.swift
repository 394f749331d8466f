import Care
import Testing

@testable import Demo

@Suite("What people do with one another here is there to be shown")
struct SceneTests {
  private let folded = Folded(patients: 45, seed: 1)
  private var site: SiteRules { SiteRules(zone: folded.zone) }

  private func chart(_ scene: Scene, of folded: Folded) -> Chart { folded.charts[Scene.firstPatient + scene.rawValue] }
  private func chart(_ scene: Scene) -> Chart { chart(scene, of: folded) }
  private func first(_ profession: Demo.Profession) -> Colleague { folded.network.colleagues.first(profession) }

  private func presence(_ profession: Demo.Profession) -> Presence {
    folded.directory.presence(of: first(profession).role, now: folded.now, zone: folded.zone)
  }

  private func thread(_ topic: String, in chart: Chart) throws -> MessageThread {
    try #require(chart.threads.first { $0.subject == topic })
  }

  private var party: HandoffParty {
    get throws { try #require(HandoffParty(DemoNetwork.coordinator, in: folded.directory)) }
  }

  @Test("Somebody is on shift, somebody away until Monday 07:00, somebody absent with a deputy who is there")
  func duties() {
    #expect(presence(.homeNurse) == .here(until: instant(2026, 11, 21, 15, 0, in: newYork)))
    #expect(presence(.surgeon) == .away(until: instant(2026, 11, 23, 7, 0, in: newYork)))
    let deputy = first(.hospitalist).practitioner
    #expect(presence(.primaryCare) == .absent(until: instant(2026, 11, 23, 8, 0, in: newYork), deputy: deputy))
    #expect(presence(.hospitalist).isHere)
  }

  @Test("Two are on call for the heart, and somebody else is next", arguments: 0..<clocks.count)
  func onCall(_ position: Int) {
    let (now, zone) = clocks[position]
    let folded = Folded(patients: 1, seed: 1, now: now, zone: zone)
    let heart = folded.network.places.organization(.cardiology)
    let onCall = folded.directory.onCall(for: heart, now: now, zone: zone)
    #expect(onCall.now.map(\.rank) == [1, 2])
    #expect(onCall.now.first?.member == folded.network.colleagues.first(.cardiologist).practitioner)
    #expect(onCall.next.map(\.rank) == [1])
    #expect(!onCall.now.map(\.member).contains(onCall.next[0].member))
  }

  @Test("A handoff with all that I-PASS asks waits for the coordinator alone", arguments: 0..<clocks.count)
  func handoff(_ position: Int) throws {
    let folded = Folded(patients: 45, seed: 1, now: clocks[position].now, zone: clocks[position].zone)
    let chart = chart(.handoff, of: folded)
    let handoff = try #require(chart.handoffs.first { $0.state == .offered && $0.isKeptHere })
    #expect(folded.directory.person(behind: handoff.receiver) == DemoNetwork.coordinator)
    #expect(handoff.content?.severity == .watcher)
    #expect(handoff.content?.actions.listed.count == 2)
    #expect(handoff.content?.contingencies.count == 2)
    #expect(handoff.missing == [.synthesis])
    #expect(handoff.encounter != nil)
    let events = try decide(
      chart, .handOff(handoff: handoff.id, .accept(readBack: "Watcher; weight daily, potassium Monday.", by: party)),
      CommandContext(
        now: folded.now, author: Author(member: DemoNetwork.coordinator, name: "Khan, Ana"), site: site))
    #expect(events.count == 3, "the handoff, and a task for each action")
  }

  @Test("The team of that patient is there in part, and lacks a role")
  func coverage() throws {
    let chart = chart(.handoff)
    let team = chart.team(folded.directory, now: folded.now, zone: folded.zone)
    let findings = chart.coverage(
      team: team, openItems: chart.openItems(site), directory: folded.directory, now: folded.now, zone: folded.zone)
    #expect(findings.contains { if case .lacks = $0 { true } else { false } })
    let presences = team.map { folded.directory.presence(of: $0.reference, now: folded.now, zone: folded.zone) }
    #expect(presences.contains(where: \.isHere) && presences.contains { if case .absent = $0 { true } else { false } })
  }

  @Test(
    "Of two urgent messages one waits for the coordinator, and the coordinator for one", arguments: 0..<clocks.count)
  func urgent(_ position: Int) throws {
    let folded = Folded(patients: 45, seed: 1, now: clocks[position].now, zone: clocks[position].zone)
    let chart = chart(.urgent, of: folded)
    func person(_ reference: Reference?) -> MemberID? { reference.flatMap(folded.directory.person) }
    let rows = try ["Does not come to the door", "Dizzy since the new tablet"].map {
      ThreadRow(try thread($0, in: chart), of: chart)
    }
    #expect(rows.allSatisfy { $0.isUrgent && $0.awaited.map(\.isOwed) == [true] })
    #expect(
      rows.map { person($0.awaited.first?.recipient) } == [DemoNetwork.coordinator, first(.primaryCare).practitionerID])
    #expect(rows.map { $0.isUnread(by: DemoNetwork.coordinator) } == [true, false])
    #expect(rows.map { $0.awaited.first?.hasArrived } == [false, true])
    let owed = chart.owed(SiteRules(zone: folded.zone)).filter { $0.kind == .clock }
    #expect(owed.contains { person($0.owner) == DemoNetwork.coordinator })
  }

  @Test("What the doctor didn't answer went to the deputy and then up the ladder, in nobody's name")
  func ladder() throws {
    let chart = chart(.urgent)
    let question = try thread("Dizzy since the new tablet", in: chart).messages[0]
    let handling = try #require(chart.handlingOfAnswer(to: question.id))
    #expect(handling.escalations.map(\.to.display) == ["supervisor"])
    #expect(handling.escalations.map(\.by.name) == ["Rounds"])
    let item = try #require(chart.owed(site).first { $0.climbing?.event.line == question.id })
    #expect(item.step == 1 && item.owner.display == "supervisor")
  }

  @Test("Of three asked to acknowledge one has, one has read it, and with one it has only come")
  func acknowledgement() throws {
    let chart = chart(.acknowledgement)
    let thread = try thread("One list of medicines", in: chart)
    #expect(thread.messages[0].value.needsAcknowledgement)
    let standings = chart.standings(of: thread.messages[0], in: thread)
    #expect(standings.map { $0.acknowledged != nil } == [true, false, false])
    #expect(standings.map { $0.read != nil } == [true, true, false])
    #expect(standings.filter(\.hasArrived).count == 3)
    #expect(chart.awaited(thread.messages[0], in: thread).count == 2)
  }

  @Test("A matter goes back and forth until a call is better")
  func backAndForth() throws {
    let thread = try thread("Which inhaler", in: chart(.backAndForth))
    #expect(ThreadRow(thread, of: chart(.backAndForth)).isUnread(by: DemoNetwork.coordinator))
    #expect(ChannelFit.wantsVoice(thread))
  }

  @Test("A call is on file, and a carer was told by what the patient agreed to", arguments: 0..<clocks.count)
  func carer(_ position: Int) throws {
    let (now, zone) = clocks[position]
    let folded = Folded(patients: 45, seed: 1, now: now, zone: zone)
    let chart = chart(.carer, of: folded)
    let calls = chart.communications.items.map(\.value).filter(\.isContactNote)
    #expect(calls.contains { $0.status == .completed && $0.recipients == [chart.patientReference] })
    #expect(chart.threads.allSatisfy { !ThreadRow($0, of: chart).isUnread(by: DemoNetwork.coordinator) })
    let told = try #require(chart.disclosures.first)
    #expect(chart.disclosures.count == 1 && told.basis == .agreed)
    #expect(chart.communications[told.line]?.value.payload == [told.text])
    #expect(chart.consents.items.contains { $0.value.topic == told.topic })
    let account = chart.accounting(SiteRules(zone: zone), now: now)
    #expect(account.map(\.exclusion) == [.involved])
  }
}
