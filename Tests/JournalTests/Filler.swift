import Care

@testable import Journal

/// Fills every field that a value names with something, so that a field which one direction forgot shows.
struct Filler: Wire {
  typealias Failure = Never

  var dice: Dice
  let version = BodyVersion.current

  init(seed: UInt64) { dice = Dice(seed: seed) }

  mutating func filled<Value: Wired>(_ value: Value) -> Value {
    var value = value
    value.wire(&self)
    return value
  }

  private mutating func text() -> String {
    dice.pick(["a", "ß–字", "", "repeated", String(repeating: "long ", count: 30), "\u{0}\u{1B}", "\(dice.next())"])
  }

  mutating func field(_ value: inout String) { value = text() }
  mutating func unique(_ text: inout String) { text = self.text() }
  mutating func field(_ value: inout Bool) { value = dice.below(2) == 0 }
  mutating func field(_ value: inout Int) { value = dice.below(1_000_000) - 500_000 }
  mutating func field(_ value: inout Int64) { value = dice.pick([0, 1, -1, .min, .max, Int64(dice.below(1 << 40))]) }
  mutating func field<Of>(_ value: inout ID<Of>) { value = dice.id() }

  mutating func field(_ value: inout Moment?) {
    let precision = Precision(rawValue: UInt8(dice.below(6)))!
    let milliseconds = dice.pick([0, -1, .min, .max, 86_400_000, Int64(dice.below(1 << 41)), -60_000])
    value = Moment(milliseconds: milliseconds, precision: precision, offset: dice.pick([nil, 0, -570, .max]))
    if dice.below(5) == 0 { value = nil }
  }

  mutating func field<Code: RawRepresentable<String>>(_ code: inout Code?) {
    func some<Listed: CaseIterable>(_: Listed.Type) -> Code? {
      Array(Listed.allCases)[dice.below(Listed.allCases.count)] as? Code
    }
    code = (Code.self as? any CaseIterable.Type).flatMap { some($0) }
  }

  mutating func field<Value: Wired>(_ value: inout Value) { value.wire(&self) }
  mutating func field<Value: Wired>(_ value: inout Value?) { value = dice.below(3) == 0 ? nil : filled(Value()) }
  mutating func field<Value: Wired>(_ values: inout [Value]) {
    values = (0..<dice.below(4)).map { _ in filled(Value()) }
  }
  mutating func tag(_ tag: inout UInt8, below limit: UInt8, of kind: String) { tag = UInt8(dice.below(Int(limit))) }

  mutating func shared(_ concept: inout Concept) {
    if dice.below(3) > 0 { concept.wireParts(&self) }
  }

  mutating func shared(_ reference: inout Reference) {
    if dice.below(3) > 0 { reference.wireParts(&self) }
  }

  mutating func lines<Value: Wired>(_ lines: inout Lines<Value>, sources: Int) {
    if sources == 0 { return }
    lines = Lines(
      (0..<dice.below(5)).map { _ in
        Line(id: dice.id(), origin: text(), source: dice.below(sources), value: filled(Value()))
      })
  }

  mutating func origins(_ origins: inout [OriginID: LineID]) {
    for _ in 0..<dice.below(20) { origins[dice.id()] = dice.id() }
  }

  mutating func resource(_ kind: ResourceKind) -> Resource {
    switch kind {
    case .patient: .patient(filled(Patient()))
    case .relatedPerson: .relatedPerson(filled(RelatedPerson()))
    case .encounter: .encounter(filled(Encounter()))
    case .episodeOfCare: .episodeOfCare(filled(EpisodeOfCare()))
    case .careTeam: .careTeam(filled(CareTeam()))
    case .carePlan: .carePlan(filled(CarePlan()))
    case .goal: .goal(filled(Goal()))
    case .condition: .condition(filled(Condition()))
    case .allergyIntolerance: .allergyIntolerance(filled(AllergyIntolerance()))
    case .medicationRequest: .medicationRequest(filled(MedicationRequest()))
    case .medicationStatement: .medicationStatement(filled(MedicationStatement()))
    case .procedure: .procedure(filled(Procedure()))
    case .immunization: .immunization(filled(Immunization()))
    case .observation: .observation(filled(Observation()))
    case .diagnosticReport: .diagnosticReport(filled(DiagnosticReport()))
    case .documentReference: .documentReference(filled(DocumentReference()))
    case .serviceRequest: .serviceRequest(filled(ServiceRequest()))
    case .task: .task(filled(Task()))
    case .communication: .communication(filled(Communication()))
    case .communicationRequest: .communicationRequest(filled(CommunicationRequest()))
    case .appointment: .appointment(filled(Appointment()))
    case .appointmentResponse: .appointmentResponse(filled(AppointmentResponse()))
    case .consent: .consent(filled(Consent()))
    case .flag: .flag(filled(Flag()))
    case .coverage: .coverage(filled(Coverage()))
    }
  }

