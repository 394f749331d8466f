import Foundation
import Terminal

/// Columns that hold, for a terminal or a pipe. Text is made safe on the way out.
struct Table {
  private var rows: [[String]] = []

  mutating func add(_ cells: String...) { add(cells) }

  mutating func add(_ cells: [String]) { rows.append(cells.map { Text.sanitized($0) }) }

  func print() {
    guard let columns = rows.map(\.count).max() else { return }
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? min(48, Text.width($0[column])) : 0 }.max() ?? 0
    }
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        let isLast = column == row.count - 1
        let text = isLast ? cell : Text.fit(cell, cells: widths[column])
        line += text + (isLast ? "" : String(repeating: " ", count: max(0, widths[column] - Text.width(text)) + 2))
      }
      Swift.print(line)
    }
  }
}
