package import Care
import Synchronization

extension Journal {
  /// Appends for a reader that follows the journal: the change holds all that happened since the entry up to which the
  /// reader knows it, other processes' writes too, so that the reader's state has no hole.
  ///
  /// - Parameters:
  ///   - since: sequence of the newest entry in the reader's state; nil for one that doesn't follow.
  ///   - openCharts: what the reader has in memory.
  ///   - waits: false for a caller that can't stand still while another writes: it is told at once that the journal is
  ///     busy, and may try again.
  /// - Throws: `AppendRefusal` where a stream has moved on; `JournalError` where the storage fails, or where the lists
  ///   are no longer of this program's rules. Nothing is written then.
  package func append(
    _ proposals: [Proposal], since: Int64?, openCharts: [PatientID], waits: Bool = true
  ) throws -> Change {
    try desk.withLock { desk in
      var hasBegun = false
      do {
        return try write(waits: waits) { tables in
          hasBegun = true
          let meta = try tables.existingMeta()
          guard meta.rules == mark else { throw JournalError(.otherRules, path: path) }
          if desk == nil { desk = try Desk(meta, tables) } else { try desk?.catchUp(meta, tables) }
          var append = Append(desk: desk!, meta: meta, site: site, tables: tables)
          // The desk has one owner at a time, so that changing it copies nothing.
          desk = nil
          let change = try append.run(proposals)
          desk = append.desk
          guard let since, since != meta.sequence || seen.withLock({ $0.generation }) != meta.generation else {
            return change
          }
          return try tables.changes(since: since, openCharts: openCharts, seen: seen)
        }
      } catch {
        // A try that found the journal busy has touched nothing, and the next must not begin by reading all lists.
        if hasBegun { desk = nil }
        throw error
      }
    }
  }
}

/// One append under way, within its transaction.
private struct Append {
  var desk: Desk
  let meta: Meta
  let site: SiteRules
  let tables: Tables
  private var hash: [UInt8]
  private var versions: [Stream: Int] = [:]
  private var change: Change
  private var folded: [PatientID: (old: Desk.Folded, chart: Chart)] = [:]
  private var members: [MemberID: Directory.Member] = [:]

  init(desk: Desk, meta: Meta, site: SiteRules, tables: Tables) {
    self.desk = desk
    self.meta = meta
    self.site = site
    self.tables = tables
    hash = meta.hash
    change = Change(sequence: meta.sequence)
  }

  mutating func run(_ proposals: [Proposal]) throws -> Change {
    for proposal in proposals where !(try tables.hasEntry(proposal.id)) {
      try fold(try enter(proposal))
    }
    if change.entries.isEmpty { return change }
    try writeCharts()
    for member in change.members { try tables.write(member, sequence: change.sequence) }
    try tables.moveHead(to: change.sequence, hash: hash)
    desk.settle(at: change.sequence)
    return change
  }

  /// Writes an entry, or refuses it where its stream has moved on.
  private mutating func enter(_ proposal: Proposal) throws -> Entry {
    let version = try versions[proposal.stream] ?? tables.version(of: proposal.stream)
    guard proposal.expected == version else {
      throw AppendRefusal.conflict(proposal.stream, expected: proposal.expected, found: version)
    }
    let entry = Entry(sequence: change.sequence + 1, version: version + 1, of: proposal)
    hash = try tables.append(entry, after: hash)
    versions[proposal.stream] = entry.version
    change.sequence = entry.sequence
    change.entries.append(entry)
    return entry
  }

  private mutating func fold(_ entry: Entry) throws {
    switch entry.stream {
    case .patient(let id):
      if folded[id] == nil {
        let old = try desk.chart(id, site: site, tables)
        folded[id] = (old, old.chart)
      }
      folded[id]?.chart.apply(entry)
      try tables.identify(id, entry.event)
    case .directory:
      guard case .directoryReceived(_, let lines) = entry.event else { return }
      for line in lines { try upsert(line) }
    case .triage: break
    }
  }

  /// Names by which a member was once known stay valid.
  private mutating func upsert(_ line: DirectoryLine) throws {
    var known = Directory()
    if let member = try members[line.id] ?? tables.member(line.id) { known.upsert(member) }
    known.upsert(line)
    members[line.id] = known[line.id]
  }

  private mutating func writeCharts() throws {
    var touched: [ListKind: Set<Int>] = [:]
    for (old, chart) in folded.values.sorted(by: { $0.chart.id < $1.chart.id }) {
      touched.merge(try desk.put(chart, over: old, site: site, tables)) { $0.union($1) }
      try tables.write(chart, sequence: change.sequence)
      change.charts.append(chart)
    }
    change.members = members.values.sorted { $0.id < $1.id }
    for list in ListKind.allCases {
      for number in (touched[list] ?? []).sorted() {
        let image = desk.image(list, number)
        try tables.write(image, sequence: change.sequence)
        change.pages.append(image)
      }
    }
  }
}