  mutating func directoryResource(_ kind: DirectoryKind) -> DirectoryResource {
    switch kind {
    case .practitioner: .practitioner(filled(Practitioner()))
    case .practitionerRole: .practitionerRole(filled(PractitionerRole()))
    case .organization: .organization(filled(Organization()))
    case .location: .location(filled(Location()))
    case .healthcareService: .healthcareService(filled(HealthcareService()))
    case .partnership: .partnership(filled(Partnership()))
    case .dutyRoster: .dutyRoster(filled(DutyRoster()))
    }
  }

  mutating func event(_ kind: EventKind) -> Event {
    switch kind {
    case .recordReceived:
      .recordReceived(
        filled(Source()),
        ResourceKind.allCases.map {
          ImportedLine(id: dice.id(), origins: [dice.id()], origin: text(), resource: resource($0))
        })
    case .directoryReceived:
      .directoryReceived(
        filled(Source()),
        DirectoryKind.allCases.map {
          DirectoryLine(id: dice.id(), origins: [], origin: text(), resource: directoryResource($0))
        })
    case .ownerChanged:
      .ownerChanged(item: dice.id(), from: filled(Reference()), to: filled(Reference()))
    case .taskStatusChanged: .taskStatusChanged(task: dice.id(), from: dice.pick([nil, .draft]), to: .inProgress)
    case .threadRead:
      .threadRead(thread: dice.id(), member: dice.id(), from: dice.pick([nil, -5]), upTo: dice.pick([nil, 9]))
    case .recordMoved: .recordMoved(to: dice.id())
    case .handoffMoved: .handoffMoved(handoff: dice.id(), filled(HandoffMove()))
    case .handoffMoveTakenBack: .handoffMoveTakenBack(handoff: dice.id(), filled(HandoffMove()))
    case .lineWritten:
      .lineWritten(
        ImportedLine(id: dice.id(), origins: [dice.id()], origin: text(), resource: resource(.task)),
        before: dice.pick([nil, resource(.task)]))
    case .itemSnoozed:
      .itemSnoozed(item: dice.id(), from: dice.pick([nil, filled(Snooze())]), to: dice.pick([nil, filled(Snooze())]))
    case .handlingReceived:
      .handlingReceived([dice.id(): filled(Handling()), dice.id(): filled(Handling())], [filled(Amendment())])
    case .referralMoved: .referralMoved(referral: dice.id(), filled(ReferralMove()))
    case .referralMoveTakenBack: .referralMoveTakenBack(referral: dice.id(), filled(ReferralMove()))
    case .receiptsGiven: .receiptsGiven([filled(Receipt()), filled(Receipt())])
    case .receiptsTakenBack: .receiptsTakenBack([filled(Receipt())])
    case .disclosed: .disclosed([filled(Disclosure())])
    case .disclosuresTakenBack: .disclosuresTakenBack([filled(Disclosure())])
    case .itemEscalated: .itemEscalated(item: dice.id(), from: filled(Rung()), to: filled(Rung()))
    case .itemSettled:
      .itemSettled(
        item: dice.id(), title: text(), from: dice.pick([nil, .done]), to: dice.pick([nil] + Outcome.allCases))
    case .triageBegan: .triageBegan(filled(TriageQueue()))
    case .triageDecided:
      .triageDecided(index: dice.below(900), dice.pick(Verdict.allCases), took: Int64(dice.below(90_000)))
    case .triageReopened: .triageReopened(index: dice.below(900))
    case .triageEnded: .triageEnded(filled(TriageSummary()))
    }
  }

  mutating func entry(_ kind: EventKind) -> Entry {
    Entry(
      sequence: 7, version: 3,
      of: Proposal(
        id: dice.id(), stream: .patient(dice.id()), expected: 2, time: Instant(milliseconds: 5),
        author: filled(Author()), reason: text(), event: event(kind)))
  }

  mutating func chart() -> Chart {
    var chart = Chart(id: dice.id())
    chart.wire(&self)
    return chart
  }
}
