import Foundation
import Terminal
import TestSupport
import Testing

/// Text of every script, and hostile text, takes the columns in a terminal that `Text` says it takes.
@Suite(.enabled(if: Tmux.isInstalled)) struct WidthTests {
  private static let width = 40
  /// From the left edge to where every text is cut by the right one.
  private static let starts = [0, 1, 7, 36, 38, 39]

  @Test func `the terminal shows every text in the columns it was measured to take`() throws {
    let rows = Corpus.texts.flatMap { text in Self.starts.map { (text, start: $0) } }
    var frame = Frame(size: Size(width: Self.width, height: rows.count))
    for (y, row) in rows.enumerated() {
      let used = frame.put(row.0, at: Point(x: row.start, y: y))
      #expect(used == min(Text.width(row.0), Self.width - row.start))
      frame.put("|", at: Point(x: row.start + used, y: y))
    }

    // Cell by cell, and after each the terminal is asked where its cursor is.
    var bytes = ""
    var expected: [Place] = []
    for y in 0..<rows.count {
      bytes += "\u{1B}[\(y + 1);1H"
      for (x, cell) in frame.row(y).enumerated() where cell.width > 0 {
        bytes += cell.text + "\u{1B}[6n"
        // Past the last column it waits on it, or just behind it, for what comes next.
        expected.append(Place(row: y + 1, column: min(x + cell.width, Self.width - 1) + 1))
      }
    }
    let folder = try Folder()
    try folder.write(bytes, to: "bytes")
    let terminal = try Tmux(
      script: """
        stty raw -echo
        cat '\(folder.path)/bytes' & exec cat >'\(folder.path)/places'
        """, width: Self.width, height: rows.count)
    var places: [Place] = []
    try terminal.wait(for: "the terminal's answers") { _ in
      places = Place.all(in: (try? String(contentsOfFile: folder.path + "/places", encoding: .utf8)) ?? "")
      return places.count >= expected.count
    }
    #expect(places.count == expected.count)
    for (place, wanted) in zip(places, expected) {
      let row = rows[wanted.row - 1]
      #expect(
        Place(row: place.row, column: min(place.column, Self.width)) == wanted,
        "\(row.0.debugDescription) from column \(row.start)")
    }

    let shown = try terminal.screen.split(separator: "\n", omittingEmptySubsequences: false)
    for (y, line) in frame.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      #expect(
        shown[y].unicodeScalars.elementsEqual(line.unicodeScalars),
        "\(rows[y].0.debugDescription) from column \(rows[y].start): \(shown[y].debugDescription)")
    }
  }
}

/// Where a terminal says that its cursor is, from 1.
private struct Place: Equatable {
  var row: Int
  var column: Int

  static func all(in text: String) -> [Place] {
    text.matches(of: /\u{1B}\[(\d+);(\d+)R/).compactMap { match in
      guard let row = Int(match.1), let column = Int(match.2) else { return nil }
      return Place(row: row, column: column)
    }
  }
}
