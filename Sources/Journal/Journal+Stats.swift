package import Care
import Glibc
internal import GRDB

extension Journal {
  /// The journal in numbers.
  package struct Stats: Hashable, Sendable {
    package var entries: Int
    package var streams: Int
    package var patients: Int
    package var members: Int
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
      let times = try tables.row("SELECT count(*), count(DISTINCT stream), min(time), max(time) FROM entry")
      let first: Int64? = times?[2]
      let last: Int64? = times?[3]
      return Stats(
        entries: times?[0] ?? 0, streams: times?[1] ?? 0,
        patients: try tables.row("SELECT count(*) FROM chart")?[0] ?? 0,
        members: try tables.row("SELECT count(*) FROM member")?[0] ?? 0,
        bytes: size(path) + size(path + "-wal"),
        created: Instant(milliseconds: try tables.existingMeta().created),
        first: first.map(Instant.init(milliseconds:)), last: last.map(Instant.init(milliseconds:)), kinds: kinds)
    }
  }

  private func size(_ path: String) -> Int64 {
    var facts = stat()
    return unsafe stat(path, &facts) == 0 ? Int64(facts.st_size) : 0
  }
}
