import TestSupport
import Testing

@testable import Care

private let site = SiteRules(zone: .utc)
private let now = instant("2026-11-21T08:00")

private func task(_ words: String, _ owner: Reference, due: String?) -> Resource {
  .task(
    made(Task()) {
      $0.status = .ready
      $0.description = words
      $0.owner = owner
      $0.restriction.end = due.map { moment($0) }
    })
}

@Suite struct HandoffBatchTests {
  private func drafts(_ resources: [(UInt64, Resource)]) -> [HandoffDraft] {
    HandoffBatch.drafts(of: [Chart(resources)], from: giver, to: handoffDoctor, now: now, site: site)
  }

  @Test func `a draft lists the giver's own items, the first due first, and judges nothing`() throws {
    let draft = try #require(
      drafts([
        (1, task("Order oxygen", nurse, due: nil)), (2, task("Call her", nurse, due: "2026-11-22T09:00")),
        (3, task("Not mine", handoffDoctor, due: "2026-11-21T09:00")),
        (4, task("Book echo", nurse, due: "2026-11-21T12:00")),
      ]).first)
    #expect(draft.patient == somePatient)
    #expect(
      draft.content.actions
        == .list([
          HandoffAction("Book echo", owner: handoffDoctor, due: moment("2026-11-21T12:00"), line: line(4)),
          HandoffAction("Call her", owner: handoffDoctor, due: moment("2026-11-22T09:00"), line: line(2)),
          HandoffAction("Order oxygen", owner: handoffDoctor, line: line(1)),
        ]))
    #expect(draft.content.severity == nil && draft.content.contingencies == [])
    #expect(draft.content.missing == [.severity, .contingencies])
    #expect(draft.hint.instrument.id == "news2" && draft.hint.total == nil)
  }

  @Test func `where the giver owes nothing it stays unsaid`() throws {
    let draft = try #require(drafts([(3, task("Not mine", handoffDoctor, due: nil))]).first)
    #expect(draft.content.actions == .notStated)
  }

  @Test func `the summary tells problems, setting and what was last, and no name`() throws {
    let chart: [(UInt64, Resource)] = [
      (0, .patient(made(Patient()) { $0.names = [HumanName(family: "Rossi", given: ["Bo"])] })),
      (
        1,
        .condition(
          made(Condition()) {
            ($0.clinical, $0.code, $0.recorded) = (.active, Concept(text: "COPD"), moment("2020-01-01"))
          })
      ),
      (
        2,
        .condition(
          made(Condition()) {
            ($0.clinical, $0.code, $0.recorded) = (.active, Concept(text: "Heart failure"), moment("2024-01-01"))
          })
      ),
      (3, .condition(made(Condition()) { ($0.clinical, $0.code) = (.resolved, Concept(text: "Flu")) })),
      (
        4,
        .encounter(
          made(Encounter()) {
            ($0.status, $0.classification) = (.inProgress, Coding(code: "IMP"))
            $0.period.start = moment("2026-11-18T10:00")
            $0.reasons = [Concept(text: "breathlessness")]
          })
      ),
      (
        5,
        .diagnosticReport(
          made(DiagnosticReport()) {
            ($0.status, $0.code) = (.final, Concept(text: "Chest X-ray"))
            $0.issued = moment("2026-11-20T10:00")
          })
      ),
      (
        6,
        .communication(
          made(Communication()) {
            ($0.status, $0.sent, $0.payload) = (.completed, moment("2026-11-21T07:00"), ["Bo Rossi is worse"])
          })
      ),
    ]
    let summary = try #require(drafts(chart).first).content.summary
    #expect(
      summary
        == "Heart failure, COPD. Hospital since 2026-11-18 for breathlessness. Last: Chest X-ray, 2026-11-20.")
  }

  @Test func `what is not on file is said to be so, and what is too much is counted`() throws {
    #expect(
      try #require(drafts([]).first).content.summary
        == "No problems on file. Where the patient is now is not on file.")
    let many = (1...7).map { number in
      (
        UInt64(number),
        Resource.condition(
          made(Condition()) {
            ($0.clinical, $0.code) = (.active, Concept(text: "Problem \(number)"))
            $0.recorded = moment("2026-01-0\(number)")
          })
      )
    }
    #expect(
      try #require(drafts(many).first).content.summary.hasPrefix(
        "Problem 7, Problem 6, Problem 5, Problem 4, Problem 3 and 2 more."))
  }

  @Test func `one that came back to its giver is for them to answer, and is no action`() throws {
    var walk = try HandoffWalk()
    try walk.take(.offer)
    try walk.take(.putBack)
    let draft = try #require(
      HandoffBatch.drafts(of: [walk.chart], from: giver, to: handoffDoctor, now: now, site: site).first)
    #expect(draft.content.actions.listed.map(\.line) == [line(2)])
  }

  @Test func `what no patient is named in is left out, and the order is kept`() {
    let charts = [PatientID(high: 3, low: 9), .unmatched, PatientID(high: 3, low: 2)].map { Chart(id: $0) }
    #expect(
      HandoffBatch.drafts(of: charts, from: giver, to: handoffDoctor, now: now, site: site).map(\.patient)
        == [charts[0].id, charts[2].id])
  }
}

@Suite struct MessageTemplateTests {
  @Test func `a template has its headings in order, each on a line`() {
    #expect(MessageTemplate.sbar == "Situation:\nBackground:\nAssessment:\nRecommendation:\n")
    #expect(
      MessageTemplate.iPass.split(separator: "\n").map { String($0.prefix(1)) }.joined() == "IPASS")
  }
}
