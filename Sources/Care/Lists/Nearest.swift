/// The known word that somebody most likely meant by an unknown one.
package enum Nearest {
  /// - Returns: the first candidate that goes on where the typed word stops, else the one fewest slips away: one slip in
  ///   up to five letters, two in more; nil where none is so near.
  package static func word(to typed: String, among candidates: [String]) -> String? {
    let typed = Folding.fold(typed)
    if typed.count > 1, let longer = candidates.first(where: { $0.hasPrefix(typed) }) { return longer }
    let letters = Array(typed)
    let reach = letters.count > 5 ? 2 : 1
    guard letters.count > reach else { return nil }
    let near = candidates.map { (word: $0, slips: slips(letters, Array($0), upTo: reach)) }
    return near.filter { $0.slips <= reach }.min { $0.slips < $1.slips }?.word
  }

  /// Letters left out, added or mistaken, and neighbours swapped; more than `limit` where there are more.
  ///
  /// Source: optimal string alignment, L. Boytsov, "Indexing methods for approximate dictionary searching" (2011).
  private static func slips(_ a: [Character], _ b: [Character], upTo limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var (before, last) = ([Int](), Array(0...b.count))
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var least = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
        row.append(least)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
