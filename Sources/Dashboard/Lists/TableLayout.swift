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

  /// A column as a list would have it.
  private struct Wish {
    var column: Column
    /// The cells it takes at least, and at most.
    var least: Int
    var most: Int
    /// Of the cells that nobody needs; 0 for a column of one width.
    var share = 0
    /// How wide the list must be to show it unasked.
    var from = 0

    static func fixed(_ column: Column, _ cells: Int, from: Int = 0) -> Wish {
      Wish(column: column, least: cells, most: cells, from: from)
    }

    static func text(_ column: Column, _ least: Int, most: Int, share: Int, from: Int = 0) -> Wish {
      Wish(column: column, least: least, most: most, share: share, from: from)
    }
  }

  /// - Parameters:
  ///   - area: of a row, the sign at its left included.
  ///   - order: the column the list is ordered by is always among those shown.
  package init(_ pane: Pane, area: Rect, order: Order?) {
    // Ordered by what can't be seen, a list would look as if it had no order.
    let wanted = order?.column
    var wishes = Self.wishes(pane, width: area.width, wanted).filter { $0.from <= area.width || $0.column == wanted }
    let start = area.x + 3
    let room = area.right - 1 - start
    for column in Self.givenUp where column != wanted && Self.least(wishes) > room {
      wishes.removeAll { $0.column == column }
    }
    place(wishes, from: start, room: room)
  }

  /// Which column goes first where the names would be cut to nothing.
  private static let givenUp: [Column] = [
    .number, .age, .open, .owner, .sender, .clock, .organization, .next, .what, .due, .time, .status, .days,
  ]

  /// From left to right. Each is at least as wide as its name, with an arrow beside it where the list is ordered by it.
  private static func wishes(_ pane: Pane, width: Int, _ wanted: Column?) -> [Wish] {
    switch pane {
    case .worklist:
      [
        .text(.patient, 14, most: 26, share: 40), .fixed(.age, 5, from: 52), .fixed(.number, 9, from: 84),
        .fixed(.priority, 10, from: .max), .text(.what, 10, most: .max, share: 35),
        .text(.owner, 10, most: 24, share: 25, from: 64), .fixed(.clock, 14, from: .max),
        .text(.organization, 10, most: 24, share: 20, from: .max), .fixed(.status, 12, from: 110), .fixed(.due, 8),
      ]
    case .patients:
      [
        .text(.patient, 14, most: 48, share: 100), .fixed(.age, 6), .fixed(.number, min(12, max(9, width / 6))),
        .fixed(.due, 8, from: 60), .fixed(.open, wanted == .open ? 6 : 4),
      ]
    case .referrals:
      [
        .fixed(.status, 8, from: 100), .text(.patient, 14, most: 26, share: 30),
        .fixed(.priority, 10, from: .max), .text(.what, 10, most: .max, share: 35),
        .text(.organization, 10, most: 26, share: 20, from: 96), .text(.next, 12, most: 30, share: 20, from: 60),
        .text(.owner, 10, most: 24, share: 20, from: 76), .fixed(.clock, 14, from: .max), .fixed(.due, 8),
        .fixed(.days, 6),
      ]
    case .inbox:
      [
        .text(.patient, 14, most: 26, share: 45), .text(.what, 10, most: .max, share: 55),
        .text(.sender, 10, most: 24, share: 35, from: 80), .fixed(.time, 7),
      ]
    case .journey, .chart, .team, .messages, .triage: []
    }
  }

  /// The cells that columns take at least, with one between two.
  private static func least(_ wishes: [Wish]) -> Int { wishes.reduce(wishes.count - 1) { $0 + $1.least } }

  private mutating func place(_ wishes: [Wish], from start: Int, room: Int) {
    let spare = max(0, room - Self.least(wishes))
    let shares = max(1, wishes.reduce(0) { $0 + $1.share })
    var widths = wishes.map { min($0.most, $0.least + spare * $0.share / shares) }
    // What is left over goes to the one that takes as much as there is, or else to the last that takes more.
    let left = room - widths.reduce(widths.count - 1, +)
    let open = wishes.lastIndex { $0.most == .max } ?? wishes.lastIndex { $0.share > 0 }
    if let open, left > 0 { widths[open] = min(wishes[open].most, widths[open] + left) }
    // Narrower than the narrowest list there is, the names are cut.
    if left < 0, !widths.isEmpty { widths[0] = max(0, widths[0] + left) }
    var x = start
    for (wish, width) in zip(wishes, widths) {
      let isLast = wish.column == wishes.last?.column
      let cells = isLast && wish.share == 0 ? start + room - width..<start + room : x..<x + width
      columns.append(Place(column: wish.column, cells: cells, isRight: wish.column == .due || isLast))
      x = cells.upperBound + 1
    }
  }
}

extension State {
  /// Lines that the names of a list's columns take: one where the pane is high enough to spare it.
  package func headingHeight(_ pane: Pane) -> Int {
    Pane.lists.contains(pane) && bodyHeight(pane) >= 12 ? 1 : 0
  }
}
