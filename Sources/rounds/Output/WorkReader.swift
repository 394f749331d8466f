import Care
import Dashboard
import Foundation
import Journal

/// The worklist for machines, in the order in which the dashboard shows it; what somebody has left alone comes last.
struct WorkReader {
  let session: Session
  let workspace: Workspace

  struct Item: Encodable {
    struct Clock: Encodable {
      var id: String
      var source: String
      var version: String
      var target: String
      /// When it is due by this clock, in the site's zone.
      var due: String
      /// What is published, where this site changed it.
      var changed: String?
    }

    struct ScorePart: Encodable {
      var instrument: String
      /// Absent unless every input is known.
      var total: Double?
      var band: String?
      /// Inputs known, and of how many, where some are missing.
      var known: Int?
      var of: Int?
    }

    var id: String
    var kind: String
    var patient: NamedPatient
    var title: String
    var because: String
    var next: String
    /// The clocks that run on it, the first due first.
    var clocks: [Clock]
    /// With the site's offset; a date alone where only the day is stated.
    var due: String?
    /// The instant from which it is overdue.
    var deadline: String?
    var breached: Bool
    var band: String
    var owner: String?
    /// FHIR's code; empty for a line that a rule made, and where the source states none.
    var status: String
    var priority: String?
    var risk: String
    /// What the risk is told from, as the record was when it was last heard from.
    var scores: [ScorePart]
    var organization: String?
    var lastTouched: String?
    var escalations: Int
    /// Set where somebody left it alone, and why.
    var waitsUntil: String?
    var waitsBecause: String?
  }

  var rows: some Sequence<WorkRow> {
    let order = WorkOrder(workspace.lists.worklist, now: session.now, zone: workspace.zone, showsAsleep: true)
    return (0..<order.count).lazy.compactMap { order.place(at: $0) }.compactMap { workspace.lists.worklist[$0] }
  }

  func cells(_ row: WorkRow) -> [String] {
    [
      row.due.map { Stamps.text($0, in: workspace.zone) } ?? "", band(row).title, row.patientName, row.title,
      row.status,
      workspace.directory.naming(row.owner).words,
    ]
  }

  private func band(_ row: WorkRow) -> Band { row.band(session.now, zone: workspace.zone) }

  var items: some Sequence<Result<Item, any Error>> {
    let charts = Charts(journal: session.journal)
    return rows.lazy.map { row in Result { item(row, try charts.read(row.patient)) } }
  }

  private func item(_ row: WorkRow, _ chart: Chart) -> Item {
    let words = TimeWords(now: session.now, zone: workspace.zone)
    let open = chart.owed(row.item, workspace.site)
    let owner = chart.naming(row.owner, in: workspace.directory)
    let house = workspace.directory.naming(row.organization).words
    let isAsleep = row.isAsleep(session.now)
    return Item(
      id: row.item.description, kind: row.kind.name,
      patient: NamedPatient(row.patient, mrn: row.mrn, name: row.patientName), title: row.title,
      because: open.map { Reasons(chart, words, directory: workspace.directory).because($0) } ?? "",
      next: open?.clocks.first.flatMap { row.kind == .clock ? $0.clock.duty.next : nil }
        ?? chart.referral(row.item, workspace.site)?.next.action.words ?? row.title,
      clocks: (open?.clocks ?? []).map(clock), due: row.due.map { Stamps.text($0, in: workspace.zone) },
      deadline: row.deadline.map { Stamps.text($0, in: workspace.zone) },
      breached: row.deadline.map { $0 <= session.now } ?? false,
      band: band(row).title,
      owner: owner.isEmpty ? nil : owner, status: row.status,
      priority: row.priority?.rawValue, risk: row.risk.typed,
      scores: chart.riskScores(zone: workspace.zone).compactMap(part), organization: house.isEmpty ? nil : house,
      lastTouched: row.touched.map { Stamps.text($0, in: workspace.zone) }, escalations: row.steps,
      waitsUntil: isAsleep ? row.sleepsUntil.map { Stamps.text($0, in: workspace.zone) } : nil,
      waitsBecause: isAsleep ? open?.handling?.snooze?.reason : nil)
  }

  private func clock(_ running: RunningClock) -> Item.Clock {
    let clock = running.clock
    return Item.Clock(
      id: clock.id, source: clock.source, version: clock.version, target: clock.target.words,
      due: Stamps.text(running.due, in: workspace.zone), changed: clock.siteChange?.words)
  }

  private func part(_ score: Score) -> Item.ScorePart? {
    var part = Item.ScorePart(instrument: score.instrument.id)
    switch score.outcome {
    case .total(let total, let band):
      // A flag that isn't raised says nothing by itself.
      if score.instrument.isFlag, band?.weight == .low { return nil }
      (part.total, part.band) = (score.instrument.isFlag ? nil : total, band?.word)
    case .incomplete(let known, let all):
      if score.instrument.isFlag { return nil }
      (part.known, part.of) = (known, all)
    case .notApplicable: return nil
    }
    return part
  }
}
