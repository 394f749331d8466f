package import Care

/// The bands of the worklist, in the order of the list.
package enum Band: Int, CaseIterable, Comparable, Sendable {
  case breached, today, thisWeek, later, undated
  /// Left alone until a time that is still to come.
  case asleep

  /// Those that follow from when a thing is due.
  static let dated = allCases.filter { $0 != .asleep }

  package static func < (a: Band, b: Band) -> Bool { a.rawValue < b.rawValue }

  package var title: String {
    switch self {
    case .breached: "Overdue"
    case .today: "Today"
    case .thisWeek: "Next 7 days"
    case .later: "Later"
    case .undated: "No date"
    case .asleep: "Waiting"
    }
  }

  package init(deadline: Instant?, now: Instant, zone: Zone) {
    self.init(deadline: deadline, bounds: BandBounds(now: now, zone: zone))
  }

  init(deadline: Instant?, bounds: BandBounds) {
    guard let deadline else {
      self = .undated
      return
    }
    self =
      deadline <= bounds.now
      ? .breached : deadline <= bounds.today ? .today : deadline <= bounds.week ? .thisWeek : .later
  }
}

extension WorkRow {
  /// Where it is shown. What has waited stands no later than today, since somebody asked to see it now.
  package func band(_ now: Instant, zone: Zone) -> Band { band(BandBounds(now: now, zone: zone)) }

  func band(_ bounds: BandBounds) -> Band {
    if isAsleep(bounds.now) { return .asleep }
    let due = Band(deadline: deadline, bounds: bounds)
    return isSnoozed ? min(due, .today) : due
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
}

/// How much is owed: the numbers of the first line.
package struct Tally: Hashable, Sendable {
  package var breached: Int
  package var today: Int
  /// Of which nobody owns the next action.
  package var unowned: Int
  package var open: Int
  package var asleep: Int

  init(_ order: WorkOrder) {
    breached = order.count(.breached)
    today = order.count(.today)
    unowned = order.unowned
    open = order.count - order.count(.asleep)
    asleep = order.asleep.count
  }
}
