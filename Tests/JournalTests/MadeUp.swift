import Care

/// A small generator whose numbers repeat for a seed.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func id<Of>() -> ID<Of> { ID(high: next(), low: next()) }
  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// Made-up records of the size and repetitiveness of real ones.
struct MadeUp {
  var dice: Dice
  let start = Instant(milliseconds: 1_750_000_000_000)
  private let families = [
    "Made", "Fictus", "Ínventa", "Néant", "Sample", "O'Nobody", "Testa", "Ghost", "Nemo", "Exempla",
  ]
  private let givens = ["Ada", "Bo", "Chi", "Dee", "Eli", "Fay", "Gus", "Hal", "Ivo", "Joy", "Kim", "Lea"]

  init(seed: UInt64) { dice = Dice(seed: seed) }

  mutating func moment() -> Moment {
    let offset = Int64(dice.below(400 * 24 * 3600)) - 200 * 24 * 3600
    return Moment(milliseconds: start.milliseconds + offset * 1000, precision: .second, offset: 60)
  }

  mutating func concept() -> Concept {
    let number = dice.below(80)
    return Concept(
      text: "Finding \(number)",
      codings: [Coding(system: "http://loinc.org", code: "\(10_000 + number)-1", display: "Finding \(number)")])
  }

  mutating func reference(_ kind: String) -> Reference {
    let number = dice.below(40)
    return Reference(
      target: OriginID(high: 77, low: UInt64(number)), kind: kind, display: "Party \(number)",
      written: "urn:uuid:00000000-0000-4000-8000-0000000000\(10 + number)")
  }

  mutating func line(_ resource: Resource) -> ImportedLine {
    ImportedLine(
      id: dice.id(), origins: [dice.id(), dice.id()], origin: "\(dice.id() as LineID)", resource: resource)
  }

  mutating func patient() -> Patient {
    var patient = Patient()
    patient.names = [HumanName(use: "official", family: dice.pick(families), given: [dice.pick(givens)])]
    patient.identifiers = [Identifier(system: "urn:mrn", value: "\(dice.below(10_000_000))", type: "MR")]
    patient.gender = dice.pick(AdministrativeGender.allCases)
    patient.birthDate = Moment(date: CivilDate(year: 1930 + dice.below(90), month: 1 + dice.below(12), day: 2))
    patient.deceased = dice.below(10) == 0 ? .at(moment()) : .notStated
    return patient
  }

  mutating func task() -> Task {
    var task = Task()
    task.status = dice.pick([.requested, .ready, .inProgress, .completed])
    task.description = "Call about finding \(dice.below(50))"
    task.priority = dice.pick(Priority.allCases)
    task.owner = reference("Practitioner")
    task.restriction = Period(
      end: dice.below(3) == 0 ? Moment(date: CivilDate(year: 2025, month: 6, day: 1 + dice.below(28))) : moment())
    return task
  }

  mutating func communication() -> Communication {
    var message = Communication()
    message.status = .completed
    message.topic = Concept(text: "About finding \(dice.below(30))")
    message.sent = moment()
    message.sender = reference("Practitioner")
    message.payload = ["A few words that nobody said, number \(dice.below(1000))."]
    return message
  }

  mutating func observation() -> Observation {
    var observation = Observation()
    observation.status = .final
    observation.categories = [
      Concept(codings: [
        Coding(system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "laboratory")
      ])
    ]
    observation.code = concept()
    observation.effective = Period(start: moment())
    observation.issued = moment()
    observation.encounter = reference("Encounter")
    observation.value = .quantity(Quantity(value: "\(dice.below(200)).\(dice.below(10))", unit: "mg/dL"))
    return observation
  }

  mutating func encounter() -> Encounter {
    var encounter = Encounter()
    encounter.status = .finished
    encounter.types = [concept()]
    encounter.period = Period(start: moment(), end: moment())
    encounter.participants = [Participant()]
    encounter.serviceProvider = reference("Organization")
    return encounter
  }

  mutating func condition() -> Condition {
    var condition = Condition()
    condition.clinical = .active
    condition.verification = .confirmed
    condition.code = concept()
    condition.onset = moment()
    condition.encounter = reference("Encounter")
    return condition
  }

  /// A patient's own record and `count - 1` more lines, most of them observations.
  mutating func record(lines count: Int) -> [ImportedLine] {
    var lines = [line(.patient(patient()))]
    while lines.count < count {
      switch dice.below(20) {
      case 0: lines.append(line(.task(task())))
      case 1: lines.append(line(.communication(communication())))
      case 2, 3: lines.append(line(.condition(condition())))
      case 4, 5, 6: lines.append(line(.encounter(encounter())))
      default: lines.append(line(.observation(observation())))
      }
    }
    return lines
  }

  /// A patient's own record with one task and one message: the least that shows in every list.
  mutating func smallRecord() -> [ImportedLine] {
    [line(.patient(patient())), line(.task(task())), line(.communication(communication()))]
  }

  mutating func received(_ lines: [ImportedLine], for patient: PatientID, expected: Int = 0) -> Proposal {
    proposal(
      .patient(patient), expected,
      .recordReceived(Source(format: "FHIR R4", document: "made-up.json", received: start), lines))
  }

  mutating func proposal(_ stream: Stream, _ expected: Int, _ event: Event) -> Proposal {
    Proposal(
      id: dice.id(), stream: stream, expected: expected, time: start.adding(minutes: dice.below(10_000)),
      author: Author(name: "Test"), event: event)
  }

  mutating func directory(_ count: Int, expected: Int = 0) -> Proposal {
    let lines = (0..<count).map { number in
      var practitioner = Practitioner()
      practitioner.names = [HumanName(family: dice.pick(families), given: [dice.pick(givens)])]
      return DirectoryLine(
        id: MemberID(high: 9, low: UInt64(number)), origins: [OriginID(high: 77, low: UInt64(number))],
        origin: "p\(number)", resource: .practitioner(practitioner))
    }
    return proposal(
      .directory, expected, .directoryReceived(Source(format: "FHIR R4", document: "d.json", received: start), lines))
  }
}
