import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

@Suite struct ScoresTests {
  private static func sign(_ code: String, _ value: ObservedValue, hours: Int = -2) -> Resource {
    .observation(
      made(Observation()) {
        $0.code = Concept(codings: [Coding(code: code)])
        $0.effective.start = Moment(Rig.now.adding(hours: hours))
        $0.value = value
      })
  }

  private static func signs(_ patient: UInt64) -> [(patient: UInt64, Resource)] {
    let adult = made(Patient()) {
      $0.names = [HumanName(family: "Rossi", given: ["Bo"])]
      $0.birthDate = Moment(date: CivilDate(year: 1944))
    }
    let amounts = [
      ("9279-1", "22", "/min"), ("59408-5", "94", "%"), ("3151-8", "2", "L/min"), ("8480-6", "105", "mm[Hg]"),
      ("8867-4", "95", "/min"), ("8310-5", "38.4", "Cel"),
    ]
    return [(patient, .patient(adult)), (patient, sign("67775-7", .text("A")))]
      + amounts.map { (patient, sign($0.0, .quantity(Quantity(value: $0.1, unit: $0.2)))) }
  }

  private func words(_ state: State) throws -> [String] {
    try #require(state.overlays.last.flatMap(state.reading)).lines.map(\.words)
  }

  @Test func `gs tells the scores with their arithmetic, each input with when and where from`() throws {
    let rig = try Rig(Self.signs(1))
    try rig.press("gpgs")
    #expect(rig.state.overlays == [.scores(top: 0)])
    let lines = try words(rig.state)
    #expect(lines.first == "NEWS2   8 high")
    #expect(lines.contains("  2 + 1 + 2 + 1 + 1 + 0 + 1 = 8"))
    #expect(lines.contains { $0.contains("Respiratory rate") && $0.contains("22 /min") && $0.contains("06:00") })
    #expect(lines.contains("  from ward record (test), received Sat 21 Nov 08:00"))
    #expect(lines.contains { $0.hasPrefix("  SpO2 scale 1; Royal College of Physicians") })
    #expect(lines.contains("LACE   no stay in a hospital in the last 30 days"))
    try rig.press("<Esc>")
    #expect(rig.state.overlays.isEmpty)
  }

  @Test func `a missing input is named and leaves no total`() throws {
    let rig = try Rig(Self.signs(1).filter { $0.1.observed != "59408-5" })
    try rig.press("gpgs")
    let lines = try words(rig.state)
    #expect(lines.first == "NEWS2   incomplete (6 of 7)")
    #expect(lines.contains { $0.contains("SpO2") && $0.contains("missing: none on file") && $0.hasSuffix("–") })
    #expect(rig.state.view?.scores.allSatisfy { $0.brief == nil } == true)
  }

  @Test func `vital signs grow old while somebody looks`() throws {
    let rig = try Rig(Self.signs(1))
    try rig.press("gpgs")
    #expect(rig.state.view?.scores.first?.brief?.words == "NEWS2 8 high")
    rig.store.send(.clock(Rig.now.adding(hours: 10)))
    #expect(rig.state.view?.scores.first?.brief?.words == "NEWS2 8 high")
    rig.store.send(.clock(Rig.now.adding(hours: 10, minutes: 1)))
    #expect(rig.state.view?.scores.first?.brief == nil)
    #expect(try words(rig.state).contains("NEWS2   incomplete (0 of 7)"))
  }

  @Test func `only what is known and says something is brief`() {
    let band = Score.Band("high", .high)
    var lace = Score(LACE.instrument, outcome: .total(13, band))
    #expect(lace.brief?.words == "LACE 13 high")
    #expect(lace.brief?.role == .urgent)
    lace.isProvisional = true
    #expect(lace.brief?.words == "LACE 13 high, provisional")
    #expect(Score(LACE.instrument, outcome: .incomplete(known: 3, of: 4)).brief == nil)
    #expect(Score(LACE.instrument, outcome: .notApplicable("no stay")).brief == nil)
    let flag = Utilisation.instrument(.highUtiliser)
    #expect(Score(flag, outcome: .total(3, Score.Band("flagged", .middle))).brief?.words == "High utiliser")
    #expect(Score(flag, outcome: .total(2, Score.Band("not flagged", .low))).brief == nil)
    #expect(Score(Continuity.instrument(.practitioner), outcome: .total(0.3, nil)).brief == nil)
  }

  @Test func `the scores are found by any instrument's name, and need a patient`() throws {
    for typed in ["news2", "lace", "risk", "arithmetic", "gs"] {
      #expect(
        Fuzzy.search(typed, among: CommandDefinition.all, keys: .standard).first?.command.id == .scores, "\(typed)")
    }
    let rig = try Rig([])
    #expect(rig.state.availability(.scores) == .disabled("choose a patient first"))
  }

  @Test func `on a narrow screen a value stands below its name and nothing is lost`() throws {
    let rig = try Rig(Self.signs(1), size: Size(width: 44, height: 16))
    try rig.press("gpgs")
    let lines = try words(rig.state)
    #expect(lines.contains("  Respiratory rate   2"))
    #expect(lines.contains("    22 /min, Sat 21 Nov 06:00"))
    #expect(lines.allSatisfy { Text.width($0) <= 36 })
  }
}

extension Resource {
  fileprivate var observed: String? {
    if case .observation(let observation) = self { observation.code.codings.first?.code } else { nil }
  }
}
