import Care

/// Reads what a list is ordered by from its rows.
struct SortKeys {
  let workspace: Workspace

  /// Where the row at a position stands in an order; nil where it has not been read yet.
  func key(_ pane: Pane, at position: Int, _ order: Order) -> SortKey? {
    switch pane {
    case .worklist:
      workspace.lists.worklist[position].map { row in
        var key = key(row, position, order)
        key.due = row.deadline?.milliseconds ?? .max
        return key
      }
    case .patients: workspace.lists.census[position].map { key($0, position, order) }
    case .referrals: workspace.lists.referrals[position].map { key($0, position, order) }
    default: workspace.lists.inbox[position].map { key($0, position, order) }
    }
  }

  private func key(_ row: WorkRow, _ position: Int, _ order: Order) -> SortKey {
    func text(_ text: String) -> SortKey { SortKey(text, position: position, isTurned: order.isTurned) }
    func number(_ number: Int64?) -> SortKey { SortKey(number, position: position, isTurned: order.isTurned) }
    return switch order.column {
    case .patient: text(row.patientName)
    // The youngest first.
    case .age: number(row.birthDate.map { -$0.milliseconds })
    case .number: text(row.mrn)
    case .what: text(row.title)
    case .owner: text(workspace.directory.naming(row.owner).words)
    case .status: text(StatusWords.words(row.status))
    case .priority: number(row.priority.map { Int64($0.rank) })
    case .clock: text(row.clocks.first ?? "")
    case .organization: text(workspace.directory.naming(row.organization).words)
    case .due, .open, .time, .sender, .next, .days: number(row.deadline?.milliseconds)
    }
  }

  private func key(_ row: ReferralRow, _ position: Int, _ order: Order) -> SortKey {
    func text(_ text: String) -> SortKey { SortKey(text, position: position, isTurned: order.isTurned) }
    func number(_ number: Int64?) -> SortKey { SortKey(number, position: position, isTurned: order.isTurned) }
    return switch order.column {
    case .patient: text(row.patientName)
    case .what: text(row.service)
    case .owner: text(workspace.directory.naming(row.owner).words)
    case .organization: text(workspace.directory.naming(row.recipient).words)
    case .clock: text(row.clocks.first ?? "")
    case .next: text(row.next.words)
    case .priority: number(row.priority.map { Int64($0.rank) })
    // The longest first, what is over last.
    case .days: number(row.isClosed ? nil : row.since?.milliseconds)
    case .status:
      number(Int64(ReferralRow.place(of: row.state)) + (row.isClosed ? 100 : 0))
    default: number(row.deadline?.milliseconds)
    }
  }

  private func key(_ row: CensusRow, _ position: Int, _ order: Order) -> SortKey {
    func number(_ number: Int64?) -> SortKey { SortKey(number, position: position, isTurned: order.isTurned) }
    return switch order.column {
    case .age: number(row.birthDate.map { -$0.milliseconds })
    case .number: SortKey(row.mrn, position: position, isTurned: order.isTurned)
    case .due: number(row.nextDue?.milliseconds)
    // The most first; nobody with nothing open is missing, so zero is a number here.
    case .open: number(-Int64(row.openItems))
    default: SortKey(row.name, position: position, isTurned: order.isTurned)
    }
  }

  private func key(_ row: ThreadRow, _ position: Int, _ order: Order) -> SortKey {
    func text(_ text: String) -> SortKey { SortKey(text, position: position, isTurned: order.isTurned) }
    return switch order.column {
    case .patient: text(row.patientName)
    case .what: text(row.subject)
    case .sender: text(workspace.directory.naming(row.lastSender).words)
    // The newest first.
    default: SortKey(row.last.map { -$0.milliseconds }, position: position, isTurned: order.isTurned)
    }
  }
}

extension CareLists {
  /// Rows of the list behind a pane, whatever is shown of it.
  func count(_ pane: Pane) -> Int {
    switch pane {
    case .worklist: worklist.count
    case .patients: census.count
    case .referrals: referrals.count
    case .inbox: inbox.count
    case .journey, .chart, .team, .messages, .triage: 0
    }
  }
}
