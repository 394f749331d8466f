import Terminal
import Testing

struct ListWindowTests {
  @Test(
    "The window moves only as far as the cursor needs",
    arguments: [
      // count, height, cursor, top before, margin: rows
      (100, 10, 0, 0, 2, 0..<10), (100, 10, 7, 0, 2, 0..<10), (100, 10, 8, 0, 2, 1..<11), (100, 10, 99, 0, 2, 90..<100),
      (100, 10, 50, 90, 2, 48..<58), (100, 10, 1, 5, 2, 0..<10), (5, 10, 4, 3, 2, 0..<5), (0, 10, 0, 7, 2, 0..<0),
      (100, 1, 42, 0, 5, 42..<43), (100, 0, 42, 0, 5, 0..<0), (100, 10, 500, 0, 0, 90..<100),
    ])
  func rows(count: Int, height: Int, cursor: Int, top: Int, margin: Int, rows: Range<Int>) {
    let window = ListWindow(count: count, height: height, cursor: cursor, top: top, margin: margin)
    #expect(window.rows.count == rows.count && (rows.isEmpty || window.rows == rows))
    #expect(window.above + window.rows.count + window.below == count)
  }

  @Test("The cursor is always in sight and the window always full, whatever moves")
  func invariants() {
    var random = SeededRandom(seed: 11)
    var top = 0
    for round in 0..<5000 {
      let count = random.below(40)
      let height = random.below(15)
      let cursor = random.below(max(1, count))
      let window = ListWindow(count: count, height: height, cursor: cursor, top: top, margin: random.below(4))
      if count > 0, height > 0 { #expect(window.rows.contains(cursor), "seed 11, round \(round)") }
      #expect(window.rows.count == min(count, height), "seed 11, round \(round)")
      top = window.top
    }
  }

  @Test("Without a cursor the window stays where it was, as far as the list goes")
  func noCursor() {
    #expect(ListWindow(count: 50, height: 10, cursor: nil, top: 20).rows == 20..<30)
    #expect(ListWindow(count: 15, height: 10, cursor: nil, top: 20).rows == 5..<15)
  }
}
