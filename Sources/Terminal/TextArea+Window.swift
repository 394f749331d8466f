/// Ways through the text as it is seen: in the rows of a window.
extension TextArea {
  package mutating func up(cells: Int) { moveRows(-1, cells: cells) }
  package mutating func down(cells: Int) { moveRows(1, cells: cells) }
  /// A row of the page before stays in sight.
  package mutating func pageUp(cells: Int, rows: Int) { moveRows(-max(1, rows - 1), cells: cells) }
  package mutating func pageDown(cells: Int, rows: Int) { moveRows(max(1, rows - 1), cells: cells) }

  package mutating func home(cells: Int) {
    let rows = rows(cells: cells)
    let start = rows[row(in: rows)].range.lowerBound
    move(to: isInsideCharacter(start) ? offset(around: start) : start)
  }

  package mutating func end(cells: Int) {
    let rows = rows(cells: cells)
    go(to: rows[row(in: rows)], column: .max, isDown: true)
  }

  /// What to draw in a window, raw, and where in it the cursor is. The window moves only as far as the cursor needs.
  package func visible(cells: Int, height: Int, top: inout Int) -> (rows: [String], cursor: Point) {
    guard cells > 0, height > 0 else { return ([], Point(x: 0, y: 0)) }
    let rows = rows(cells: cells)
    let current = row(in: rows)
    let window = ListWindow(count: rows.count, height: height, cursor: current, top: top)
    top = window.top
    let cursor = Point(x: column(in: rows[current], cells: cells), y: current - window.top)
    return (rows[window.rows].map(\.shown), cursor)
  }

  private mutating func moveRows(_ count: Int, cells: Int) {
    let rows = rows(cells: cells)
    let current = row(in: rows)
    let column = goal ?? column(in: rows[current], cells: cells)
    let next = min(max(0, current + count), rows.count - 1)
    if next != current { go(to: rows[next], column: column, isDown: count > 0) }
    history.close()
    goal = column
  }

  /// Goes to the last place of a row that is not right of `column`.
  private mutating func go(to row: Row, column: Int, isDown: Bool) {
    let end = row.endsLine ? row.range.upperBound : row.shownEnd
    var clusters = placedClusters(from: row.range.lowerBound)
    var place = row.range.lowerBound
    var used = 0
    while place < end {
      let width = clusters.next()?.width ?? 0
      if used + width > column { break }
      used += width
      place = min(end, clusters.scalars.place)
    }
    // A character of several rows is passed the way one goes.
    if isInsideCharacter(place) {
      let before = offset(around: place)
      place = isDown && before < row.range.lowerBound ? offset(after: place) : before
    }
    move(to: place)
    clings = !row.endsLine && place == row.range.upperBound
  }

  /// Which row the cursor is on.
  private func row(in rows: [Row]) -> Int {
    var low = 0
    var high = rows.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if rows[middle].range.lowerBound <= cursor { low = middle } else { high = middle }
    }
    let isBetween = low > 0 && rows[low].range.lowerBound == cursor && !rows[low - 1].endsLine
    return clings && isBetween ? low - 1 : low
  }

  /// The column of the cursor, which stays at the edge where spaces hang over it.
  private func column(in row: Row, cells: Int) -> Int {
    let width = Text.width(String(scalars(row.range.lowerBound..<cursor)))
    return max(0, min(width, cells - 1))
  }
}
