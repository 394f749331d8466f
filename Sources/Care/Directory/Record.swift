/// What a reader or writer needs of the record on disk, whatever keeps it. The journal is one; an in-memory one
/// stands in for tests and for rehearsals that must leave no trace.
package protocol Record {
  /// The chart of a patient, folded to now; nil where the record has none.
  func chart(_ id: PatientID) throws -> Chart?
  /// The patient a source's name means.
  func patient(_ origin: OriginID) throws -> PatientID?
  func directory() throws -> Directory
  /// Version of the directory's stream.
  func directoryVersion() throws -> Int
  /// Appends all or none, durably. An id that is already in the journal is skipped.
  /// - Throws: `AppendRefusal` where a stream has moved on; whatever the storage throws where it fails.
  func append(_ proposals: [Proposal]) throws -> Change
}

/// Why an append was refused.
package enum AppendRefusal: Error, Hashable, Sendable {
  /// Someone else wrote to the stream first.
  case conflict(Stream, expected: Int, found: Int)
}

/// What an append, here or in another process, changed: all that a screen needs to catch up.
package struct Change: Sendable {
  /// The newest entry's sequence.
  package var sequence: Int64
  package var entries: [Entry]
  package var charts: [Chart]
  package var members: [Directory.Member]
  package var pages: [PageImage]

  package init(
    sequence: Int64, entries: [Entry] = [], charts: [Chart] = [], members: [Directory.Member] = [],
    pages: [PageImage] = []
  ) {
    self.sequence = sequence
    self.entries = entries
    self.charts = charts
    self.members = members
    self.pages = pages
  }
}
