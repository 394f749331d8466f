import Care

extension Query {
  /// What typing can be gone on with.
  package struct Completion: Hashable, Sendable {
    /// The field or the value.
    package let label: String
    /// What a field asks; empty for a value.
    package let words: String
    /// The whole text with it, and where the cursor then stands, in characters.
    package let text: String
    package let cursor: Int
  }

  /// Fields that go on from the word under the cursor, or values of its field. What is complete is not offered.
  ///
  /// - Parameters:
  ///   - cursor: characters before it.
  ///   - owners: names and roles; `clocks`: ids and sources; likewise organizations.
  package static func completions(
    of text: String, at cursor: Int, owners: [String] = [], clocks: [String] = [], organizations: [String] = []
  ) -> [Completion] {
    let lists: [QueryField: [String]] = [
      .owner: owners, .from: owners, .clock: clocks, .org: organizations, .with: owners + organizations,
    ]
    return Completing(text: Array(text), cursor: min(max(cursor, 0), text.count), lists: lists).completions(
      QueryLexer.lexemes(of: text))
  }
}

private struct Completing {
  let text: [Character]
  let cursor: Int
  let lists: [QueryField: [String]]

  func completions(_ lexemes: [QueryLexeme]) -> [Query.Completion] {
    guard let lexeme = lexemes.first(where: { $0.range.lowerBound < cursor && cursor <= $0.range.upperBound }) else {
      // Before a word there is no place for another.
      return cursor < text.count && !text[cursor].isWhitespace ? [] : fields(typed: "", replacing: cursor..<cursor)
    }
    if let name = lexeme.field, cursor > name.range.upperBound {
      guard let field = QueryField(rawValue: Folding.fold(name.text)),
        let piece = lexeme.pieces.first(where: { $0.range.lowerBound <= cursor && cursor <= $0.range.upperBound })
      else { return [] }
      return values(field, piece)
    }
    guard let start = lexeme.field?.range.lowerBound ?? lexeme.pieces.first?.range.lowerBound,
      !(lexeme.pieces.first?.isQuoted ?? false) || lexeme.field != nil
    else { return [] }
    let end = lexeme.field.map { $0.range.upperBound + 1 } ?? lexeme.range.upperBound
    return fields(typed: String(text[start..<max(start, cursor)]), replacing: start..<end)
  }

  private func fields(typed: String, replacing range: Range<Int>) -> [Query.Completion] {
    let typed = Folding.fold(typed)
    return QueryField.allCases.filter { $0.rawValue.hasPrefix(typed) }.map {
      completion("\($0.rawValue):", $0.words, "\($0.rawValue):", range)
    }
  }

  private func values(_ field: QueryField, _ piece: QueryLexeme.Piece) -> [Query.Completion] {
    let typed = Folding.fold(String(text[min(piece.start, cursor)..<min(cursor, piece.start + piece.text.count)]))
    var seen: Set<String> = []
    return candidates(field, piece, typed).filter { isFit($0, typed) && seen.insert($0).inserted }.map { value in
      completion(piece.comparison + value, "", piece.comparison + Self.quoted(value), piece.range)
    }
  }

  private func candidates(_ field: QueryField, _ piece: QueryLexeme.Piece, _ typed: String) -> [String] {
    guard field.isCompared else { return field.values + (lists[field] ?? []) }
    let dates = DateWords.completions(typed)
    // Only what comes before or after it can be asked of an hour.
    return piece.comparison.isEmpty ? field.values + dates.filter { !$0.hasSuffix("h") && !$0.hasSuffix("min") } : dates
  }

  private func isFit(_ value: String, _ typed: String) -> Bool {
    let folded = Folding.fold(value)
    let words = WordStarts.words(typed)
    return folded != typed && (folded.hasPrefix(typed) || (!words.isEmpty && WordStarts.fit(words, value)))
  }

  /// Between quotes where it would end too early otherwise; no quote can stand between quotes.
  private static func quoted(_ value: String) -> String {
    let value = value.filter { !"\"“”„".contains($0) }
    let isPlain = !value.contains { $0.isWhitespace || $0 == "," } && value.first.map { !"<>=".contains($0) } ?? false
    return isPlain ? value : "\"\(value)\""
  }

  private func completion(
    _ label: String, _ words: String, _ inserted: String, _ range: Range<Int>
  ) -> Query.Completion {
    let before = String(text[..<range.lowerBound]) + inserted
    return Query.Completion(
      label: label, words: words, text: before + String(text[range.upperBound...]), cursor: before.count)
  }
}
