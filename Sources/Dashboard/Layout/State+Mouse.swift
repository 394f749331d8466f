import Terminal

extension State {
  /// The mouse does nothing that a key can't.
  mutating func take(_ mouse: Input.Mouse, at point: Point) -> [Effect] {
    switch mouse {
    case .wheelUp: return wheel(-3, at: point)
    case .wheelDown: return wheel(3, at: point)
    case .press(1): return click(point)
    case .drag(1):
      guard let border = dragged else { return [] }
      _ = move(border, to: border.isUpright ? point.x : point.y)
      dragged = arrangement.borders.first { $0.share == border.share }
    case .release:
      guard dragged != nil else { return [] }
      dragged = nil
      return [.remember(proportions)]
    case .press, .drag: break
    }
    return []
  }

  private mutating func wheel(_ lines: Int, at point: Point) -> [Effect] {
    guard overlays.isEmpty else {
      return (0..<abs(lines)).flatMap { _ in press(Key(lines > 0 ? .down : .up)) }
    }
    guard let pane = arrangement.pane(at: point) else { return [] }
    leaveField(for: pane)
    step(pane, by: lines)
    return []
  }

  private mutating func click(_ point: Point) -> [Effect] {
    guard overlays.isEmpty, !isFirstStart else { return [] }
    toast = nil
    (pending, isResting) = ([], false)
    if let border = arrangement.borders.first(where: { $0.line.contains(point) }) {
      dragged = border
      // The line that names a pane may be moved and goes to the pane; one between two panes belongs to neither.
      if border.isUpright { return [] }
    }
    if let tabs = arrangement.tabs, tabs.contains(point) {
      if let pane = Tabs(tabs).pane(at: point.x) { leaveField(for: pane) }
      return []
    }
    guard let pane = arrangement.pane(at: point), let area = arrangement.panes[pane] else { return [] }
    let wasFocused = focus == pane
    leaveField(for: pane)
    if let column = heading(pane, at: point) {
      order(pane, by: column)
      return []
    }
    guard point.y > area.y, let index = row(pane, at: point.y - area.y - 1) else { return [] }
    if wasFocused, index == cursor(pane).index { return perform(.open) }
    change(pane) { ($0.index, $0.key) = (index, nil) }
    return []
  }

  /// Goes to a pane; what was being typed for another one is not typed on there.
  private mutating func leaveField(for pane: Pane) {
    guard pane != focus else { return }
    (editing, jump, pending, isResting) = (nil, nil, [], false)
    go(pane)
  }

  /// The column whose name stands at a point.
  private func heading(_ pane: Pane, at point: Point) -> Column? {
    guard headingHeight(pane) > 0, let area = arrangement.panes[pane], point.y == area.y + 1 else { return nil }
    let columns = TableLayout(pane, area: area.inset(left: area.x > 0 ? 1 : 0), order: list(pane)?.order(pane)).columns
    return columns.first { $0.cells.contains(point.x) }?.column
  }

  /// The row of a list that stands on a line of its pane's body.
  package func row(_ pane: Pane, at line: Int) -> Int? {
    let top = cursor(pane).top
    let index: Int
    switch pane {
    case .worklist:
      let line = line - headingHeight(pane)
      let lines = worklistLines(from: top, height: height(of: pane))
      guard lines.indices.contains(line), case .row(let row) = lines[line] else { return nil }
      index = row
    case .referrals:
      let line = line - headingHeight(pane)
      let lines = boardLines(from: top, height: height(of: pane))
      guard lines.indices.contains(line), case .row(let row) = lines[line] else { return nil }
      index = row
    case .patients, .inbox: index = top + line - headingHeight(pane)
    case .journey:
      let line = line - (journeyShares?.drawing ?? 0)
      guard line < height(of: .journey) else { return nil }
      index = top + line
    case .messages: index = top + line / 2
    case .chart, .team: index = top + line
    case .triage: return nil
    }
    return index >= top && index < count(pane) ? index : nil
  }
}
