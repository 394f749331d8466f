import Care
import Dashboard
import Terminal

/// Made-up journeys that strain the drawing, each with one patient.
enum JourneyScene: String, CaseIterable, Sendable {
  case one, day, life, overlap, endless, years

  /// The keys that bring the scene to what is worth seeing.
  var keys: String {
    switch self {
    case .one, .overlap, .endless: "gj"
    case .day: "gj+++"
    case .life, .years: "gj0"
    }
  }

  var resources: [Resource] {
    switch self {
    case .one: [Made.encounter("AMB", "Yearly visit", "2026-11-10T09:10", "2026-11-10T09:40")]
    case .day: Self.tenInADay
    case .life: Self.sixtyYears
    case .overlap: Self.overlapping
    case .endless: Self.withoutEnd
    case .years: Self.knownToTheYear
    }
  }

  private static let tenInADay: [Resource] = [
    Made.encounter("EMER", "ED visit", "2026-11-20T06:50", "2026-11-20T09:35", because: "breathless, +4 kg"),
    Made.report("Chest X-ray", "2026-11-20T07:20", "fluid in both lungs"),
    Made.report("Blood tests", "2026-11-20T07:40", ""),
    Made.procedure("Furosemide given", "2026-11-20T08:05"),
    Made.message("Bed on ward 4B from nine.", "2026-11-20T08:30"),
    Made.encounter("IMP", "Ward 4B", "2026-11-20T09:35", nil, status: .inProgress),
    Made.task("Handoff ED → ward 4B", "2026-11-20T09:35", status: .completed),
    Made.message("Weight now 82 kg.", "2026-11-20T14:10", urgent: true),
    Made.report("Echo", "2026-11-20T16:00", "EF 35 %"),
    Made.task("Ask for the discharge date", "2026-11-20T17:00", status: .ready),
  ]

  /// Twenty-five yearly visits with their parts, a course of dialysis, and what chance brought.
  private static var sixtyYears: [Resource] {
    var chance = Chance(seed: 3)
    var all: [Resource] = []
    for year in 0..<25 {
      let day = "\(1967 + year)-0\(1 + chance.below(9))-1\(chance.below(9))"
      all.append(Made.encounter("AMB", "Yearly visit", day + "T09:00", day + "T09:30"))
    }
    for session in 0..<48 {
      let date = CivilDate(daysSince1970: CivilDate(year: 2019, month: 2).daysSince1970 + session * 2)
      let day = "\(date.year)-\(Made.two(date.month))-\(Made.two(date.day))"
      all.append(Made.encounter("AMB", "Dialysis", day + "T08:00", day + "T12:00"))
    }
    let visits = ["Cough", "Back pain", "Blood pressure check", "Fall at home", "Knee pain", "Rash"]
    for number in 0..<56 {
      let day =
        "\(1968 + chance.below(58))-\(Made.two(1 + chance.below(12)))-\(Made.two(1 + chance.below(28)))"
      let title = visits[chance.below(visits.count)]
      let kind = ["AMB", "AMB", "AMB", "EMER", "IMP", "HH", "VR"][chance.below(7)]
      let end = kind == "IMP" ? Made.later(day, days: 2 + chance.below(9)) : day
      let encounter = all.count
      all.append(Made.encounter(kind, title, day + "T10:00", end + "T10:40"))
      for part in 0..<(number % 4 == 0 ? 4 : chance.below(3)) {
        all.append(
          part % 2 == 0
            ? Made.report("Blood tests", day + "T10:1\(part)", "", encounter: encounter)
            : Made.procedure("Wound care", day + "T10:1\(part)", encounter: encounter))
      }
    }
    while all.count < 296 {
      let day = "\(1990 + chance.below(36))-\(Made.two(1 + chance.below(12)))-\(Made.two(1 + chance.below(28)))"
      all.append(
        chance.below(3) == 0
          ? Made.message("Please call back.", day + "T11:00") : Made.procedure("Influenza vaccine", day + "T11:30"))
    }
    all.append(Made.task("Renew the care plan", "2026-11-25T17:00", status: .ready))
    all.append(Made.task("Accept handoff, ward → PCP", "2026-11-18T12:00", status: .requested))
    all.append(Made.encounter("IMP", "Heart failure", "2026-11-12T20:00", "2026-11-18T11:00"))
    all.append(Made.encounter("EMER", "Breathless", "2026-11-12T16:00", "2026-11-12T20:00"))
    return all
  }

  private static let overlapping: [Resource] = [
    Made.encounter("EMER", "ED visit", "2026-10-20T14:00", "2026-10-21T02:00"),
    Made.encounter("IMP", "Ward 4B", "2026-10-21T02:00", "2026-10-29T11:00"),
    Made.encounter("IMP", "Rehabilitation unit", "2026-10-29T11:00", "2026-11-12T10:00"),
    Made.encounter("HH", "Hospital at home", "2026-11-02T08:00", "2026-11-09T18:00"),
    Made.encounter("HH", "Home oxygen", "2026-11-05T08:00", "2026-11-17T18:00"),
    Made.encounter("HH", "Nurse at home", "2026-11-07T08:00", "2026-11-19T18:00"),
    Made.encounter("AMB", "Cardiology visit", "2026-11-04T10:00", "2026-11-04T10:30"),
    Made.encounter("AMB", "Echo", "2026-11-04T11:00", "2026-11-04T11:40"),
    Made.encounter("AMB", "Eye clinic", "2026-11-13T10:00", "2026-11-13T10:30"),
  ]

