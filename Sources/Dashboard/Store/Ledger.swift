package import Care

/// What the store needs of the record: to append, to read what is looked at, and to hear of others.
package protocol Ledger: Record {
  /// Pages of a list by number, with their rows.
  func pages(_ list: ListKind, _ numbers: [Int]) throws -> [PageImage]
  /// What was appended after `sequence`, by whomever; nil where nothing was. `charts` are read anew if they changed.
  func changes(since sequence: Int64, charts: [PatientID]) throws -> Change?
}
