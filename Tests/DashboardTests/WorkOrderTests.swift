import Care
import TestSupport
import Testing

@testable import Dashboard

/// How the worklist is shown: bands, in each what nobody owns first, and what slept back in its place.
@Suite struct WorkOrderTests {
  private static let now = Rig.now

  private func row(
    _ item: UInt64, owner: String, due days: Int?, sleeps: Int? = nil, early: Int? = nil
  ) -> WorkRow {
    let deadline = days.map { Self.now.adding(days: $0) }
    var row = WorkRow(
      item: LineID(high: 1, low: item), patient: PatientID(high: 0, low: item), kind: .task, patientName: "P\(item)",
      title: "T", status: "ready", priority: nil, due: deadline.map { Moment($0) }, deadline: deadline,
      owner: owner.isEmpty ? Reference() : Reference(display: owner))
    row.sleepsUntil = sleeps.map { Self.now.adding(hours: $0) }
    row.isSnoozed = sleeps != nil
    if let early { row.sleepsUntil = Self.now.adding(hours: early) }
    return row
  }

  private func shown(_ list: SortedPages<WorkRow>, _ order: WorkOrder) -> [UInt64] {
    (0..<order.count).compactMap { order.place(at: $0).flatMap { list[$0] }?.item.low }
  }

  @Test func `bands in their order, nobody's first in each, sleepers left out`() {
    let list = SortedPages(packing: [
      row(1, owner: "Kim", due: -3), row(2, owner: "", due: -1), row(3, owner: "Kim", due: 2),
      row(4, owner: "", due: 3),
      row(5, owner: "Kim", due: nil), row(6, owner: "", due: nil), row(7, owner: "Kim", due: 20),
      row(8, owner: "Kim", due: -9, sleeps: 5),
    ])
    let order = WorkOrder(list, now: Self.now, zone: .utc)
    #expect(shown(list, order) == [2, 1, 4, 3, 7, 6, 5])
    #expect(order.count == 7 && order.asleep.count == 1 && order.unowned == 3)
    #expect(
      (0..<order.count).map { order.band(at: $0) } == [
        .breached, .breached, .thisWeek, .thisWeek, .later, .undated, .undated,
      ])
    let all = WorkOrder(list, now: Self.now, zone: .utc, showsAsleep: true)
    #expect(shown(list, all) == [2, 1, 4, 3, 7, 6, 5, 8])
    #expect(all.band(at: 7) == .asleep)
  }

  @Test func `what slept is back in its place by itself, and never later than today`() {
    let list = SortedPages(packing: [
      row(1, owner: "Kim", due: -3), row(2, owner: "Kim", due: -1), row(3, owner: "Kim", due: -2, sleeps: -1),
      row(4, owner: "Kim", due: 9, sleeps: -2), row(5, owner: "", due: nil, sleeps: -3), row(6, owner: "Kim", due: 3),
      row(7, owner: "Kim", due: 1, sleeps: 1),
    ])
    let order = WorkOrder(list, now: Self.now, zone: .utc)
    #expect(shown(list, order) == [1, 3, 2, 5, 4, 6])
    #expect(order.woken == 3)
    #expect(order.band(at: 3) == .today && order.band(at: 4) == .today)
    let later = WorkOrder(list, now: Self.now.adding(hours: 2), zone: .utc)
    #expect(shown(list, later).contains(7))
  }

  @Test func `what is too early is neither shown nor counted, and comes by itself into the band it is due in`() {
    let list = SortedPages(packing: [
      row(1, owner: "Kim", due: 2), row(2, owner: "Kim", due: 3, early: 1), row(3, owner: "Kim", due: 9, sleeps: 40),
    ])
    let order = WorkOrder(list, now: Self.now, zone: .utc, showsAsleep: true)
    #expect(shown(list, order) == [1, 3] && order.asleep.count == 1)
    let later = WorkOrder(list, now: Self.now.adding(hours: 2), zone: .utc)
    #expect(shown(list, later) == [1, 2])
    #expect(later.band(at: 1) == .thisWeek)
  }

  /// Against the plainest thing that could work: sort all by what the order says.
  @Test func `at random, it is what sorting every row would give`() {
    var random = Seeded(seedOfThisRun)
    for _ in 0..<60 {
      let rows = (0..<UInt64.random(in: 0...900, using: &random)).map { item in
        row(
          item, owner: Bool.random(using: &random) ? "Kim" : "",
          due: Int.random(in: 0..<6, using: &random) == 0 ? nil : Int.random(in: -20...40, using: &random),
          sleeps: Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: -50...50, using: &random) : nil,
          early: nil)
      }
      let list = SortedPages(packing: rows)
      let order = WorkOrder(list, now: Self.now, zone: .utc)
      let awake = rows.filter { ($0.sleepsUntil ?? .distantPast) <= Self.now }
      func band(_ row: WorkRow) -> Band {
        let band = Band(deadline: row.deadline, now: Self.now, zone: .utc)
        return row.sleepsUntil == nil ? band : min(band, .today)
      }
      let wanted = awake.sorted { a, b in
        let (one, other) = (band(a), band(b))
        if one != other { return one < other }
        return a.awakeKey.lexicographicallyPrecedes(b.awakeKey)
      }
      #expect(shown(list, order) == wanted.map(\.item.low), "seed \(seedOfThisRun)")
      #expect(order.unowned == awake.count { $0.owner.isEmpty }, "seed \(seedOfThisRun)")
      let found = (0..<list.count).filter { _ in Bool.random(using: &random) }
      let some = order.restricted(to: found)
      let positions = (0..<some.count).compactMap { some.place(at: $0).map { found[$0] } }
      let chosen = Set(found)
      #expect(positions == (0..<order.count).compactMap { order.place(at: $0) }.filter { chosen.contains($0) })
      for index in stride(from: 0, to: order.count, by: 7) {
        #expect(order.place(at: index).flatMap { order.index(of: $0) } == index, "seed \(seedOfThisRun)")
      }
    }
  }

  @Test func `the header counts what the order shows`() throws {
    let rig = try Rig()
    #expect(rig.state.tally.open == 5)
    try rig.press("w3d<Enter>long<Space>enough<Enter>")
    #expect(rig.state.tally.open == 4 && rig.state.tally.asleep == 1)
    #expect(rig.state.count(.worklist) == 4)
    #expect((0..<4).allSatisfy { rig.state.work(at: $0)?.title != "Call after discharge" })
  }

  @Test func `it comes back by itself when the clock says so, and the cursor stays on its line`() throws {
    let rig = try Rig()
    try rig.press("w3h<Enter>why<Enter>")
    let under = rig.state.selectedWork?.item
    #expect(rig.state.count(.worklist) == 4)
    rig.store.send(.clock(Rig.now.adding(hours: 3)))
    #expect(rig.state.count(.worklist) == 5)
    #expect(rig.state.work(at: 0)?.title == "Call after discharge")
    #expect(rig.state.selectedWork?.item == under, "nothing moves under the cursor")
    try rig.press("gg<Enter>")
    guard case .detail(_, let lines, _)? = rig.state.overlays.last else {
      Issue.record("no detail")
      return
    }
    #expect(lines.contains { $0.hasPrefix("so far: waited until Sat 21 Nov 11:00, Khan, Ana") }, "\(lines)")
  }

  @Test func `it comes back into a list that is ordered otherwise too`() throws {
    let rig = try Rig()
    try rig.press("w3h<Enter>why<Enter>op")
    #expect(rig.state.count(.worklist) == 4)
    rig.store.send(.clock(Rig.now.adding(hours: 3)))
    while rig.store.hasSpareWork { rig.store.doSpareWork() }
    let names = (0..<rig.state.count(.worklist)).compactMap { rig.state.work(at: $0)?.patientName }
    #expect(names.count == 5 && names == names.sorted { Folding.fold($0) < Folding.fold($1) })
  }
}
