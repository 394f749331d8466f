import Care

/// What the writer has at hand between appends: the lists by their heads, the pages it touched, and the charts it last
/// wrote. It is right for one sequence; other processes' writes are caught up with, and a failed append throws it away.
struct Desk {
  private(set) var sequence: Int64
  private(set) var generation: Int
  private var lists: CareLists
  private var charts: [PatientID: Folded] = [:]

  /// A chart with the rows it has in the lists.
  struct Folded {
    var chart: Chart
    var rows: ChartRows
  }

  /// Charts and pages kept at hand; an import of any size stays within about a hundred megabytes.
  private static let chartsKept = 64
  private static let pagesKept = 2048

  init(_ meta: Meta, _ tables: Tables) throws {
    sequence = meta.sequence
    generation = meta.generation
    lists = try CareLists(heads: tables.heads())
  }

  /// Takes in what another process wrote since.
  mutating func catchUp(_ meta: Meta, _ tables: Tables) throws {
    if meta.generation != generation {
      self = try Desk(meta, tables)
    } else if meta.sequence != sequence {
      lists.adopt(try tables.heads(after: sequence))
      charts = [:]
      sequence = meta.sequence
    }
  }

  /// The chart as it is before this append; a new one where there is none.
  mutating func chart(_ id: PatientID, site: SiteRules, _ tables: Tables) throws -> Folded {
    if let folded = charts[id] { return folded }
    let chart = try tables.chart(id) ?? Chart(id: id)
    return Folded(chart: chart, rows: ChartRows(chart, site: site))
  }

  /// Puts a chart's newer rows into the lists.
  /// - Returns: the pages that changed.
  mutating func put(_ chart: Chart, over old: Folded, site: SiteRules, _ tables: Tables) throws -> [ListKind: Set<Int>]
  {
    let new = ChartRows(chart, site: site)
    try load(\.census, .census, old.rows.census.map { [$0] } ?? [], new.census.map { [$0] } ?? [], tables)
    try load(\.worklist, .worklist, old.rows.work, new.work, tables)
    try load(\.inbox, .inbox, old.rows.threads, new.threads, tables)
    try load(\.referrals, .referrals, old.rows.referrals, new.referrals, tables)
    if charts.count >= Self.chartsKept, charts[chart.id] == nil { charts = [:] }
    charts[chart.id] = Folded(chart: chart, rows: new)
    return lists.replace(old.rows, by: new)
  }

  func image(_ list: ListKind, _ number: Int) -> PageImage { lists.image(list, number) }

  /// Says that the append is done.
  mutating func settle(at sequence: Int64) {
    self.sequence = sequence
    if lists.loadedPages > Self.pagesKept { lists = lists.heads }
  }

  /// Reads the pages that replacing some rows by others can touch.
  private mutating func load<Row: PagedRow & Hashable>(
    _ list: WritableKeyPath<CareLists, SortedPages<Row>>, _ kind: ListKind, _ old: [Row], _ new: [Row],
    _ tables: Tables
  ) throws {
    if old == new { return }
    let unchanged = Set(old).intersection(new)
    let keys = Set(new.map(\.key))
    let removed = old.map(\.key).filter { !keys.contains($0) }
    let written = new.filter { !unchanged.contains($0) }.map(\.key)
    let pages = lists[keyPath: list].pages
    let missing = lists[keyPath: list].reach(of: removed + written, removals: removed.count)
      .filter { !pages[$0].isLoaded }
    if missing.isEmpty { return }
    lists[keyPath: list].load(try missing.compactMap { try tables.page(kind, pages[$0].number)?.page })
  }
}

extension SortedPages {
  /// Positions of the pages that can be touched when rows with these keys are removed and inserted.
  ///
  /// A row goes into the page whose head is the last one not after it. Removing rows can empty pages and move heads, so
  /// each key also reaches down to a page that is sure to keep a row, and up where there is none below.
  func reach(of keys: [[UInt8]], removals: Int) -> Set<Int> {
    var reached: Set<Int> = []
    for key in keys {
      guard let home = pageIndex(of: key) else { return [] }
      reached.insert(home)
      if removals == 0 { continue }
      var left = removals
      var below = home - 1
      while below >= 0, left >= 0 {
        reached.insert(below)
        left -= pages[below].rows
        below -= 1
      }
      if left < 0 { continue }
      left = removals - pages[home].rows
      var above = home + 1
      while above < pages.count, left >= 0 {
        reached.insert(above)
        left -= pages[above].rows
        above += 1
      }
    }
    return reached
  }
}

extension CareLists {
  /// Lists known by their heads alone.
  init(heads: [PageImage]) {
    self.init()
    census = SortedPages(heads.lazy.filter { $0.list == .census }.map(\.page))
    worklist = SortedPages(heads.lazy.filter { $0.list == .worklist }.map(\.page))
    inbox = SortedPages(heads.lazy.filter { $0.list == .inbox }.map(\.page))
    referrals = SortedPages(heads.lazy.filter { $0.list == .referrals }.map(\.page))
  }

  var loadedPages: Int {
    census.pages.count(where: \.isLoaded) + worklist.pages.count(where: \.isLoaded)
      + inbox.pages.count(where: \.isLoaded) + referrals.pages.count(where: \.isLoaded)
  }

  /// The same lists without the rows.
  var heads: CareLists {
    func bare<Row>(_ list: SortedPages<Row>) -> SortedPages<Row> {
      SortedPages(list.pages.map { Page(number: $0.number, rows: $0.rows, head: $0.head) })
    }
    var lists = CareLists()
    lists.census = bare(census)
    lists.worklist = bare(worklist)
    lists.inbox = bare(inbox)
    lists.referrals = bare(referrals)
    return lists
  }
}
