import TestSupport
import Testing

@testable import Care

private let site = SiteRules(zone: .utc)

/// Lines from elsewhere, numbered from 1, each known by its own id.
private func filed(_ resources: [Resource]) -> Chart {
  var chart = Chart(id: somePatient)
  chart.tell(
    .recordReceived(
      Source(format: "test", document: "one", received: instant("2027-01-05")),
      resources.enumerated().map { index, resource in
        let id = line(UInt64(index + 1))
        return ImportedLine(id: id, origins: [OriginID(id)], origin: "", resource: resource)
      }))
  return chart
}

private func referral(_ authored: String, _ status: RequestStatus) -> ServiceRequest {
  made(ServiceRequest()) {
    $0.status = status
    $0.intent = "order"
    $0.code = Concept(text: "Cardiology")
    $0.authored = written(authored)
    $0.performers = [Reference(display: "Heart Clinic")]
  }
}

private let visit = Resource.encounter(
  made(Encounter()) {
    $0.status = .finished
    $0.classification = Coding(code: "AMB")
    $0.period = Period(start: moment("2026-01-10T09:00"), end: moment("2026-01-10T10:00"))
  })

/// A date without a time states only the day.
private func written(_ text: String) -> Moment { text.contains("T") ? moment(text) : day(text) }

/// A patient with a visit in 2026, referrals, and the consultant's report on one of them, counted from 1.
///
/// Source: CMS50, vectors of CRLReceiptofSpecialistReportFHIR 0.3.000.
private func measured(
  _ referrals: [(authored: String, status: RequestStatus)], report: (on: UInt64, ends: String, status: TaskStatus),
  visits: [Resource] = [visit]
) -> [LoopMeasure?] {
  let report = made(Task()) {
    $0.status = report.status
    $0.code = Concept(text: "Consultant report", codings: [Coding(code: "11488-4")])
    $0.basedOn = [Reference(target: OriginID(line(report.on)))]
    $0.execution.end = written(report.ends)
  }
  let chart = filed(
    referrals.map { .serviceRequest(referral($0.authored, $0.status)) } + [.task(report)] + visits)
  return ChartRows(chart, site: site).referrals.map(\.measured)
}

private let answered = LoopMeasure(year: 2026, isAnswered: true)
private let unanswered = LoopMeasure(year: 2026, isAnswered: false)

@Suite struct LoopMeasureTests {
  @Test(arguments: [
    ("2026-01-15T09:00", "2026-02-20", TaskStatus.completed, answered),
    ("2026-10-31", "2026-12-31", .completed, answered),
    ("2026-10-31", "2027-01-01", .completed, unanswered), ("2026-05-04T10:00", "2026-06-01", .inProgress, unanswered),
    ("2026-05-04T10:00", "2026-05-04T10:00", .completed, unanswered),
  ])
  func `the first referral counts, and its report where it ends after it and in the year`(
    authored: String, ends: String, status: TaskStatus, measure: LoopMeasure
  ) {
    #expect(measured([(authored, .active)], report: (1, ends, status)) == [measure])
  }

  @Test func `a referral of November, and one without a visit, are not counted`() {
    #expect(measured([("2026-11-01", .active)], report: (1, "2026-11-20", .completed)) == [nil])
    #expect(measured([("2026-05-04", .active)], report: (1, "2026-06-20", .completed), visits: []) == [nil])
  }

  @Test func `a withdrawn referral leaves its place to the next`() {
    #expect(
      measured([("2026-05-04T10:00", .revoked), ("2026-06-01", .active)], report: (2, "2026-07-01", .completed))
        == [nil, answered])
  }

  @Test func `only the first of two is asked for its report`() {
    #expect(
      measured([("2026-05-04", .active), ("2026-06-01", .active)], report: (2, "2026-07-01", .completed))
        == [unanswered, nil])
  }

  @Test(arguments: [
    ("2026-06-20T09:00", true), ("2026-12-31T23:00", true), ("2027-01-01T00:00", false), ("2026-05-04T08:59", false),
  ])
  func `an outcome recorded here is the report, where it comes after the referral and in the year`(
    at: String, counts: Bool
  ) {
    var chart = filed([.serviceRequest(referral("2026-05-04T09:00", .active)), visit])
    for (act, from, to) in [
      (ReferralTrigger.accept, ReferralState.created, ReferralState.accepted), (.outcome, .accepted, .completed),
    ] {
      chart.tell(.referralMoved(referral: line(1), ReferralMove(.move(act), from: from, to: to)), at: instant(at))
    }
    #expect(ChartRows(chart, site: site).referrals.map(\.measured) == [counts ? answered : unanswered])
  }
}
