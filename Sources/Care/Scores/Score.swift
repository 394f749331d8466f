/// A number from named inputs, with the instrument and the variant it was worked out by and the sum term by term.
///
/// Where any input is missing it is incomplete, and has no total: never 0. Rounds shows scores; nothing is changed,
/// ordered or closed by one.
package struct Score: Hashable, Sendable {
  package let instrument: Instrument
  package let terms: [Term]
  package let outcome: Outcome
  /// What a reader must know beside the sum.
  package let remarks: [String]
  /// True while the total can still change by the patient's staying on.
  package var isProvisional = false

  package enum Outcome: Hashable, Sendable {
    case total(Double, Band?)
    case incomplete(known: Int, of: Int)
    /// The instrument isn't meant for this patient now; why.
    case notApplicable(String)
  }

  package init(_ instrument: Instrument, terms: [Term] = [], outcome: Outcome, remarks: [String] = []) {
    self.instrument = instrument
    self.terms = terms
    self.outcome = outcome
    self.remarks = remarks
  }

  /// The sum of the terms, where every one of them is known.
  package init(_ instrument: Instrument, terms: [Term], remarks: [String] = [], band: (Double) -> Band?) {
    let points = terms.compactMap(\.points)
    let total = points.reduce(0, +)
    self.init(
      instrument, terms: terms,
      outcome: points.count == terms.count
        ? .total(total, band(total)) : .incomplete(known: terms.count { $0.isKnown }, of: terms.count),
      remarks: remarks)
  }

  package var total: Double? {
    guard case .total(let total, _) = outcome else { return nil }
    return total
  }

  package var band: Band? {
    guard case .total(_, let band) = outcome else { return nil }
    return band
  }

  /// The total as the instrument prints it.
  package var totalWords: String? { total.map { Self.words($0, decimals: instrument.decimals) } }
}

extension Score {
  /// A published form of an instrument. Variants are never mixed: each has its own entry and is named with its results.
  package struct Instrument: Hashable, Sendable {
    package var id: String
    package var title: String
    package var variant: String
    package var source: String
    package var version: String
    /// What the source wants said wherever its numbers are shown.
    package var notice = ""
    /// Decimals of the total.
    package var decimals = 0
    /// A rule that says yes or no; its number is only the ground for it.
    package var isFlag = false
    /// Stands in the patient strip where it is known.
    package var isInStrip = true
  }

  /// A named range of a total, and what the source says to do in it.
  package struct Band: Hashable, Sendable {
    package enum Weight: Sendable { case low, middle, high }

    package var word: String
    package var weight: Weight
    package var advice = ""

    package init(_ word: String, _ weight: Weight, advice: String = "") {
      self.word = word
      self.weight = weight
      self.advice = advice
    }
  }

  /// Where an input comes from, and what it is in words.
  package struct Evidence: Hashable, Sendable {
    package var words: String
    package var at: Moment?
    /// Position in `Chart.sources`.
    package var source: Int?

    package init(_ words: String, at: Moment? = nil, source: Int? = nil) {
      self.words = words
      self.at = at
      self.source = source
    }
  }

  /// A value with where it comes from, or why there is none. *Not asked* is not *none*.
  package enum Input<Value: Hashable & Sendable>: Hashable, Sendable {
    case known(Value, Evidence)
    /// With the newest value that there is, where it can't be used.
    case missing(String, last: Evidence? = nil)

    package var value: Value? {
      guard case .known(let value, _) = self else { return nil }
      return value
    }

    func map<Other>(_ change: (Value) -> Other) -> Input<Other> {
      switch self {
      case .known(let value, let evidence): .known(change(value), evidence)
      case .missing(let why, let last): .missing(why, last: last)
      }
    }
  }

  /// One input and the points it gives.
  package struct Term: Hashable, Sendable {
    package let name: String
    package let evidence: Evidence?
    /// Why the input is missing; nil for one that is known.
    package let missing: String?
    package let points: Double?

    package var isKnown: Bool { missing == nil }

    /// - Parameter points: nil where a known input can't be counted without another.
    init<Value>(_ name: String, _ input: Input<Value>, points: (Value) -> Double?) {
      self.name = name
      switch input {
      case .known(let value, let evidence):
        self.evidence = evidence
        missing = nil
        self.points = points(value)
      case .missing(let why, let last):
        evidence = last
        missing = why
        self.points = nil
      }
    }
  }
}

extension Score {
  /// A number with so many decimals, rounded half away from zero.
  package static func words(_ number: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let whole = Int((abs(number) * scale).rounded())
    let digits = String(whole)
    let sign = number < 0 && whole != 0 ? "-" : ""
    if decimals == 0 { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// "1 visit", "2 visits".
  static func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
}
