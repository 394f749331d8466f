/// The one owner of what text may reach the screen and how many cells it takes.
///
/// Text from outside is untrusted, so everything here reads it through `Clusters`, which lets nothing through that a
/// terminal would obey, hide or measure differently.
package enum Text {
  package static let ellipsis = "…"

  /// The text as it may be shown on one line. Sanitising twice changes nothing.
  package static func sanitized(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var result = ""
    for cluster in Clusters(text) { cluster.write(to: &result) }
    return result
  }

  /// The cells the sanitised text takes.
  package static func width(_ text: String) -> Int {
    var total = 0
    for cluster in Clusters(text) { total += cluster.width }
    return total
  }

  /// The sanitised text, cut to at most `cells` with an ellipsis, at the end of a word where that keeps most of it.
  /// Reads no further than the cut.
  package static func fit(_ text: String, cells: Int, ellipsis: String = ellipsis) -> String {
    var result = ""
    for cluster in fitted(Clusters(text), cells: cells, ellipsis: ellipsis) { cluster.write(to: &result) }
    return result
  }

  /// The text cut or filled up with spaces to exactly `cells`.
  package static func padded(_ text: String, to cells: Int) -> String {
    let cut = fit(text, cells: cells)
    return cut + String(repeating: " ", count: max(0, cells - width(cut)))
  }

  static func fitted(_ clusters: some Sequence<Cluster>, cells: Int, ellipsis: String) -> [Cluster] {
    var kept: [Cluster] = []
    var used = 0
    var overflows = false
    for cluster in clusters {
      if used + cluster.width > cells {
        overflows = true
        break
      }
      kept.append(cluster)
      used += cluster.width
    }
    guard overflows else { return kept }

    let tail = Array(Clusters(ellipsis))
    let room = cells - tail.reduce(0) { $0 + $1.width }
    guard room >= 0 else { return [] }
    var lastRemoved: Cluster?
    while used > room, let last = kept.popLast() {
      used -= last.width
      lastRemoved = last
    }
    let cutsAWord = lastRemoved.map { !$0.isSpace } ?? true
    if cutsAWord, let space = kept.lastIndex(where: \.isSpace),
      kept[..<space].reduce(0, { $0 + $1.width }) * 3 >= cells * 2
    {
      kept.removeSubrange(space...)
    }
    while kept.last?.isSpace == true { kept.removeLast() }
    return kept + tail
  }
}
