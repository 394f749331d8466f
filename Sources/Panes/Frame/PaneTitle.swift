import Dashboard
import Terminal

/// The line that names a pane: heavy where the focus is. Gives back the area below it.
struct PaneTitle {
  let pane: Pane
  let state: State
  /// What stands beside the name.
  var note = ""

  func draw(on frame: inout Frame, in area: Rect) -> Rect {
    let (line, below) = area.cut(.top, 1)
    let isFocused = state.focus == pane && state.overlays.isEmpty
    // Where nothing leads here from the left, the rule begins at the border.
    let goesOn = line.x == 0 || frame.leadsRight(from: Point(x: line.x - 1, y: line.y))
    frame.rule(
      across: line.origin, width: line.width, weight: isFocused ? .heavy : .thin,
      style: Style(isFocused ? .ruleFocused : .rule), in: line, stops: goesOn ? [] : [.left])
    let inner = line.inset(left: 2, right: 1)
    var x = inner.x
    x += frame.put(" \(pane.title) ", at: Point(x: x, y: line.y), style: Style(isFocused ? .title : .dim), in: inner)
    if isFocused, let field = state.editing {
      x += put(field, sign: "/", ghost: state.list(pane)?.lastFilter ?? "", x: x, on: &frame, in: inner)
      frame.put(" \(counts) ", at: Point(x: x, y: line.y), style: Style(.dim), in: inner)
    } else if isFocused, let jump = state.jump {
      let label = state.keyMap.label(of: .jump)
      x += put(jump.field, sign: "\(label) ", ghost: "", x: x, on: &frame, in: inner)
      let words = jump.isLost ? " no name begins so " : " \(counts) "
      frame.put(words, at: Point(x: x, y: line.y), style: Style(jump.isLost ? .warning : .dim), in: inner)
    } else {
      let words = [counts, order, marks, waiting, note].filter { !$0.isEmpty }.joined(separator: " · ")
      if !words.isEmpty {
        frame.put("\(words) ", at: Point(x: x, y: line.y), fit: max(0, inner.right - x), style: Style(.dim), in: inner)
      }
    }
    return below.inset(left: area.x > 0 ? 1 : 0)
  }

  /// A field in the title; what it holds nothing of yet may show, dim, what `→` brings back.
  private func put(
    _ field: TextField, sign: String, ghost: String, x: Int, on frame: inout Frame, in area: Rect
  ) -> Int {
    var used = frame.put(sign, at: Point(x: x, y: area.y), style: Style(.key), in: area)
    let visible = field.visible(cells: max(1, area.right - x - used - counts.count - 3))
    frame.cursor = Point(x: x + used + visible.column, y: area.y)
    if field.isEmpty, !ghost.isEmpty {
      used += frame.put("\(ghost) → ", at: Point(x: x + used, y: area.y), style: Style(.dim), in: area)
    } else {
      used += frame.put(visible.text + " ", at: Point(x: x + used, y: area.y), style: Style(.input), in: area)
    }
    return used
  }

  /// What the list is ordered by, where that isn't how it lies.
  private var order: String {
    guard let order = state.list(pane)?.order(pane), order != .natural(pane) else { return "" }
    return "by \(order.column.title)\(order.isTurned ? " ↑" : "")"
  }

  private var marks: String {
    let marks = state.list(pane)?.marks.count ?? 0
    return marks == 0 ? "" : "\(marks) marked"
  }

  /// How much is left alone for now.
  private var waiting: String {
    guard pane == .worklist, state.worklist.filter == nil, state.tally.asleep > 0 else { return "" }
    return "\(state.tally.asleep) waiting"
  }

  /// Where the cursor is and how many there are; with a filter, of how many, and by which words.
  private var counts: String {
    if pane == .journey { return state.journeyCounts }
    let count = state.count(pane)
    if let filter = state.filter(pane) {
      let found = filter.isComplete ? "\(count)" : "\(count)+"
      return "\(found) of \(state.total(pane))" + (state.editing == nil ? " · filter: \(filter.text)" : "")
    }
    return count == 0 ? "" : "\(state.cursor(pane).index + 1)/\(count)"
  }
}

extension View {
  /// Says in a sentence that there is nothing, and what would fill the pane.
  func sayEmpty(_ words: String, on frame: inout Frame, in area: Rect) {
    for (row, line) in Text.wrap(words, cells: max(1, area.width - 3)).enumerated() {
      frame.put(line, at: Point(x: area.x + 2, y: area.y + 1 + row), style: Style(.dim), in: area)
    }
  }
}

/// Marks the row under the cursor; puts the terminal's own cursor there in the pane that has the focus.
func select(_ row: Rect, pane: Pane, _ state: State, on frame: inout Frame) {
  let isFocused = state.focus == pane
  frame.background(isFocused ? .selected : .selectedInactive, in: row)
  guard isFocused else { return }
  frame.put(signs.cursor, at: row.origin, style: Style(.marker, on: .selected), in: row)
  if state.editing == nil, state.overlays.isEmpty { frame.cursor = row.origin }
}

extension Frame {
  /// A rule over the first row of a part of a pane, as far as the borders beside it.
  mutating func divide(_ area: Rect) {
    let left = max(0, area.x - 1)
    let right = min(area.right, size.width - 1)
    var stops: Set<Rect.Edge> = []
    if left < area.x { stops.insert(.left) }
    if right == area.right { stops.insert(.right) }
    rule(across: Point(x: left, y: area.y), width: right + 1 - left, stops: stops)
  }
}
