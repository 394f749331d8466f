package import Care

/// One list over all patients as it is shown: which lines, in which order, which of them are marked, and where the
/// cursor is.
package struct ListView: Sendable {
  package var cursor = ListCursor()
  package var filter: Filter?
  /// The same filter as of a later minute, until it has looked through all.
  var coming: Filter?
  /// The words of the filter that was last put away, to be had again.
  package var lastFilter = ""
  /// How its lines follow one another where that isn't how the list lies: of the whole list, and of what the filter
  /// found in it.
  var whole: WorkOrder?
  private var found: WorkOrder?
  /// nil for the order of the list itself.
  var sorting: Sorting?
  /// The lines marked, by identity, each with the key that finds it in the list.
  package var marks: [LineID: [UInt8]] = [:]
  /// Where a range of marks begins.
  var anchor: LineID?

  /// Position in the whole list of the line shown at `index`.
  func position(_ index: Int) -> Int {
    if let sorted = sorting?.positions { return sorted.indices.contains(index) ? sorted[index] : -1 }
    let place: Int
    if let order { place = order.place(at: index) ?? -1 } else { place = index }
    guard let matches = filter?.matches else { return place }
    return matches.indices.contains(place) ? matches[place] : -1
  }

  /// Where the line at a position is shown; nil where it isn't.
  func index(of position: Int) -> Int? {
    if let sorted = sorting?.positions { return sorted.firstIndex(of: position) }
    var place = position
    if let filter {
      guard let found = filter.matches.firstIndex(of: position) else { return nil }
      place = found
    }
    if let order { return order.index(of: place) }
    return place
  }

  /// How many lines are shown, of so many in the list.
  func count(of total: Int) -> Int {
    sorting?.positions?.count ?? order?.count ?? filter?.matches.count ?? total
  }

  private var order: WorkOrder? { filter == nil ? whole : found }

  /// The band of the line shown at `index`; nil in an order that has none.
  package func band(at index: Int) -> Band? { sorting?.positions == nil ? order?.band(at: index) : nil }

  /// Takes the list's order anew, after it or what is found in it has changed.
  mutating func follow(_ whole: WorkOrder) {
    self.whole = whole
    found = filter.map { whole.restricted(to: $0.matches) }
  }

  /// The order of the lines on the screen now.
  package func order(_ pane: Pane) -> Order {
    sorting.flatMap { $0.positions == nil ? nil : $0.order } ?? .natural(pane)
  }

  /// Shows other rows; they are put into the order anew.
  mutating func show(_ filter: Filter?) {
    (self.filter, coming) = (filter, nil)
    sorting = sorting.map { Sorting($0.order) }
  }

  /// Whether what is shown, or marked, has to be kept up with the list.
  var isFollowing: Bool { filter != nil || sorting != nil || !marks.isEmpty }

  /// The list has changed: what is shown changes with it, and nothing else does.
  mutating func follow<Row>(
    _ moves: Moves, in list: SortedPages<Row>, fits: (Int, Query) -> Bool = { _, _ in true },
    key: (Int, Order) -> SortKey?
  ) {
    filter?.follow(moves, in: list, fits: fits)
    coming = coming.map { $0.again }
    guard let order = sorting?.order else { return }
    let shown = filter.map { Set($0.matches) }
    let arrivals = moves.arrivals.filter { (shown?.contains($0) ?? true) && (whole?.shows($0) ?? true) }
    sorting?.follow(moves, arrivals: arrivals) { key($0, order) }
  }

  /// The positions of what is shown, in the order of the list; nil for all of it.
  var positions: [Int]? {
    guard let order else { return filter?.matches }
    let places = order.places
    return filter.map { filter in places.map { filter.matches[$0] } } ?? places
  }

  var isComplete: Bool { coming == nil && filter?.isComplete ?? true && (sorting.map { $0.positions != nil } ?? true) }
}
