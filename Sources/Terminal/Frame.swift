/// A screenful of cells: what the panes draw into and what every renderer reads. A value, with no terminal behind it.
package struct Frame: Hashable, Sendable {
  package let size: Size
  /// Row after row, `size.width` cells each.
  package private(set) var cells: [Cell]
  /// Where the terminal's own cursor goes; nil hides it.
  package var cursor: Point?

  package init(size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    cells = Array(repeating: .blank, count: self.size.width * self.size.height)
  }

  package var bounds: Rect { Rect(size) }

  /// The cells of one row.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    cells[y * size.width..<(y + 1) * size.width]
  }

  /// The cell at a place inside the frame.
  package subscript(_ point: Point) -> Cell {
    cells[point.y * size.width + point.x]
  }

  /// Puts one cluster at a place inside the frame. A wide glyph overwritten in part leaves a space, never a half.
  mutating func set(_ cluster: Cluster, x: Int, y: Int, style: Style) {
    let index = y * size.width + x
    if cells[index].cluster.isContinuation { blank(index - 1) }
    if cells[index].width == 2 { blank(index + 1) }
    cells[index] = Cell(cluster, style: style)
    guard cluster.width == 2 else { return }
    if cells[index + 1].width == 2 { blank(index + 2) }
    cells[index + 1] = Cell(.continuation, style: style)
  }

  mutating func setStyle(_ style: Style, x: Int, y: Int) {
    cells[y * size.width + x].style = style
  }

  private mutating func blank(_ index: Int) {
    cells[index].cluster = .space
  }
}
