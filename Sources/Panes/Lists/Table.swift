import Dashboard
import Terminal

/// A list over all patients as a table: the names of its columns, then a row a line.
struct Table {
  let pane: Pane
  let state: State
  let layout: TableLayout
  let order: Order

  init(_ pane: Pane, _ state: State, in body: Rect) {
    self.pane = pane
    self.state = state
    order = state.list(pane)?.order(pane) ?? .natural(pane)
    layout = TableLayout(pane, area: body, order: order)
  }

  /// Draws the names of the columns, the one the list is ordered by with an arrow; gives back the area of the rows.
  func drawHeading(on frame: inout Frame, in body: Rect) -> Rect {
    guard state.headingHeight(pane) > 0 else { return body }
    let (line, rows) = body.cut(.top, 1)
    for place in layout.columns {
      let isOrder = place.column == order.column
      let words = place.column.title + (isOrder ? order.isTurned ? " ↑" : " ↓" : "")
      put(words, place, style: Style(isOrder ? .title : .dim), on: &frame, in: line)
    }
    return rows
  }

  /// Draws what a row shows in each of its columns.
  func draw(
    _ index: Int, sign: (words: String, style: Style)?, isMarked: Bool = false, on frame: inout Frame, in row: Rect,
    cell: (Column) -> (words: String, style: Style)
  ) {
    if let sign { frame.put(sign.words, at: Point(x: row.x + 1, y: row.y), style: sign.style, in: row) }
    for place in layout.columns {
      let (words, style) = cell(place.column)
      put(words, place, style: style, on: &frame, in: row)
    }
    if isMarked {
      frame.put(signs.marked, at: Point(x: row.x + 2, y: row.y), style: Style(.marked), in: row)
    }
    if index == state.cursor(pane).index { select(row, pane: pane, state, on: &frame) }
  }

  private func put(
    _ words: String, _ place: TableLayout.Place, style: Style, on frame: inout Frame, in row: Rect
  ) {
    if place.isRight {
      frame.put(words, endingAt: place.cells.upperBound, y: row.y, fit: place.cells.count, style: style, in: row)
    } else {
      frame.put(words, at: Point(x: place.cells.lowerBound, y: row.y), fit: place.cells.count, style: style, in: row)
    }
  }
}
