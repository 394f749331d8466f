package import Care

/// How the worklist is shown: band after band, in each what nobody owns first, and what was left alone back in its
/// place once its time has come. A few stretches of the list as it lies, so that it costs the same however long that is.
package struct WorkOrder: Hashable, Sendable {
  /// Neighbours in the list that are shown one after another.
  package struct Stretch: Hashable, Sendable {
    var band: Band
    var isOwned: Bool
    var places: Range<Int>
  }

  private(set) var stretches: [Stretch] = []
  /// `starts[i]` is where stretch `i` is shown.
  private var starts: [Int] = []
  package private(set) var count = 0
  /// Positions in the list of what sleeps on.
  private(set) var asleep = 0..<0
  /// Whether what sleeps on is shown too.
  private(set) var showsAsleep = false
  /// How many of what is shown have slept and are back.
  private(set) var woken = 0

  package init() {}

  private init(_ stretches: [Stretch]) {
    for stretch in stretches where !stretch.places.isEmpty {
      self.stretches.append(stretch)
      starts.append(count)
      count += stretch.places.count
    }
  }

  /// Where a band of a part of the list begins and ends takes a search each; what has woken is looked at row by row.
  ///
  /// - Parameter showsAsleep: whether what sleeps on is shown too, last.
  package init(_ list: SortedPages<WorkRow>, now: Instant, zone: Zone, showsAsleep: Bool = false) {
    let bounds = BandBounds(now: now, zone: zone)
    let back = Woken(list, bounds: bounds)
    var stretches: [Stretch] = []
    for band in Band.dated {
      for segment in [WorkSegment.unowned, .owned] {
        let whole = Self.range(of: band, segment, in: list, bounds)
        stretches += back.woven(into: whole, band, isOwned: segment == .owned)
      }
    }
    if showsAsleep {
      stretches.append(Stretch(band: .asleep, isOwned: true, places: back.asleep))
    }
    self.init(stretches)
    (asleep, woken, self.showsAsleep) = (back.asleep, back.count, showsAsleep)
  }

  private static func range(
    of band: Band, _ segment: WorkSegment, in list: SortedPages<WorkRow>, _ bounds: BandBounds
  ) -> Range<Int> {
    let start = WorkRow.key(startOf: segment)
    let end = WorkRow.key(startOf: segment == .unowned ? .owned : .asleep)
    func after(_ instant: Instant) -> [UInt8] { WorkRow.key(segment, after: instant) }
    // What has no date has the last key that a date can have.
    let undated = WorkRow.key(segment, after: Instant(milliseconds: .max - 1))
    let (from, to) =
      switch band {
      case .breached: (start, after(bounds.now))
      case .today: (after(bounds.now), after(bounds.today))
      case .thisWeek: (after(bounds.today), after(bounds.week))
      case .later: (after(bounds.week), undated)
      case .undated: (undated, end)
      case .asleep: (end, end)
      }
    let first = list.firstIndex(notLess: from)
    return first..<max(first, list.firstIndex(notLess: to))
  }

  /// The keys around which pages are read before the first frame, so that the bands can be counted.
  package static func keys(now: Instant, zone: Zone) -> [[UInt8]] {
    let bounds = BandBounds(now: now, zone: zone)
    let instants = [bounds.now, bounds.today, bounds.week, Instant(milliseconds: .max - 1)]
    return [WorkSegment.unowned, .owned].flatMap { segment in instants.map { WorkRow.key(segment, after: $0) } }
      + WorkSegment.allCases.map { WorkRow.key(startOf: $0) }
      + [WorkSegment.asleep, .early].map { WorkRow.key($0, after: now) }
  }

  private func stretch(at index: Int) -> Int? {
    guard index >= 0, index < count else { return nil }
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// The place of what is shown at an index; nil past the end.
  package func place(at index: Int) -> Int? {
    stretch(at: index).map { stretches[$0].places.lowerBound + index - starts[$0] }
  }

  package func band(at index: Int) -> Band? { stretch(at: index).map { stretches[$0].band } }

  /// Where a place is shown; nil where it isn't.
  func index(of place: Int) -> Int? {
    stretches.firstIndex { $0.places.contains(place) }.map { starts[$0] + place - stretches[$0].places.lowerBound }
  }

  func shows(_ place: Int) -> Bool { stretches.contains { $0.places.contains(place) } }

  /// The same order over some of the places, as places among those.
  ///
  /// - Parameter found: in rising order.
  func restricted(to found: [Int]) -> WorkOrder {
    func bound(_ place: Int) -> Int {
      var (low, high) = (0, found.count)
      while low < high {
        let middle = (low + high) / 2
        if found[middle] < place { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return WorkOrder(
      stretches.map { stretch in
        var part = stretch
        part.places = bound(stretch.places.lowerBound)..<bound(stretch.places.upperBound)
        return part
      })
  }

  /// Every place shown, the lowest first.
  var places: [Int] { stretches.map(\.places).sorted { $0.lowerBound < $1.lowerBound }.flatMap(\.self) }

  /// Those that somebody owns the next action of, or nobody.
  func places(owned isOwned: Bool) -> [Int] { stretches.filter { $0.isOwned == isOwned }.flatMap(\.places) }

  func count(_ band: Band) -> Int { stretches.reduce(0) { $1.band == band ? $0 + $1.places.count : $0 } }

  /// How many nobody owns the next action of.
  package var unowned: Int { stretches.reduce(0) { $1.isOwned ? $0 : $0 + $1.places.count } }
}

/// What has slept, or was too early, and is there now; by where it belongs.
private struct Woken {
  private struct Row {
    var place: Int
    var band: Band
    var isOwned: Bool
    var key: [UInt8]
    /// Position of what it stands before among those that never slept.
    var before: Int
  }

  private var rows: [Row] = []
  var count: Int { rows.count }
  /// Positions of what a person left alone and that sleeps on.
  let asleep: Range<Int>

  init(_ list: SortedPages<WorkRow>, bounds: BandBounds) {
    func start(of segment: WorkSegment) -> Int { list.firstIndex(notLess: WorkRow.key(startOf: segment)) }
    func awake(_ segment: WorkSegment) -> Int { list.firstIndex(notLess: WorkRow.key(segment, after: bounds.now)) }
    let (sleepers, early) = (start(of: .asleep), start(of: .early))
    asleep = awake(.asleep)..<max(awake(.asleep), early)
    let places = Array(sleepers..<asleep.lowerBound) + Array(early..<max(early, awake(.early)))
    rows = places.compactMap { place in
      guard let row = list[place] else { return nil }
      let key = row.awakeKey
      return Row(
        place: place, band: row.band(bounds), isOwned: !row.owner.isEmpty, key: key,
        before: list.firstIndex(notLess: key))
    }
    rows.sort { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// A stretch of the list with those that belong into it, each in its place.
  func woven(into whole: Range<Int>, _ band: Band, isOwned: Bool) -> [WorkOrder.Stretch] {
    func stretch(_ places: Range<Int>) -> WorkOrder.Stretch {
      WorkOrder.Stretch(band: band, isOwned: isOwned, places: places)
    }
    var (stretches, at) = ([WorkOrder.Stretch](), whole.lowerBound)
    for row in rows where row.band == band && row.isOwned == isOwned {
      let before = min(max(at, row.before), whole.upperBound)
      stretches += [stretch(at..<before), stretch(row.place..<row.place + 1)]
      at = before
    }
    return stretches + [stretch(at..<whole.upperBound)]
  }
}
