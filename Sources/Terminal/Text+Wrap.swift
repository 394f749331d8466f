extension Text {
  /// The text in lines of at most `cells`, broken at spaces, between wide glyphs, or inside a word that is longer than
  /// a line. Line ends of the text are kept. Reads no further than `most` lines need.
  package static func wrap(_ text: String, cells: Int, most: Int = .max) -> [String] {
    wrap(text.unicodeScalars, cells: cells, most: most)
  }

  static func wrap(
    _ scalars: some BidirectionalCollection<Unicode.Scalar>, cells: Int, most: Int
  ) -> [String] {
    guard cells > 0, most > 0 else { return [] }
    var lines: [String] = []
    var rest = scalars[...]
    while true {
      let paragraph = rest.lazy.prefix { !endsLine($0) }
      wrapParagraph(Clusters(reading: paragraph.makeIterator()), cells: cells, most: most, into: &lines)
      guard lines.count < most, let end = rest.firstIndex(where: endsLine) else { break }
      var next = rest.index(after: end)
      if rest[end] == "\r", next < rest.endIndex, rest[next] == "\n" { next = rest.index(after: next) }
      rest = rest[next...]
    }
    return lines
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  private static func wrapParagraph(
    _ clusters: some Sequence<Cluster>, cells: Int, most: Int, into lines: inout [String]
  ) {
    var line: [Cluster] = []
    var used = 0
    // How many clusters of the line stand before the last place it may be broken at.
    var breakable = 0
    var isContinued = false
    for var cluster in clusters {
      if cluster.width > cells { cluster = .replacement }
      // Spaces belong to the end of the line before, where they are not seen.
      if cluster.isSpace, line.isEmpty, isContinued { continue }
      if used + cluster.width > cells {
        if cluster.isSpace || cluster.width == 2 || breakable == 0 { breakable = line.count }
        lines.append(joined(line[..<breakable]))
        guard lines.count < most else { return }
        line.removeSubrange(..<breakable)
        used = line.reduce(0) { $0 + $1.width }
        breakable = 0
        isContinued = true
        if cluster.isSpace { continue }
      }
      line.append(cluster)
      used += cluster.width
      if cluster.isSpace || cluster.width == 2 { breakable = line.count }
    }
    if !line.isEmpty || !isContinued { lines.append(joined(line)) }
  }

  private static func joined(_ clusters: some BidirectionalCollection<Cluster>) -> String {
    var result = ""
    let end = clusters.lastIndex { !$0.isSpace }.map { clusters.index(after: $0) } ?? clusters.startIndex
    for cluster in clusters[..<end] { cluster.write(to: &result) }
    return result
  }
}
