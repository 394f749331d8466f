import Care
import Testing

@testable import Journal

@Suite struct AppendTests {
  let scratch = Scratch()

  @Test func whatIsAppendedIsThereAfterOpeningAgain() throws {
    var made = MadeUp(seed: 1)
    let id: PatientID = made.dice.id()
    let lines = made.record(lines: 30)
    let journal = try scratch.open()
    let change = try journal.append([made.directory(3), made.received(lines, for: id)])
    #expect(change.sequence == 2)
    #expect(change.entries.map(\.version) == [1, 1])
    try journal.close()
    let again = try scratch.open()
    #expect(try again.chart(id) == change.charts.first)
    #expect(try again.chart(id)?.version == 1)
    #expect(try again.directory().count == 3)
    #expect(try again.directoryVersion() == 1)
    #expect(try again.patient(lines[0].origins[1]) == id)
    #expect(try again.patient(lines[1].origins[0]) == nil)
    #expect(try again.rows() == Rows(of: change.charts))
  }

  @Test func theCommitIsOnTheDiskBeforeItIsAcknowledged() throws {
    let journal = try scratch.open()
    #expect(try journal.outsideTransaction { try $0.number("PRAGMA synchronous") } == 2)
  }

  @Test func proposalsForOneStreamCountUp() throws {
    var made = MadeUp(seed: 2)
    let id: PatientID = made.dice.id()
    let journal = try scratch.open()
    let change = try journal.append((0..<3).map { made.received(made.smallRecord(), for: id, expected: $0) })
    #expect(change.entries.map(\.version) == [1, 2, 3])
    #expect(change.charts.map(\.version) == [3])
  }

