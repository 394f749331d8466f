import Foundation
import Terminal

/// Columns that hold, for a terminal or a pipe. Text is made safe on the way out.
struct Table {
  private var rows: [[String]] = []
  /// Lines of their own before a row, by its place.
  private var titles: [Int: String] = [:]

  mutating func add(_ cells: String...) { add(cells) }

  mutating func add(_ cells: [String]) { rows.append(cells.map { Text.sanitized($0) }) }

  /// A line before what follows, on which the columns don't depend.
  mutating func add(title: String) { titles[rows.count] = title }

  func print() {
    guard let columns = rows.map(\.count).max() else { return }
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? min(48, Text.width($0[column])) : 0 }.max() ?? 0
    }
    for (place, row) in rows.enumerated() {
      if let title = titles[place] { Swift.print(title) }
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
