internal import GRDB

/// Why the journal could not be opened, read or written: what, where, and what to do. Never holds patient data, nor the
/// arguments of a statement.
package struct JournalError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// There is no journal, and reading only doesn't make one.
    case missing
    /// The folder can't be made, looked into or written to; the system's error number.
    case unusableFolder(Int32)
    case networkFolder(String)
    case notAJournal
    /// A newer program made or changed it.
    case newerForm
    /// It needs a change that reading only doesn't make.
    case olderForm
    case unknownZone(String)
    /// Writes would not be on disk when they are acknowledged.
    case notDurable
    case busy
    case diskFull
    case readOnly
    case closed
    /// The lists were made anew by other rules than this program started with.
    case otherRules
    /// An entry, or a row made from entries, can't be read: which, and what is wrong with it.
    case damagedEntry(sequence: Int64, String)
    case damagedRow(String, String)
    /// SQLite can't make sense of a part of the file.
    case damagedFile
    /// Anything else the storage says, by SQLite's extended result code.
    case storage(Int32)
  }

  package var kind: Kind
  /// The journal's file or folder.
  package var path: String

  package init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }
}

extension JournalError: CustomStringConvertible {
  package var description: String { "\(path): \(what). \(remedy)" }

  private var what: String {
    switch kind {
    case .missing: "there is no journal here"
    case .unusableFolder(let number): "the folder can't be used (\(SystemError.words(number)))"
    case .networkFolder(let system): "the folder is on a network file system (\(system))"
    case .notAJournal: "this file is not a Rounds journal"
    case .newerForm: "a newer Rounds has changed this journal"
    case .olderForm: "this journal has an older form"
    case .unknownZone(let name): "the journal's time zone, \(name), is not known on this machine"
    case .notDurable: "the storage does not promise that what is written is on disk"
    case .busy: "another program is writing to the journal and has not finished"
    case .diskFull: "the disk is full; nothing of this change was written"
    case .readOnly: "the journal can't be written to"
    case .closed: "the journal is closed"
    case .otherRules: "the site's rules were changed since this program started"
    case .damagedEntry(let sequence, let words): "entry \(sequence) can't be read: \(words)"
    case .damagedRow(let which, let words): "\(which) can't be read: \(words)"
    case .damagedFile: "the file is damaged"
    case .storage(let code): "the storage failed (SQLite code \(code))"
    }
  }

  private var remedy: String {
    switch kind {
    case .missing: "Import a record or start the demo to make one, or name another folder with --data."
    case .unusableFolder: "Check who owns the folder, or name another with --data."
    case .networkFolder: "Locks and shared memory don't hold there; name a folder on a local disk with --data."
    case .notAJournal: "Name another folder with --data; the file was left as it is."
    case .newerForm: "Update Rounds on this machine; the journal was left as it is."
    case .olderForm: "Open it once with `rounds`, which brings it up to date."
    case .unknownZone: "Install the system's time zone data (the tzdata package)."
    case .notDurable: "Nothing was written; keep the journal on another disk with --data."
    case .busy: "Try again when it is done."
    case .diskFull: "Free some space and try again."
    case .readOnly: "Check the permissions of the file and its folder."
    case .closed: "Open it again."
    case .otherRules: "Leave and start again."
    case .damagedEntry: "Run `rounds journal verify` to see where it was changed, and bring back a backup."
    case .damagedRow: "Run `rounds journal rebuild`; it is made anew from the entries."
    case .damagedFile:
      "Copy it somewhere safe, then run `rounds journal verify` to see whether the entries hold, and bring back a backup."
    case .storage: "Run `rounds journal verify`; check the disk."
    }
  }
}

extension JournalError {
  init(_ error: DatabaseError, path: String) {
    let kind: Kind =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_FULL: .diskFull
      case .SQLITE_READONLY: .readOnly
      case .SQLITE_NOTADB: .notAJournal
      case .SQLITE_CORRUPT: .damagedFile
      case .SQLITE_MISUSE: .closed
      default: .storage(error.extendedResultCode.rawValue)
      }
    self.init(kind, path: path)
  }
}
