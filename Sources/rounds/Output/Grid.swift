import Terminal

/// Columns of fixed widths, every cell wrapped in its own.
struct Grid {
  /// Cells a column has, without the gap of two after it. A line feed in a cell begins a new line of it.
  let widths: [Int]
  private(set) var lines: [String] = []

  init(widths: [Int]) { self.widths = widths }

  /// A line across all columns.
  mutating func add(title: String) { lines.append(title) }

  mutating func add(_ cells: [String]) {
    let wrapped = zip(cells, widths).map { cell, width in
      cell.split(separator: "\n").flatMap { Text.wrap(Text.sanitized(String($0)), cells: width) }
    }
    for row in 0..<(wrapped.map(\.count).max() ?? 0) {
      let line = zip(wrapped, widths).map { Text.padded(row < $0.count ? $0[row] : "", to: $1) }
        .joined(separator: "  ")
      lines.append(String(line.prefix(through: line.lastIndex { $0 != " " } ?? line.startIndex)))
    }
  }

  func print() { for line in lines { Swift.print(line) } }
}
