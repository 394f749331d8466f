import Care
import Testing

@testable import Journal

/// A journal's projections, all of them.
private struct Projections: Hashable {
  var charts: [PatientID: Chart] = [:]
  var directory: Directory
  var rows: Rows
  var names: [OriginID: PatientID?] = [:]

  init(_ journal: Journal, _ patients: [PatientID], _ origins: [OriginID]) throws {
    for patient in patients { charts[patient] = try journal.chart(patient) }
    for origin in origins { names[origin] = .some(try journal.patient(origin)) }
    directory = try journal.directory()
    rows = try journal.rows()
  }
}

/// Does what a day brings, at random, through two journals on one file that are closed and opened in between.
private struct Days {
  var made: MadeUp
  let scratch = Scratch()
  var journals: [Journal]
  var patients: [PatientID] = []
  var origins: [OriginID] = []

  init(seed: UInt64) throws {
    made = MadeUp(seed: seed)
    journals = []
    journals = try [scratch.open(), scratch.open()]
    _ = try journals[0].append([made.directory(20)])
  }

  mutating func arrivals(_ count: Int) throws {
    var proposals: [Proposal] = []
    for _ in 0..<count {
      let id: PatientID = made.dice.id()
      var lines = made.smallRecord()
      // Some names are claimed twice; the newer claim stands.
      if made.dice.below(4) == 0, let known = origins.randomElement(using: &made.dice) {
        lines[0].origins.append(known)
      }
      patients.append(id)
      origins += lines[0].origins
      proposals.append(made.received(lines, for: id))
    }
    _ = try journals[made.dice.below(2)].append(proposals)
  }

  mutating func step() throws {
    if made.dice.below(40) == 0 {
      let index = made.dice.below(2)
      try journals[index].close()
      journals[index] = try scratch.open()
    }
    let journal = journals[made.dice.below(2)]
    // Some patients are busier than others, so that both journals have them at hand.
    let id = made.dice.pick(made.dice.below(2) == 0 ? Array(patients.prefix(8)) : patients)
    let chart = try #require(try journal.chart(id))
    var events: [Event] = []
    for _ in 0...made.dice.below(3) {
      switch made.dice.below(9) {
      case 6: events.append(handled(chart))
      case 7: events.append(.lineWritten(made.line(.task(made.task())), before: nil))
      case 0: events.append(.recordMoved(to: made.dice.pick(patients)))
      case 1: events.append(event(.patient(made.patient())))
      case 2: events.append(event(.task(made.task())))
      default:
        if let task = chart.tasks.items.randomElement(using: &made.dice) {
          events.append(
            .taskStatusChanged(task: task.id, from: task.value.status, to: made.dice.pick(TaskStatus.allCases)))
        }
      }
    }
    let proposals = events.enumerated().map { made.proposal(.patient(id), chart.version + $0.offset, $0.element) }
    _ = try journal.append(proposals)
  }

  /// What people do about what is owed.
  private mutating func handled(_ chart: Chart) -> Event {
    let owed = chart.owed(SiteRules(zone: .utc)).map(\.id)
    let item = owed.isEmpty ? made.dice.id() : made.dice.pick(owed)
    let before = chart.handling[item]
    let step = before?.escalations.count ?? 0
    switch made.dice.below(4) {
    case 0: return .ownerChanged(item: item, from: before?.owner ?? Reference(), to: made.reference("Practitioner"))
    case 1:
      let until = made.start.adding(days: made.dice.below(300))
      let snooze = Snooze(until: until, reason: "holiday", by: Touch(name: "Test", at: made.start))
      return .itemSnoozed(item: item, from: before?.snooze, to: made.dice.below(4) == 0 ? nil : snooze)
    case 2:
      return .itemEscalated(
        item: item, from: Rung(step: step), to: Rung(step: step + 1, owner: made.reference("Practitioner")))
    default:
      return .itemSettled(
        item: item, title: "made up", from: before?.settlement?.outcome, to: made.dice.pick([nil, .done, .declined]))
    }
  }

  private mutating func event(_ resource: Resource) -> Event {
    let line = made.line(resource)
    if resource.kind == .patient { origins += line.origins }
    return .recordReceived(Source(format: "FHIR R4", document: "d", received: made.start), [line])
  }
}

