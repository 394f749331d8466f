import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

/// Order, marks and jumping.
@Suite struct ListTests {
  private func titles(_ rig: Rig) -> [String] {
    (0..<rig.state.count(.worklist)).compactMap { rig.state.work(at: $0)?.title }
  }

  @Test(arguments: [
    ("op", ["Renew consent", "Book echo", "Call after discharge", "Check weight", "Cardiology visit"]),
    // Within one patient what is due first comes first, whichever way the patients run.
    ("opop", ["Check weight", "Cardiology visit", "Call after discharge", "Book echo", "Renew consent"]),
    ("ow", ["Book echo", "Call after discharge", "Cardiology visit", "Check weight", "Renew consent"]),
    ("odod", ["Call after discharge", "Book echo", "Check weight", "Cardiology visit", "Renew consent"]),
  ]) func `a list is ordered by a column, and turned by asking again`(keys: String, expected: [String]) throws {
    let rig = try Rig()
    try rig.press(keys)
    #expect(titles(rig) == expected)
  }

  @Test func `what lacks the value comes last, whichever way the list is turned`() throws {
    let rig = try Rig()
    try rig.press("od")
    #expect(titles(rig).last == "Renew consent")
    #expect(titles(rig).first == "Cardiology visit")
    #expect(rig.state.worklist.order(.worklist) == Order(column: .due, isTurned: true))
  }

  @Test func `the cursor stays on its line through every order`() throws {
    let rig = try Rig()
    try rig.press("jj")
    let item = try #require(rig.state.selectedWork?.item)
    for keys in ["op", "op", "ow", "oo", "os", "oi", "oa", "on", "od", "od"] {
      try rig.press(keys)
      #expect(rig.state.selectedWork?.item == item, "after \(keys)")
    }
  }

  @Test func `an order holds while the list changes and is filtered`() throws {
    let rig = try Rig()
    try rig.press("opx")
    #expect(titles(rig) == ["Renew consent", "Book echo", "Check weight", "Cardiology visit"])
    try rig.press("/c<Enter>")
    #expect(titles(rig) == ["Renew consent", "Book echo", "Check weight", "Cardiology visit"])
    try rig.press("/")
    try rig.press("ard<Enter>")
    #expect(titles(rig) == ["Cardiology visit"])
  }

  @Test func `a long list is ordered in slices, as sorting it at once would order it`() {
    var random = Seeded(seedOfThisRun)
    for _ in 0..<20 {
      let names = (0..<Int.random(in: 0...6_000, using: &random)).map { _ in
        String((0..<Int.random(in: 0...3, using: &random)).map { _ in "abcé".randomElement(using: &random) ?? "a" })
      }
      let isTurned = Bool.random(using: &random)
      var sorting = Sorting(Order(column: .patient, isTurned: isTurned))
      var slices = 0
      while sorting.positions == nil {
        sorting.advance(among: nil, count: names.count) {
          SortKey(names[$0], position: $0, isTurned: isTurned)
        }
        slices += 1
      }
      let folded = names.map(Folding.fold)
      let expected = names.indices.sorted { a, b in
        if folded[a].isEmpty != folded[b].isEmpty { return folded[b].isEmpty }
        if folded[a] == folded[b] { return a < b }
        let isLess = Array(folded[a].utf8).lexicographicallyPrecedes(Array(folded[b].utf8))
        return isTurned ? !isLess : isLess
      }
      #expect(sorting.positions == expected, "seed \(seedOfThisRun)")
      #expect(slices == max(1, (names.count + Sorting.slice - 1) / Sorting.slice))
    }
  }

  @Test func `marks stay on their lines, whatever the order and the filter`() throws {
    let rig = try Rig()
    try rig.press("<Space><Space>")
    #expect(rig.state.worklist.marks.count == 2)
    #expect(rig.state.worklist.cursor.index == 2)
    let marked = Set(rig.state.worklist.marks.keys)
    try rig.press("op/yui<Enter><Esc>")
    #expect(Set(rig.state.worklist.marks.keys) == marked)
    try rig.press("<Esc>")
    #expect(rig.state.worklist.marks.isEmpty)
  }

