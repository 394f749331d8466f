package import Care
internal import GRDB
import Synchronization

extension Journal {
  /// What a screen opens on: every list by its heads, with the pages it shows first, and the directory.
  package struct Opening: Sendable {
    package var lists: CareLists
    package var directory: Directory
    /// The newest entry in them.
    package var sequence: Int64
  }

  /// Reads what the first frame needs and no more: the lists' heads, and of the rows the first two pages of each list
  /// and those where a key lies, so that what comes before the key can be counted.
  package func opening(around keys: [(ListKind, [UInt8])] = []) throws -> Opening {
    try read { tables in
      let meta = try tables.existingMeta()
      seen.withLock { $0.generation = meta.generation }
      var lists = try CareLists(heads: tables.heads())
      lists.load(
        try tables.first(of: lists.census, .census, keys) + tables.first(of: lists.worklist, .worklist, keys)
          + tables.first(of: lists.inbox, .inbox, keys) + tables.first(of: lists.referrals, .referrals, keys))
      return Opening(lists: lists, directory: try tables.directory(), sequence: meta.sequence)
    }
  }

  /// Reads the rows of pages that are known by their heads.
  ///
  /// - Parameter upTo: sequence of the newest entry in the reader's state. A page that was changed since is left out:
  ///   it comes with `changes`, together with those it shares rows with.
  package func pages(_ wanted: [(ListKind, [Int])], upTo sequence: Int64) throws -> [PageImage] {
    try read { tables in
      guard try tables.existingMeta().generation == seen.withLock({ $0.generation }) else { return [] }
      return try wanted.flatMap { list, numbers in
        try numbers.compactMap { try tables.page(list, $0, upTo: sequence) }
      }
    }
  }

  /// True where anything was written since the last call, here or by another process. Costs some microseconds.
  package func changed() throws -> Bool {
    let version = try Journal.translating(path) { try lookout.inDatabase(Journal.dataVersion) }
    return seen.withLock { seen in
      defer { seen.dataVersion = version }
      return seen.dataVersion != version
    }
  }

  /// What was written after an entry, whoever wrote it: pages, members, the open charts that changed, and the newest of
  /// the entries (`entriesFollowed` at most, since an import brings thousands).
  package func changes(since sequence: Int64, openCharts: [PatientID]) throws -> Change {
    try read { try $0.changes(since: sequence, openCharts: openCharts, seen: seen) }
  }

  package static let entriesFollowed = 200
}

extension Tables {
  /// Everything is new to a reader whose projections have been made anew since it read them.
  func changes(since sequence: Int64, openCharts: [PatientID], seen: borrowing Mutex<Journal.Seen>) throws -> Change {
    let meta = try existingMeta()
    let isAnew = seen.withLock { seen in
      defer { seen.generation = meta.generation }
      return seen.generation != meta.generation
    }
    let known = isAnew ? -1 : sequence
    return Change(
      sequence: meta.sequence,
      entries: try entries(after: sequence, limit: Journal.entriesFollowed),
      charts: try openCharts.compactMap { try chart($0, changedSince: known) },
      members: try members(after: known),
      pages: try pages(after: known))
  }

  fileprivate func first<Row>(
    of list: SortedPages<Row>, _ kind: ListKind, _ keys: [(ListKind, [UInt8])]
  ) throws -> [PageImage] {
    var positions: Set<Int> = [0, 1]
    for (_, key) in keys.lazy.filter({ $0.0 == kind }) {
      guard let position = list.pageIndex(of: key) else { continue }
      positions.formUnion([position, position + 1])
    }
    return try positions.filter { $0 < list.pages.count }.compactMap { try page(kind, list.pages[$0].number) }
  }
}
