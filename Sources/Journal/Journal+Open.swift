package import Care
internal import GRDB
package import Sealing

extension Journal {
  /// Opens the journal in a folder; makes both where they are missing and `mode` allows it.
  ///
  /// - Parameters:
  ///   - siteZone: name of the site's time zone, kept when the journal is made and not looked at after that.
  ///   - zone: the zone of a name; nil where this machine doesn't know it.
  ///   - site: the rules by which lists are made, of a site with this zone where they name no other.
  ///   - mayRebuild: false for one who must have the lists as they are, since somebody else here shows them.
  ///   - now: kept as the time at which the journal was made.
  ///   - rebuilding: told how far it is where a program with other rules made the lists, so that they are made anew.
  /// - Throws: `JournalError`.
  package static func open(
    folder: String, seal: some Seal = Unsealed(), mode: Mode = .readWrite, siteZone: String,
    zone: (String) -> Zone?, site: (Zone) -> SiteRules = SiteRules.init(zone:), now: Instant, mayRebuild: Bool = true,
    rebuilding: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Journal {
    let folder = JournalFolder(folder)
    switch mode {
    case .readWrite: try folder.prepare()
    case .readOnly: try folder.find()
    }
    let bodies = Bodies(seal: seal, path: folder.file)
    return try translating(folder.file) {
      // It only looks, but where the program was killed while it made the file, SQLite must be able to mend it.
      let lookout = try DatabaseQueue(path: folder.file, configuration: configuration(mode))
      let isComplete = try lookout.inDatabase { try inspect($0, mode, folder.file) }
      let pool = try DatabasePool(path: folder.file, configuration: configuration(mode))
      if mode == .readWrite {
        try pool.writeWithoutTransaction { try keepOnDisk($0, folder.file) }
        if !isComplete {
          try migrate(pool)
          try pool.write { db in
            // A zone that this machine doesn't know is refused below.
            try Tables(db: db, bodies: bodies).createMeta(
              zone: siteZone, created: now.milliseconds, rules: zone(siteZone).map { site($0).mark } ?? "")
          }
        }
      }
      // Looked at before anything is read, so that no change falls between.
      let dataVersion = try lookout.inDatabase(dataVersion)
      let meta = try pool.read { try Tables(db: $0, bodies: bodies).existingMeta() }
      guard let own = zone(meta.zone) else { throw JournalError(.unknownZone(meta.zone), path: folder.file) }
      let rules = site(own)
      let mark = rules.mark
      let isCurrent = meta.rules == mark
      // Rows of another form can't be read, and reading only doesn't make them anew.
      if mode == .readOnly, !isCurrent, meta.rules.split(separator: " ").first != mark.split(separator: " ").first {
        throw JournalError(.olderForm, path: folder.file)
      }
      let journal = Journal(
        folder: folder, mode: mode, site: rules, mark: mark, pool: pool, lookout: lookout, bodies: bodies,
        seen: Seen(dataVersion: dataVersion, generation: meta.generation),
        warnings: isCurrent || mode == .readWrite ? [] : [staleLists])
      if mode == .readWrite, !isCurrent {
        guard mayRebuild else { throw JournalError(.otherRules, path: folder.file) }
        try journal.rebuild(progress: rebuilding)
      }
      return journal
    }
  }

  private static let staleLists =
    "The lists were made by other rules, of an older clocks.toml or another Rounds; opening the dashboard once makes them "
    + "anew."

  private static func configuration(_ mode: Mode) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = mode == .readOnly
    configuration.busyMode = .timeout(Double(patience))
    configuration.label = "journal"
    return configuration
  }

  /// Looks at a file before anything is written to it.
  /// - Returns: true where it has all that opening would make, so that opening need not wait for another's write.
  private static func inspect(_ db: Database, _ mode: Mode, _ path: String) throws -> Bool {
    // Where the program was killed while it made the file, the list of migrations may stand alone in it.
    if try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") == 0 {
      if mode == .readOnly { throw JournalError(.missing, path: path) }
      return false
    }
    guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
      throw JournalError(.notAJournal, path: path)
    }
    if try Schema.migrator.hasBeenSuperseded(db) { throw JournalError(.newerForm, path: path) }
    let isMigrated = try Schema.migrator.hasCompletedMigrations(db)
    if mode == .readOnly, !isMigrated { throw JournalError(.olderForm, path: path) }
    return try isMigrated && Int.fetchOne(db, sql: "SELECT count(*) FROM meta") == 1
  }

  /// GRDB sets `synchronous` to NORMAL when it opens a pool, under which a lost power supply can take acknowledged
  /// entries with it. So it is set afterwards, and read back.
  private static func keepOnDisk(_ db: Database, _ path: String) throws {
    try db.execute(sql: "PRAGMA synchronous = FULL")
    let full = 2
    guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == full else { throw JournalError(.notDurable, path: path) }
  }

  private static func migrate(_ pool: DatabasePool) throws {
    do {
      try Schema.migrator.migrate(pool)
    } catch {
      // Another process may have made the tables between our look and our try; then there is nothing left to do.
      try Schema.migrator.migrate(pool)
    }
  }

  static func dataVersion(_ db: Database) throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
  }
}
