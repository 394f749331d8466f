import TestSupport
import Testing

@testable import Care

@Suite struct RiskTests {
  private func score(_ outcome: Score.Outcome, isFlag: Bool = false) -> Score {
    Score(
      Score.Instrument(id: "x", title: "X", variant: "", source: "", version: "", isFlag: isFlag), outcome: outcome)
  }

  private func total(_ weight: Score.Band.Weight, isFlag: Bool = false) -> Score {
    score(.total(1, Score.Band("word", weight)), isFlag: isFlag)
  }

  @Test func `the gravest band ranks, and what isn't known stands before what is known to be low`() {
    let missing = score(.incomplete(known: 2, of: 4))
    #expect(Risk([total(.low), total(.high)]) == .high)
    #expect(Risk([missing, total(.middle)]) == .middle)
    #expect(Risk([total(.low), missing]) == .incomplete, "one that lacks an input leaves open what it would say")
    #expect(Risk([total(.low), total(.low)]) == .low)
    #expect(Risk([total(.low), score(.notApplicable("a child"))]) == .low)
    #expect(Risk([score(.notApplicable("a child"))]) == .incomplete, "nothing is known")
    #expect(Risk([]) == .incomplete)
    #expect(Risk([total(.low), total(.middle, isFlag: true)]) == .middle, "a flag that is raised counts")
    #expect(Risk([total(.low, isFlag: true)]) == .incomplete, "one that isn't raised says nothing by itself")
    #expect(Risk.allCases.map(\.rawValue) == [0, 1, 2, 3], "the order of the list is part of its form on disk")
  }

  @Test func `nobody's risk is known from what was written here alone`() {
    #expect(Chart(id: somePatient).risk(zone: .utc) == .incomplete)
  }
}

@Suite struct WorkKeyTests {
  private func row(
    owner: String = "Kim", deadline: String? = "2026-11-21T12:00", _ priority: Priority? = nil, _ risk: Risk = .low,
    touched: String? = "2026-11-20", sleeps: String? = nil, isSnoozed: Bool = true, item: UInt64 = 1
  ) -> WorkRow {
    var row = WorkRow(
      item: line(item), patient: somePatient, kind: .task, patientName: "", title: "", status: "", priority: priority,
      due: nil, deadline: deadline.map { instant($0) }, owner: owner.isEmpty ? Reference() : Reference(display: owner))
    row.risk = risk
    row.touched = touched.map { instant($0) }
    row.sleepsUntil = sleeps.map { instant($0) }
    row.isSnoozed = sleeps != nil && isSnoozed
    return row
  }

  /// Each row comes before the next, and for the reason named.
  @Test func `by owner, time, priority, risk, and then who waited longest`() {
    let ordered: [(String, WorkRow)] = [
      ("nobody's first", row(owner: "", deadline: "2026-11-30")),
      ("then the earliest", row(deadline: "2026-11-20")),
      ("stat before urgent", row(.stat, .low)),
      ("urgent before routine", row(.urgent, .low, touched: "2026-11-21")),
      ("high risk before middle", row(.routine, .high, touched: "2026-11-21")),
      ("middle before what isn't known", row(nil, .middle, touched: "2026-11-21")),
      ("not known before low", row(nil, .incomplete, touched: "2026-11-21")),
      ("never touched before touched", row(touched: nil)),
      ("the longest untouched first", row(touched: "2026-11-19")),
      ("else by identity", row(item: 1)), ("", row(item: 2)),
      ("without a date last", row(deadline: nil)),
      ("and what sleeps after all, by when it wakes", row(owner: "", sleeps: "2026-11-22")),
      ("", row(deadline: "2026-11-01", sleeps: "2026-11-23")),
      ("what is too early after that", row(sleeps: "2026-11-22", isSnoozed: false)),
    ]
    for (a, b) in zip(ordered, ordered.dropFirst()) {
      #expect(a.1.key.lexicographicallyPrecedes(b.1.key), "\(a.0) / \(b.0)")
    }
  }

  @Test func `a row comes back from its bytes as it was`() {
    var row = row(sleeps: "2026-11-23")
    row.clocks = ["tcm-contact", "trc-engagement"]
    row.organization = Reference(
      target: origin(3), kind: "Organization", display: "St. Mary", written: "Organization/3")
    row.steps = 2
    var writer = RowWriter()
    row.write(&writer)
    var reader = RowReader(bytes: writer.bytes, at: 0)
    #expect(WorkRow(&reader) == row)
  }
}
