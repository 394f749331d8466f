/// What a list over all patients can show of a line, and be ordered by. Raw values are the words above the columns.
package enum Column: String, CaseIterable, Sendable {
  case patient, age, number, what, owner, status, priority, due, open, time, sender
  case clock, organization = "where"
  case next, days

  package var title: String { rawValue }

  /// The columns a list has, wherever there is room for them.
  package static func all(of pane: Pane) -> [Column] {
    switch pane {
    case .worklist: [.patient, .age, .number, .what, .owner, .clock, .organization, .status, .priority, .due]
    case .patients: [.patient, .age, .number, .due, .open]
    case .referrals: [.status, .patient, .priority, .what, .organization, .next, .owner, .clock, .due, .days]
    case .inbox: [.patient, .what, .sender, .time]
    case .journey, .chart, .team, .messages, .triage: []
    }
  }
}

/// The order of a list.
package struct Order: Hashable, Sendable {
  package var column: Column
  package var isTurned = false

  package init(column: Column, isTurned: Bool = false) { (self.column, self.isTurned) = (column, isTurned) }

  /// How a list lies in the record; it costs nothing.
  package static func natural(_ pane: Pane) -> Order {
    switch pane {
    case .patients: Order(column: .patient)
    case .referrals: Order(column: .status)
    case .inbox: Order(column: .time)
    case .worklist, .journey, .chart, .team, .messages, .triage: Order(column: .due)
    }
  }
}

extension CommandID {
  /// The column that a command of ordering orders by.
  var column: Column? {
    switch self {
    case .sortByDue: .due
    case .sortByPatient: .patient
    case .sortByAge: .age
    case .sortByNumber: .number
    case .sortByWhat: .what
    case .sortByOwner: .owner
    case .sortByStatus: .status
    case .sortByPriority: .priority
    case .sortByOpen: .open
    case .sortByTime: .time
    case .sortBySender: .sender
    case .sortByClock: .clock
    case .sortByOrganization: .organization
    case .sortByDays: .days
    case .sortByNext: .next
    default: nil
    }
  }
}
