internal import Care
internal import GRDB
import FoundationEssentials

/// The journal's tables, as one connection sees them.
struct Tables {
  let db: Database
  let bodies: Bodies

  var path: String { bodies.path }

  func run(_ sql: String, _ arguments: StatementArguments = []) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
    try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
  }

  func number(_ sql: String, _ arguments: StatementArguments = []) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
  }

  func each(_ sql: String, _ arguments: StatementArguments = [], _ body: (Row) throws -> Void) throws {
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    while let row = try rows.next() { try body(row) }
  }

  func damaged(_ which: String) -> JournalError {
    JournalError(.damagedRow(which, "its identifier has the wrong length"), path: path)
  }
}

extension Row {
  func bytes(_ index: Int) throws -> [UInt8] { try withUnsafeData(atIndex: index) { $0.map(Array.init) ?? [] } }
}

/// One journal: its facts that are not entries.
struct Meta {
  var zone: String
  var created: Int64
  /// Grows when the projections are made anew, which leaves no page as it was.
  var generation: Int
  /// The newest entry, 0 where there is none.
  var sequence: Int64
  var hash: [UInt8]
  /// `SiteRules.mark` of the program that made the lists.
  var rules: String
}

extension Tables {
  /// - Returns: nil where the journal has just been made.
  func meta() throws -> Meta? {
    guard let row = try row("SELECT zone, created, generation, sequence, hash, rules FROM meta") else { return nil }
    return Meta(
      zone: row[0], created: row[1], generation: row[2], sequence: row[3], hash: try row.bytes(4),
      rules: row[5])
  }

  func existingMeta() throws -> Meta {
    guard let meta = try meta() else { throw JournalError(.missing, path: path) }
    return meta
  }

  /// Does nothing where another process was first.
  func createMeta(zone: String, created: Int64, rules: String) throws {
    try run(
      "INSERT OR IGNORE INTO meta VALUES (1, ?, ?, 0, 0, ?, ?)",
      [zone, created, Data(Chain.start), rules])
  }

  func moveHead(to sequence: Int64, hash: [UInt8]) throws {
    try run("UPDATE meta SET sequence = ?, hash = ?", [sequence, Data(hash)])
  }

  func beginGeneration(rules: String) throws {
    try run("UPDATE meta SET generation = generation + 1, rules = ?", [rules])
  }
}
