/// From one instant up to, but not including, another.
package struct Interval: Hashable, Sendable {
  package var start: Instant
  package var end: Instant

  package init(start: Instant, end: Instant) {
    self.start = start
    self.end = end
  }

  package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }
}

extension [Interval] {
  /// The same time in as few intervals as it takes, in order; what ends before it begins is left out.
  var merged: [Interval] {
    var result: [Interval] = []
    for next in filter({ $0.start < $0.end }).sorted(by: { $0.start < $1.start }) {
      if let last = result.last, next.start <= last.end {
        result[result.count - 1].end = Swift.max(last.end, next.end)
      } else {
        result.append(next)
      }
    }
    return result
  }

  /// What is left of them, merged, without the time of the others.
  func subtracting(_ others: [Interval]) -> [Interval] {
    let holes = others.merged
    var result: [Interval] = []
    for var rest in merged {
      for hole in holes where hole.end > rest.start && hole.start < rest.end {
        if hole.start > rest.start { result.append(Interval(start: rest.start, end: hole.start)) }
        rest.start = Swift.min(hole.end, rest.end)
      }
      if rest.start < rest.end { result.append(rest) }
    }
    return result
  }
}
