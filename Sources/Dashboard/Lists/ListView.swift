package import Care

/// One list over all patients as it is shown: which lines, in which order, which of them are marked, and where the
/// cursor is.
package struct ListView: Sendable {
  package var cursor = ListCursor()
  package var filter: Filter?
  /// The words of the filter that was last put away, to be had again.
  package var lastFilter = ""
  /// nil for the order in which the list lies.
  var sorting: Sorting?
  /// The lines marked, by identity, each with the key that finds it in the list.
  package var marks: [LineID: [UInt8]] = [:]
  /// Where a range of marks begins.
  var anchor: LineID?

  /// Position in the whole list of the line shown at `index`.
  func position(_ index: Int) -> Int {
    let shown = sorting?.positions ?? filter?.matches
    guard let shown else { return index }
    return shown.indices.contains(index) ? shown[index] : -1
  }

  /// Where the line at a position is shown; nil where it isn't.
  func index(of position: Int) -> Int? {
    guard let shown = sorting?.positions ?? filter?.matches else { return position }
    return shown.firstIndex(of: position)
  }

  /// The order of the lines on the screen now.
  package func order(_ pane: Pane) -> Order {
    sorting.flatMap { $0.positions == nil ? nil : $0.order } ?? .natural(pane)
  }

  /// Shows other rows; they are put into the order anew.
  mutating func show(_ filter: Filter?) {
    self.filter = filter
    sorting = sorting.map { Sorting($0.order) }
  }

  /// Whether what is shown, or marked, has to be kept up with the list.
  var isFollowing: Bool { filter != nil || sorting != nil || !marks.isEmpty }

  /// The list has changed: what is shown changes with it, and nothing else does.
  mutating func follow<Row>(_ moves: Moves, in list: SortedPages<Row>, key: (Int, Order) -> SortKey?) {
    filter?.follow(moves, in: list)
    guard let order = sorting?.order else { return }
    let shown = filter.map { Set($0.matches) }
    let arrivals = moves.arrivals.filter { shown?.contains($0) ?? true }
    sorting?.follow(moves, arrivals: arrivals) { key($0, order) }
  }

  var isComplete: Bool { filter?.isComplete ?? true && (sorting.map { $0.positions != nil } ?? true) }
}
