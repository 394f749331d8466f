import Care
import Testing

@testable import Journal

/// A member's triage, on the disk and read back.
@Suite struct TriageStreamTests {
  private let scratch = Scratch()
  private let me = MemberID(high: 4, low: 1)
  private let other = MemberID(high: 4, low: 2)

  private func queue(_ count: UInt64) -> TriageQueue {
    TriageQueue(
      view: "owner:me",
      items: (0..<count).map { TriageItem(patient: PatientID(high: 1, low: $0), item: LineID(high: 2, low: $0)) })
  }

  private struct Writer {
    var made = MadeUp(seed: 9)
    let journal: Journal
    var versions: [MemberID: Int] = [:]

    init(_ journal: Journal) { self.journal = journal }

    mutating func write(_ member: MemberID, _ events: Event...) throws {
      for event in events {
        _ = try journal.append([made.proposal(.triage(member), versions[member, default: 0], event)])
        versions[member, default: 0] += 1
      }
    }
  }

  @Test func `the last one begun is read back with what was decided since, whoever else wrote meanwhile`() throws {
    var writer = Writer(try scratch.open())
    #expect(try writer.journal.triage(of: me) == nil)
    try writer.write(me, .triageBegan(queue(9)), .triageDecided(index: 0, .skip, took: 5))
    try writer.write(
      me, .triageEnded(TriageSummary(cleared: 0, skipped: 1, settled: 0, left: 8, median: nil, unowned: 0)))
    try writer.write(me, .triageBegan(queue(3)), .triageDecided(index: 0, .close, took: 4_000))
    try writer.write(other, .triageBegan(queue(1)))
    try writer.write(me, .triageDecided(index: 1, .assign, took: 6_000), .triageReopened(index: 0))
    try writer.journal.close()
    let session = try #require(try scratch.open().triage(of: me))
    #expect(session.queue == queue(3))
    #expect(session.decisions.mapValues(\.verdict) == [1: .assign] && session.decisions[1]?.took == 6_000)
    #expect(session.next == 0 && !session.isEnded && session.version == 7)
    #expect(try scratch.open().triage(of: other)?.decided == 0)
  }

  @Test func `it is refused where another window has gone on, verified, and no obstacle to a rebuild`() throws {
    var writer = Writer(try scratch.open())
    try writer.write(me, .triageBegan(queue(2)), .triageDecided(index: 0, .skip, took: 5))
    #expect(throws: AppendRefusal.conflict(.triage(me), expected: 1, found: 2)) {
      try writer.journal.append([
        writer.made.proposal(.triage(me), 1, .triageDecided(index: 1, .skip, took: 5))
      ])
    }
    try writer.journal.rebuild()
    #expect(try writer.journal.verify().fault == nil)
    #expect(try writer.journal.triage(of: me)?.decided == 1)
  }

  @Test func `a verdict and what it does to a chart are written together or not at all`() throws {
    var writer = Writer(try scratch.open())
    let patient = PatientID(high: 1, low: 0)
    _ = try writer.journal.append([writer.made.received(writer.made.smallRecord(), for: patient)])
    try writer.write(me, .triageBegan(queue(2)))
    let chart = try #require(try writer.journal.chart(patient))
    let task = try #require(chart.tasks.items.first)
    let change = writer.made.proposal(
      .patient(patient), chart.version,
      .ownerChanged(item: task.id, from: task.value.owner, to: Reference(display: "Kim")))
    let stale = writer.made.proposal(.triage(me), 0, .triageDecided(index: 0, .assign, took: 1))
    #expect(throws: AppendRefusal.self) { try writer.journal.append([change, stale]) }
    #expect(try writer.journal.chart(patient) == chart)
    #expect(try writer.journal.triage(of: me)?.decided == 0)
  }
}
