/// The stay that the readmission scores are about: the one under way, or the one that ended in the last 30 days, as far
/// as those scores look ahead.
struct Discharge {
  let stay: Admission
  /// The ED visit that led to the stay.
  let arrival: (line: Line<Encounter>, start: Instant)?
  private let chart: Chart
  private let now: Instant
  private let zone: Zone

  static let days = 30
  /// An ED visit that ended no longer before the admission than this led to it. Source: Rounds default, version 1.
  static let arrivalHours = 6
  static let visitMonths = 6
  static let admissionMonths = 12

  init?(_ chart: Chart, now: Instant, zone: Zone) {
    guard let stay = chart.admissions(now: now, zone: zone).last,
      stay.isUnderWay || stay.end.days(to: now, zone: zone) <= Self.days
    else { return nil }
    self.stay = stay
    self.chart = chart
    self.now = now
    self.zone = zone
    arrival = chart.encounters(now, zone, where: \.isEmergency).last { visit in
      let end = visit.line.value.period.end?.end(in: zone) ?? visit.start
      return visit.start <= stay.start && end >= stay.start.adding(hours: -Self.arrivalHours)
    }
  }

  func length(_ convention: LACE.StayConvention) -> Score.Input<Int> {
    let start = stay.encounters.first?.value.period.start
    guard stay.isDated else { return .missing("the days of admission and discharge aren't both known") }
    let days = stay.days(convention, zone: zone)
    return .known(
      days, Score.Evidence(Score.counted(days, "day"), at: stay.isUnderWay ? start : endMoment, source: stay.source))
  }

  private var endMoment: Moment? { stay.encounters.compactMap(\.value.period.end).max(by: Moment.precedes) }

  /// Acute, emergent or urgent. Sources: HL7 v3 ActPriority; FHIR R4 admit-source `emd`; HL7 v2 PV1-4.
  var isAcute: Score.Input<Bool> {
    guard let line = stay.encounters.first else { return .missing("no stay") }
    let encounter = line.value
    func known(_ isAcute: Bool, _ words: String) -> Score.Input<Bool> {
      .known(isAcute, Score.Evidence(words, at: encounter.period.start, source: line.source))
    }
    let words = encounter.priority.label
    if ["EM", "UR"].contains(where: encounter.priority.has(code:)) { return known(true, "yes, \(words)") }
    if encounter.priority.has(code: "EL") { return known(false, "no, \(words)") }
    if encounter.admitSource.has(code: "emd") { return known(true, "yes, from the ED") }
    if let arrival {
      return .known(
        true,
        Score.Evidence(
          "yes, through the ED", at: arrival.line.value.period.start, source: arrival.line.source))
    }
    return .missing("nobody says whether it was planned")
  }

  /// Without the visit that led to the stay.
  var emergencyVisits: Score.Input<Int> {
    let since = stay.start.before(months: Self.visitMonths, zone: zone)
    let visits = chart.encounters(now, zone, where: \.isEmergency).filter {
      $0.start >= since && $0.start < stay.start && $0.line.id != arrival?.line.id
    }
    return chart.counted(visits, "visit", since: since, enough: 4, zone: zone)
  }

  var admissionsBefore: Score.Input<Int> {
    let since = stay.start.before(months: Self.admissionMonths, zone: zone)
    let stays = chart.admissions(now: now, zone: zone).filter { $0.start >= since && $0.start < stay.start }
    return chart.counted(
      stays.compactMap { stay in stay.encounters.first.map { ($0, stay.start) } }, "admission", since: since, enough: 6,
      zone: zone)
  }

  /// The last value measured in the stay, which is the one at discharge.
  func atDischarge(_ measured: Measured) -> Score.Input<Double> {
    if stay.isUnderWay { return .missing("not discharged yet") }
    let reading = chart.readings(measured.codes, until: stay.end, zone: zone).last { $0.instant >= stay.start }
    return reading?.number(measured) ?? .missing("not measured in the stay")
  }

  /// SNOMED CT 394593009, medical oncology; 394592004, clinical oncology. Another service that is named is not oncology.
  var isOncology: Score.Input<Bool> {
    guard let line = stay.encounters.last(where: { !$0.value.serviceType.isEmpty }) else {
      return .missing("the service isn't named")
    }
    let service = line.value.serviceType
    let isOncology = ["394593009", "394592004"].contains(where: service.has(code:))
    return .known(
      isOncology,
      Score.Evidence(
        "\(isOncology ? "yes" : "no"), \(service.label)", at: line.value.period.start, source: line.source))
  }

  /// A procedure with a code, in the time of the stay. That none is on file doesn't mean that there was none.
  var hadProcedure: Score.Input<Bool> {
    let found = chart.procedures.items.last { line in
      guard line.value.status == .completed, !line.value.code.codings.isEmpty,
        let start = (line.value.performed.start ?? line.value.performed.end)?.start(in: zone)
      else { return false }
      return start >= stay.start && start <= stay.end
    }
    guard let found else { return .missing("no coded procedure on file") }
    let procedure = found.value
    return .known(
      true,
      Score.Evidence(
        "yes, \(procedure.code.label)", at: procedure.performed.start ?? procedure.performed.end, source: found.source))
  }
}

extension LACE {
  static func score(_ discharge: Discharge?, _ chart: Chart, convention: StayConvention = .midnights) -> Score {
    guard let discharge else { return Score(instrument, outcome: .notApplicable(noStay)) }
    return score(
      Inputs(
        stay: discharge.length(convention), convention: convention, isAcute: discharge.isAcute,
        comorbidity: chart.comorbidity(cap: 4), visits: discharge.emergencyVisits,
        isFinal: !discharge.stay.isUnderWay))
  }

  static let noStay = "no stay in a hospital in the last \(Discharge.days) days"
}

extension HospitalScore {
  static func score(_ discharge: Discharge?, variant: Variant = .donze2013) -> Score {
    guard let discharge else { return Score(instrument, outcome: .notApplicable(LACE.noStay)) }
    return score(
      Inputs(
        hemoglobin: discharge.atDischarge(.hemoglobin), isOncology: discharge.isOncology,
        sodium: discharge.atDischarge(.sodium), hadProcedure: discharge.hadProcedure, isUrgent: discharge.isAcute,
        admissions: discharge.admissionsBefore, stay: discharge.length(.midnights)),
      variant: variant)
  }
}
