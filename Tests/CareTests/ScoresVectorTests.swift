import Testing

@testable import Care

/// A value that somebody stated, for tables.
private func known<Value>(_ value: Value) -> Score.Input<Value> { .known(value, Score.Evidence("\(value)")) }

extension NEWS2.Inputs {
  fileprivate init(
    rr: Double = 16, spo2: Double? = 97, scale: Int = 1, oxygen: Bool? = false, sbp: Double = 120, pulse: Double = 70,
    level: String = "A", temp: Double = 37.0
  ) {
    let levels: [String: NEWS2.Consciousness] = [
      "A": .alert, "C": .confusion, "V": .voice, "P": .pain, "U": .unresponsive,
    ]
    self.init(
      respiratoryRate: known(rr), saturation: spo2.map(known) ?? .missing("none on file"),
      scale: scale == 1 ? .one : .two, oxygen: oxygen.map(known) ?? .missing("none on file"), systolic: known(sbp),
      pulse: known(pulse), consciousness: known(levels[level] ?? .alert), temperature: known(temp))
  }
}

/// The vectors of the published instruments, every one.
@Suite struct ScoresVectorTests {
  @Test(
    arguments: [
      (NEWS2.Inputs(), [0, 0, 0, 0, 0, 0, 0], 0, "low"),
      (NEWS2.Inputs(rr: 25, spo2: 96), [3, 0, 0, 0, 0, 0, 0], 3, "low-medium"),
      (
        NEWS2.Inputs(rr: 22, spo2: 94, oxygen: true, sbp: 105, pulse: 95, temp: 38.4), [2, 1, 2, 1, 1, 0, 1], 8, "high"
      ),
      (
        NEWS2.Inputs(rr: 8, spo2: 83, oxygen: true, sbp: 90, pulse: 131, level: "V", temp: 35.0),
        [3, 3, 2, 3, 3, 3, 3], 20, "high"
      ),
      (NEWS2.Inputs(rr: 18, spo2: 94, scale: 2, sbp: 130, pulse: 80, temp: 36.8), [0, 0, 0, 0, 0, 0, 0], 0, "low"),
      (
        NEWS2.Inputs(rr: 18, spo2: 97, scale: 2, oxygen: true, sbp: 130, pulse: 80, temp: 36.8),
        [0, 3, 2, 0, 0, 0, 0], 5, "medium"
      ),
      (NEWS2.Inputs(rr: 21, spo2: 95, sbp: 111, pulse: 91, temp: 38.1), [2, 1, 0, 0, 1, 0, 1], 5, "medium"),
      (NEWS2.Inputs(rr: 20, spo2: 96, sbp: 219, pulse: 90, temp: 38.0), [0, 0, 0, 0, 0, 0, 0], 0, "low"),
      (NEWS2.Inputs(rr: 24, spo2: 89, sbp: 100, pulse: 110, temp: 39.1), [2, 3, 0, 2, 1, 0, 2], 10, "high"),
      (NEWS2.Inputs(rr: 24, spo2: 89, scale: 2, sbp: 100, pulse: 110, temp: 39.1), [2, 0, 0, 2, 1, 0, 2], 7, "high"),
    ] as [(NEWS2.Inputs, [Double], Double, String)])
  func `NEWS2 is the sum of its seven parameters`(inputs: NEWS2.Inputs, points: [Double], total: Double, band: String) {
    let score = NEWS2.score(inputs)
    #expect(score.terms.map(\.points) == points)
    #expect(score.total == total)
    #expect(score.band?.word == band)
  }

  @Test func `NEWS2 without a parameter is incomplete, never less`() {
    let score = NEWS2.score(NEWS2.Inputs(spo2: nil))
    #expect(score.outcome == .incomplete(known: 6, of: 7))
    #expect(score.total == nil)
    #expect(score.terms.filter { !$0.isKnown }.map(\.name) == ["SpO2"])
  }

  @Test func `a saturation of 89 % gives 3 on scale 1 and 0 on scale 2`() {
    #expect(NEWS2.score(NEWS2.Inputs(spo2: 89)).terms[1].points == 3)
    #expect(NEWS2.score(NEWS2.Inputs(spo2: 89, scale: 2)).terms[1].points == 0)
    #expect(NEWS2.score(NEWS2.Inputs()).instrument.variant != NEWS2.score(NEWS2.Inputs(scale: 2)).instrument.variant)
  }