  private static let withoutEnd: [Resource] = [
    Made.encounter("HH", "Home care", "2026-10-30T09:00", nil, status: .inProgress),
    Made.encounter("AMB", "Clinic visit", "2026-10-14T09:00", nil),
    Made.encounter("IMP", "Knee replacement", "2026-11-25T07:00", "2026-11-29T11:00", status: .planned),
    Made.encounter("VR", "Video call", "2026-11-24T09:00", nil, status: .planned),
    Made.encounter("IMP", "Ward 2A", "2026-08-01T09:00", "2026-10-12T09:00"),
    Made.encounter("EMER", "ED visit", "2026-11-21T06:00", nil, status: .arrived),
    Made.task("Book the knee check", "2026-12-20T12:00", status: .ready),
  ]

  private static let knownToTheYear: [Resource] = [
    Made.encounter("IMP", "Appendix removed", "1988", "1988"),
    Made.procedure("Hip replacement", "2011"),
    Made.encounter("AMB", "Eye clinic", "2014-05", nil),
    Made.procedure("Cataract surgery", "2014-06"),
    Made.encounter("AMB", "Yearly visit", "2024-03-08", nil),
    Made.encounter("AMB", "Yearly visit", "2025-03-11T10:00", "2025-03-11T10:30"),
    Made.report("Blood tests", "2025-03-11", "normal"),
  ]

  func state(_ size: Size, keys: String? = nil) throws -> State {
    let now = Made.instant("2026-11-21T08:12")
    var workspace = Workspace(zone: .utc)
    let record = Rehearsal(workspace: workspace)
    var patient = Patient()
    patient.names = [HumanName(family: "Rossi", given: ["Bo"])]
    let lines = ([.patient(patient)] + resources).enumerated().map { index, resource in
      let id = Made.line(index)
      return ImportedLine(id: id, origins: [OriginID(id)], origin: "\(index)", resource: resource)
    }
    let proposal = Proposal(
      id: EntryID(high: 9, low: 1), stream: .patient(PatientID(high: 0, low: 1)), expected: 0, time: now,
      author: Author(name: "test"),
      event: .recordReceived(Source(format: "test", document: "made-up record", received: now), lines))
    workspace.apply(try record.append([proposal], since: 0, charts: []))
    let store = Store(
      State(workspace: workspace, author: Author(name: "Khan, Ana"), now: now, size: size), ledger: record
    ) { EntryID(high: 8, low: 1) }
    // The patients' list, so that a patient to whom nothing is owed comes into view too.
    for key in try Key.sequence("gp" + (keys ?? self.keys)) {
      store.send(.key(key))
      store.settle()
    }
    return store.state
  }
}

/// Short ways to make what a scene is of.
private enum Made {
  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  static func line(_ index: Int) -> LineID { LineID(high: 1, low: UInt64(index)) }

  static func instant(_ text: String) -> Instant { Instant(milliseconds: moment(text).milliseconds) }

  /// "2026", "2026-11", "2026-11-20" or "2026-11-20T06:50", in UTC.
  static func moment(_ text: String) -> Moment {
    let parts = text.split { "-T:".contains($0) }.compactMap { Int($0) }
    func part(_ index: Int, else other: Int) -> Int { parts.indices.contains(index) ? parts[index] : other }
    let civil = CivilTime(
      date: CivilDate(year: parts[0], month: part(1, else: 1), day: part(2, else: 1)), hour: part(3, else: 0),
      minute: part(4, else: 0))
    let precision: Precision = [1: .year, 2: .month, 3: .day][parts.count] ?? .minute
    return Moment(milliseconds: civil.floating, precision: precision, offset: precision > .day ? 0 : nil)
  }

  static func later(_ day: String, days: Int) -> String {
    let date = CivilTime(floating: moment(day).milliseconds).date
    let later = CivilDate(daysSince1970: date.daysSince1970 + days)
    return "\(later.year)-\(two(later.month))-\(two(later.day))"
  }

  /// The encounter at a position of the scene; the patient is line 0.
  private static func reference(_ encounter: Int?) -> Reference {
    encounter.map { Reference(target: OriginID(line($0 + 1)), kind: "Encounter") } ?? Reference()
  }

  static func encounter(
    _ kind: String, _ title: String, _ start: String, _ end: String?, status: EncounterStatus = .finished,
    because: String = ""
  ) -> Resource {
    var encounter = Encounter()
    encounter.status = status
    encounter.classification = Coding(code: kind)
    encounter.types = [Concept(text: title)]
    encounter.period = Period(start: moment(start), end: end.map(moment))
    if !because.isEmpty { encounter.reasons = [Concept(text: because)] }
    return .encounter(encounter)
  }

  static func report(_ title: String, _ at: String, _ conclusion: String, encounter: Int? = nil) -> Resource {
    var report = DiagnosticReport()
    report.status = .final
    report.code = Concept(text: title)
    report.effective = Period(start: moment(at))
    report.conclusion = conclusion
    report.encounter = reference(encounter)
    return .diagnosticReport(report)
  }

  static func procedure(_ title: String, _ at: String, encounter: Int? = nil) -> Resource {
    var procedure = Procedure()
    procedure.status = .completed
    procedure.code = Concept(text: title)
    procedure.performed = Period(start: moment(at))
    procedure.encounter = reference(encounter)
    return .procedure(procedure)
  }

  static func message(_ words: String, _ at: String, urgent: Bool = false) -> Resource {
    var message = Communication()
    message.status = .completed
    message.payload = [words]
    message.sent = moment(at)
    message.priority = urgent ? .urgent : .routine
    return .communication(message)
  }

  static func task(_ words: String, _ due: String, status: TaskStatus) -> Resource {
    var task = Task()
    task.status = status
    task.description = words
    task.restriction = Period(end: moment(due))
    if status == .completed { task.execution = Period(end: moment(due)) }
    return .task(task)
  }
}

/// The same numbers for the same seed. Source: S. Vigna, SplitMix64.
private struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
