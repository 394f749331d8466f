import Care

extension State {
  /// Orders the list by a column; by the same column again, the other way round.
  mutating func order(_ pane: Pane, by column: Column) {
    let now = (list(pane)?.sorting?.order ?? .natural(pane))
    let wanted = Order(column: column, isTurned: now.column == column && !now.isTurned)
    changeList(pane) { $0.sorting = wanted == .natural(pane) ? nil : Sorting(wanted) }
    lookThrough()
    restoreCursor(pane)
  }

  /// Looks through the next slice of each list that is being filtered or ordered.
  mutating func lookThrough() {
    worklist.filter?.advance(workspace.lists.worklist)
    census.filter?.advance(workspace.lists.census)
    inbox.filter?.advance(workspace.lists.inbox)
    let lists = workspace.lists
    sort(.worklist, count: lists.worklist.count) { [self] position, order in
      lists.worklist[position].map { key($0, position, order) }
    }
    sort(.patients, count: lists.census.count) { [self] position, order in
      lists.census[position].map { key($0, position, order) }
    }
    sort(.inbox, count: lists.inbox.count) { [self] position, order in
      lists.inbox[position].map { key($0, position, order) }
    }
  }

  private mutating func sort(_ pane: Pane, count: Int, key: (Int, Order) -> SortKey?) {
    guard let list = list(pane), let sorting = list.sorting, sorting.positions == nil,
      list.filter?.isComplete ?? true
    else { return }
    changeList(pane) { list in
      list.sorting?.advance(among: list.filter?.matches, count: count) { key($0, sorting.order) }
    }
    // The rows have taken their new places: the cursor goes with its own.
    if self.list(pane)?.sorting?.positions != nil { restoreCursor(pane) }
  }

  /// Whether a list is still being looked through.
  package var isLooking: Bool { jump?.rest != nil || [worklist, census, inbox].contains { !$0.isComplete } }

  private func key(_ row: WorkRow, _ position: Int, _ order: Order) -> SortKey {
    func text(_ text: String) -> SortKey { SortKey(text, position: position, isTurned: order.isTurned) }
    func number(_ number: Int64?) -> SortKey { SortKey(number, position: position, isTurned: order.isTurned) }
    return switch order.column {
    case .patient: text(row.patientName)
    // The youngest first.
    case .age: number(row.birthDate.map { -$0.milliseconds })
    case .number: text(row.mrn)
    case .what: text(row.title)
    case .owner: text(naming(row.owner))
    case .status: text(StatusWords.words(row.status))
    case .priority: number(row.priority.map { Int64($0.rank) })
    case .due, .open, .time, .sender: number(row.deadline?.milliseconds)
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
    case .sender: text(naming(row.lastSender))
    // The newest first.
    default: SortKey(row.last.map { -$0.milliseconds }, position: position, isTurned: order.isTurned)
    }
  }
}