  @Test func aStaleVersionIsRefusedAndNothingOfTheCallIsKept() throws {
    var made = MadeUp(seed: 3)
    let (one, two): (PatientID, PatientID) = (made.dice.id(), made.dice.id())
    let journal = try scratch.open()
    _ = try journal.append([made.received(made.smallRecord(), for: one)])
    #expect(throws: AppendRefusal.conflict(.patient(one), expected: 0, found: 1)) {
      try journal.append([
        made.received(made.smallRecord(), for: two), made.received(made.smallRecord(), for: one),
      ])
    }
    #expect(try journal.chart(two) == nil)
    #expect(try journal.rows().census.map(\.patient) == [one])
    // What was in memory for the refused append is gone, too.
    let next = try journal.append([made.received(made.smallRecord(), for: two)])
    #expect(next.sequence == 2)
    #expect(try journal.rows() == Rows(of: [journal.chart(one)!, journal.chart(two)!]))
  }

  @Test func anEntryThatIsAlreadyThereIsSkipped() throws {
    var made = MadeUp(seed: 4)
    let id: PatientID = made.dice.id()
    let first = made.received(made.smallRecord(), for: id)
    let second = made.received(made.smallRecord(), for: id, expected: 1)
    let journal = try scratch.open()
    _ = try journal.append([first])
    let change = try journal.append([first, second])
    #expect(change.entries.map(\.id) == [second.id])
    #expect(try journal.append([first, second]).entries.isEmpty)
    #expect(try journal.verify() == .init(sound: 2, fault: nil))
  }

  @Test func aMemberKeepsTheNamesItOnceHad() throws {
    var made = MadeUp(seed: 5)
    let journal = try scratch.open()
    let id = MemberID(high: 1, low: 1)
    let source = Source(format: "FHIR R4", document: "d", received: made.start)
    func named(_ origin: UInt64, expected: Int) -> Proposal {
      var organization = Organization()
      organization.name = "Clinic \(origin)"
      let line = DirectoryLine(
        id: id, origins: [OriginID(high: 5, low: origin)], origin: "o\(origin)", resource: .organization(organization))
      return made.proposal(.directory, expected, .directoryReceived(source, [line]))
    }
    _ = try journal.append([named(1, expected: 0)])
    let change = try journal.append([named(2, expected: 1), named(3, expected: 2)])
    #expect(change.members.map(\.origins.count) == [3])
    let directory = try journal.directory()
    #expect(directory[Reference(target: OriginID(high: 5, low: 1))].map(directory.name(of:)) == "Clinic 3")
  }

  @Test func aRecordThatMovedLeavesTheListsAndItsNamesMeanTheOtherPatient() throws {
    var made = MadeUp(seed: 6)
    let (one, two): (PatientID, PatientID) = (made.dice.id(), made.dice.id())
    let lines = made.smallRecord()
    let journal = try scratch.open()
    _ = try journal.append([made.received(lines, for: one), made.received(made.smallRecord(), for: two)])
    _ = try journal.append([made.proposal(.patient(one), 1, .recordMoved(to: two))])
    #expect(try journal.rows().census.map(\.patient) == [two])
    #expect(try journal.patient(lines[0].origins[0]) == two)
  }

  @Test func aFullDiskRefusesTheAppendAndLeavesTheJournalAsItWas() throws {
    var made = MadeUp(seed: 7)
    let journal = try scratch.open()
    _ = try journal.append([made.received(made.smallRecord(), for: made.dice.id())])
    // The page limit makes SQLite fail just as a full disk does.
    let pages = try journal.outsideTransaction { try $0.number("PRAGMA page_count") } ?? 0
    func limit(_ pages: Int64) throws {
      _ = try journal.outsideTransaction { try $0.number("PRAGMA max_page_count = \(pages)") }
    }
    try limit(pages + 2)
    let large = made.received(made.record(lines: 2000), for: made.dice.id())
    #expect(throws: JournalError(.diskFull, path: scratch.file)) { try journal.append([large]) }
    #expect(try journal.verify() == .init(sound: 1, fault: nil))
    #expect(try journal.rows().census.count == 1)
    try limit(pages * 1000)
    #expect(try journal.append([large]).sequence == 2)
    #expect(try journal.rows().census.count == 2)
  }

  @Test func aWriteThatAnotherHoldsUpIsRefusedAsBusyAndSucceedsAfterwards() throws {
    var made = MadeUp(seed: 10)
    let (one, two) = (try scratch.open(), try scratch.open())
    _ = try two.outsideTransaction { try $0.number("PRAGMA busy_timeout = 0") }
    let proposal = made.received(made.smallRecord(), for: made.dice.id())
    _ = try one.write { _ in
      #expect(throws: JournalError(.busy, path: scratch.file)) { try two.append([proposal]) }
    }
    #expect(try two.append([proposal]).sequence == 1)
  }

  @Test func whoCannotWaitIsToldAtOnceThatTheJournalIsBusyAndTheNextAppendWaitsAsBefore() throws {
    var made = MadeUp(seed: 11)
    let (one, two) = (try scratch.open(), try scratch.open())
    let first = made.received(made.smallRecord(), for: made.dice.id())
    let second = made.received(made.smallRecord(), for: made.dice.id())
    _ = try two.append([first])
    let clock = ContinuousClock()
    let time = try clock.measure {
      _ = try one.write { _ in
        for _ in 0..<20 {
          #expect(throws: JournalError(.busy, path: scratch.file)) {
            try two.append([second], since: 1, openCharts: [], waits: false)
          }
        }
      }
    }
    #expect(time < .seconds(Journal.patience))
    #expect(try two.outsideTransaction { try $0.number("PRAGMA busy_timeout") } == Int64(Journal.patience * 1000))
    #expect(try two.append([second], since: 1, openCharts: [], waits: false).sequence == 2)
    #expect(try two.append([second], since: 2, openCharts: [], waits: false).entries.isEmpty)
    #expect(try one.rows() == two.rows())
  }

  @Test func aClosedJournalSaysSo() throws {
    let journal = try scratch.open()
    try journal.close()
    #expect(throws: JournalError(.closed, path: scratch.file)) { try journal.chart(.unmatched) }
    #expect(throws: JournalError(.closed, path: scratch.file)) { try journal.append([]) }
    #expect(throws: JournalError(.closed, path: scratch.file)) { try journal.changed() }
  }

  @Test func readingOnlyAppendsNothing() throws {
    var made = MadeUp(seed: 8)
    let id: PatientID = made.dice.id()
    let writer = try scratch.open()
    _ = try writer.append([made.received(made.smallRecord(), for: id)])
    let reader = try scratch.open(.readOnly)
    #expect(try reader.chart(id)?.version == 1)
    #expect(throws: JournalError(.readOnly, path: scratch.file)) {
      try reader.append([made.received(made.smallRecord(), for: id, expected: 1)])
    }
  }

  @Test func entriesCanNeitherBeChangedNorDeletedNorReplaced() throws {
    var made = MadeUp(seed: 9)
    let journal = try scratch.open()
    _ = try journal.append((0..<2).map { _ in made.received(made.smallRecord(), for: made.dice.id()) })
    for statement in [
      "UPDATE entry SET time = 0", "DELETE FROM entry", "DELETE FROM entry WHERE sequence = 2",
      "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE sequence = 1",
      "INSERT OR REPLACE INTO entry SELECT 3, id, stream, version, time, hash, body FROM entry WHERE sequence = 1",
    ] {
      #expect(throws: JournalError.self, "\(statement)") { try journal.write { try $0.run(statement) } }
    }
    #expect(try journal.verify().fault == nil)
  }
}
