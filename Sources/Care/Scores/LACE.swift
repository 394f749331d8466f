/// The LACE index: the risk of death or of an unplanned readmission within 30 days of a discharge.
package enum LACE {
  package static let instrument = Score.Instrument(
    id: "lace", title: "LACE", variant: "original", source: "van Walraven, CMAJ 2010;182:551–557", version: "1")

  /// How days are counted. The original's row "less than 1 day" can't be reached where the days of admission and of
  /// discharge both count, as one handbook (Alberta) has it; so the convention is a choice and printed with the result.
  package enum StayConvention: String, CaseIterable, Sendable {
    case midnights
    case inclusiveDays = "inclusive days"
  }

  package struct Inputs: Hashable, Sendable {
    package var stay: Score.Input<Int>
    package var convention = StayConvention.midnights
    package var isAcute: Score.Input<Bool>
    /// The sum of Charlson weights, before it is capped.
    package var comorbidity: Score.Input<Int>
    /// ED visits in the six months before the admission, without the one that led to it.
    package var visits: Score.Input<Int>
    /// False until the discharge.
    package var isFinal = true
  }

  package static func score(_ inputs: Inputs) -> Score {
    var instrument = instrument
    instrument.variant = "original (14 days or more: 7), stay counted in \(inputs.convention.rawValue)"
    var score = Score(
      instrument,
      terms: [
        Score.Term("Length of stay", inputs.stay) { stay[Double($0)] },
        Score.Term("Acute admission", inputs.isAcute) { $0 ? 3 : 0 },
        Score.Term("Comorbidity", inputs.comorbidity) { comorbidity[Double($0)] },
        Score.Term("ED visits, 6 months", inputs.visits) { visits[Double($0)] },
      ]
    ) { bands[$0] }
    score.isProvisional = !inputs.isFinal
    return score
  }

  // The original's points. A modified table in BMJ Open gives 6 for 14 days and more and caps C at 6: another variant.
  private static let stay = Thresholds<Double>(0, [(1, 1), (2, 2), (3, 3), (4, 4), (7, 5), (14, 7)])
  private static let comorbidity = Thresholds<Double>(0, [(1, 1), (2, 2), (3, 3), (4, 5)])
  private static let visits = Thresholds<Double>(0, [(1, 1), (2, 2), (3, 3), (4, 4)])
  private static let bands = Thresholds<Score.Band>(
    Score.Band("low", .low), [(5, Score.Band("moderate", .middle)), (10, Score.Band("high", .high))])
}
