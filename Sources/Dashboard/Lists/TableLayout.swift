package import Terminal

/// Which columns of a list there is room for, and where: a pure function, so that what is drawn and what is clicked
/// agree. Columns keep their edges from row to row.
package struct TableLayout: Hashable, Sendable {
  package struct Place: Hashable, Sendable {
    package var column: Column
    package var cells: Range<Int>
    /// Numbers and times end at one edge.
    package var isRight = false
  }

  /// From left to right.
  package private(set) var columns: [Place] = []

  /// - Parameters:
  ///   - area: of a row, the sign at its left included.
  ///   - order: the column the list is ordered by is always among those shown.
  package init(_ pane: Pane, area: Rect, order: Order?) {
    let width = area.width
    var fixed: [(Column, Int)]
    var text: [(column: Column, share: Int, most: Int)]
    switch pane {
    case .worklist:
      fixed = [(.age, width >= 52 ? 5 : 0), (.number, width >= 72 ? 9 : 0), (.status, width >= 110 ? 12 : 0)]
      fixed += [(.due, 8)]
      text = [(.patient, 54, 26), (.what, 46, .max)]
      if width >= 90 { text.append((.owner, 30, 24)) }
    case .patients:
      fixed = [(.age, 6), (.number, width >= 39 ? min(12, max(7, width / 6)) : 0)]
      fixed += [(.due, width >= 60 ? 8 : 0), (.open, 4)]
      text = [(.patient, 100, 48)]
    case .inbox:
      fixed = [(.time, 7)]
      text = [(.patient, 45, 26), (.what, 55, .max)]
      if width >= 80 { text.append((.sender, 35, 24)) }
    case .journey, .chart, .team, .messages: return
    }
    if let wanted = order?.column { Self.makeRoom(for: wanted, &fixed, &text) }
    place(text, fixed.filter { $0.1 > 0 }, in: area)
  }

  /// Ordered by what can't be seen, a list would look as if it had no order.
  private static func makeRoom(
    for wanted: Column, _ fixed: inout [(Column, Int)], _ text: inout [(column: Column, share: Int, most: Int)]
  ) {
    if text.contains(where: { $0.column == wanted }) { return }
    if let index = fixed.firstIndex(where: { $0.0 == wanted }) {
      if fixed[index].1 == 0 { fixed[index].1 = wanted == .status ? 12 : 9 }
    } else if wanted == .priority {
      fixed.insert((.priority, 8), at: max(0, fixed.count - 1))
    } else {
      text[text.count - 1].column = wanted
    }
  }

  private mutating func place(
    _ text: [(column: Column, share: Int, most: Int)], _ fixed: [(Column, Int)], in area: Rect
  ) {
    let start = area.x + 3
    let room = max(0, area.right - 1 - start - fixed.reduce(0) { $0 + $1.1 + 1 } - (text.count - 1))
    let shares = text.reduce(0) { $0 + $1.share }
    var widths = text.map { min($0.most, room * $0.share / shares) }
    // What is left over goes to the one that takes as much as there is.
    if let open = text.lastIndex(where: { $0.most == .max }) { widths[open] += room - widths.reduce(0, +) }
    var x = start
    func next(_ column: Column, _ width: Int, isRight: Bool = false) {
      columns.append(Place(column: column, cells: x..<(x + width), isRight: isRight))
      x += width + 1
    }
    for (index, column) in text.enumerated() where column.column == .patient { next(.patient, widths[index]) }
    let last = fixed.last
    for (column, width) in fixed.dropLast() where column != .status && column != .due { next(column, width) }
    for (index, column) in text.enumerated() where column.column != .patient { next(column.column, widths[index]) }
    for (column, width) in fixed.dropLast() where column == .status || column == .due {
      next(column, width, isRight: column == .due)
    }
    if let last {
      columns.append(
        Place(column: last.0, cells: (area.right - 1 - last.1)..<(area.right - 1), isRight: true))
    }
  }
}

extension State {
  /// Lines that the names of a list's columns take: one where the pane is high enough to spare it.
  package func headingHeight(_ pane: Pane) -> Int {
    Pane.lists.contains(pane) && bodyHeight(pane) >= 12 ? 1 : 0
  }
}
