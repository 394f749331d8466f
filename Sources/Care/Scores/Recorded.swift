/// Instruments that Rounds shows as they were recorded elsewhere and never works out.
struct Recorded: Sendable {
  let instrument: Score.Instrument
  let codes: Set<String>
  let range: ClosedRange<Double>
  /// Answers by code, where the value comes as one of a list.
  var answers: [String: Double] = [:]
  var band: @Sendable (Double) -> Score.Band? = { _ in nil }

  static let all = [emergencySeverity, frailty]

  /// The ED's own triage. Its tables for vital signs differ between versions 4 and 5, so a level is received, never
  /// worked out. Source: LOINC 75636-1 and its answers LL3056-0.
  private static let emergencySeverity = Recorded(
    instrument: Score.Instrument(
      id: "esi", title: "ESI", variant: "as recorded, 1 is the most urgent",
      source: "Emergency Severity Index; LOINC 75636-1", version: "1", isInStrip: false),
    codes: ["75636-1"], range: 1...5,
    answers: ["LA21567-5": 1, "LA21752-3": 2, "LA21753-1": 3, "LA21754-9": 4, "LA21755-6": 5])

  private static let frailty = Recorded(
    instrument: Score.Instrument(
      id: "cfs", title: "Clinical Frailty Scale", variant: "as recorded, 9 is the frailest",
      source: "Canadian Study of Health and Aging; SNOMED CT 763264000", version: "1", isInStrip: false),
    codes: ["763264000"], range: 1...9)

  /// The newest value recorded. That there is none doesn't mean that nobody asked.
  func score(_ chart: Chart, now: Instant, zone: Zone) -> Score {
    guard let reading = chart.readings(codes, until: now, zone: zone).last else {
      return Score(instrument, outcome: .notApplicable("none on file"))
    }
    let input: Score.Input<Double> =
      if let number = number(reading.value), range.contains(number) {
        .known(number, reading.evidence)
      } else {
        .missing("can't be read as one of its values", last: reading.evidence)
      }
    return Score(instrument, terms: [Score.Term("As recorded", input) { $0 }], band: band)
  }

  private func number(_ value: ObservedValue) -> Double? {
    switch value {
    case .quantity(let quantity): quantity.comparator.isEmpty ? Double(quantity.value) : nil
    case .concept(let concept): concept.codings.lazy.compactMap { answers[$0.code] }.first
    case .text(let text): Double(text)
    default: nil
    }
  }
}
