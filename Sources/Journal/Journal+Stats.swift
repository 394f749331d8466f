package import Care
import Glibc

extension Journal {
  /// The journal in numbers.
  package struct Stats: Hashable, Sendable {
    package var entries: Int
    package var streams: Int
    package var patients: Int
    package var members: Int
    /// Messages that somebody is writing, which are no entries.
    package var drafts: Int
    /// Of the file and the log beside it.
    package var bytes: Int64
    /// When the journal was made.
    package var created: Instant
    /// The earliest and latest times that entries state; nil where there are none.
    package var first: Instant?
    package var last: Instant?
    /// Entries by what happened; only kinds that occur.
    package var kinds: [EventKind: Int]
  }

  package func stats() throws -> Stats {
    try read { tables in
      var kinds: [EventKind: Int] = [:]
      try tables.eachRow { row, _ in kinds[try tables.kind(of: row), default: 0] += 1 }
      func count(_ what: String, of table: String) throws -> Int {
        Int(try tables.number("SELECT count(\(what)) FROM \(table)") ?? 0)
      }
      let first = try tables.number("SELECT min(time) FROM entry")
      let last = try tables.number("SELECT max(time) FROM entry")
      return Stats(
        entries: try count("*", of: "entry"), streams: try count("DISTINCT stream", of: "entry"),
        patients: try count("*", of: "chart"), members: try count("*", of: "member"),
        drafts: try count("*", of: "draft"),
        bytes: size(path) + size(path + "-wal"), created: Instant(milliseconds: try tables.existingMeta().created),
        first: first.map(Instant.init(milliseconds:)), last: last.map(Instant.init(milliseconds:)), kinds: kinds)
    }
  }

  private func size(_ path: String) -> Int64 {
    var facts = stat()
    return unsafe stat(path, &facts) == 0 ? Int64(facts.st_size) : 0
  }
}
