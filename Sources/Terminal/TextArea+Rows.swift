extension TextArea {
  /// A line of the text, or the part of a wrapped one that stands on one row of the screen.
  package struct Row: Hashable, Sendable {
    /// The bytes of UTF-8 of the text that it is, with the spaces at its end, without a line end.
    package let range: Range<Int>
    package let text: String
    /// Whether a line of the text ends with it, and not only the room.
    package let endsLine: Bool

    /// Where the spaces at its end begin, which are not seen and may hang over the edge.
    let shownEnd: Int

    /// What to draw.
    package var shown: String { String(decoding: text.utf8.prefix(shownEnd - range.lowerBound), as: UTF8.self) }
  }

  /// The text in the rows of a window. A row takes one column less than the window has, so that the cursor has a place
  /// behind it.
  package func rows(cells: Int) -> [Row] {
    wrapped(cells: max(1, cells - 1))
  }

  /// The text in rows of at most `cells`, broken at spaces, between wide glyphs, or inside a word that is longer than a
  /// row; never inside a character, unless it alone is longer. Each row is measured as it is drawn: on its own.
  func wrapped(cells: Int) -> [Row] {
    var rows: [Row] = []
    var start = 0
    while true {
      let row = row(from: start, cells: cells)
      rows.append(row)
      start = row.range.upperBound + (row.endsLine ? 1 : 0)
      if start > text.utf8.count { return rows }
    }
  }

  private func row(from start: Int, cells: Int) -> Row {
    func made(to end: Int, shown: Int, endsLine: Bool) -> Row {
      Row(
        range: start..<end, text: String(scalars(start..<end)), endsLine: endsLine, shownEnd: min(shown, end))
    }
    var clusters = placedClusters(from: start)
    var used = 0
    // Where the cluster begins that is read, and where what is seen before it ends; both for the last good break, too.
    var (place, shown) = (start, start)
    var (breakable, shownAtBreak) = (start, start)
    while let cluster = clusters.next() {
      if used + cluster.width > cells, !cluster.isSpace, place > start {
        if cluster.width == 2 || breakable == start { (breakable, shownAtBreak) = (place, shown) }
        return made(to: wholeCharacters(from: start, to: breakable), shown: shownAtBreak, endsLine: false)
      }
      used += cluster.width
      place = clusters.scalars.place
      if !cluster.isSpace { shown = place }
      if cluster.isSpace || cluster.width == 2 { (breakable, shownAtBreak) = (place, shown) }
    }
    // A line may have characters and not show any.
    return made(to: clusters.scalars.place, shown: shown, endsLine: true)
  }

  /// The last place up to `end` that is not inside a character; `end` where the row is all one character.
  private func wholeCharacters(from start: Int, to end: Int) -> Int {
    let stop = index(end)
    if text.utf8[stop] < 0x80, text.utf8[text.utf8.index(before: stop)] < 0x80 { return end }
    // One scalar beyond the place says whether a character goes on there; more could be a whole text of it.
    let part = String(scalars(start..<offset(text.unicodeScalars.index(after: stop))))
    var last = 0
    for character in part {
      let next = last + character.utf8.count
      if start + next > end { break }
      last = next
    }
    return last > 0 ? start + last : end
  }

  /// The clusters of a line from a place on, whose reader knows where the next one begins.
  func placedClusters(from place: Int) -> Clusters<PlacedScalars> {
    Clusters(reading: PlacedScalars(scalars(place..<text.utf8.count), at: place))
  }
}

/// The scalars of one line, read with their places in the text.
struct PlacedScalars: IteratorProtocol {
  private var scalars: Substring.UnicodeScalarView.Iterator
  /// Where the scalar that was read last begins; at the end of the line, that.
  private(set) var place: Int
  private var after: Int
  private var isAtEnd = false

  init(_ scalars: Substring.UnicodeScalarView, at place: Int) {
    self.scalars = scalars.makeIterator()
    self.place = place
    after = place
  }

  mutating func next() -> Unicode.Scalar? {
    place = after
    guard !isAtEnd, let scalar = scalars.next(), scalar != "\n" else {
      isAtEnd = true
      return nil
    }
    after += UTF8.width(scalar)
    return scalar
  }
}
