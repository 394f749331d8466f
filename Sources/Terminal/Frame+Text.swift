extension Frame {
  /// The frame as lines of text, trailing spaces cut: what golden files hold.
  package var text: String {
    (0..<size.height).map { y in
      let row = row(y)
      let end = row.lastIndex { !$0.cluster.isSpace }.map { $0 + 1 } ?? row.startIndex
      var line = ""
      for cell in row[..<end] { cell.cluster.write(to: &line) }
      return line
    }.joined(separator: "\n")
  }
}
