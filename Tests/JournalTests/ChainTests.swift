import Care
import Testing

@testable import Journal

@Suite struct ChainTests {
  let scratch = Scratch()

  /// A journal of ten entries, changed behind its back.
  private func tampered(_ statements: String...) throws -> Journal {
    var made = MadeUp(seed: 1)
    let journal = try scratch.open()
    _ = try journal.append((0..<10).map { _ in made.received(made.smallRecord(), for: made.dice.id()) })
    #expect(try journal.verify() == .init(sound: 10, fault: nil))
    try journal.write { tables in
      for trigger in ["entry_is_not_updated", "entry_is_not_deleted", "entry_is_appended"] {
        try tables.run("DROP TRIGGER \(trigger)")
      }
      for statement in statements { try tables.run(statement) }
    }
    return journal
  }

  @Test(arguments: [
    "UPDATE entry SET body = x'0101' WHERE sequence = 4", "UPDATE entry SET time = time + 1 WHERE sequence = 4",
    "UPDATE entry SET id = randomblob(16) WHERE sequence = 4", "UPDATE entry SET version = 2 WHERE sequence = 4",
    "UPDATE entry SET stream = CAST(x'01' || randomblob(16) AS BLOB) WHERE sequence = 4",
    "UPDATE entry SET hash = randomblob(32) WHERE sequence = 4",
  ])
  func anAlteredEntryIsNamed(_ statement: String) throws {
    #expect(try tampered(statement).verify() == .init(sound: 3, fault: .altered(sequence: 4)))
  }

  @Test func droppedEntriesAreNamed() throws {
    let journal = try tampered("DELETE FROM entry WHERE sequence IN (4, 5)")
    #expect(try journal.verify() == .init(sound: 3, fault: .missing(from: 4, to: 5)))
  }

  @Test func exchangedEntriesAreNamed() throws {
    let journal = try tampered(
      "UPDATE entry SET sequence = 99 WHERE sequence = 4", "UPDATE entry SET sequence = 4 WHERE sequence = 7",
      "UPDATE entry SET sequence = 7 WHERE sequence = 99")
    #expect(try journal.verify() == .init(sound: 3, fault: .altered(sequence: 4)))
  }

  @Test func anEntryPutInIsNamed() throws {
    let journal = try tampered(
      "UPDATE entry SET sequence = sequence + 100 WHERE sequence > 4",
      "INSERT INTO entry SELECT 5, randomblob(16), stream, 9, time, hash, body FROM entry WHERE sequence = 4",
      "UPDATE entry SET sequence = sequence - 99 WHERE sequence > 100")
    #expect(try journal.verify() == .init(sound: 4, fault: .altered(sequence: 5)))
  }

  @Test func aTailThatWasCutOffIsMissed() throws {
    let journal = try tampered("DELETE FROM entry WHERE sequence > 8")
    #expect(try journal.verify() == .init(sound: 8, fault: .cutOff(after: 8, expected: 10)))
  }

  @Test func anEntryAddedPastTheEndIsNamed() throws {
    let journal = try tampered("UPDATE meta SET sequence = 9")
    #expect(try journal.verify() == .init(sound: 10, fault: .addedAfter(9)))
  }

  @Test func anotherLastEntryIsNamed() throws {
    let journal = try tampered("UPDATE meta SET hash = randomblob(32)")
    #expect(try journal.verify() == .init(sound: 10, fault: .otherEnd(sequence: 10)))
  }

  @Test func theFirstHashIsAsItHasAlwaysBeen() {
    // The same bytes through another program's SHA-256.
    let row = EntryRow(
      sequence: 1, id: EntryID(high: 1, low: 2), stream: .directory, version: 1, time: 1_700_000_000_000,
      body: [1, 2, 3])
    #expect(
      hex(Chain.hash(after: Chain.start, row)) == "33a01f9c6be66a187a636d81e36ed71a85fa2bc0f7ab941ffb0e6d91c87d802b")
  }
}