  @Test(arguments: [("<Space>jv", 3), ("jj<Space>ggv", 3), ("*", 5), ("**", 0), ("v", 1), ("<Space>k<Space>", 0)])
  func `marks are set one by one, from the last one to here, and all at once`(keys: String, count: Int) throws {
    let rig = try Rig()
    try rig.press(keys)
    #expect(rig.state.worklist.marks.count == count)
  }

  @Test func `typing the start of a name goes to its line; Tab goes on, Esc goes back`() throws {
    let rig = try Rig()
    try rig.press("fta")
    #expect(rig.state.selectedWork?.patientName == "Tanaka, Yui")
    #expect(rig.state.count(.worklist) == 5, "the list stays whole")
    let first = rig.state.worklist.cursor.index
    try rig.press("<Tab>")
    #expect(rig.state.selectedWork?.patientName == "Tanaka, Yui")
    #expect(rig.state.worklist.cursor.index != first)
    try rig.press("<Esc>")
    #expect(rig.state.worklist.cursor.index == 0)
    try rig.press("fchi<Enter>")
    #expect(rig.state.selectedWork?.patientName == "Okafor, Chi", "given names count too")
    try rig.press("fzz")
    #expect(rig.state.jump?.isLost == true)
    #expect(rig.state.selectedWork?.patientName == "Okafor, Chi")
  }

  @Test func `what was typed into a filter can be had again after Esc`() throws {
    let rig = try Rig()
    try rig.press("/yui<Esc>")
    #expect(rig.state.count(.worklist) == 5)
    try rig.press("/<Right>")
    #expect(rig.state.editing?.text == "yui")
    #expect(rig.state.count(.worklist) == 2)
  }

