package import Care

/// The bands of the worklist, in the order of the list.
package enum Band: Int, CaseIterable, Sendable {
  case breached, today, thisWeek, later, undated

  package var title: String {
    switch self {
    case .breached: "Overdue"
    case .today: "Today"
    case .thisWeek: "Next 7 days"
    case .later: "Later"
    case .undated: "No date"
    }
  }

  package init(deadline: Instant?, now: Instant, zone: Zone) {
    guard let deadline else {
      self = .undated
      return
    }
    let bounds = BandBounds(now: now, zone: zone)
    self =
      deadline <= bounds.now
      ? .breached : deadline <= bounds.today ? .today : deadline <= bounds.week ? .thisWeek : .later
  }
}

/// The last instants of the bands that have one.
package struct BandBounds: Sendable {
  package let now: Instant
  package let today: Instant
  package let week: Instant

  package init(now: Instant, zone: Zone) {
    self.now = now
    let day = zone.civil(now).date.daysSince1970
    today = zone.startOfDay(CivilDate(daysSince1970: day + 1))
    week = zone.startOfDay(CivilDate(daysSince1970: day + 8))
  }

  /// The keys before which each of these bands ends; the record reads the pages around them first.
  package var keys: [[UInt8]] { [now, today, week].map { WorkRow.key(after: $0) } }
}

/// How much is owed: the numbers of the first line.
package struct Tally: Hashable, Sendable {
  package var breached: Int
  package var today: Int
  package var open: Int

  package init(_ worklist: SortedPages<WorkRow>, now: Instant, zone: Zone) {
    let bounds = BandBounds(now: now, zone: zone)
    breached = worklist.firstIndex(notLess: WorkRow.key(after: bounds.now))
    today = worklist.firstIndex(notLess: WorkRow.key(after: bounds.today)) - breached
    open = worklist.count
  }
}
