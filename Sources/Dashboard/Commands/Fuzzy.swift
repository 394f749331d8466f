import Care
import Terminal

/// Finds commands by what somebody types of their name, description, synonyms or keys.
package enum Fuzzy {
  package struct Hit: Sendable {
    package let command: CommandDefinition
    /// Which letters of the title were typed.
    package let letters: [Int]
  }

  /// Commands that fit, best first; all of them, in the order given, for an empty query. What was used lately and what
  /// works now wins among equals.
  package static func search(
    _ query: String, among commands: [CommandDefinition], keys: KeyMap, recent: [CommandID] = [],
    works: (CommandID) -> Bool = { _ in true }
  ) -> [Hit] {
    let typed = Array(Folding.fold(query).unicodeScalars.filter { $0 != " " })
    if typed.isEmpty { return commands.map { Hit(command: $0, letters: []) } }
    let scored = commands.enumerated().compactMap { index, command -> (cost: Int, index: Int, letters: [Int])? in
      let title = match(typed, in: command.title)
      var costs = [title?.cost, match(typed, in: command.id.rawValue).map { $0.cost + 2 }]
      // Scattered over a sentence any letters would be found.
      costs.append(match(typed, in: command.description).flatMap { $0.cost <= 2 ? $0.cost + 6 : nil })
      costs += command.synonyms.map { match(typed, in: $0).flatMap { $0.cost <= 2 ? $0.cost + 3 : nil } }
      costs += keys.keys(of: command.id).map { cost(of: query, spelling: $0) }
      guard let best = costs.compactMap(\.self).min() else { return nil }
      let favour = (recent.contains(command.id) ? 0 : 1) + (works(command.id) ? 0 : 1)
      return (best * 4 + favour, index, title.map { $0.cost == best ? $0.letters : [] } ?? [])
    }
    return scored.sorted { ($0.cost, $0.index) < ($1.cost, $1.index) }.map {
      Hit(command: commands[$0.index], letters: $0.letters)
    }
  }

  /// Before all else where a query is exactly a sequence of keys, as the help or the settings write it: first one whose
  /// letters are as large or small as those typed. nil where it is none.
  private static func cost(of query: String, spelling keys: [Key]) -> Int? {
    if query == keys.map(\.label).joined() { return -2 }
    let isNotation = query.lowercased() == keys.map(\.notation).joined().lowercased()
    let isLabel = keys.count == 1 && query.lowercased() == keys[0].label.lowercased() && query.count > 1
    return isNotation || isLabel ? -1 : nil
  }

  /// How far a query's letters lie apart in a text, in order, and where they are; nil where they are not all there. A
  /// cost of 0 is a prefix.
  static func match(_ query: [Unicode.Scalar], in text: String) -> (cost: Int, letters: [Int])? {
    let text = Array(Folding.fold(text).unicodeScalars)
    var best: (cost: Int, letters: [Int])?
    for start in text.indices where text[start] == query[0] {
      var letters: [Int] = []
      var at = start
      for letter in query {
        guard let hit = text[at...].firstIndex(of: letter) else { break }
        letters.append(hit)
        at = hit + 1
      }
      guard letters.count == query.count else { continue }
      let gaps = at - start - query.count
      let startsWord = start == 0 || text[start - 1] == " " || text[start - 1] == "." || text[start - 1] == "-"
      let cost = gaps * 4 + (start == 0 ? 0 : startsWord ? 2 : 8)
      if cost < best?.cost ?? .max { best = (cost, letters) }
    }
    return best
  }
}