  @Test(arguments: [40, 60, 80, 120, 200]) func `the column a list is ordered by is always in sight`(width: Int) {
    let area = Rect(x: 0, y: 0, width: width, height: 1)
    for pane in Pane.lists {
      for column in Column.all(of: pane) {
        let columns = TableLayout(pane, area: area, order: Order(column: column)).columns
        #expect(columns.contains { $0.column == column && $0.cells.count >= 4 }, "\(pane) by \(column) at \(width)")
        for (a, b) in zip(columns, columns.dropFirst()) { #expect(a.cells.upperBound < b.cells.lowerBound) }
        #expect(columns.allSatisfy { $0.cells.lowerBound >= 3 && $0.cells.upperBound < width })
      }
    }
  }

  @Test func `a name keeps its room and every heading its word, at every width and in every order`() throws {
    for width in 38...240 {
      let area = Rect(x: 0, y: 0, width: width, height: 1)
      for pane in Pane.lists {
        for column in Column.all(of: pane) {
          let columns = TableLayout(pane, area: area, order: Order(column: column)).columns
          let name = try #require(columns.first { $0.column == .patient })
          #expect(name.cells.count >= 14, "\(pane) by \(column) at \(width)")
          for place in columns {
            let words = Text.width(place.column.title) + (place.column == column ? 2 : 0)
            #expect(place.cells.count >= words, "\(place.column) of \(pane) by \(column) at \(width)")
          }
          for (a, b) in zip(columns, columns.dropFirst()) { #expect(a.cells.upperBound < b.cells.lowerBound) }
          #expect(columns.allSatisfy { $0.cells.upperBound < width })
        }
      }
    }
  }

  @Test(arguments: [
    (63, [Column.patient, .age, .what, .due]), (64, [.patient, .age, .what, .owner, .due]),
    (84, [.patient, .age, .number, .what, .owner, .due]), (40, [.patient, .what, .due]),
  ])
  func `the owner has a column before the number has`(width: Int, columns: [Column]) {
    let layout = TableLayout(
      .worklist, area: Rect(x: 0, y: 0, width: width, height: 1), order: .natural(.worklist))
    #expect(layout.columns.map(\.column) == columns)
  }
}

/// Lists longer than one slice, while the record changes under them.
@Suite struct LongListTests {
  /// Seven hundred patients with a task each, due in the order of their numbers; names run the other way.
  private func rig() throws -> Rig {
    try Rig(
      (1...700).flatMap { number -> [(patient: UInt64, Resource)] in
        [
          (number, Rig.person("N\(9999 - number)", "A")),
          (number, Rig.task("Task \(number)", due: Int(number) - 100)),
        ]
      })
  }

  private func names(_ rig: Rig) -> [String] {
    (0..<rig.state.count(.worklist)).compactMap { rig.state.work(at: $0)?.patientName }
  }

  private func settle(_ rig: Rig, task number: UInt64) throws {
    let chart = try #require(try rig.record.chart(PatientID(high: 0, low: number)))
    let shelf = Rehearsal(over: OneShelf(chart), workspace: rig.state.workspace)
    let item = try #require(chart.tasks.items.first?.id)
    rig.store.send(
      .followed(
        try shelf.append(
          [Rig.proposal(number, .taskStatusChanged(task: item, from: .ready, to: .completed), expected: chart.version)],
          since: 0, charts: [])))
  }

  @Test func `keys typed at once after a change meet the lines that the order shows`() throws {
    let rig = try rig()
    try rig.press("opgg")
    let order = names(rig)
    #expect(order == order.sorted())
    // All in one go, as a fast hand types it: nothing has been looked through anew between the keys.
    for key in try Key.sequence("sjx") { rig.store.send(.key(key)) }
    rig.store.settle()
    let changed = rig.state.deeds.flatMap(\.entries).compactMap(\.event.item)
    let charts = try [order[0], order[1]].map { name in
      try #require((1...700).first { "N\(9999 - $0), A" == name })
    }
    let items = try charts.map {
      try #require(try rig.record.chart(PatientID(high: 0, low: UInt64($0)))?.tasks.items.first?.id)
    }
    #expect(changed == items)
    #expect(names(rig) == order.filter { $0 != order[1] })
    #expect(rig.state.selectedWork?.patientName == order[2])
  }

  @Test(arguments: ["op", "opop", "ow", "/n9<Enter>", "/n94<Enter>op"])
  func `what others change leaves the cursor on its line and the list as it would be made anew`(keys: String) throws {
    var random = Seeded(seedOfThisRun)
    let rig = try rig()
    try rig.press(keys)
    try rig.press("G")
    for _ in 0..<12 { try rig.press("k") }
    let line = try #require(rig.state.selectedWork)
    for _ in 0..<8 {
      let number = UInt64.random(in: 1...700, using: &random)
      guard rig.state.workspace.chart(PatientID(high: 0, low: number)) == nil,
        PatientID(high: 0, low: number) != line.patient
      else { continue }
      try settle(rig, task: number)
      #expect(rig.state.selectedWork == line, "seed \(seedOfThisRun)")
    }
    let shown = names(rig)
    var fresh = rig.state
    fresh.changeList(.worklist) { list in
      list.filter = list.filter.map { Filter($0.text) }
      list.sorting = list.sorting.map { Sorting($0.order) }
    }
    while fresh.isLooking { fresh.lookOn() }
    #expect(
      shown == (0..<fresh.count(.worklist)).compactMap { fresh.work(at: $0)?.patientName }, "seed \(seedOfThisRun)")
  }

  @Test func `a change of many lets keys in between, and the patient in view stays`() throws {
    let rig = try rig()
    let inView = try #require(rig.state.patient)
    try rig.press("*")
    for key in try Key.sequence("A<Enter>") { rig.store.send(.key(key)) }
    #expect(!rig.state.saving.isEmpty && rig.store.hasSpareWork, "the rest waits for the screen and the keys")
    #expect(rig.state.deeds.first.map { $0.entries.count < 700 } == true)
    while rig.store.hasSpareWork { rig.store.doSpareWork() }
    #expect(rig.state.toast?.words == "Assigned to you  700 lines")
    #expect(rig.state.patient == inView && rig.state.workspace.chart(inView) != nil)
    rig.store.send(.painted)
    try rig.press("x")
    #expect(rig.state.count(.worklist) == 699)
  }
}

/// One chart that can be read.
private final class OneShelf: Ledger {
  private let only: Chart

  init(_ chart: Chart) { only = chart }

  func chart(_ id: PatientID) throws -> Chart? { id == only.id ? only : nil }
  func pages(_ list: ListKind, _ numbers: [Int], upTo sequence: Int64) throws -> [PageImage] { [] }
  func append(_ proposals: [Proposal], since: Int64, charts: [PatientID]) throws -> Change { Change(sequence: since) }
  func changes(since: Int64, charts: [PatientID]) throws -> Change? { nil }

  func triage(of member: MemberID) throws -> TriageSession? { nil }
}
