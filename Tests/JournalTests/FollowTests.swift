import Care
import Testing

@testable import Journal

/// A screen's state, kept up by changes alone.
private struct Follower {
  let journal: Journal
  var workspace = Workspace(zone: .utc)

  init(_ journal: Journal) throws {
    self.journal = journal
    let opening = try journal.opening()
    workspace.lists = opening.lists
    workspace.directory = opening.directory
    workspace.sequence = opening.sequence
  }

  mutating func look(at id: PatientID) throws {
    if let chart = try journal.chart(id) { workspace.keep(chart) }
  }

  mutating func follow() throws -> Change {
    let change = try journal.changes(since: workspace.sequence, openCharts: workspace.openCharts)
    workspace.apply(change)
    return change
  }

  mutating func append(_ proposals: [Proposal]) throws {
    workspace.apply(
      try journal.append(proposals, since: workspace.sequence, openCharts: workspace.openCharts))
  }

  /// Reads what is still known only by heads, and lists everything.
  mutating func rows() throws -> Rows {
    let lists = workspace.lists
    workspace.lists.load(
      try journal.pages(
        [
          (.census, lists.census.unloaded), (.worklist, lists.worklist.unloaded), (.inbox, lists.inbox.unloaded),
        ], upTo: workspace.sequence))
    return Rows(workspace.lists)
  }
}

@Suite struct FollowTests {
  let scratch = Scratch()

  @Test func oneJournalSeesWhatAnotherWrites() throws {
    var made = MadeUp(seed: 1)
    let (one, two) = (try scratch.open(), try scratch.open())
    let id: PatientID = made.dice.id()
    #expect(try two.changed() == false)
    _ = try one.append([made.received(made.smallRecord(), for: id), made.directory(2)])
    #expect(try two.changed())
    #expect(try two.changed() == false)
    let change = try two.changes(since: 0, openCharts: [id])
    #expect(change.sequence == 2)
    #expect(change.entries.map(\.sequence) == [1, 2])
    #expect(change.charts.map(\.id) == [id])
    #expect(change.members.count == 2)
    #expect(Set(change.pages.map(\.list)).contains(.census))
    #expect(try two.changes(since: 2, openCharts: [id]).charts.isEmpty)
  }

  @Test func twoThatFollowEachOtherEndInTheSameState() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var made = MadeUp(seed: seed)
    var followers = [try Follower(scratch.open()), try Follower(scratch.open())]
    var patients: [PatientID] = []
    for _ in 0..<120 {
      let who = made.dice.below(2)
      // Neither follows before every write: each must learn of the other's from its own append.
      if made.dice.below(3) == 0 { _ = try followers[who].follow() }
      if patients.isEmpty || made.dice.below(3) > 0 {
        let ids: [PatientID] = (0..<12).map { _ in made.dice.id() }
        patients += ids
        try followers[who].append(ids.map { made.received(made.smallRecord(), for: $0) })
      } else {
        let id = made.dice.pick(patients)
        try followers[who].look(at: id)
        let version = try #require(followers[who].workspace.chart(id)).version
        try followers[who].append([
          made.dice.below(2) == 0
            ? made.proposal(.patient(id), version, .recordMoved(to: patients[0]))
            : made.received(made.smallRecord(), for: id, expected: version)
        ])
      }
    }
    let charts = try patients.compactMap { try followers[0].journal.chart($0) }
    for index in 0..<2 {
      _ = try followers[index].follow()
      #expect(try followers[index].rows() == Rows(of: charts), "seed \(seed)")
      for id in followers[index].workspace.openCharts {
        let chart = try followers[index].journal.chart(id)
        #expect(followers[index].workspace.chart(id) == chart, "seed \(seed)")
      }
    }
  }

  @Test func aPageThatChangedSinceTheOpeningIsLeftToTheChanges() throws {
    var made = MadeUp(seed: 2)
    let (one, two) = (try scratch.open(), try scratch.open())
    for _ in 0..<4 {
      _ = try one.append((0..<300).map { _ in made.received(made.smallRecord(), for: made.dice.id()) })
    }
    var follower = try Follower(two)
    let unread = follower.workspace.lists.census.unloaded
    #expect(unread.count > 1)
    _ = try one.append((0..<300).map { _ in made.received(made.smallRecord(), for: made.dice.id()) })
    #expect(try two.pages([(.census, unread)], upTo: follower.workspace.sequence).isEmpty)
    _ = try follower.follow()
    #expect(try follower.rows() == one.rows())
  }

  @Test func whoFollowsIsToldOfARebuild() throws {
    var made = MadeUp(seed: 3)
    let (one, two) = (try scratch.open(), try scratch.open())
    let ids: [PatientID] = (0..<900).map { _ in made.dice.id() }
    for start in stride(from: 0, to: 900, by: 90) {
      _ = try one.append(ids[start..<(start + 90)].map { made.received(made.smallRecord(), for: $0) })
    }
    for id in ids.prefix(500) { _ = try one.append([made.proposal(.patient(id), 1, .recordMoved(to: ids[0]))]) }
    var follower = try Follower(two)
    let unread = follower.workspace.lists.census.unloaded
    try one.rebuild()
    #expect(try two.changed())
    #expect(try two.pages([(.census, unread)], upTo: follower.workspace.sequence).isEmpty)
    #expect(try follower.follow().entries.isEmpty)
    #expect(try follower.rows() == one.rows())
    #expect(try follower.follow().pages.isEmpty)
  }

  @Test func openingDoesNotWaitForAnothersWrite() throws {
    var made = MadeUp(seed: 5)
    let one = try scratch.open()
    _ = try one.append([made.received(made.smallRecord(), for: made.dice.id())])
    let count = try one.write { _ in
      // Waiting here would end in an error: the write that holds the lock is our own.
      try scratch.open().opening().lists.census.count + scratch.open(.readOnly).opening().lists.census.count
    }
    #expect(count == 2)
  }

  @Test func openingReadsTheFirstPagesAndThoseAroundAKey() throws {
    var made = MadeUp(seed: 4)
    let journal = try scratch.open()
    for _ in 0..<5 {
      _ = try journal.append((0..<400).map { _ in made.received(made.smallRecord(), for: made.dice.id()) })
    }
    let all = try journal.rows().work
    let now = WorkRow.key(.owned, after: made.start)
    let late = all.prefix { $0.key.lexicographicallyPrecedes(now) }.count
    #expect((1..<all.count).contains(late))
    let opening = try journal.opening(around: [(.worklist, now)])
    #expect(opening.lists.worklist.firstIndex(notLess: now) == late)
    #expect(opening.lists.worklist.count == all.count)
    #expect(opening.lists.worklist.pages.count(where: \.isLoaded) <= 4)
    #expect(opening.lists.worklist.pages.count > 4)
    #expect(opening.lists.census.pages.prefix(2).allSatisfy { $0.isLoaded })
    #expect(opening.lists.census.pages.dropFirst(2).allSatisfy { !$0.isLoaded })
    #expect(opening.lists.worklist[late] == all[late])
  }
}
