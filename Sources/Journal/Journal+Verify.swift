internal import GRDB

extension Journal {
  /// What reading everything again found.
  package struct Verification: Hashable, Sendable {
    /// Entries that hold, from the first on.
    package var sound: Int
    /// The first thing that doesn't; nil where all does.
    package var fault: Fault?
  }

  /// Where the journal is not as it was written.
  package enum Fault: Hashable, Sendable {
    /// The entry was altered, exchanged for another, or put in.
    case altered(sequence: Int64)
    /// Entries are missing before this one.
    case missing(from: Int64, to: Int64)
    /// Entries are missing at the end.
    case cutOff(after: Int64, expected: Int64)
    /// There are entries past the newest that an append acknowledged.
    case addedAfter(Int64)
    /// The last entry is not the one that was last written.
    case otherEnd(sequence: Int64)
    /// Every entry holds, but what was made from them can't all be read.
    case damagedFile

    package var words: String {
      switch self {
      case .altered(let sequence):
        "entry \(sequence) is not what was written there: it was altered, exchanged or put in"
      case .missing(let from, let to):
        from == to ? "entry \(from) is missing" : "entries \(from) to \(to) are missing"
      case .cutOff(let last, let expected): "the journal ends at entry \(last), but \(expected) were written"
      case .addedAfter(let last): "there are entries after \(last), the last that was written"
      case .otherEnd(let sequence): "entry \(sequence), the last, is not the one that was written last"
      case .damagedFile:
        "every entry is sound, but the file around them is damaged; copy it somewhere safe, then run "
          + "`rounds journal rebuild`, and bring back a backup if that fails"
      }
    }
  }

  /// Reads every entry in order and holds it against the chain of hashes.
  ///
  /// - Parameter progress: entries done, and of how many.
  package func verify(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws -> Verification {
    try read { tables in
      let meta = try tables.existingMeta()
      var check = Check(hash: Chain.start)
      do {
        try tables.eachRow { row, hash in
          try check.take(row, hash)
          if row.sequence.isMultiple(of: 256) { progress(Int(row.sequence), Int(meta.sequence)) }
        }
        try check.finish(meta)
      } catch let fault as Found {
        return Verification(sound: Int(check.sequence), fault: fault.fault)
      } catch let error as JournalError {
        guard case .damagedEntry(let sequence, _) = error.kind else { throw error }
        return Verification(sound: Int(check.sequence), fault: .altered(sequence: sequence))
      }
      progress(Int(meta.sequence), Int(meta.sequence))
      let words: String? = try tables.row("PRAGMA quick_check(1)")?[0]
      if words != "ok" { return Verification(sound: Int(check.sequence), fault: .damagedFile) }
      return Verification(sound: Int(check.sequence), fault: nil)
    }
  }

  private struct Found: Error {
    let fault: Fault
  }

  /// How far the chain has been followed.
  private struct Check {
    var sequence: Int64 = 0
    var hash: [UInt8]

    init(hash: [UInt8]) { self.hash = hash }

    mutating func take(_ row: EntryRow, _ written: [UInt8]) throws(Found) {
      guard row.sequence == sequence + 1 else {
        throw Found(fault: .missing(from: sequence + 1, to: row.sequence - 1))
      }
      hash = Chain.hash(after: hash, row)
      guard hash == written else { throw Found(fault: .altered(sequence: row.sequence)) }
      sequence = row.sequence
    }

    func finish(_ meta: Meta) throws(Found) {
      if sequence < meta.sequence { throw Found(fault: .cutOff(after: sequence, expected: meta.sequence)) }
      if sequence > meta.sequence { throw Found(fault: .addedAfter(meta.sequence)) }
      if hash != meta.hash { throw Found(fault: .otherEnd(sequence: sequence)) }
    }
  }
}