  @Test func `on scale 2 a high saturation can't be counted where nobody says whether on oxygen`() {
    let score = NEWS2.score(NEWS2.Inputs(spo2: 95, scale: 2, oxygen: nil))
    #expect(score.outcome == .incomplete(known: 6, of: 7))
    #expect(score.terms[1].points == nil)
    #expect(NEWS2.score(NEWS2.Inputs(spo2: 90, scale: 2, oxygen: nil)).terms[1].points == 0)
  }

  /// Term by position, values on both sides of each threshold, points.
  @Test(
    arguments: [
      (0, [(8, 3), (9, 1), (11, 1), (12, 0), (20, 0), (21, 2), (24, 2), (25, 3)]),
      (3, [(90, 3), (91, 2), (100, 2), (101, 1), (110, 1), (111, 0), (219, 0), (220, 3)]),
      (
        4,
        [
          (40, 3), (41, 1), (50, 1), (51, 0), (90, 0), (91, 1), (110, 1), (111, 2), (130, 2), (131, 3),
        ]
      ),
      (
        6,
        [
          (35.0, 3), (35.04, 3), (35.05, 1), (35.1, 1), (36.0, 1), (36.1, 0), (38.0, 0), (38.04, 0), (38.05, 1),
          (38.1, 1),
          (39.0, 1), (39.1, 2),
        ]
      ),
      (1, [(91, 3), (92, 2), (93, 2), (94, 1), (95, 1), (96, 0), (100, 0)]),
    ] as [(Int, [(Double, Double)])])
  func `NEWS2 changes its points at each threshold and not beside it`(term: Int, table: [(Double, Double)]) {
    for (value, points) in table {
      var inputs = NEWS2.Inputs()
      switch term {
      case 0: inputs.respiratoryRate = known(value)
      case 1: inputs.saturation = known(value)
      case 3: inputs.systolic = known(value)
      case 4: inputs.pulse = known(value)
      default: inputs.temperature = known(value)
      }
      #expect(NEWS2.score(inputs).terms[term].points == points, "\(term) \(value)")
    }
  }

  @Test(
    arguments: [
      (83, 3, 3), (84, 2, 2), (85, 2, 2), (86, 1, 1), (87, 1, 1), (88, 0, 0), (92, 0, 0), (93, 0, 1), (94, 0, 1),
      (95, 0, 2), (96, 0, 2), (97, 0, 3), (100, 0, 3),
    ] as [(Double, Double, Double)])
  func `scale 2 counts a high saturation on oxygen only`(saturation: Double, air: Double, oxygen: Double) {
    #expect(NEWS2.score(NEWS2.Inputs(spo2: saturation, scale: 2)).terms[1].points == air)
    #expect(NEWS2.score(NEWS2.Inputs(spo2: saturation, scale: 2, oxygen: true)).terms[1].points == oxygen)
  }

  @Test(arguments: ["C", "V", "P", "U"]) func `whatever isn't alert gives 3`(level: String) {
    let score = NEWS2.score(NEWS2.Inputs(level: level))
    #expect(score.total == 3)
    #expect(score.band?.word == "low-medium")
    #expect(score.remarks == ["Consciousness alone gives 3."])
  }

