/// A measurement that a score reads: its codes, and the units it can be read in.
struct Measured: Sendable {
  /// What turns a number in a sender's unit into one in the score's.
  struct Conversion: Sendable {
    var less = 0.0
    var times = 1.0
    var over = 1.0

    func callAsFunction(_ number: Double) -> Double { (number - less) * times / over }
  }

  let codes: Set<String>
  /// By the unit as senders write it; an empty one is a value without a unit.
  let units: [String: Conversion]

  init(_ codes: Set<String>, _ units: [String], _ others: [String: Conversion] = [:]) {
    self.codes = codes
    self.units = others.merging(units.map { ($0, Conversion()) }) { _, plain in plain }
  }

  private static let fahrenheit = Conversion(less: 32, times: 5, over: 9)

  // Sources: LOINC 2.80 for the codes; UCUM for the first unit of each, the others are what senders write for it.
  static let respiratoryRate = Measured(
    ["9279-1"], ["/min", "{breaths}/min", "breaths/min", "breaths/minute", ""])
  static let saturation = Measured(["59408-5", "2708-6"], ["%", "percent", ""])
  static let systolic = Measured(["8480-6"], ["mm[Hg]", "mmHg", "mm Hg", ""])
  static let pulse = Measured(
    ["8867-4"], ["/min", "{beats}/min", "beats/min", "beats/minute", "bpm", ""])
  static let temperature = Measured(
    ["8310-5"], ["Cel", "°C", "C", "degC"],
    ["[degF]": fahrenheit, "°F": fahrenheit, "F": fahrenheit, "degF": fahrenheit])
  static let oxygenFlow = Measured(["3151-8"], ["L/min", "l/min", "liters/min", "litres/min", ""])
  static let oxygenShare = Measured(["3150-0"], ["%", "percent", ""], ["1": Conversion(times: 100)])
  static let hemoglobin = Measured(["718-7"], ["g/dL", "g/dl"], ["g/L": Conversion(over: 10)])
  static let sodium = Measured(["2951-2"], ["mmol/L", "mmol/l", "meq/L", "mEq/L"])
}

/// One value of an observation, or of a part of it.
struct Reading {
  var value: ObservedValue
  var at: Moment
  var instant: Instant
  var source: Int
}

extension Chart {
  /// What was measured under any of these codes, by itself or as a part, with a value and at a known hour; oldest first.
  func readings(_ codes: Set<String>, until now: Instant, zone: Zone) -> [Reading] {
    var found: [Reading] = []
    for line in observations.items where line.value.isResult {
      guard let at = line.value.effective.start ?? line.value.issued, at.precision > .day else { continue }
      let instant = at.start(in: zone)
      guard instant <= now else { continue }
      let parts = line.value.components.map { ($0.code, $0.value) } + [(line.value.code, line.value.value)]
      for (code, value) in parts where value != .absent && code.codings.contains(where: { codes.contains($0.code) }) {
        found.append(Reading(value: value, at: at, instant: instant, source: line.source))
      }
    }
    // A later line amends an earlier one of the same hour.
    return found.enumerated().sorted { ($0.element.instant, $0.offset) < ($1.element.instant, $1.offset) }
      .map(\.element)
  }
}

extension Observation {
  fileprivate var isResult: Bool {
    switch status {
    case .registered, .cancelled, .enteredInError: false
    case .partial, .preliminary, .final, .amended, .corrected, .appended, .unknown, nil: true
    }
  }
}

extension Reading {
  var evidence: Score.Evidence { Score.Evidence(value.label ?? "", at: at, source: source) }

  /// The value as a number in the score's unit. A value that is only said to be above or below is none.
  func number(_ measured: Measured) -> Score.Input<Double> {
    guard case .quantity(let quantity) = value, quantity.comparator.isEmpty, let number = Double(quantity.value) else {
      return .missing("can't be read as a number", last: evidence)
    }
    guard let convert = measured.units[quantity.unit] else {
      return .missing(quantity.unit.isEmpty ? "no unit given" : "in a unit that isn't read here", last: evidence)
    }
    return .known(convert(number), evidence)
  }
}
