import Care
import Foundation
import Synchronization
import Testing

@testable import Journal

@Suite struct CrashTests {
  /// The files are copied while a writer appends: what a disk holds when the power goes at that moment.
  ///
  ///     writer   append 1 ── ack ── append 2 ── ack ── append 3 ── … ── stop
  ///     copier            note the last ack ── copy the file ── copy the log
  ///
  /// The log is only ever added to between checkpoints, and the file is only written by a checkpoint; the writer makes
  /// none, so each copy is a state that the disk has been in.
  @Test func aCopyTakenAtAnyMomentHoldsAllThatWasAcknowledgedBefore() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var dice = Dice(seed: seed)
    for run in 0..<20 {
      let (scratch, copy) = (Scratch(), Scratch())
      let journal = try scratch.open()
      _ = try journal.outsideTransaction { try $0.number("PRAGMA wal_autocheckpoint = 0") }
      let acknowledged = Mutex<[EntryID]>([])
      let isOver = Atomic(false)
      let writerSeed = dice.next()
      let wanted = 1 + dice.below(60)
      let gone = DispatchGroup()
      gone.enter()
      Thread.detachNewThread {
        defer { gone.leave() }
        var made = MadeUp(seed: writerSeed)
        while !isOver.load(ordering: .acquiring) {
          let batch = (0...made.dice.below(4)).map { _ in made.received(made.smallRecord(), for: made.dice.id()) }
          guard (try? journal.append(batch)) != nil else { return }
          acknowledged.withLock { $0 += batch.map(\.id) }
        }
      }
      while acknowledged.withLock({ $0.count }) < wanted { sched_yield() }
      let before = acknowledged.withLock { $0 }
      try FileManager.default.createDirectory(atPath: copy.folder, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: scratch.file, toPath: copy.file)
      try FileManager.default.copyItem(atPath: scratch.file + "-wal", toPath: copy.file + "-wal")
      isOver.store(true, ordering: .releasing)
      gone.wait()

      let survivor = try copy.open()
      let verification = try survivor.verify()
      #expect(verification.fault == nil, "seed \(seed), run \(run)")
      #expect(verification.sound >= before.count, "seed \(seed), run \(run)")
      try survivor.read { tables in
        for id in before {
          let isThere = try tables.hasEntry(id)
          #expect(isThere, "seed \(seed), run \(run)")
        }
      }
      let rows = try survivor.rows()
      #expect(rows.census.count == verification.sound, "seed \(seed), run \(run)")
      try survivor.rebuild()
      #expect(try survivor.rows() == rows, "seed \(seed), run \(run)")
      var made = MadeUp(seed: dice.next())
      let next = try survivor.append([made.received(made.smallRecord(), for: made.dice.id())])
      #expect(next.sequence == Int64(verification.sound) + 1)
    }
  }

  @Test func aTornLogEndsAtTheLastWholeAppend() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var dice = Dice(seed: seed)
    var made = MadeUp(seed: seed)
    let scratch = Scratch()
    let journal = try scratch.open()
    try journal.checkpoint()
    for _ in 0..<12 { _ = try journal.append([made.received(made.smallRecord(), for: made.dice.id())]) }
    let (file, log) = (
      try Data(contentsOf: URL(fileURLWithPath: scratch.file)),
      try Data(contentsOf: URL(fileURLWithPath: scratch.file + "-wal"))
    )
    for run in 0..<20 {
      let copy = Scratch()
      try FileManager.default.createDirectory(atPath: copy.folder, withIntermediateDirectories: true)
      try file.write(to: URL(fileURLWithPath: copy.file))
      try log.prefix(dice.below(log.count)).write(to: URL(fileURLWithPath: copy.file + "-wal"))
      let survivor = try copy.open()
      let verification = try survivor.verify()
      #expect(verification.fault == nil, "seed \(seed), run \(run)")
      #expect(try survivor.rows().census.count == verification.sound, "seed \(seed), run \(run)")
      #expect(verification.sound < 12, "seed \(seed), run \(run)")
    }
  }
}