  @Test(
    arguments: [
      (0, false, "low"), (1, false, "low"), (4, false, "low"), (3, true, "low-medium"), (4, true, "low-medium"),
      (5, false, "medium"), (5, true, "medium"), (6, true, "medium"), (7, false, "high"), (20, true, "high"),
    ] as [(Double, Bool, String)])
  func `NEWS2 bands change at 5 and 7, and a single 3 raises what lies below`(
    total: Double, single: Bool, band: String
  ) { #expect(NEWS2.band(total, hasSingleThree: single).word == band) }

  @Test(
    arguments: [
      (0, false, 0, 0, [0, 0, 0, 0], 0, "low"), (1, true, 0, 0, [1, 3, 0, 0], 4, "low"),
      (3, true, 3, 0, [3, 3, 3, 0], 9, "moderate"), (4, true, 3, 0, [4, 3, 3, 0], 10, "high"),
      (6, true, 4, 1, [4, 3, 5, 1], 13, "high"), (7, false, 2, 2, [5, 0, 2, 2], 9, "moderate"),
      (13, true, 4, 4, [5, 3, 5, 4], 17, "high"), (14, true, 4, 4, [7, 3, 5, 4], 19, "high"),
      (14, true, 9, 9, [7, 3, 5, 4], 19, "high"),
    ] as [(Int, Bool, Int, Int, [Double], Double, String)])
  func `LACE is the sum of its four parts`(
    stay: Int, acute: Bool, comorbidity: Int, visits: Int, points: [Double], total: Double, band: String
  ) {
    let score = lace(stay, acute, comorbidity, visits)
    #expect(score.terms.map(\.points) == points)
    #expect(score.total == total)
    #expect(score.band?.word == band)
  }

  private func lace(_ stay: Int, _ acute: Bool, _ comorbidity: Int, _ visits: Int) -> Score {
    LACE.score(
      LACE.Inputs(
        stay: known(stay), isAcute: known(acute), comorbidity: known(comorbidity), visits: known(visits)))
  }

  @Test func `LACE changes its points at each threshold and not beside it`() {
    let stays = (0...15).map { lace($0, false, 0, 0).total }
    #expect(stays == [0, 1, 2, 3, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 7, 7])
    #expect((0...6).map { lace(0, false, $0, 0).total } == [0, 1, 2, 3, 5, 5, 5])
    #expect((0...6).map { lace(0, false, 0, $0).total } == [0, 1, 2, 3, 4, 4, 4])
    #expect(lace(2, false, 2, 0).band?.word == "low")
    #expect(lace(2, true, 0, 0).band?.word == "moderate")
  }

  @Test func `LACE without its comorbidity is incomplete, and tells its variant and how days were counted`() {
    let score = LACE.score(
      LACE.Inputs(
        stay: known(6), convention: .inclusiveDays, isAcute: known(true), comorbidity: .missing("no Charlson sum"),
        visits: known(0), isFinal: false))
    #expect(score.outcome == .incomplete(known: 3, of: 4))
    #expect(score.instrument.variant == "original (14 days or more: 7), stay counted in inclusive days")
    #expect(score.isProvisional)
  }

  @Test func `of two grades of one disease the graver counts`() {
    #expect(Comorbidity.sum([]) == 0)
    #expect(Comorbidity.sum([.diabetes, .diabetesWithDamage]) == 2)
    #expect(Comorbidity.sum([.heartFailure, .lungDisease, .infarction]) == 5)
    #expect(Comorbidity.sum([.tumour, .metastasis, .mildLiverOrKidney, .severeLiverOrKidney]) == 10)
    let weights = Comorbidity.allCases.map(\.weight)
    #expect(weights == [1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4, 6])
  }

  @Test(
    arguments: [
      (12.0, false, 135, false, false, 0, 4, 0, "low", 0, "low"),
      (11.9, false, 134, false, true, 1, 5, 7, "high", 5, "intermediate"),
      (11.9, false, 134, true, true, 1, 5, 8, "high", 6, "intermediate"),
      (10, true, 130, true, true, 6, 9, 13, "high", 13, "high"),
    ] as [(Double, Bool, Double, Bool, Bool, Int, Int, Double, String, Double, String)])
  func `HOSPITAL differs by its variant`(
    hemoglobin: Double, oncology: Bool, sodium: Double, procedure: Bool, urgent: Bool, admissions: Int, stay: Int,
    first: Double, firstBand: String, second: Double, secondBand: String
  ) {
    let inputs = HospitalScore.Inputs(
      hemoglobin: known(hemoglobin), isOncology: known(oncology), sodium: known(sodium), hadProcedure: known(procedure),
      isUrgent: known(urgent), admissions: known(admissions), stay: known(stay))
    let scores = HospitalScore.Variant.allCases.map { HospitalScore.score(inputs, variant: $0) }
    #expect(scores.map(\.total) == [first, second])
    #expect(scores.map(\.band?.word) == [firstBand, secondBand])
    #expect(scores.map(\.instrument.variant) == ["Donzé 2013", "Donzé 2016"])
  }

  @Test func `HOSPITAL changes its points at each threshold and not beside it`() {
    func total(_ variant: HospitalScore.Variant = .donze2013, admissions: Int = 0, stay: Int = 0) -> Double? {
      HospitalScore.score(
        HospitalScore.Inputs(
          hemoglobin: known(13), isOncology: known(false), sodium: known(140), hadProcedure: known(false),
          isUrgent: known(false), admissions: known(admissions), stay: known(stay)), variant: variant
      ).total
    }
    #expect([0, 1, 2, 5, 6].map { total(admissions: $0) } == [0, 2, 2, 2, 5])
    #expect([0, 1, 2, 5, 6].map { total(.donze2016, admissions: $0) } == [0, 0, 2, 2, 5])
    #expect([4, 5, 6].map { total(stay: $0) } == [0, 2, 2])
  }

  @Test(
    arguments: [
      ("AAAA", 1, 1, 1, 1, 1, 0), ("ABCD", 0, 0.25, 0, 0.0323, 0.25, 1),
      ("AABB", 0.3333, 0.5, 0.6667, 0.6774, 0.5, 0.6667), ("ABAB", 0.3333, 0.5, 0, 0.6774, 0.5, 0.6667),
      ("AAAB", 0.5, 0.75, 0.6667, 0.6774, 0.625, 0.5), ("AAABBC", 0.2667, 0.5, 0.6, 0.6078, 0.3889, 0.7333),
      ("AAABBCDDDD", 0.2222, 0.4, 0.6667, 0.6703, 0.3, 0.7778), ("AB", 0, 0.5, 0, 0.0909, 0.5, 1),
    ] as [(String, Double, Double, Double, Double, Double, Double)])
  func `continuity by every index`(
    visits: String, coc: Double, upc: Double, secon: Double, mmci: Double, hhi: Double, fragmentation: Double
  ) {
    let continuity = Continuity(Array(visits))
    let seen = [
      continuity.coc, continuity.upc, continuity.secon, continuity.mmci, continuity.hhi, continuity.fragmentation,
    ]
    for (value, wanted) in zip(seen, [coc, upc, secon, mmci, hhi, fragmentation]) {
      #expect(abs((value ?? .infinity) - wanted) < 0.00005, "\(visits)")
    }
  }

  @Test func `continuity of a single visit is undefined where it would divide by nothing`() {
    let one = Continuity(["A"])
    #expect(one.coc == nil && one.secon == nil && one.fragmentation == nil)
    #expect(one.upc == 1 && one.mmci == 1 && one.hhi == 1)
    #expect(Continuity([String]()).upc == nil)
  }

  @Test(
    arguments: [
      ([4, 4, 4], "100.00"), ([3, 3, 3], "66.67"), ([4, 3, 2], "66.67"), ([4, 3, nil], "83.33"), ([1, 1, 1], "0.00"),
    ] as [([Int?], String)])
  func `CTM-3 is the mean of what was answered`(answers: [Int?], result: String) {
    #expect(CTM3.result(answers).map { Score.words($0, decimals: 2) } == result)
  }

  @Test(arguments: [[nil, nil, nil], [5, 3, 3], [0, 1, 1], [4, 4]] as [[Int?]])
  func `CTM-3 has no result without an answer of its scale`(answers: [Int?]) { #expect(CTM3.result(answers) == nil) }

  @Test(arguments: [([59, 30, 1], true), ([61, 30, 1], false), ([30, 1], false), ([60, 30, 1], true)])
  func `three ED visits in 60 days flag a high utiliser`(daysAgo: [Int], isFlagged: Bool) {
    let visits = daysAgo.count { Utilisation.isWithin(Utilisation.visitDays, daysAgo: $0) }
    #expect((Utilisation.highUtiliser(visits: known(visits)).band == Utilisation.flagged) == isFlagged)
  }

  @Test func `whether the last day of a span counts is a choice`() {
    #expect(Utilisation.isWithin(60, daysAgo: 60))
    #expect(!Utilisation.isWithin(60, daysAgo: 60, inclusive: false))
    #expect(Utilisation.isWithin(60, daysAgo: 59, inclusive: false))
    #expect(!Utilisation.isWithin(60, daysAgo: -1))
  }

  @Test(
    arguments: [
      (0, 0, "0"), (2.0 / 3, 2, "0.67"), (0.05, 1, "0.1"), (100, 2, "100.00"), (-0.25, 2, "-0.25"), (-0.001, 2, "0.00"),
      (7, 1, "7.0"),
    ] as [(Double, Int, String)])
  func `a total is printed with its instrument's decimals`(number: Double, decimals: Int, words: String) {
    #expect(Score.words(number, decimals: decimals) == words)
  }
}