@Suite struct ProjectionTests {
  @Test func rebuildingGivesWhatUpkeepGave() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var days = try Days(seed: seed)
    for _ in 0..<6 { try days.arrivals(150) }
    for _ in 0..<700 { try days.step() }
    let kept = try Projections(days.journals[1], days.patients, days.origins)
    #expect(kept.rows == Rows(of: Array(kept.charts.values)), "seed \(seed)")
    #expect(kept.rows.census.count > 300, "seed \(seed)")
    var seen: [Int] = []
    try days.journals[0].rebuild { done, _ in seen.append(done) }
    #expect(seen.last == Int(try days.journals[0].stats().entries))
    let rebuilt = try Projections(days.journals[0], days.patients, days.origins)
    #expect(rebuilt == kept, "seed \(seed)")
    #expect(try days.journals[1].verify().fault == nil)
    // Work goes on after it, on both sides.
    for _ in 0..<60 { try days.step() }
    let later = try Projections(days.journals[0], days.patients, days.origins)
    #expect(later.rows == Rows(of: Array(later.charts.values)), "seed \(seed)")
  }

  @Test func pagesThatEmptyAndSplitUnderUnreadNeighboursStayInOrder() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var days = try Days(seed: seed)
    for _ in 0..<8 { try days.arrivals(200) }
    // Most patients of the first pages leave, in order of name, so that whole pages empty.
    let leaving = try days.journals[0].rows().census.prefix(900).map(\.patient)
    for (index, id) in leaving.enumerated() {
      if index.isMultiple(of: 100) {
        try days.journals[0].close()
        days.journals[0] = try days.scratch.open()
      }
      _ = try days.journals[0].append([days.made.proposal(.patient(id), 1, .recordMoved(to: days.patients[0]))])
    }
    for _ in 0..<5 { try days.arrivals(100) }
    let charts = try days.patients.compactMap { try days.journals[1].chart($0) }
    #expect(try days.journals[1].rows() == Rows(of: charts), "seed \(seed)")
  }

  @Test func aRowThatMovesOffItsPagesHeadGoesIntoThePageBefore() throws {
    var made = MadeUp(seed: 1)
    let scratch = Scratch()
    var journal = try scratch.open()
    func record(_ patient: PatientID, _ name: String, expected: Int) -> Proposal {
      var value = Patient()
      value.names = [HumanName(family: name)]
      let line = ImportedLine(id: LineID(patient), origins: [], origin: "", resource: .patient(value))
      return made.received([line], for: patient, expected: expected)
    }
    func name(_ number: Int) -> String { "N\(1000 + number)" }
    let ids: [PatientID] = (0..<1200).map { PatientID(high: 1, low: UInt64($0)) }
    for start in stride(from: 0, to: 1200, by: 100) {
      _ = try journal.append((start..<(start + 100)).map { record(ids[$0], name($0), expected: 0) })
    }
    let pages = try journal.opening().lists.census.pages
    #expect(pages.count > 5)
    let heads = pages.indices.map { index in pages[..<index].reduce(0) { $0 + $1.rows } }
    // All but the last of the first page leave, so that the page is gone when the last changes its name.
    _ = try journal.append(
      (0..<(heads[1] - 1)).map { made.proposal(.patient(ids[$0]), 1, .recordMoved(to: ids[1199])) })
    for patient in [heads[1] - 1] + heads.dropFirst(3) {
      try journal.close()
      journal = try scratch.open()
      _ = try journal.append([record(ids[patient], name(patient) + "a", expected: 1)])
    }
    #expect(try journal.rows() == Rows(of: ids.compactMap { try journal.chart($0) }))
    #expect(try journal.rows().census.count == 1200 - heads[1] + 1)
  }

  @Test func aDamagedProjectionSaysSoAndIsMadeAnew() throws {
    var made = MadeUp(seed: 3)
    let scratch = Scratch()
    let journal = try scratch.open()
    let id: PatientID = made.dice.id()
    _ = try journal.append([made.received(made.smallRecord(), for: id)])
    let chart = try journal.chart(id)
    let rows = try journal.rows()
    try journal.write { tables in
      try tables.run("UPDATE chart SET body = x'0102'")
      try tables.run("UPDATE page SET body = substr(body, 1, 40)")
    }
    #expect {
      try journal.chart(id)
    } throws: { error in
      "\(error)".contains("a chart, as of entry 1, can't be read") && "\(error)".contains("rounds journal rebuild")
    }
    #expect(throws: JournalError.self) { try journal.opening() }
    try journal.rebuild()
    #expect(try journal.chart(id) == chart)
    #expect(try journal.rows() == rows)
  }
}

