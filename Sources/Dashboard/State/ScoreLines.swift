package import Care
package import Terminal

/// The scores of a patient as text: for each, the arithmetic line by line, what it comes to, what its source says to do,
/// and by which variant it was worked out from what.
package struct ScoreLines {
  let view: PatientView
  let words: TimeWords
  let cells: Int

  package init(view: PatientView, words: TimeWords, cells: Int) {
    self.view = view
    self.words = words
    self.cells = cells
  }

  package var all: [Reading.Line] {
    guard !view.scores.isEmpty else {
      let isDead = view.chart.patient?.deceased.isDeceased ?? false
      return say(
        isDead ? "Nothing is scored: the patient has died." : "Nothing is scored without the patient's own record.")
    }
    let (told, short) = (view.scores.filter(isTold), view.scores.filter { !isTold($0) })
    let long = told.filter { $0.total != nil } + told.filter { $0.total == nil }
    return long.flatMap { lines($0) + [blank] } + short.flatMap(line)
      + [blank] + say("Worked out from what is on file. A score by itself changes nothing and orders nothing.", .dim)
  }

  private let blank = Reading.Line(words: "")

  /// Told in full; what doesn't apply, and a flag that isn't raised, take one line.
  private func isTold(_ score: Score) -> Bool {
    switch score.outcome {
    case .total(_, let band): !score.instrument.isFlag || band?.weight != .low
    case .incomplete: true
    case .notApplicable: false
    }
  }

  private func say(_ text: String, _ role: Role = .overlay, indent: Int = 0) -> [Reading.Line] {
    let margin = String(repeating: " ", count: indent)
    return Text.wrap(text, cells: max(1, cells - indent)).map { Reading.Line(words: margin + $0, role: role) }
  }

  private func line(_ score: Score) -> [Reading.Line] {
    let grounds = score.terms.filter { $0.points ?? 0 > 0 }.map { "; \($0.name): \($0.evidence?.words ?? "")" }
    return say("\(score.instrument.title)   \(score.outcomeWords)\(grounds.joined())", .dim)
  }

  private func lines(_ score: Score) -> [Reading.Line] {
    var lines = say("\(score.instrument.title)   \(score.outcomeWords)", score.band?.weight.role ?? .title)
    lines += terms(score)
    if let sum = sum(score) { lines += say(sum, indent: 2) }
    if let advice = score.band?.advice, !advice.isEmpty { lines += say(advice, indent: 2) }
    if score.isProvisional { lines += say("Provisional: final only at discharge.", indent: 2) }
    for remark in score.remarks where score.terms.contains(where: \.isKnown) || score.terms.isEmpty {
      lines += say(remark, indent: 2)
    }
    for source in sources(score) { lines += say(source, .dim, indent: 2) }
    let instrument = score.instrument
    lines += say("\(instrument.variant); \(instrument.source); version \(instrument.version)", .dim, indent: 2)
    if !instrument.notice.isEmpty { lines += say(instrument.notice, .dim, indent: 2) }
    return lines
  }

  /// "2 + 1 + 0 = 3", where more than one term adds up to the total.
  private func sum(_ score: Score) -> String? {
    let points = score.terms.compactMap(\.points)
    guard let total = score.totalWords, points.count == score.terms.count, points.count > 1 else { return nil }
    return points.map { Score.words($0, decimals: 0) }.joined(separator: " + ") + " = \(total)"
  }

  private func terms(_ score: Score) -> [Reading.Line] {
    guard score.terms.contains(where: \.isKnown) else { return missing(score) }
    return score.terms.flatMap(term)
  }

  /// Where nothing is known: the inputs by the reason for which each is missing.
  private func missing(_ score: Score) -> [Reading.Line] {
    var reasons: [String] = []
    for why in score.terms.compactMap(\.missing) where !reasons.contains(why) { reasons.append(why) }
    return reasons.flatMap { why in
      let names = score.terms.filter { $0.missing == why }.map { term in
        let last = [term.evidence?.words, term.evidence?.at.map(words.full)].compactMap(\.self).joined(separator: ", ")
        return last.isEmpty ? term.name : "\(term.name) (\(last))"
      }
      return say("missing, \(why): \(names.joined(separator: ", "))", indent: 2)
    }
  }

  /// Name, value, when and points, each in its column; one below the other where there is no room for columns.
  private func term(_ term: Score.Term) -> [Reading.Line] {
    let points = term.isKnown ? term.points.map { Score.words($0, decimals: 0) } ?? "" : "–"
    let when = term.evidence?.at.map(words.full) ?? ""
    let value =
      term.missing.map { why in "missing: \(why)" + (term.evidence.map { " (\($0.words))" } ?? "") }
      ?? term.evidence?.words ?? ""
    let (name, time, number) = (24, 17, 3)
    let room = cells - 2 - name - time - number
    guard room >= 20 else {
      let said = [value, when].filter { !$0.isEmpty }.joined(separator: ", ")
      return say("\(term.name)   \(points)", indent: 2) + say(said, .dim, indent: 4)
    }
    return Text.wrap(value, cells: room - 2).enumerated().map { row, part in
      let head = "  " + Text.padded(Text.fit(row == 0 ? term.name : "", cells: name - 1), to: name)
      let foot = row == 0 ? Text.padded(when, to: time) + aligned(points, to: number) : ""
      return Reading.Line(words: head + Text.padded(part, to: room) + foot)
    }
  }

  private func aligned(_ text: String, to cells: Int) -> String {
    String(repeating: " ", count: max(0, cells - Text.width(text))) + text
  }

  /// Which document each value came in; the document alone where all came in one.
  private func sources(_ score: Score) -> [String] {
    var order: [Int] = []
    for source in score.terms.compactMap({ $0.evidence?.source }) where !order.contains(source) { order.append(source) }
    return order.filter(view.chart.sources.indices.contains).map { index in
      let source = view.chart.sources[index]
      let names = score.terms.filter { $0.evidence?.source == index }.map(\.name)
      let document = "from \(source.document) (\(source.format)), received \(words.full(Moment(source.received)))"
      return order.count == 1 ? document : "\(document): \(names.joined(separator: ", "))"
    }
  }
}

extension Score {
  var outcomeWords: String {
    switch outcome {
    case .total(_, let band):
      [instrument.isFlag ? nil : totalWords, band?.word].compactMap(\.self).joined(separator: " ")
    case .incomplete(let known, let all): "incomplete (\(known) of \(all))"
    case .notApplicable(let why): why
    }
  }

  /// The score in a few words, where it is known and says something; the rest is told where the arithmetic is.
  package var brief: (words: String, role: Role)? {
    guard instrument.isInStrip, let band, !(instrument.isFlag && band.weight == .low) else { return nil }
    let words = instrument.isFlag ? instrument.title : "\(instrument.title) \(outcomeWords)"
    return (words + (isProvisional ? ", provisional" : ""), band.weight.role)
  }
}

extension Score.Band.Weight {
  /// Beside the band's word, never for it.
  fileprivate var role: Role {
    switch self {
    case .low: .text
    case .middle: .soon
    case .high: .urgent
    }
  }
}
