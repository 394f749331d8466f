/// The HOSPITAL score: the risk of a potentially avoidable readmission within 30 days.
package enum HospitalScore {
  /// The two published tables differ in how admissions of the year before count, and one patient flips between high and
  /// intermediate by them. Five days of stay count in both; a book that prints "more than 5" is not followed.
  package enum Variant: String, CaseIterable, Sendable {
    case donze2013 = "Donzé 2013"
    case donze2016 = "Donzé 2016"

    /// The least number of admissions that counts.
    fileprivate var least: Double { self == .donze2013 ? 1 : 2 }
  }

  package static let instrument = Score.Instrument(
    id: "hospital", title: "HOSPITAL", variant: Variant.donze2013.rawValue,
    source: "Donzé et al., JAMA Intern Med 2013;173:632–638, and 2016;176:496–502", version: "1")

  package struct Inputs: Hashable, Sendable {
    /// g/dL, at discharge.
    package var hemoglobin: Score.Input<Double>
    package var isOncology: Score.Input<Bool>
    /// mmol/L, at discharge.
    package var sodium: Score.Input<Double>
    package var hadProcedure: Score.Input<Bool>
    package var isUrgent: Score.Input<Bool>
    package var admissions: Score.Input<Int>
    /// Days.
    package var stay: Score.Input<Int>
  }

  package static func score(_ inputs: Inputs, variant: Variant = .donze2013) -> Score {
    var instrument = instrument
    instrument.variant = variant.rawValue
    let admissions = Thresholds<Double>(0, [(variant.least, 2), (6, 5)])
    return Score(
      instrument,
      terms: [
        Score.Term("Hemoglobin", inputs.hemoglobin) { $0 < 12 ? 1 : 0 },
        Score.Term("Oncology service", inputs.isOncology) { $0 ? 2 : 0 },
        Score.Term("Sodium", inputs.sodium) { $0 < 135 ? 1 : 0 },
        Score.Term("Procedure in the stay", inputs.hadProcedure) { $0 ? 1 : 0 },
        Score.Term("Urgent admission", inputs.isUrgent) { $0 ? 1 : 0 },
        Score.Term("Admissions, 12 months", inputs.admissions) { admissions[Double($0)] },
        Score.Term("Length of stay", inputs.stay) { $0 >= 5 ? 2 : 0 },
      ]
    ) { bands[$0] }
  }

  private static let bands = Thresholds<Score.Band>(
    Score.Band("low", .low, advice: "5.8 % had an avoidable readmission"),
    [
      (5, Score.Band("intermediate", .middle, advice: "11.9 % had an avoidable readmission")),
      (7, Score.Band("high", .high, advice: "22.8 % had an avoidable readmission")),
    ])
}
