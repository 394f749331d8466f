package import Care
internal import GRDB
import Synchronization

/// The record on disk: entries that are only ever added, and the lists, charts and names made from them.
///
/// One SQLite file. Any thread may call; writes take turns, in this process and across processes. What is appended is on
/// the disk when `append` returns.
package final class Journal: Sendable {
  package enum Mode: Sendable {
    case readWrite
    /// Changes nothing, and needs no more than the right to read.
    case readOnly
  }

  /// The journal's file.
  package let path: String
  package let mode: Mode
  /// By which the lists are made, whichever machine writes.
  package let site: SiteRules
  let mark: String
  /// What is not as it should be but doesn't stop the work, in words.
  package let warnings: [String]

  let pool: DatabasePool
  let bodies: Bodies
  /// Looks at one number only, on a connection of its own, so that a long write doesn't hold up the look.
  let lookout: DatabaseQueue
  let seen: Mutex<Seen>
  let desk = Mutex<Desk?>(nil)

  /// Seconds to wait for another process's write: its import writes for a second or so at a time.
  static let patience = 10

  /// What the process has been told of the others' doings.
  struct Seen {
    var dataVersion: Int
    var generation: Int
  }

  init(
    folder: JournalFolder, mode: Mode, site: SiteRules, mark: String, pool: DatabasePool, lookout: DatabaseQueue,
    bodies: Bodies,
    seen: Seen, warnings: [String]
  ) {
    path = folder.file
    self.warnings = (folder.warning.map { [$0] } ?? []) + warnings
    self.mode = mode
    self.site = site
    self.mark = mark
    self.pool = pool
    self.lookout = lookout
    self.bodies = bodies
    self.seen = Mutex(seen)
  }

  package var zone: Zone { site.zone }

  /// Reads one state of the journal, untouched by writes meanwhile.
  func read<Value>(_ body: (Tables) throws -> Value) throws -> Value {
    try Journal.translating(path) { try pool.read { try body(Tables(db: $0, bodies: bodies)) } }
  }

  /// Runs one transaction, all or nothing. It has the write lock from its first statement on.
  ///
  /// - Parameters:
  ///   - waits: whether to wait for the lock while another process has it.
  ///   - isDurable: false for what may be lost with the power: it costs no wait for the disk.
  func write<Value>(waits: Bool = true, isDurable: Bool = true, _ body: (Tables) throws -> Value) throws -> Value {
    guard mode == .readWrite else { throw JournalError(.readOnly, path: path) }
    return try Journal.translating(path) {
      try pool.writeWithoutTransaction { db in
        if !waits { try db.execute(sql: "PRAGMA busy_timeout = 0") }
        defer { if !waits { try? db.execute(sql: "PRAGMA busy_timeout = \(Journal.patience * 1000)") } }
        if !isDurable { try db.execute(sql: "PRAGMA synchronous = NORMAL") }
        defer { if !isDurable { try? db.execute(sql: "PRAGMA synchronous = FULL") } }
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(Tables(db: db, bodies: bodies))
          return .commit
        }
        return value!
      }
    }
  }

  /// Uses the connection that writes for what can't be done within a transaction.
  func outsideTransaction<Value>(_ body: (Tables) throws -> Value) throws -> Value {
    try Journal.translating(path) { try pool.writeWithoutTransaction { try body(Tables(db: $0, bodies: bodies)) } }
  }

  /// Puts SQLite's errors into words of our own, which hold no statement and no values.
  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw JournalError(error, path: path)
    }
  }

  /// Moves what was written into the main file, and empties the log beside it.
  package func checkpoint() throws {
    guard mode == .readWrite else { return }
    try outsideTransaction { _ = try $0.db.checkpoint(.truncate) }
  }

  /// Later calls throw `JournalError.closed`.
  package func close() throws {
    // So that the next start has no log to read. It stays where another process is reading, and does no harm there.
    try? checkpoint()
    try Journal.translating(path) {
      try lookout.close()
      try pool.close()
    }
  }
}

extension Journal: Care.Record {
  package func chart(_ id: PatientID) throws -> Chart? { try read { try $0.chart(id) } }

  package func patient(_ origin: OriginID) throws -> PatientID? { try read { try $0.patient(origin) } }

  package func directory() throws -> Directory { try read { try $0.directory() } }

  /// How far a member has gone through the list begun last; nil where none was begun.
  package func triage(of member: MemberID) throws -> TriageSession? { try read { try $0.triage(of: member) } }

  package func directoryVersion() throws -> Int { try read { try $0.version(of: .directory) } }

  /// Appends all or none. Several proposals for one stream count up: each expects the version that the one before makes.
  /// The change holds what these proposals did; whoever follows the journal uses `append(_:since:openCharts:)`.
  package func append(_ proposals: [Proposal]) throws -> Change { try append(proposals, since: nil, openCharts: []) }
}

extension Tables {
  func directory() throws -> Directory {
    var directory = Directory()
    for member in try members(after: 0) { directory.upsert(member) }
    return directory
  }
}
