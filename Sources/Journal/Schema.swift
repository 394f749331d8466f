internal import GRDB

/// The tables, from the first version on. A migration is never edited once a release has it.
enum Schema {
  /// "Rnds": SQLite's application id, by which the file says what it is.
  static let applicationID: Int32 = 0x526E_6473

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: journal and projections") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: journal)
      try db.execute(sql: appendOnly)
      try db.execute(sql: projections)
    }
    migrator.registerMigration("2: by which rules the lists were made") { db in
      try db.execute(sql: "ALTER TABLE meta ADD COLUMN rules TEXT NOT NULL DEFAULT ''")
    }
    // No table of its own: the mark by which programs that don't know these events leave the journal alone.
    migrator.registerMigration("3: what people do about what is owed") { _ in }
    // Unlike all else a draft is changed and thrown away: it is nobody's record yet.
    migrator.registerMigration("4: what becomes of messages, and drafts of them") { db in
      try db.execute(
        sql: """
          CREATE TABLE draft (
            id BLOB NOT NULL PRIMARY KEY, member BLOB NOT NULL, written INTEGER NOT NULL, body BLOB NOT NULL
          ) STRICT, WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("5: who looks where") { db in
      try db.execute(
        sql: """
          CREATE TABLE looking (
            id BLOB NOT NULL PRIMARY KEY, member BLOB NOT NULL, seen INTEGER NOT NULL, body BLOB NOT NULL
          ) STRICT, WITHOUT ROWID;
          """)
    }
    return migrator
  }

  /// `meta` is one row: the site's zone, when the journal was made, how often the projections were rebuilt, and the
  /// newest entry with its hash, by which a tail that was cut off is missed.
  private static let journal = """
    CREATE TABLE meta (
      one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
      zone TEXT NOT NULL,
      created INTEGER NOT NULL,
      generation INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE TABLE entry (
      sequence INTEGER NOT NULL PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      stream BLOB NOT NULL,
      version INTEGER NOT NULL,
      time INTEGER NOT NULL,
      hash BLOB NOT NULL,
      body BLOB NOT NULL,
      UNIQUE (stream, version)
    ) STRICT;
    """

  /// What is written stays as it is, and what is new comes at the end. `INSERT OR REPLACE` passes by the delete
  /// trigger, so the insert trigger stops it.
  private static let appendOnly = """
    CREATE TRIGGER entry_is_not_updated BEFORE UPDATE ON entry
    BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
    CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
    CREATE TRIGGER entry_is_appended BEFORE INSERT ON entry
    WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM entry)
      OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
      OR EXISTS (SELECT 1 FROM entry WHERE stream = NEW.stream AND version = NEW.version)
    BEGIN SELECT RAISE(ABORT, 'entries are appended'); END;
    """

  /// Everything here is made from the entries, and carries the sequence of the entry that last changed it. A page's
  /// small columns come before its rows, and all but those rows are in the index that opening reads.
  private static let projections = """
    CREATE TABLE chart (
      id BLOB NOT NULL PRIMARY KEY, sequence INTEGER NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL
    ) STRICT;
    CREATE TABLE page (
      list INTEGER NOT NULL, number INTEGER NOT NULL, sequence INTEGER NOT NULL, rows INTEGER NOT NULL,
      head BLOB NOT NULL, body BLOB NOT NULL,
      PRIMARY KEY (list, number)
    ) STRICT;
    CREATE INDEX page_heads ON page (list, number, sequence, rows, head);
    CREATE INDEX page_changes ON page (sequence);
    CREATE TABLE member (id BLOB NOT NULL PRIMARY KEY, sequence INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
    CREATE INDEX member_changes ON member (sequence);
    CREATE TABLE identity (origin BLOB NOT NULL PRIMARY KEY, patient BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX identity_patient ON identity (patient);
    """
}
