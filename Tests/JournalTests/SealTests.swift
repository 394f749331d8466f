import Care
import Foundation
import Sealing
import Testing

@testable import Journal

/// No cipher, but enough of one to see what passes through the seal and what it is bound to.
private struct Masked: Seal {
  struct Broken: Error {}
  var mask: UInt8 = 0x5A

  func seal(_ body: [UInt8], bound: [UInt8]) -> [UInt8] { Digest.sha256(bound) + body.map { $0 ^ mask } }

  func open(_ sealed: [UInt8], bound: [UInt8]) throws -> [UInt8] {
    guard Array(sealed.prefix(32)) == Digest.sha256(bound) else { throw Broken() }
    return sealed.dropFirst(32).map { $0 ^ mask }
  }
}

@Suite struct SealTests {
  let scratch = Scratch()

  @Test func noNameIsInTheFilesOfASealedJournal() throws {
    var made = MadeUp(seed: 1)
    var patient = made.patient()
    patient.names = [HumanName(family: "Unmistakable", given: ["Zebedee"])]
    var task = made.task()
    task.description = "Unmistakable errand"
    task.status = .ready
    let journal = try scratch.open(seal: Masked())
    _ = try journal.append([
      made.directory(3),
      made.received([made.line(.patient(patient)), made.line(.task(task))], for: made.dice.id()),
    ])
    #expect(try journal.rows().census.map(\.name) == ["Unmistakable, Zebedee"])
    for file in ["", "-wal"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.file + file))
      for word in ["Unmistakable", "unmistakable", "Zebedee", "errand"] {
        #expect(bytes.range(of: Data(word.utf8)) == nil)
      }
    }
    // Without the seal the name is there to be found, so the search can fail.
    let clear = Scratch()
    let open = try clear.open()
    _ = try open.append([made.received([made.line(.patient(patient))], for: made.dice.id())])
    try open.checkpoint()
    #expect(try Data(contentsOf: URL(fileURLWithPath: clear.file)).range(of: Data("Zebedee".utf8)) != nil)
  }

  @Test(arguments: ["chart", "member", "page", "entry"])
  func rowsCannotBeExchangedForOneAnother(_ table: String) throws {
    var made = MadeUp(seed: 2)
    let journal = try scratch.open(seal: Masked())
    let ids: [PatientID] = (0..<2).map { _ in made.dice.id() }
    _ = try journal.append([made.directory(2)])
    for id in ids { _ = try journal.append([made.received(made.smallRecord(), for: id)]) }
    try journal.write { tables in
      try tables.run("DROP TRIGGER entry_is_not_updated")
      try tables.run("UPDATE \(table) SET body = (SELECT body FROM \(table) ORDER BY rowid DESC LIMIT 1)")
    }
    #expect(throws: JournalError.self) {
      _ = try journal.chart(ids[0])
      _ = try journal.directory()
      _ = try journal.rows()
      _ = try journal.changes(since: 0, openCharts: [])
    }
  }

  @Test func theWrongKeyOpensNothingAndSaysWhichBodyFailed() throws {
    var made = MadeUp(seed: 3)
    let id: PatientID = made.dice.id()
    _ = try scratch.open(seal: Masked()).append([made.received(made.smallRecord(), for: id)])
    let other = try scratch.open(seal: Masked(mask: 0x33))
    #expect(throws: JournalError.self) { try other.chart(id) }
    #expect(throws: JournalError.self) { try other.opening() }
    #expect(try other.verify().fault == nil)
  }
}
