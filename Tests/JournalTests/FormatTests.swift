import Care
import Testing

@testable import Journal

/// Bodies as the first version of the form wrote them. They must be readable for as long as there are journals: when
/// one of these tests fails, the form has changed and needs a version of its own.
@Suite struct FormatTests {
  private let id = EntryID(high: 0x0102_0304_0506_0708, low: 0x090A_0B0C_0D0E_0F10)
  private let line = LineID(high: 1, low: 2)
  private let owner = Reference(
    target: OriginID(high: 3, low: 4), kind: "Practitioner", display: "Rossi, Bo", written: "Practitioner/7")

  private var patient: Patient {
    var patient = Patient()
    patient.identifiers = [Identifier(system: "urn:mrn", value: "M1", type: "MR")]
    patient.active = true
    patient.names = [HumanName(use: "official", text: "", family: "Ínventa", given: ["Ada", "Bo"])]
    patient.telecom = [ContactPoint(system: "phone", value: "555", use: "home")]
    patient.gender = .female
    patient.birthDate = Moment(date: CivilDate(year: 1950, month: 3, day: 9))
    patient.deceased = .at(Moment(milliseconds: 1_700_000_000_000, precision: .second, offset: 60))
    patient.generalPractitioners = [owner]
    return patient
  }

  private var observation: Observation {
    var observation = Observation()
    observation.status = .final
    observation.code = Concept(text: "Potassium", codings: [Coding(system: "http://loinc.org", code: "2823-3")])
    observation.effective = Period(
      start: Moment(milliseconds: 1_700_000_000_123, precision: .millisecond, offset: -570))
    observation.performers = [owner]
    observation.value = .quantity(Quantity(value: "4.10", unit: "mmol/L"))
    return observation
  }

  private var task: Task {
    var task = Task()
    task.status = .inProgress
    task.priority = .stat
    task.owner = owner
    task.restriction = Period(end: Moment(milliseconds: 1_704_067_200_000, precision: .year))
    return task
  }

  private let by = Touch(name: "Bo", at: Instant(milliseconds: 42))

  private var snooze: Snooze {
    Snooze(until: Instant(milliseconds: 1_700_000_000_000), reason: "holiday", by: by)
  }

  private var handling: Handling {
    var handling = Handling()
    (handling.owner, handling.snooze, handling.touch) = (owner, snooze, by)
    handling.escalations = [Escalation(to: owner, reason: "no answer", by: by)]
    handling.settlement = Settlement(title: "Call", outcome: .notNeeded, reason: "moved", by: by)
    return handling
  }

  private var amendment: Amendment {
    Amendment(
      encounter: line, ended: Moment(milliseconds: 1_700_000_000_000, precision: .second, offset: 60),
      status: "in-progress", received: Instant(milliseconds: 42))
  }

  private var move: ReferralMove {
    var move = ReferralMove(.move(.send), from: .draft, to: .created)
    move.appointment = Moment(milliseconds: 1_700_000_000_000, precision: .second, offset: 60)
    move.result = ReferralResult(finding: "angina", plan: "aspirin", nextStep: "recheck", enrolment: .waitlist)
    move.waitsFor = owner
    move.package = ReferralPackage(
      recipient: owner, text: "Referral: Cardiology", lines: [line], basis: .agreed, machine: .coarse,
      interest: "a share")
    return move
  }

  private var partnership: Partnership {
    var partnership = Partnership()
    (partnership.partner, partnership.sendsVisits, partnership.profile) = (owner, false, .gravity)
    (partnership.isOutsideCare, partnership.capacity) = (true, .waitlist)
    partnership.capacityAsOf = Moment(date: CivilDate(year: 2026, month: 11, day: 21))
    partnership.interests = [DeclaredInterest(holder: owner, words: "a share")]
    return partnership
  }

  private var source: Source {
    Source(format: "FHIR R4", document: "bundle.json", received: Instant(milliseconds: 1_700_000_000_000))
  }

  private var lines: [ImportedLine] {
    [Resource.patient(patient), .observation(observation), .task(task)].enumerated().map { index, resource in
      let id = LineID(high: 9, low: UInt64(index))
      return ImportedLine(id: id, origins: [OriginID(id)], origin: "r\(index)", resource: resource)
    }
  }

  private func entry(_ event: Event) -> Entry {
    Entry(
      sequence: 5, version: 2,
      of: Proposal(
        id: id, stream: .patient(PatientID(high: 7, low: 8)), expected: 1, time: Instant(milliseconds: 42),
        author: Author(member: MemberID(high: 5, low: 6), name: "Bo"), reason: "asked by phone", event: event))
  }

