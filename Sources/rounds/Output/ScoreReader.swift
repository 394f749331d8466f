import Care
import Dashboard
import Terminal

/// One patient's scores, with all that each was worked out from.
struct ScoreReader {
  let view: PatientView
  let words: TimeWords

  struct Item: Encodable {
    struct Term: Encodable {
      var name: String
      var value: String?
      var at: String?
      /// The document it came in.
      var source: String?
      var points: Double?
      /// Why there is no value that counts; `value` is then the newest there is.
      var missing: String?
    }

    var id: String
    var title: String
    var variant: String
    var source: String
    var version: String
    /// total, incomplete or not applicable.
    var state: String
    /// null unless every input is known.
    var total: Double?
    var band: String?
    /// Why it is not meant for this patient now.
    var why: String?
    var isProvisional: Bool
    var terms: [Term]
    var remarks: [String]

    enum CodingKeys: CodingKey {
      case id, title, variant, source, version, state, total, band, why, isProvisional, terms, remarks
    }

    func encode(to encoder: any Encoder) throws {
      var keyed = encoder.container(keyedBy: CodingKeys.self)
      try keyed.encode(id, forKey: .id)
      try keyed.encode(title, forKey: .title)
      try keyed.encode(variant, forKey: .variant)
      try keyed.encode(source, forKey: .source)
      try keyed.encode(version, forKey: .version)
      try keyed.encode(state, forKey: .state)
      // Never left out: what reads this must not take an unknown total for one it forgot to ask for.
      try keyed.encode(total, forKey: .total)
      try keyed.encodeIfPresent(band, forKey: .band)
      try keyed.encodeIfPresent(why, forKey: .why)
      try keyed.encode(isProvisional, forKey: .isProvisional)
      try keyed.encode(terms, forKey: .terms)
      try keyed.encode(remarks, forKey: .remarks)
    }
  }

  var items: [Item] { view.scores.map(item) }

  private func item(_ score: Score) -> Item {
    var (state, why): (String, String?) = ("total", nil)
    switch score.outcome {
    case .total: break
    case .incomplete: state = "incomplete"
    case .notApplicable(let reason): (state, why) = ("not applicable", reason)
    }
    let instrument = score.instrument
    return Item(
      id: instrument.id, title: instrument.title, variant: instrument.variant, source: instrument.source,
      version: instrument.version, state: state, total: score.total, band: score.band?.word, why: why,
      isProvisional: score.isProvisional, terms: score.terms.map(term), remarks: score.remarks)
  }

  private func term(_ term: Score.Term) -> Item.Term {
    let sources = view.chart.sources
    return Item.Term(
      name: term.name, value: term.evidence?.words, at: term.evidence?.at.map(Stamps.text),
      source: term.evidence?.source.flatMap { sources.indices.contains($0) ? sources[$0].document : nil },
      points: term.points, missing: term.missing)
  }

  private static let columns = 100

  func print() {
    let mrn = view.chart.medicalRecordNumber
    Swift.print(Text.sanitized(view.chart.listedName + (mrn.isEmpty ? "" : "   MRN \(mrn)")) + "\n")
    for line in ScoreLines(view: view, words: words, cells: Self.columns).all {
      Swift.print(Text.sanitized(line.words))
    }
  }
}
