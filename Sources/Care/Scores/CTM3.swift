/// The Care Transitions Measure of three questions, asked from 48 hours to 30 days after a discharge. Each is answered
/// from 1, strongly disagree, to 4, strongly agree; the third may be answered "no medication", which is no answer.
package enum CTM3 {
  package static let instrument = Score.Instrument(
    id: "ctm-3", title: "CTM-3", variant: "mean of the answers, 0 to 100",
    source: "Coleman, Care Transitions Measure; the linear map is derived, the source says only \"converted\"",
    version: "1", decimals: 2, isInStrip: false)

  /// The mean of what was answered, from 0 to 100; nil where nothing was, or an answer is none of the scale's.
  package static func result(_ answers: [Int?]) -> Double? {
    let given = answers.compactMap(\.self)
    guard answers.count == 3, !given.isEmpty, given.allSatisfy({ (1...4).contains($0) }) else { return nil }
    return (Double(given.reduce(0, +)) / Double(given.count) - 1) / 3 * 100
  }
}
