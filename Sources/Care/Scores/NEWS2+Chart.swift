extension NEWS2 {
  /// Vital signs older than this don't describe the patient any more: even a score of 0 asks for a new set after 12
  /// hours (chart 4).
  static let oldest = 12
  /// A score needs one set of signs. Signs further apart than this belong to two: a set may be due every hour (chart 4).
  static let setMinutes = 60

  /// Total as another system recorded it.
  private static let recordedTotal: Set<String> = ["1104051000000101"]
  /// The part score on scale 2: who records it has decided on the scale.
  private static let recordedScaleTwo: Set<String> = ["1104321000000108"]

  /// - Returns: the newest set of vital signs scored, or the total that came with no set.
  static func score(_ chart: Chart, now: Instant, zone: Zone) -> Score {
    if let why = reasonAgainst(chart, now: now, zone: zone) { return Score(instrument, outcome: .notApplicable(why)) }
    let set = VitalSet(chart, now: now, zone: zone)
    let scale = scale(chart, set: set, now: now, zone: zone)
    let inputs = Inputs(
      respiratoryRate: set.number(.respiratoryRate), saturation: set.number(.saturation), scale: scale.scale,
      oxygen: set.oxygen, systolic: set.number(.systolic), pulse: set.number(.pulse),
      consciousness: set.consciousness, temperature: set.number(.temperature))
    var remarks = [scale.because]
    let recorded = set.newest(recordedTotal).flatMap { reading -> (total: Double, evidence: Score.Evidence)? in
      guard case .quantity(let quantity) = reading.value, quantity.comparator.isEmpty,
        let total = Double(quantity.value), (0...20).contains(total), total == total.rounded()
      else { return nil }
      return (total, reading.evidence)
    }
    let computed = score(inputs, remarks: remarks)
    guard let recorded else { return computed }
    if let total = computed.total {
      if total == recorded.total { return computed }
      remarks.append("Recorded there as \(Score.words(recorded.total, decimals: 0)).")
      return score(inputs, remarks: remarks)
    }
    var instrument = instrument
    instrument.variant = "total as recorded, scale not stated"
    return Score(
      instrument,
      terms: [Score.Term("Total", .known(recorded.total, recorded.evidence)) { $0 }],
      // A single 3 makes these low-medium; which they are the total alone can't tell.
      remarks: isUndecided(recorded.total) ? ["Low, or low-medium where one parameter alone gave 3: not told."] : []
    ) { isUndecided($0) ? nil : band($0, hasSingleThree: false) }
  }

  private static func isUndecided(_ total: Double) -> Bool { (3...4).contains(total) }

  /// Not for children under 16 and not in pregnancy.
  private static func reasonAgainst(_ chart: Chart, now: Instant, zone: Zone) -> String? {
    guard let birth = chart.patient?.birthDate else { return "the age isn't known, and it is not for under 16" }
    let sixteen = now.before(months: 16 * 12, zone: zone)
    // Of a year alone, the youngest that the patient can be.
    let youngest = birth.precision >= .day ? birth.start(in: zone) : birth.end(in: zone)
    if youngest > sixteen { return "not for under 16" }
    let isPregnant = chart.conditions.items.contains { $0.value.stands && $0.value.code.has(code: "77386006") }
    return isPregnant ? "not in pregnancy" : nil
  }

  private static func scale(
    _ chart: Chart, set: VitalSet, now: Instant, zone: Zone
  ) -> (scale: Scale, because: String) {
    if set.newest(recordedScaleTwo) != nil { return (.two, "Scale 2 was used where it was recorded.") }
    if let words = chart.lowSaturationTarget { return (.two, "Scale 2 by what is on file: \(words).") }
    return (.one, "Scale 1: no target of 88–92 % is on file.")
  }
}

extension Chart {
  private static let ofSaturation = ["saturation", "spo2", "oxygen"].map { Array($0.utf8) }

  /// The words of a flag, goal or order that stands and sets a target saturation of 88 to 92 %.
  fileprivate var lowSaturationTarget: String? {
    let decided: [GoalStatus?] = [.accepted, .active, .onHold]
    let goals = goals.items.filter { decided.contains($0.value.status) }.map(\.value.description.label)
    let orders = serviceRequests.items.filter { $0.value.status == .active }.map(\.value.code.label)
    return (standingFlags + orders + goals).first { words in
      let folded = Folding.fold(words)
      let bytes = Array(folded.utf8)
      // Most lines of a chart are about something else, which their bytes tell soonest.
      guard Self.ofSaturation.contains(where: { Folding.holds(bytes, $0) }) else { return false }
      let figures = folded.filter { !" %".contains($0) }
      return ["88–92", "88-92", "88to92"].contains { figures.contains($0) }
        // "Not for 88–92 %" decides the other way.
        && !folded.split(separator: " ").contains { ["not", "no", "never"].contains($0) }
    }
  }
}

/// The newest vital signs that were taken together.
private struct VitalSet {
  let chart: Chart
  let now: Instant
  let zone: Zone
  /// When the newest of them was taken; nil where none is young enough.
  private let last: Instant?

  private static let measured: [Measured] = [
    .respiratoryRate, .saturation, .systolic, .pulse, .temperature,
  ]
  /// Level of responsiveness, and the ACVPU scale.
  private static let levels: Set<String> = ["67775-7", "1104441000000107"]

