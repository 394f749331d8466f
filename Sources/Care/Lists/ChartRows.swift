/// The rows one chart puts into the lists. Lists are a function of the charts, so an update is the difference between
/// a chart's rows before and after.
package struct ChartRows: Sendable {
  package var census: CensusRow?
  package var work: [WorkRow]
  package var threads: [ThreadRow]
  package var referrals: [ReferralRow]

  package static let none = ChartRows(census: nil, work: [], threads: [], referrals: [])

  private init(census: CensusRow?, work: [WorkRow], threads: [ThreadRow], referrals: [ReferralRow]) {
    self.census = census
    self.work = work
    self.threads = threads
    self.referrals = referrals
  }

  /// What the chart puts into the lists of a site with these rules.
  package init(_ chart: Chart, site: SiteRules) {
    guard chart.movedTo == nil, chart.version > 0 else {
      self = .none
      return
    }
    let (name, mrn) = (chart.listedName, chart.medicalRecordNumber)
    let all = chart.referrals(site)
    let owed = chart.owed(site, all)
    work = Self.work(of: chart, owed, site: site)
    referrals = chart.id == .unmatched ? [] : ReferralRow.rows(of: chart, all, owed: owed, site: site)
    threads = chart.threads.map { ThreadRow($0, of: chart) }
    // What its rule doesn't want shown yet when the record was last heard from isn't open yet.
    let open = work.filter { $0.segment != .early }
    var row = CensusRow(
      patient: chart.id, name: name, names: chart.allNames, birthDate: chart.patient?.birthDate,
      gender: chart.patient?.gender,
      mrn: mrn, isDeceased: chart.patient?.deceased.isDeceased ?? false,
      isIdentified: chart.patient != nil, openItems: open.count,
      nextDue: open.compactMap(\.deadline).min())
    row.team = chart.teamOrigins
    census = row
  }
}

extension ChartRows {
  /// The worklist's lines of what a chart owes.
  package static func work(of chart: Chart, _ owed: [OpenItem], site: SiteRules) -> [WorkRow] {
    // The same for all of a patient's items, and not worth working out for nobody.
    let risk = owed.isEmpty ? Risk.incomplete : chart.risk(zone: site.zone)
    return owed.map { item in
      var row = WorkRow(
        item: item.id, patient: chart.id, kind: item.kind, patientName: chart.listedName,
        birthDate: chart.patient?.birthDate, gender: chart.patient?.gender, mrn: chart.medicalRecordNumber,
        title: item.title, status: item.status, priority: item.priority, due: item.due,
        deadline: item.due?.end(in: site.zone), owner: item.owner)
      row.clocks = item.clocks.map(\.clock.id)
      row.organization = item.organization
      row.risk = risk
      row.isSnoozed = item.handling?.snooze != nil
      // What was to be shown when the record was last heard from is shown, and costs nothing more.
      row.sleepsUntil =
        item.handling?.snooze?.until ?? item.shownFrom.flatMap { $0 > chart.heard ?? .distantPast ? $0 : nil }
      row.steps = item.step
      row.climbs = item.climbs(site)
      row.touched = [item.handling?.touch?.at, item.changed?.start(in: site.zone)].compactMap(\.self).max()
      return row
    }
  }

  /// The form of the rows: grows whenever the same chart gives other rows by the same rules.
  package static let form = 5
}

/// The four lists, in order.
package struct CareLists: Sendable {
  package var census = SortedPages<CensusRow>()
  package var worklist = SortedPages<WorkRow>()
  package var inbox = SortedPages<ThreadRow>()
  package var referrals = SortedPages<ReferralRow>()
  /// What the referrals come to, as far as their pages have been read; whoever writes rows one by one doesn't need it.
  package private(set) var tally = ReferralTally()
  /// What of the worklist goes up by itself, as far as its pages have been read.
  package private(set) var climbers = Climbers()

  package init() {}

  /// Replaces a chart's rows by its newer ones.
  /// - Returns: the pages that changed, by list.
  package mutating func replace(_ old: ChartRows, by new: ChartRows) -> [ListKind: Set<Int>] {
    [
      .census: Self.replace(old.census.map { [$0] } ?? [], by: new.census.map { [$0] } ?? [], in: &census),
      .worklist: Self.replace(old.work, by: new.work, in: &worklist),
      .inbox: Self.replace(old.threads, by: new.threads, in: &inbox),
      .referrals: Self.replace(old.referrals, by: new.referrals, in: &referrals),
    ]
  }

  private static func replace<Row: PagedRow & Hashable>(
    _ old: [Row], by new: [Row], in list: inout SortedPages<Row>
  ) -> Set<Int> {
    guard old != new else { return [] }
    let kept = Set(old).intersection(new)
    let keys = Set(new.map(\.key))
    var touched: Set<Int> = []
    for row in old where !kept.contains(row) && !keys.contains(row.key) { touched.formUnion(list.remove(row.key)) }
    for row in new where !kept.contains(row) { touched.formUnion(list.insert(row)) }
    return touched
  }

  package mutating func adopt(_ images: [PageImage]) {
    census.adopt(images.lazy.filter { $0.list == .census }.map(\.page))
    worklist.adopt(images.lazy.filter { $0.list == .worklist }.map(\.page))
    climbers.note(images)
    inbox.adopt(images.lazy.filter { $0.list == .inbox }.map(\.page))
    let pages = images.lazy.filter { $0.list == .referrals }.map(\.page)
    // A page whose rows were never read was never counted.
    for page in pages {
      if let old = referrals.page(number: page.number), old.isLoaded { tally.count(old, -1) }
      tally.count(page, 1)
    }
    referrals.adopt(Array(pages))
  }

  package mutating func load(_ images: [PageImage]) {
    census.load(images.lazy.filter { $0.list == .census }.map(\.page))
    worklist.load(images.lazy.filter { $0.list == .worklist }.map(\.page))
    climbers.note(images)
    inbox.load(images.lazy.filter { $0.list == .inbox }.map(\.page))
    let pages = images.lazy.filter { $0.list == .referrals }.map(\.page)
    for page in pages where referrals.page(number: page.number).map({ !$0.isLoaded }) ?? false {
      tally.count(page, 1)
    }
    referrals.load(Array(pages))
  }

  /// True where every row is in memory.
  package var isLoaded: Bool {
    census.unloaded.isEmpty && worklist.unloaded.isEmpty && inbox.unloaded.isEmpty && referrals.unloaded.isEmpty
  }

  /// The page as it is now; one without rows where it is gone.
  package func image(_ list: ListKind, _ number: Int) -> PageImage {
    let page =
      switch list {
      case .census: census.page(number: number)
      case .worklist: worklist.page(number: number)
      case .inbox: inbox.page(number: number)
      case .referrals: referrals.page(number: number)
      }
    return PageImage(list: list, page: page ?? Page(number: number, rows: 0, head: []))
  }
}
