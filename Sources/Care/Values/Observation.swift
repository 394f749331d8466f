/// A measured or asserted value.
package struct Observation: Hashable, Sendable {
  package var status: ResultStatus?
  package var categories: [Concept] = []
  package var code: Concept = Concept()
  package var effective: Period = Period()
  package var issued: Moment?
  package var encounter: Reference = Reference()
  package var performers: [Reference] = []
  package var value: ObservedValue = .absent
  package var dataAbsentReason: Concept = Concept()
  package var interpretations: [Concept] = []
  /// The range as a reader sees it ("3.5–5.1 mmol/L").
  package var referenceRange: String = ""
  package var components: [ObservationComponent] = []
  package var basedOn: [Reference] = []
  package var notes: [String] = []

  package init() {}
}

/// One part of a value measured together, as systolic and diastolic pressure are.
package struct ObservationComponent: Hashable, Sendable {
  package var code: Concept = Concept()
  package var value: ObservedValue = .absent
  package var dataAbsentReason: Concept = Concept()

  package init() {}
}

/// FHIR's value[x], as far as a coordinator reads it.
package enum ObservedValue: Hashable, Sendable {
  case absent
  case quantity(Quantity)
  case concept(Concept)
  case text(String)
  case truth(Bool)
  case moment(Moment)
  case range(low: Quantity, high: Quantity)
  case ratio(Quantity, Quantity)

  /// The value as a reader sees it; nil where there is none. Moments are left to whoever knows the zone.
  package var label: String? {
    switch self {
    case .absent, .moment: nil
    case .quantity(let quantity): quantity.label
    case .concept(let concept): concept.label
    case .text(let text): text
    case .truth(let truth): truth ? "yes" : "no"
    case .range(let low, let high): "\(low.value)–\(high.label)"
    case .ratio(let numerator, let denominator): "\(numerator.label) : \(denominator.label)"
    }
  }
}
