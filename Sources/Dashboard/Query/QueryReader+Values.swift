import Care

extension QueryReader {
  func test(_ field: QueryField, _ piece: QueryLexeme.Piece) throws(Misreading) -> QueryTest {
    if !field.isCompared, !piece.comparison.isEmpty {
      throw Misreading("only `due:` and `on:` are compared; write `\(field.rawValue):` and a value", piece.range)
    }
    let typed = Folding.fold(piece.text)
    switch (field, typed) {
    case (.due, _): return .due(try DueTest(piece, now: now, calendar: calendar))
    case (.on, "week") where piece.comparison.isEmpty: return .written(past(days: 6, until: -1))
    case (.on, _): return .written(try DueTest(piece, now: now, calendar: calendar, isPast: true))
    case (.from, "me"): return .writtenByMe
    case (.from, _): return .writer(try words(field, piece, "a name"))
    case (.with, "me"): return .withMe
    case (.with, _): return .with(try words(field, piece, "me or a name"))
    case (.owner, "me"): return .mine
    case (.owner, "team"): return .teams
    case (.owner, "none"), (.owner, "nobody"): return .unowned
    case (.owner, _): return .owner(try words(field, piece, "me, team, none or a name"))
    case (.clock, "any"): return .anyClock
    case (.clock, "none"): return .noClock
    case (.clock, _): return try clock(piece)
    case (.patient, _): return .patient(try words(field, piece, "a name or a number"))
    case (.org, _): return .organization(try words(field, piece, "a name"))
    case (.state, _):
      let codes = QueryField.states.filter { $0 == typed || Folding.fold(StatusWords.words($0)) == typed }
      if !codes.isEmpty { return .state(Set(codes)) }
    case (.kind, _): if let kind = WorkKind.allCases.first(where: { $0.typed == typed }) { return .kind(kind) }
    case (.priority, _): if let priority = Priority(rawValue: typed) { return .priority(priority) }
    case (.risk, _): if let risk = Risk.allCases.first(where: { $0.typed == typed }) { return .risk(risk) }
    case (.is, _): if let trait = Trait(rawValue: typed) { return .trait(trait) }
    }
    throw unknown(field, piece, among: field.values)
  }

  /// From so many days ago until so many days ago.
  private func past(days: Int, until end: Int) -> DueTest {
    let today = calendar.zone.civil(now).date
    return .within(
      from: calendar.zone.startOfDay(today.adding(days: -days)),
      until: calendar.zone.startOfDay(today.adding(days: -end)))
  }

  /// Words that can begin a word; signs alone begin none.
  private func words(
    _ field: QueryField, _ piece: QueryLexeme.Piece, _ wanted: String
  ) throws(Misreading) -> [String] {
    let words = WordStarts.words(piece.text)
    if !words.isEmpty { return words }
    throw Misreading("`\(field.rawValue):` takes \(wanted), not \(Misreading.quoted(piece.text))", piece.range)
  }

  private func clock(_ piece: QueryLexeme.Piece) throws(Misreading) -> QueryTest {
    if Clock.all.contains(where: { QueryTest.isMeant($0.id, $0.source, by: piece.text) }) { return .clock(piece.text) }
    let names = Clock.all.flatMap { [$0.id] + WordStarts.words($0.source) }
    if let near = Nearest.word(to: piece.text, among: names) {
      throw Misreading("no clock is called \(Misreading.quoted(piece.text)); write `clock:\(near)`", piece.range)
    }
    throw Misreading(
      "no clock is called \(Misreading.quoted(piece.text)); write any, none or a rule’s name, as tcm", piece.range)
  }

  private func unknown(_ field: QueryField, _ piece: QueryLexeme.Piece, among values: [String]) -> Misreading {
    let what = "`\(field.rawValue):` takes no \(Misreading.quoted(piece.text))"
    if let near = Nearest.word(to: piece.text, among: values) {
      return Misreading("\(what); write `\(field.rawValue):\(near)`", piece.range)
    }
    return Misreading("\(what); write \(Self.listed(values))", piece.range)
  }

  /// Whether going on typing can make it right.
  func isUnfinished(_ field: QueryField, _ piece: QueryLexeme.Piece) -> Bool {
    if !(field.isCompared ? DueTest.comparisons : [""]).contains(piece.comparison) { return false }
    if piece.text.isEmpty || (piece.isQuoted && !piece.isClosed) { return true }
    if piece.isClosed { return false }
    let typed = Folding.fold(piece.text)
    if (field.values + (field.isCompared ? DateWords.completions(typed) : [])).contains(where: { $0.hasPrefix(typed) })
    {
      return true
    }
    // The digits of a date or an hour.
    return field.isCompared && typed.first != "-"
      && typed.allSatisfy { $0.isASCII && ($0.isWholeNumber || "-:".contains($0)) }
  }
}
