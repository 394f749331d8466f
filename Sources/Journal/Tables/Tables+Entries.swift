import Care
import FoundationEssentials
internal import GRDB

/// An entry as it lies on the disk.
struct EntryRow {
  var sequence: Int64
  var id: EntryID
  var stream: Stream
  var version: Int
  var time: Int64
  /// Sealed.
  var body: [UInt8]
}

extension Tables {
  private static let columns = "sequence, id, stream, version, time, body"

  func hasEntry(_ id: EntryID) throws -> Bool {
    try number("SELECT 1 FROM entry WHERE id = ?", [Data(id.bytes)]) != nil
  }

  /// How many entries a stream has.
  func version(of stream: Stream) throws -> Int {
    Int(try number("SELECT max(version) FROM entry WHERE stream = ?", [Data(stream.bytes)]) ?? 0)
  }

  /// - Returns: the entry's hash.
  func append(_ entry: Entry, after previous: [UInt8]) throws -> [UInt8] {
    let row = EntryRow(
      sequence: entry.sequence, id: entry.id, stream: entry.stream, version: entry.version,
      time: entry.time.milliseconds, body: try bodies.sealed(entry.body, .entry(entry.stream, entry.sequence)))
    let hash = Chain.hash(after: previous, row)
    try run(
      "INSERT INTO entry (\(Self.columns), hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        row.sequence, Data(row.id.bytes), Data(row.stream.bytes), row.version, row.time, Data(row.body), Data(hash),
      ])
    return hash
  }

  /// The newest entries after a sequence, oldest first, no more than `limit`.
  func entries(after sequence: Int64, limit: Int) throws -> [Entry] {
    var entries: [Entry] = []
    try each(
      "SELECT \(Self.columns) FROM entry WHERE sequence > ? ORDER BY sequence DESC LIMIT ?", [sequence, limit]
    ) { entries.append(try entry($0)) }
    return entries.reversed()
  }

  /// All that one stream has, oldest first.
  func entries(of stream: Stream) throws -> [Entry] {
    var entries: [Entry] = []
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT \(Self.columns) FROM entry WHERE stream = ? ORDER BY version"),
      arguments: [Data(stream.bytes)])
    while let row = try rows.next() { entries.append(try entry(row)) }
    return entries
  }

  /// The last session of a member's triage, read back to its beginning; nil where there was none.
  func triage(of member: MemberID) throws -> TriageSession? {
    var back: [Entry] = []
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT \(Self.columns) FROM entry WHERE stream = ? ORDER BY version DESC"),
      arguments: [Data(Stream.triage(member).bytes)])
    while let row = try rows.next() {
      let entry = try entry(row)
      guard var session = TriageSession(entry) else {
        back.append(entry)
        continue
      }
      for later in back.reversed() { session.apply(later) }
      return session
    }
    return nil
  }

  /// Every entry, one stream after another, each stream in order.
  func eachEntryByStream(_ body: (Entry) throws -> Void) throws {
    try each("SELECT \(Self.columns) FROM entry ORDER BY stream, version") { try body(entry($0)) }
  }

  /// Every entry as it lies on the disk, with its hash, in order.
  func eachRow(_ body: (EntryRow, [UInt8]) throws -> Void) throws {
    try each("SELECT \(Self.columns), hash FROM entry ORDER BY sequence") { try body(entryRow($0), $0.bytes(6)) }
  }

  private func entryRow(_ row: Row) throws -> EntryRow {
    let sequence: Int64 = row[0]
    guard let id = EntryID(bytes: try row.bytes(1)), let stream = Stream(bytes: try row.bytes(2)) else {
      throw JournalError(.damagedEntry(sequence: sequence, "its identifier or stream has the wrong length"), path: path)
    }
    return EntryRow(
      sequence: sequence, id: id, stream: stream, version: row[3], time: row[4], body: try row.bytes(5))
  }

  private func entry(_ row: Row) throws -> Entry {
    let row = try entryRow(row)
    let proposal = try bodies.open(row.body, .entry(row.stream, row.sequence)) { body throws(WireError) in
      try Proposal(
        id: row.id, stream: row.stream, version: row.version, time: Instant(milliseconds: row.time), body: body)
    }
    return Entry(sequence: row.sequence, version: row.version, of: proposal)
  }

  func kind(of row: EntryRow) throws -> EventKind {
    try bodies.open(row.body, .entry(row.stream, row.sequence), Entry.eventKind)
  }
}
