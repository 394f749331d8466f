import Care
import Synchronization

extension Journal {
  /// Makes the charts, lists, directory and names anew from the entries, in one transaction. Readers that follow are
  /// told of every page.
  ///
  /// - Parameter progress: entries done, and of how many.
  package func rebuild(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws {
    try desk.withLock { desk in
      desk = nil
      try write { tables in
        let meta = try tables.existingMeta()
        var rebuild = Rebuild(meta: meta, site: site, mark: mark, tables: tables)
        try rebuild.run(progress)
      }
    }
    try checkpoint()
  }
}

/// A rebuild under way. In memory are one chart, the lists' rows, the directory and the patients' names.
private struct Rebuild {
  let meta: Meta
  let site: SiteRules
  let mark: String
  let tables: Tables
  private var chart: Chart?
  private var chartSequence: Int64 = 0
  private var census: [CensusRow] = []
  private var work: [WorkRow] = []
  private var threads: [ThreadRow] = []
  private var referrals: [ReferralRow] = []
  private var directory = Directory()
  private var memberSequences: [MemberID: Int64] = [:]
  private var namings: [Naming] = []

  /// What an entry says about who a name means; the streams are read one after another, but the newest word stands.
  private struct Naming {
    var sequence: Int64
    var patient: PatientID
    var event: Event
  }

  init(meta: Meta, site: SiteRules, mark: String, tables: Tables) {
    self.meta = meta
    self.site = site
    self.mark = mark
    self.tables = tables
  }

  mutating func run(_ progress: (Int, Int) -> Void) throws {
    let numbers = try highestNumbers()
    for table in ["chart", "page", "member", "identity"] { try tables.run("DELETE FROM \(table)") }
    var done = 0
    try tables.eachEntryByStream { entry in
      try fold(entry)
      done += 1
      if done.isMultiple(of: 64) { progress(done, Int(meta.sequence)) }
    }
    try finishChart()
    try writeNames()
    try writePages(SortedPages(packing: census), .census, upTo: numbers[.census])
    try writePages(SortedPages(packing: work), .worklist, upTo: numbers[.worklist])
    try writePages(SortedPages(packing: threads), .inbox, upTo: numbers[.inbox])
    try writePages(SortedPages(packing: referrals), .referrals, upTo: numbers[.referrals])
    try tables.beginGeneration(rules: mark)
    progress(Int(meta.sequence), Int(meta.sequence))
  }

  private func highestNumbers() throws -> [ListKind: Int] {
    var numbers: [ListKind: Int] = [:]
    for image in try tables.heads() { numbers[image.list] = max(numbers[image.list] ?? 0, image.page.number) }
    return numbers
  }

  private mutating func fold(_ entry: Entry) throws {
    switch entry.stream {
    case .directory:
      directory.apply(entry)
      guard case .directoryReceived(_, let lines) = entry.event else { return }
      for line in lines { memberSequences[line.id] = entry.sequence }
    case .patient(let id):
      if chart?.id != id {
        try finishChart()
        chart = Chart(id: id)
      }
      chart?.apply(entry)
      chartSequence = entry.sequence
      keepNames(entry, of: id)
    case .triage: break
    }
  }

  private mutating func keepNames(_ entry: Entry, of patient: PatientID) {
    switch entry.event {
    case .recordReceived(let source, let lines):
      let named = lines.filter { $0.resource.kind == .patient }
      if named.isEmpty { return }
      namings.append(Naming(sequence: entry.sequence, patient: patient, event: .recordReceived(source, named)))
    case .recordMoved:
      namings.append(Naming(sequence: entry.sequence, patient: patient, event: entry.event))
    default: break
    }
  }

  private mutating func finishChart() throws {
    guard let chart else { return }
    let rows = ChartRows(chart, site: site)
    if let row = rows.census { census.append(row) }
    work.append(contentsOf: rows.work)
    threads.append(contentsOf: rows.threads)
    referrals.append(contentsOf: rows.referrals)
    try tables.write(chart, sequence: chartSequence)
    self.chart = nil
  }

  private func writeNames() throws {
    for naming in namings.sorted(by: { $0.sequence < $1.sequence }) {
      try tables.identify(naming.patient, naming.event)
    }
    for (id, sequence) in memberSequences {
      if let member = directory[id] { try tables.write(member, sequence: sequence) }
    }
  }

  /// Numbers that were in use and no longer are stay as pages without rows, for readers that still have them.
  private func writePages<Row>(_ list: SortedPages<Row>, _ kind: ListKind, upTo highest: Int?) throws {
    for page in list.pages { try tables.write(PageImage(list: kind, page: page), sequence: meta.sequence) }
    for number in (list.pages.count + 1)..<max(list.pages.count + 1, (highest ?? 0) + 1) {
      let gone = Page(number: number, rows: 0, head: [])
      try tables.write(PageImage(list: kind, page: gone), sequence: meta.sequence)
    }
  }
}
