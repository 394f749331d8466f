import Care
import Terminal

/// Finds commands by what somebody types of their name, description, synonyms or keys.
package enum Fuzzy {
  /// Commands that fit, best first; all of them, in the table's order, for an empty query.
  package static func search(_ query: String, among commands: [CommandDefinition], keys: KeyMap) -> [CommandDefinition]
  {
    let query = Array(Folding.fold(query).unicodeScalars.filter { $0 != " " })
    if query.isEmpty { return commands }
    let scored = commands.enumerated().compactMap { index, command -> (score: Int, index: Int)? in
      var fields = [(command.title, 0), (command.id.rawValue, 2), (command.description, 6)]
      fields += command.synonyms.map { ($0, 3) }
      fields += keys.keys(of: command.id).map { ($0.map(\.notation).joined(), 1) }
      let best = fields.compactMap { field, penalty in cost(query, in: field).map { $0 + penalty } }.min()
      return best.map { ($0, index) }
    }
    return scored.sorted { ($0.score, $0.index) < ($1.score, $1.index) }.map { commands[$0.index] }
  }

  /// How far a query's letters lie apart in a text, in order; nil where they are not all there. 0 is a prefix.
  static func cost(_ query: [Unicode.Scalar], in text: String) -> Int? {
    let text = Array(Folding.fold(text).unicodeScalars)
    var best: Int?
    for start in text.indices where text[start] == query[0] {
      var at = start
      var gaps = 0
      var isWhole = true
      for letter in query {
        guard let hit = text[at...].firstIndex(of: letter) else {
          isWhole = false
          break
        }
        gaps += hit - at
        at = hit + 1
      }
      guard isWhole else { continue }
      let startsWord = start == 0 || text[start - 1] == " " || text[start - 1] == "." || text[start - 1] == "-"
      let cost = gaps * 4 + (start == 0 ? 0 : startsWord ? 2 : 8)
      best = Swift.min(best ?? cost, cost)
    }
    return best
  }
}