  private func check(_ event: Event, _ written: String) throws {
    let entry = entry(event)
    let body = bytes(hex: written)
    #expect(hex(entry.body) == hex(body))
    let read = try Proposal(id: entry.id, stream: entry.stream, version: entry.version, time: entry.time, body: body)
    #expect(Entry(sequence: entry.sequence, version: entry.version, of: read) == entry)
  }

  @Test func aRecordReceivedInFormOneIsRead() throws {
    try check(
      .recordReceived(source, lines),
      """
      0101010000000000000005000000000000000605426f1d61736b65642062792070686f6e650f464849522052341762
      756e646c652e6a736f6e80a0abfef96203000000000000000900000000000000000100000000000000090000000000
      0000000272300f50617469656e74010f75726e3a6d726e024d31054d52010101116f6666696369616c0011c38d6e76
      656e74610207416461020000010b70686f6e650735353509686f6d650d66656d616c65338b71031d80c49fd50c7800
      000000010101000000000000000300000000000000041950726163746974696f6e657213526f7373692c20426f0e50
      726163746974696f6e65722f3700000000000000000900000000000000010100000000000000090000000000000001
      027231174f62736572766174696f6e0b66696e616c000113506f7461737369756d0121687474703a2f2f6c6f696e63
      2e6f72670d323832332d33000ef6a1abfef962f30800000001020109342e3130000d6d6d6f6c2f4c00000000000000
      0000000000000900000000000000020100000000000000090000000000000002027232095461736b0000000017696e
      2d70726f6772657373000000097374617400000000000000000200003196b402000000000000
      """)
  }

  @Test func aDirectoryReceivedInFormOneIsRead() throws {
    var role = PractitionerRole()
    role.practitioner = owner
    role.hours = [AvailableTime()]
    let line = DirectoryLine(
      id: MemberID(high: 5, low: 6), origins: [OriginID(high: 3, low: 4)], origin: "pr",
      resource: .practitionerRole(role))
    try check(
      .directoryReceived(source, [line]),
      """
      0102010000000000000005000000000000000605426f1d61736b65642062792070686f6e650f464849522052341762
      756e646c652e6a736f6e80a0abfef96201000000000000000500000000000000060100000000000000030000000000
      0000040270722150726163746974696f6e6572526f6c65000000000101000000000000000300000000000000041950
      726163746974696f6e657213526f7373692c20426f0e50726163746974696f6e65722f370000000000000100000000
      00
      """)
  }

  @Test func aTaskOwnerChangedInFormOneIsRead() throws {
    try check(
      .ownerChanged(item: line, from: Reference(), to: owner),
      """
      0103010000000000000005000000000000000605426f1d61736b65642062792070686f6e6500000000000000010000
      000000000002000101000000000000000300000000000000041950726163746974696f6e657213526f7373692c2042
      6f0e50726163746974696f6e65722f37
      """)
  }

  @Test func aTaskStatusChangedInFormOneIsRead() throws {
    try check(
      .taskStatusChanged(task: line, from: nil, to: .onHold),
      """
      0104010000000000000005000000000000000605426f1d61736b65642062792070686f6e6500000000000000010000
      000000000002000f6f6e2d686f6c64
      """)
  }

  @Test func aThreadReadInFormOneIsRead() throws {
    try check(
      .threadRead(thread: line, member: MemberID(high: 5, low: 6), from: nil, upTo: 1_700_000_000_000),
      """
      0105010000000000000005000000000000000605426f1d61736b65642062792070686f6e6500000000000000010000
      00000000000200000000000000050000000000000006000180a0abfef962
      """)
  }

  @Test func aRecordMovedInFormOneIsRead() throws {
    try check(
      .recordMoved(to: PatientID(high: 7, low: 9)),
      """
      0106010000000000000005000000000000000605426f1d61736b65642062792070686f6e6500000000000000070000
      000000000009
      """)
  }

