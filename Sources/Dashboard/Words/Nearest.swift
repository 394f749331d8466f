import Care

/// Which of some names somebody meant who wrote another.
enum Nearest {
  /// Letters that may be wrong, missing, too many or exchanged with the next.
  private static let slips = 3

  /// nil where none is near.
  static func name(to written: String, among names: [String]) -> String? {
    let letters = Array(Folding.fold(written).unicodeScalars)
    guard !letters.isEmpty else { return nil }
    if let begun = names.compactMap({ name in Fuzzy.match(letters, in: name).map { (name, $0.cost) } })
      .min(by: { $0.1 < $1.1 })
    {
      return begun.0
    }
    let near = names.map { ($0, distance(letters, Array(Folding.fold($0).unicodeScalars))) }.min { $0.1 < $1.1 }
    return near.flatMap { $0.1 <= min(slips, letters.count / 2) ? $0.0 : nil }
  }

  /// Source: Damerau and Levenshtein, in the form of optimal string alignment.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, rows[i - 1][j - 1] + 1) }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
