import Care

/// Says what the parts of a query mean, and what is wrong with those that mean nothing.
struct QueryReader {
  let now: Instant
  let calendar: SiteCalendar
  /// Where somebody is typing, which excuses what is unfinished there.
  let end: Int?
  private(set) var terms: [Query.Term] = []
  private(set) var faults: [Query.Fault] = []

  init(now: Instant, calendar: SiteCalendar, end: Int?) {
    self.now = now
    self.calendar = calendar
    self.end = end
  }

  mutating func read(_ lexemes: [QueryLexeme]) {
    var rest = lexemes[...]
    while let lexeme = rest.popFirst() {
      guard let name = lexeme.field else {
        readWord(lexeme)
        continue
      }
      guard let field = QueryField(rawValue: Folding.fold(name.text)) else {
        faults.append(unknown(name))
        continue
      }
      if let fault = unquoted(field, lexeme, before: rest.first) {
        faults.append(fault)
        rest.removeFirst()
      } else {
        read(field, name, lexeme)
      }
    }
  }

  private mutating func read(_ field: QueryField, _ name: QueryLexeme.Name, _ lexeme: QueryLexeme) {
    let colon = name.range.lowerBound..<name.range.upperBound + 1
    var tests: [QueryTest] = []
    var isSound = true
    for (index, piece) in lexeme.pieces.enumerated() {
      let isLast = index == lexeme.pieces.count - 1 && lexeme.range.upperBound == end
      do throws(Misreading) {
        if piece.text.isEmpty, piece.comparison.isEmpty { throw missing(piece, lexeme, colon, isFirst: index == 0) }
        tests.append(try test(field, piece))
      } catch {
        if isLast, isUnfinished(field, piece) { continue }
        faults.append(error)
        isSound = false
      }
    }
    if isSound, !tests.isEmpty { terms.append(Query.Term(isNegated: lexeme.isNegated, tests: tests)) }
  }

  /// Of a value of two words only the first belongs to the field; looked for as text, the second would hide every row.
  private func unquoted(_ field: QueryField, _ lexeme: QueryLexeme, before next: QueryLexeme?) -> Query.Fault? {
    guard field.isCompared || field == .state, var piece = lexeme.pieces.last, !piece.isQuoted, !piece.text.isEmpty,
      let next, next.field == nil,
      !next.isNegated, let word = next.pieces.first, !word.isQuoted, (try? test(field, piece)) == nil
    else { return nil }
    piece.text += " \(word.text)"
    guard (try? test(field, piece)) != nil else { return nil }
    let written = "`\(field.rawValue):\(piece.comparison)\"\(piece.text)\"`"
    return Query.Fault("two words need quotes; write \(written)", piece.range.lowerBound..<next.range.upperBound)
  }

  /// A word, or several between quotes, looked for as they stand.
  private mutating func readWord(_ lexeme: QueryLexeme) {
    guard let piece = lexeme.pieces.first else { return }
    let isDash = lexeme.isNegated && !piece.isQuoted && piece.text.isEmpty
    if isDash, lexeme.range.upperBound == end { return }
    let text = isDash ? "-" : piece.text
    if text.isEmpty { return }
    terms.append(
      Query.Term(isNegated: lexeme.isNegated && !isDash, tests: [.text(Array(Folding.fold(text).utf8))]))
  }

  private func unknown(_ name: QueryLexeme.Name) -> Query.Fault {
    let fields = QueryField.allCases.map(\.rawValue)
    let typed = Misreading.quoted("\(name.text):")
    if let near = Nearest.word(to: name.text, among: fields) {
      return Query.Fault("\(typed) is no field; write `\(near):`", name.range)
    }
    let names = fields.map { "\($0):" }
    return Query.Fault("\(typed) is no field; write \(Self.listed(names)), or quote it as text", name.range)
  }

  private func missing(
    _ piece: QueryLexeme.Piece, _ lexeme: QueryLexeme, _ field: Range<Int>, isFirst: Bool
  ) -> Query.Fault {
    if lexeme.pieces.count == 1 {
      let name = Folding.fold(lexeme.field?.text ?? "")
      return Query.Fault("write a value after `\(name):`, without a space", field.lowerBound..<piece.range.upperBound)
    }
    let start = piece.range.lowerBound
    let comma = isFirst ? piece.range.upperBound..<piece.range.upperBound + 1 : start - 1..<piece.range.upperBound
    return Query.Fault("a value is missing beside the comma; write it without a space", comma)
  }

  /// "task, referral, booking or rule".
  static func listed(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
  }
}
