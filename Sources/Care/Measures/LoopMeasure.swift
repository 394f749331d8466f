/// What a patient's first referral of a year says of closing the loop: the patient is in the denominator, and in the
/// numerator where the report has come.
///
/// Source: CMS50 / MIPS 374, CRLReceiptofSpecialistReportFHIR 0.3.000.
package struct LoopMeasure: Hashable, Sendable {
  package var year: Int
  package var isAnswered: Bool

  package init(year: Int, isAnswered: Bool) {
    self.year = year
    self.isAnswered = isAnswered
  }

  package static let title = "Closing the referral loop: receipt of specialist report"
  package static let source = "CMS50, CRLReceiptofSpecialistReportFHIR 0.3.000"
  /// What stands in for the value sets, which are licensed.
  package static let reading =
    "a referral is a request that asks another party for care; a report is a completed task based on it that is coded "
    + "or called a consultant’s report, or the outcome recorded here; a visit is a finished clinic, home or video one"
  /// The last day on which a referral counts.
  static let lastDay = (month: 10, day: 31)
}

extension Chart {
  /// The referrals by which this patient is measured, one for each year that has one.
  func loopMeasures(_ referrals: [Referral], zone: Zone) -> [LineID: LoopMeasure] {
    var first: [Int: Referral] = [:]
    for referral in referrals where referral.countsForLoop {
      guard let authored = referral.request.authored, authored.precision >= .day else { continue }
      let date = authored.civil(in: zone).date
      guard (date.month, date.day) <= LoopMeasure.lastDay else { continue }
      let known = first[date.year]?.request.authored
      if let known, known.start(in: zone) <= authored.start(in: zone) { continue }
      first[date.year] = referral
    }
    var measures: [LineID: LoopMeasure] = [:]
    for (year, referral) in first where hasQualifyingVisit(in: year, zone) {
      measures[referral.id] = LoopMeasure(year: year, isAnswered: hasReport(on: referral, in: year, zone))
    }
    return measures
  }

  /// A finished visit whose whole period is in the year.
  private func hasQualifyingVisit(in year: Int, _ zone: Zone) -> Bool {
    encounters.items.contains { line in
      guard line.value.status == .finished, let start = line.value.period.start else { return false }
      let end = line.value.period.end ?? start
      return [.clinic, .virtual, .home].contains(Setting(classification: line.value.classification))
        && start.civil(in: zone).date.year == year && end.civil(in: zone).date.year == year
    }
  }

  /// A report that ends after the referral was written, and in the year.
  private func hasReport(on referral: Referral, in year: Int, _ zone: Zone) -> Bool {
    guard let authored = referral.request.authored else { return false }
    func counts(_ end: Moment?) -> Bool {
      guard let end else { return false }
      return end.end(in: zone) > authored.start(in: zone) && isAfter(end, authored, zone)
        && end.civil(in: zone).date.year == year
    }
    let reports = tasks.items.filter { line in
      line.value.status == .completed && line.value.isConsultantReport
        && line.value.basedOn.contains { lineID(of: $0) == referral.id }
    }
    if reports.contains(where: { counts($0.value.execution.end) }) { return true }
    let recorded = steps(of: referral.id).last { $0.move.act == .move(.outcome) }
    return referral.state == .completed && counts(recorded.map { Moment($0.by.at) })
  }

  /// Later than the referral; of two that state only days, a later day.
  private func isAfter(_ end: Moment, _ authored: Moment, _ zone: Zone) -> Bool {
    if end.precision <= .day || authored.precision <= .day {
      return end.civil(in: zone).date > authored.civil(in: zone).date
    }
    return end.start(in: zone) > authored.start(in: zone)
  }
}

extension Referral {
  /// Source: CMS50, first referral: status active or completed, intent order.
  fileprivate var countsForLoop: Bool {
    [.active, .completed].contains(request.status) && ["order", ""].contains(request.intent)
  }
}

extension Task {
  /// Source: LOINC 11488-4 Consult note, 57133-1 Referral note; value set 2.16.840.1.113883.3.464.1003.121.12.1006 in
  /// part, since the whole is licensed.
  fileprivate var isConsultantReport: Bool {
    if code.has(code: "11488-4") || code.has(code: "371530004") { return true }
    let words = Folding.fold("\(code.label) \(description)")
    return words.contains("report") || words.contains("consult note") || words.contains("consultation note")
  }
}