  init(_ chart: Chart, now: Instant, zone: Zone) {
    self.chart = chart
    self.now = now
    self.zone = zone
    let codes = Self.measured.reduce(into: Self.levels) { $0.formUnion($1.codes) }
    let newest = chart.readings(codes, until: now, zone: zone).last?.instant
    last = newest.flatMap { $0 >= now.adding(hours: -NEWS2.oldest) ? $0 : nil }
  }

  private enum Found {
    case taken(Reading)
    case missing(String, Score.Evidence?)
  }

  /// The newest reading of the set.
  func newest(_ codes: Set<String>) -> Reading? {
    guard case .taken(let reading) = find(codes) else { return nil }
    return reading
  }

  private func find(_ codes: Set<String>) -> Found {
    guard let reading = chart.readings(codes, until: now, zone: zone).last else { return .missing("none on file", nil) }
    guard let last, reading.instant >= now.adding(hours: -NEWS2.oldest) else {
      return .missing("the last is older than \(NEWS2.oldest) hours", reading.evidence)
    }
    guard isOfSet(reading, last) else {
      return .missing("not taken with the newest signs", reading.evidence)
    }
    return .taken(reading)
  }

  private func isOfSet(_ reading: Reading, _ last: Instant) -> Bool {
    abs(reading.instant.milliseconds - last.milliseconds) < Int64(NEWS2.setMinutes) * 60_000
  }

  func number(_ measured: Measured) -> Score.Input<Double> {
    switch find(measured.codes) {
    case .taken(let reading): reading.number(measured)
    case .missing(let why, let last): .missing(why, last: last)
    }
  }

  /// A flow or a share of oxygen says it; so does the finding that the patient breathes room air. The newest of them
  /// counts, and of two at one time the one that says oxygen. That nothing is said of oxygen doesn't mean air.
  var oxygen: Score.Input<Bool> {
    var said: [(isOxygen: Bool, instant: Instant, evidence: Score.Evidence)] = []
    // Air holds 20.9 % of oxygen, written as 21.
    for (measured, air) in [(Measured.oxygenFlow, 0.0), (.oxygenShare, 21)] {
      if let reading = newest(measured.codes), case .known(let amount, let evidence) = reading.number(measured) {
        said.append((amount > air, reading.instant, named(evidence, amount > air)))
      }
    }
    if let reading = roomAir {
      said.append((false, reading.instant, Score.Evidence("air", at: reading.at, source: reading.source)))
    }
    guard let newest = said.max(by: { ($0.instant, $1.isOxygen ? 0 : 1) < ($1.instant, $0.isOxygen ? 0 : 1) }) else {
      return number(.oxygenFlow).map { $0 > 0 }
    }
    return .known(newest.isOxygen, newest.evidence)
  }

  private func named(_ evidence: Score.Evidence, _ isOxygen: Bool) -> Score.Evidence {
    Score.Evidence(
      isOxygen ? "oxygen, \(evidence.words)" : "air", at: evidence.at, source: evidence.source)
  }

  /// SNOMED CT 722742002, breathing room air: an observation that needs no value.
  private var roomAir: Reading? {
    guard let last else { return nil }
    return chart.observations.items.compactMap { line -> Reading? in
      guard line.value.code.has(code: "722742002"), line.value.status != .enteredInError,
        line.value.status != .cancelled, line.value.value != .truth(false),
        let at = line.value.effective.start ?? line.value.issued, at.precision > .day
      else { return nil }
      return Reading(value: .truth(true), at: at, instant: at.start(in: zone), source: line.source)
    }.last { $0.instant <= now && isOfSet($0, last) }
  }

  var consciousness: Score.Input<NEWS2.Consciousness> {
    switch find(Self.levels) {
    case .missing(let why, let last): .missing(why, last: last)
    case .taken(let reading):
      if let level = NEWS2.Consciousness(reading.value) {
        .known(level, Score.Evidence(level.words, at: reading.at, source: reading.source))
      } else {
        .missing("can't be read as one of A, C, V, P, U", last: reading.evidence)
      }
    }
  }
}

extension NEWS2.Consciousness {
  package var words: String {
    switch self {
    case .alert: "alert"
    case .confusion: "new confusion"
    case .voice: "responds to voice"
    case .pain: "responds to pain"
    case .unresponsive: "unresponsive"
    }
  }

  /// Source: SNOMED CT as in UK Core ACVPU; LOINC answers to 67775-7, which has none for confusion but LA6560-2.
  private static let codes: [String: Self] = [
    "248234008": .alert, "130987000": .confusion, "300202002": .voice, "450847001": .pain, "422768004": .unresponsive,
    "LA9340-6": .alert, "LA6560-2": .confusion, "LA17108-4": .voice, "LA17107-6": .pain, "LA9343-0": .unresponsive,
  ]

  fileprivate init?(_ value: ObservedValue) {
    switch value {
    case .concept(let concept):
      if let level = concept.codings.lazy.compactMap({ Self.codes[$0.code] }).first {
        self = level
      } else {
        self.init(said: concept.text)
      }
    case .text(let text): self.init(said: text)
    default: return nil
    }
  }

  private init?(said words: String) {
    let level = Self.allCases.first { [String($0.rawValue.prefix(1)), $0.rawValue].contains(Folding.fold(words)) }
    guard let level else { return nil }
    self = level
  }
}
