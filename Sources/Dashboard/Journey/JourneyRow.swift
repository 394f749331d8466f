import Care

/// One line of the list below the drawn journey: an event, or several folded into one.
package struct JourneyRow: Hashable, Sendable {
  /// Positions in the journey's events, newest first.
  package var positions: [Int]
  /// The event whose words the line bears.
  package var head: Int
  /// How many times in a row the head took place; 1 for what is not a series.
  package var times = 1
  /// The unfolded line it is part of, if any; of two within each other the outer.
  var unfolded: Fold?

  /// A line of its own for one event.
  package init(event position: Int) { self.init(positions: [position], head: position) }

  init(positions: [Int], head: Int, times: Int = 1, unfolded: Fold? = nil) {
    (self.positions, self.head, self.times, self.unfolded) = (positions, head, times, unfolded)
  }

  package var isFolded: Bool { positions.count > 1 }

  /// A line that stands for several, by the oldest of them, so that what arrives later leaves it what it is.
  struct Fold: Hashable, Sendable {
    var oldest: JourneyEvent.Key
    var isSeries: Bool
  }
}

extension JourneyRow {
  /// Fewer in a row than this are no series.
  private static let series = 4
  /// An encounter with fewer lines, its own counted in, is folded only as one of a series.
  private static let parts = 3

  /// The lines of the list. What was done in an encounter is folded into it, and so is an encounter or another plain
  /// event that came again and again with nothing between: decades of visits read as a page. What is owed, missed or
  /// urgent, and what somebody said, is never folded away.
  static func rows(_ journey: Journey, of families: Set<JourneyFamily>, unfolded: Set<Fold>) -> [JourneyRow] {
    let events = journey.events
    let shown = events.indices.filter { families.isEmpty || families.contains(events[$0].family) }
    func fold(_ rows: ArraySlice<JourneyRow>, isSeries: Bool) -> Fold? {
      rows.last?.positions.last.map { Fold(oldest: events[$0].key, isSeries: isSeries) }
    }

    // Each encounter with what happened in it.
    var clusters: [JourneyRow] = []
    for run in shown.chunked(by: { events[$0].isPart(of: events[$1]) }) {
      let head = run.first { events[$0].kind == .encounter }
      if let head {
        clusters.append(JourneyRow(positions: Array(run), head: head))
      } else {
        clusters += run.map { JourneyRow(positions: [$0], head: $0) }
      }
    }

    // What came again and again.
    var rows: [JourneyRow] = []
    func add(_ cluster: JourneyRow, in series: Fold?) {
      let own = fold([cluster], isSeries: false)
      if cluster.positions.count < parts {
        rows += cluster.positions.map { JourneyRow(positions: [$0], head: $0, unfolded: series) }
      } else if let own, unfolded.contains(own) {
        rows += cluster.positions.map { JourneyRow(positions: [$0], head: $0, unfolded: series ?? own) }
      } else {
        var row = cluster
        row.unfolded = series
        rows.append(row)
      }
    }
    for run in clusters.chunked(by: { events[$0.head].repeats(events[$1.head]) }) {
      let own = fold(run, isSeries: true)
      if run.count < series {
        for cluster in run { add(cluster, in: nil) }
      } else if let own, unfolded.contains(own) {
        for cluster in run { add(cluster, in: own) }
      } else if let newest = run.first {
        rows.append(JourneyRow(positions: run.flatMap(\.positions), head: newest.head, times: run.count))
      }
    }
    return rows
  }

  /// What unfolding the line, or folding it again, is about.
  func fold(in events: [JourneyEvent]) -> Fold? {
    guard isFolded, let oldest = positions.last else { return unfolded }
    return Fold(oldest: events[oldest].key, isSeries: times > 1)
  }
}

extension JourneyEvent {
  /// May be folded away: nothing in it asks for a reader.
  private var isQuiet: Bool {
    guard mark == .plain || mark == .done, !isUnderWay, !isHandoff else { return false }
    switch family {
    case .encounters: return tookPlace
    case .results, .procedures, .documents: return true
    case .owed, .settled, .messages: return false
    }
  }

  /// Both were done in one encounter, within a day of each other.
  fileprivate func isPart(of other: JourneyEvent) -> Bool {
    guard let encounter, encounter == other.encounter, isQuiet, other.isQuiet else { return false }
    return abs(span.start.milliseconds - other.span.start.milliseconds) < 86_400_000
  }

  fileprivate func repeats(_ other: JourneyEvent) -> Bool {
    kind == other.kind && title == other.title && setting == other.setting && isQuiet && other.isQuiet
  }
}

extension Array {
  /// The array in runs of neighbours that belong together.
  fileprivate func chunked(by belongTogether: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices.dropFirst() where !belongTogether(self[index - 1], self[index]) {
      chunks.append(self[start..<index])
      start = index
    }
    if start < endIndex { chunks.append(self[start...]) }
    return chunks
  }
}