  @Test func whatPeopleDoInFormTwoIsRead() throws {
    let rung = Rung(step: 1, owner: owner)
    let events: [(Event, String)] = [
      (
        .lineWritten(ImportedLine(id: line, origins: [OriginID(line)], origin: "", resource: .task(task)), before: nil),
        """
        0207010000000000000005000000000000000605426f1d61736b65642062792070686f6e6500000000000000010000
        000000000002010000000000000001000000000000000200095461736b0000000017696e2d70726f67726573730000
        00097374617400000000000000000101000000000000000300000000000000041950726163746974696f6e65721352
        6f7373692c20426f0e50726163746974696f6e65722f3700003196b40200000000000000
        """
      ),
      (
        .itemSnoozed(item: line, from: nil, to: snooze),
        """
        0208010000000000000005000000000000000605426f1d61736b65642062792070686f6e6500000000000000010000
        000000000002000180a0abfef9620f686f6c696461790254
        """
      ),
      (
        .itemEscalated(item: line, from: Rung(), to: rung),
        """
        0209010000000000000005000000000000000605426f1d61736b65642062792070686f6e6500000000000000010000
        0000000000020000020101000000000000000300000000000000041950726163746974696f6e657213526f7373692c
        20426f0e50726163746974696f6e65722f37
        """
      ),
      (
        .itemSettled(item: line, title: "Call", from: nil, to: .notNeeded),
        """
        020a010000000000000005000000000000000605426f1d61736b65642062792070686f6e6500000000000000010000
        0000000000020943616c6c00156e6f742d6e6565646564
        """
      ),
      (
        .triageBegan(
          TriageQueue(view: "owner:me", items: [TriageItem(patient: PatientID(high: 7, low: 8), item: line)])),
        """
        020b010000000000000005000000000000000605426f1d61736b65642062792070686f6e65116f776e65723a6d6501
        0000000000000007000000000000000800000000000000010000000000000002
        """
      ),
      (
        .triageDecided(index: 3, .waitUntil, took: 4_200),
        """
        020c010000000000000005000000000000000605426f1d61736b65642062792070686f6e650315776169742d756e74
        696cd041
        """
      ),
      (
        .triageReopened(index: 3),
        """
        020d010000000000000005000000000000000605426f1d61736b65642062792070686f6e6503
        """
      ),
      (
        .triageEnded(TriageSummary(cleared: 5, skipped: 1, settled: 2, left: 9, median: 38_000, unowned: 4)),
        """
        020e010000000000000005000000000000000605426f1d61736b65642062792070686f6e650a02041201e0d10408
        """
      ),
      (
        .handlingReceived([line: handling], [amendment]),
        """
        020f010000000000000005000000000000000605426f1d61736b65642062792070686f6e6501000000000000000100
        00000000000002010101000000000000000300000000000000041950726163746974696f6e657213526f7373692c20
        426f0e50726163746974696f6e65722f370180a0abfef9620f686f6c6964617902540102136e6f20616e7377657202
        54010943616c6c156e6f742d6e65656465640b6d6f766564025401025401000000000000000100000000000000021d
        80c49fd50c7817696e2d70726f677265737354
        """
      ),
    ]
    for (event, written) in events { try check(event, written) }
  }

  @Test func aChartInFormOneIsRead() throws {
    var chart = Chart(id: PatientID(high: 7, low: 8))
    chart.apply(entry(.recordReceived(source, lines)))
    chart.apply(entry(.threadRead(thread: line, member: MemberID(high: 5, low: 6), from: nil, upTo: 12)))
    let body = bytes(
      hex: """
        0104010f464849522052341762756e646c652e6a736f6e80a0abfef962010000000000000001000000000000000200
        0000000000000500000000000000061800030000000000000009000000000000000000000000000000090000000000
        0000000000000000000009000000000000000100000000000000090000000000000001000000000000000900000000
        0000000200000000000000090000000000000002010000000000000009000000000000000002723000010f75726e3a
        6d726e024d31054d52010101116f6666696369616c0011c38d6e76656e7461020741646105426f0000010b70686f6e
        650735353509686f6d650d66656d616c65338b71031d80c49fd50c7800000000010101000000000000000300000000
        000000041950726163746974696f6e657213526f7373692c20426f0e50726163746974696f6e65722f370000000000
        00000000000000000100000000000000090000000000000001027231000b66696e616c000113506f7461737369756d
        0121687474703a2f2f6c6f696e632e6f72670d323832332d33000ef6a1abfef962f30800000001020109342e313000
        0d6d6d6f6c2f4c0000000000000000000100000000000000090000000000000002027232000000000017696e2d7072
        6f6772657373000000097374617400000000000000000200003196b40200000000000000000000000000
        """)
    #expect(try Chart(id: chart.id, body: body) == chart)
    // Since then a chart also tells what people did about it, and what became of messages: nothing, in two bytes each.
    #expect(hex(chart.body) == "04" + hex(body).dropFirst(2) + "00000000")
    #expect(try Chart(id: chart.id, body: bytes(hex: "02" + hex(body).dropFirst(2) + "0000")) == chart)
  }