@Suite struct RulesTests {
  private let scratch = Scratch()

  /// A journal whose lists are empty, as a program with other rules might have left them.
  private func fill(rules: String = "of another program") throws -> Rows {
    var made = MadeUp(seed: 5)
    let journal = try scratch.open()
    for _ in 0..<6 {
      let id: PatientID = made.dice.id()
      _ = try journal.append([made.received(made.smallRecord(), for: id)])
    }
    let rows = try journal.rows()
    try journal.write { tables in
      try tables.run("DELETE FROM page")
      try tables.run("UPDATE meta SET rules = '\(rules)'")
    }
    try journal.close()
    return rows
  }

  @Test func `lists that other rules made are made anew at the next opening, once`() throws {
    let rows = try fill()
    #expect(!rows.census.isEmpty)
    var steps = 0
    let journal = try Journal.open(
      folder: scratch.folder, siteZone: "UTC", zone: { _ in .utc }, now: Instant(milliseconds: 0)
    ) { _, _ in steps += 1 }
    #expect(steps > 0)
    #expect(journal.warnings.isEmpty)
    #expect(try journal.rows() == rows)
    try journal.close()
    let again = try Journal.open(
      folder: scratch.folder, siteZone: "UTC", zone: { _ in .utc }, now: Instant(milliseconds: 0)
    ) { _, _ in Issue.record("made anew twice") }
    #expect(try again.rows() == rows)
  }

  @Test func `who only reads is told that the lists are of other rules`() throws {
    let form = try #require(SiteRules(zone: .utc).mark.split(separator: " ").first)
    _ = try fill(rules: "\(form) of another site")
    let journal = try scratch.open(.readOnly)
    #expect(journal.warnings.count == 1)
    #expect(journal.warnings.first?.contains("other rules") ?? false)
  }

  @Test func `who only reads doesn't misread lists of another form`() throws {
    _ = try fill()
    #expect { try scratch.open(.readOnly) } throws: { "\($0)".contains("older form") }
  }

  @Test func `the mark of the rules is the same in every run of the program`() throws {
    #expect(SiteRules(zone: .utc).mark == "\(ChartRows.form) 705eab599f4bf091")
    #expect(try scratch.open().site.mark == SiteRules(zone: .utc).mark)
  }

  /// Two programs at one record, of which the second starts with rules that were changed meanwhile.
  @Test func `who started with other rules writes nothing more`() throws {
    var made = MadeUp(seed: 6)
    let id: PatientID = made.dice.id()
    let first = try scratch.open()
    _ = try first.append([made.received(made.smallRecord(), for: id)])
    let closed = SiteCalendar(zone: .utc, holidays: .none)
    func openWithOthers(mayRebuild: Bool = true) throws -> Journal {
      try Journal.open(
        folder: scratch.folder, siteZone: "UTC", zone: { _ in .utc }, site: { _ in SiteRules(calendar: closed) },
        now: Instant(milliseconds: 0), mayRebuild: mayRebuild)
    }
    #expect(throws: JournalError(.otherRules, path: scratch.file)) { try openWithOthers(mayRebuild: false) }
    // So far nobody has changed anything.
    _ = try first.append([made.received(made.smallRecord(), for: id, expected: 1)])
    let second = try openWithOthers()
    let next = made.received(made.smallRecord(), for: id, expected: 2)
    #expect(throws: JournalError(.otherRules, path: scratch.file)) { try first.append([next]) }
    #expect(try first.stats().entries == 2)
    #expect(
      "\(JournalError(.otherRules, path: "/j"))"
        == "/j: the site's rules were changed since this program started. Leave and start again.")
    _ = try second.append([next])
    #expect(try second.rows() == Rows(of: [second.chart(id)!]))
    // Reading goes on.
    #expect(try first.chart(id)?.version == 3)
  }
}
