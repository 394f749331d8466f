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