  @Test func whatPeopleDidInFormTwoIsRead() throws {
    var chart = Chart(id: PatientID(high: 7, low: 8))
    (chart.handling[line], chart.amendments) = (handling, [amendment])
    let body = bytes(
      hex: """
        0200000000000000000000000000000000000000000000000000000000000001000000000000000100000000000000
        02010101000000000000000300000000000000041950726163746974696f6e657213526f7373692c20426f0e507261
        63746974696f6e65722f370180a0abfef9620f686f6c6964617905426f540102136e6f20616e737765720854010943
        616c6c156e6f742d6e65656465640b6d6f766564085401085401000000000000000100000000000000021d80c49fd5
        0c7817696e2d70726f677265737354
        """)
    #expect(try Chart(id: chart.id, body: body) == chart)
  }

  @Test func whatReferralsDoInFormThreeIsRead() throws {
    try check(
      .referralMoved(referral: line, move),
      """
      0310010000000000000005000000000000000605426f1d61736b65642062792070686f6e6500000000000000010000
      0000000000020973656e640b647261667407322e301d80c49fd50c78010d616e67696e610f6173706972696e0f7265
      636865636b316e6f742d656e726f6c6c65642d6f6e2d776169746c6973740101000000000000000300000000000000
      041950726163746974696f6e657213526f7373692c20426f0e50726163746974696f6e65722f370102295265666572
      72616c3a2043617264696f6c6f677901000000000000000100000000000000020d6167726565640d636f617273650f
      61207368617265
      """)
    try check(
      .referralMoveTakenBack(referral: line, ReferralMove(.acknowledge, from: .completed, to: .completed)),
      """
      0311010000000000000005000000000000000605426f1d61736b65642062792070686f6e6500000000000000010000
      0000000000021761636b6e6f776c6564676507372e300800000000
      """)
    let partner = DirectoryLine(
      id: MemberID(high: 5, low: 6), origins: [], origin: "", resource: .partnership(partnership))
    try check(
      .directoryReceived(source, [partner]),
      """
      0302010000000000000005000000000000000605426f1d61736b65642062792070686f6e650f464849522052341762
      756e646c652e6a736f6e80a0abfef9620100000000000000050000000000000006000017506172746e657273686970
      0101000000000000000300000000000000041950726163746974696f6e657213526f7373692c20426f0e5072616374
      6974696f6e65722f3701000f67726176697479010111776169746c69737433d4c40201020f6120736861726500
      """)
    var chart = Chart(id: PatientID(high: 7, low: 8))
    chart.handling[line] = Handling()
    chart.handling[line]?.steps = [ReferralStep(move: move, reason: "asked by phone", by: by)]
    let body = bytes(
      hex: """
        0300000000000000000000000000000000000000000000000000000000000001000000000000000100000000000000
        020000000000010973656e640b647261667407322e301d80c49fd50c78010d616e67696e610f6173706972696e0f72
        65636865636b316e6f742d656e726f6c6c65642d6f6e2d776169746c69737401010000000000000003000000000000
        00041950726163746974696f6e657213526f7373692c20426f0e50726163746974696f6e65722f3701022952656665
        7272616c3a2043617264696f6c6f677901000000000000000100000000000000020d6167726565640d636f61727365
        0f612073686172651d61736b65642062792070686f6e6505426f5400
        """)
    #expect(try Chart(id: chart.id, body: body) == chart)
  }

  @Test func aDutyRosterInFormFourIsRead() throws {
    let roster = DutyRoster(
      member: owner,
      spans: [
        RosterSpan(
          .onCall, start: Moment(milliseconds: 1_700_000_000_000, precision: .minute, offset: 60),
          end: Moment(milliseconds: 1_700_028_800_000, precision: .minute, offset: 60), rank: 2,
          unit: Reference(display: "4B"), words: "pager 7"),
        RosterSpan(
          .absence, start: Moment(date: CivilDate(year: 2026, month: 11, day: 21)),
          end: Moment(date: CivilDate(year: 2026, month: 11, day: 23)), deputy: owner),
      ])
    let member = DirectoryLine(
      id: MemberID(high: 5, low: 6), origins: [], origin: "", resource: .dutyRoster(roster))
    try check(
      .directoryReceived(source, [member]),
      """
      0402010000000000000005000000000000000605426f1d61736b65642062792070686f6e650f464849522052341762
      756e646c652e6a736f6e80a0abfef962010000000000000005000000000000000600001544757479526f7374657201
      01000000000000000300000000000000041950726163746974696f6e657213526f7373692c20426f0e507261637469
      74696f6e65722f37020f6f6e2d63616c6c1c80c49fd50c781c8086a3d50c780401000005344200000f706167657220
      370f616273656e636533d4c40233d8c40200000200
      """)
  }
}
