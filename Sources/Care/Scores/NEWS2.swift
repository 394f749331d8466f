/// The National Early Warning Score 2: seven parameters, of which air or oxygen is one.
///
/// Numbers only: the College allows its report to be used and asks that its charts be reproduced unmodified, so no chart
/// is redrawn.
package enum NEWS2 {
  package static let instrument = Score.Instrument(
    id: "news2", title: "NEWS2", variant: "SpO2 scale 1",
    source: "Royal College of Physicians, National Early Warning Score (NEWS) 2, 2017, charts 1 and 4", version: "1",
    notice: "NEWS2 © Royal College of Physicians 2017")

  /// Scale 2 is for a patient whose documented target is 88–92 %, which a clinician decides; never chosen by the numbers.
  package enum Scale: Hashable, Sendable { case one, two }

  package enum Consciousness: String, CaseIterable, Sendable {
    case alert, confusion, voice, pain, unresponsive
  }

  package struct Inputs: Hashable, Sendable {
    package var respiratoryRate: Score.Input<Double>
    package var saturation: Score.Input<Double>
    package var scale = Scale.one
    package var oxygen: Score.Input<Bool>
    package var systolic: Score.Input<Double>
    package var pulse: Score.Input<Double>
    package var consciousness: Score.Input<Consciousness>
    package var temperature: Score.Input<Double>
  }

  package static func score(_ inputs: Inputs, remarks: [String] = []) -> Score {
    var instrument = instrument
    if inputs.scale == .two { instrument.variant = "SpO2 scale 2, target 88–92 %" }
    let terms = [
      Score.Term("Respiratory rate", inputs.respiratoryRate) { respiratoryRate[$0.rounded()] },
      Score.Term("SpO2", inputs.saturation) { points(saturation: $0.rounded(), inputs.scale, inputs.oxygen.value) },
      Score.Term("Air or oxygen", inputs.oxygen) { $0 ? 2 : 0 },
      Score.Term("Systolic pressure", inputs.systolic) { systolic[$0.rounded()] },
      Score.Term("Pulse", inputs.pulse) { pulse[$0.rounded()] },
      Score.Term("Consciousness", inputs.consciousness) { $0 == .alert ? 0 : 3 },
      Score.Term("Temperature", inputs.temperature) { temperature[toTenth($0)] },
    ]
    let single = terms.first { $0.points == 3 }
    return Score(
      instrument, terms: terms, remarks: (single.map { ["\($0.name) alone gives 3."] } ?? []) + remarks
    ) { total in band(total, hasSingleThree: single != nil) }
  }

  /// Chart 4. A single 3 raises a total below 5; it doesn't lower one above.
  static func band(_ total: Double, hasSingleThree: Bool) -> Score.Band {
    switch total {
    case 7...: Score.Band("high", .high, advice: "continuous monitoring; emergency team, consider level 2 or 3 care")
    case 5...: Score.Band("medium", .middle, advice: "monitor at least hourly; urgent review")
    case _ where hasSingleThree:
      Score.Band("low-medium", .middle, advice: "monitor at least hourly; the nurse informs the medical team")
    case 1...: Score.Band("low", .low, advice: "monitor every 4 to 6 hours; a registered nurse assesses")
    default: Score.Band("low", .low, advice: "monitor every 12 hours")
    }
  }

  // Chart 1. The chart has no values between its whole numbers, so a value is rounded to the chart's own precision
  // before it is looked up: temperature to one decimal, the others to whole numbers.
  private static let respiratoryRate = Thresholds<Double>(3, [(9, 1), (12, 0), (21, 2), (25, 3)])
  private static let systolic = Thresholds<Double>(3, [(91, 2), (101, 1), (111, 0), (220, 3)])
  private static let pulse = Thresholds<Double>(3, [(41, 1), (51, 0), (91, 1), (111, 2), (131, 3)])
  private static let temperature = Thresholds<Double>(3, [(35.1, 1), (36.1, 0), (38.1, 1), (39.1, 2)])
  private static let scaleOne = Thresholds<Double>(3, [(92, 2), (94, 1), (96, 0)])
  private static let scaleTwo = Thresholds<Double>(3, [(84, 2), (86, 1), (88, 0)])
  private static let scaleTwoOnOxygen = Thresholds<Double>(3, [(84, 2), (86, 1), (88, 0), (93, 1), (95, 2), (97, 3)])

  /// A page in the wild (proreckoner.com) tells the error of the wrong scale the wrong way round: 89 % gives 3 on scale
  /// 1 and 0 on scale 2. On scale 2 a value from 93 % up counts only on oxygen.
  private static func points(saturation: Double, _ scale: Scale, _ oxygen: Bool?) -> Double? {
    switch (scale, oxygen) {
    case (.one, _): scaleOne[saturation]
    case (.two, true?): scaleTwoOnOxygen[saturation]
    case (.two, false?): scaleTwo[saturation]
    case (.two, nil): saturation < 93 ? scaleTwo[saturation] : nil
    }
  }

  /// Half up, by way of thousandths: 38.05 is a little less as a binary number.
  private static func toTenth(_ celsius: Double) -> Double { ((celsius * 1000).rounded() / 100).rounded() / 10 }
}
