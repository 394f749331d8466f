/// Which rows of a long list are on the screen. The window moves only when the cursor would leave it, so that nothing
/// moves under the eye.
package struct ListWindow: Hashable, Sendable {
  /// The index of the first row shown.
  package let top: Int
  package let count: Int
  package let height: Int

  /// - Parameters:
  ///   - cursor: the row that has to be in sight; nil for a list without one
  ///   - top: the first row shown before
  ///   - margin: how many rows stay in sight beyond the cursor, where there are any
  package init(count: Int, height: Int, cursor: Int?, top: Int, margin: Int = 0) {
    self.count = max(0, count)
    self.height = max(0, height)
    var first = top
    if let cursor, self.height > 0 {
      let margin = min(max(0, margin), (self.height - 1) / 2)
      let cursor = min(max(0, cursor), max(0, self.count - 1))
      first = min(first, cursor - margin)
      first = max(first, cursor + margin - self.height + 1)
    }
    self.top = min(max(0, first), max(0, self.count - self.height))
  }

  /// The rows shown.
  package var rows: Range<Int> { top..<min(count, top + height) }
  package var above: Int { top }
  package var below: Int { count - rows.upperBound }
}
