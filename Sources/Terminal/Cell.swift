/// One column of a row: what it shows, in which style. Sixteen bytes and no reference, so that a frame is drawn and
/// compared without touching the heap.
package struct Cell: Hashable, Sendable {
  package var cluster: Cluster
  package var style: Style

  package init(_ cluster: Cluster, style: Style) {
    self.cluster = cluster
    self.style = style
  }

  package static let blank = Cell(.space, style: Style(.text))

  /// The text shown; empty in the second column of a wide glyph.
  package var text: String { cluster.text }
  /// 0 in the second column of a wide glyph, else the columns taken: 1 or 2.
  package var width: Int { cluster.width }
}
