/// The place in a list: held by identity, so that arrivals above never move it to another row.
package struct ListCursor: Hashable, Sendable {
  /// Position among the rows shown.
  package var index = 0
  /// First row on screen.
  package var top = 0
  /// The key of the row at `index`; nil until one has been seen.
  package var key: [UInt8]?

  package init() {}
}
