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
    if worklist.filter?.isComplete == false || worklist.coming != nil { lookThroughWork() }
    if census.filter?.isComplete == false {
      let censusQuery = CensusQuery(self)
      census.filter?.advance(workspace.lists.census, fits: censusQuery.fits)
    }
    let referralQuery = ReferralQuery(self)
    referrals.filter?.advance(workspace.lists.referrals, fits: referralQuery.fits)
    let inboxQuery = InboxQuery(self)
    inbox.filter?.advance(workspace.lists.inbox, fits: inboxQuery.fits)
    if worklist.filter?.showsAsleep ?? false == workOrder.showsAsleep {
      worklist.follow(workOrder)
    } else {
      orderWork()
    }
    for pane in Pane.lists { sort(pane) }
  }

  private mutating func lookThroughWork() {
    let (list, query) = (workspace.lists.worklist, WorkQuery(self))
    worklist.filter?.advance(list, fits: query.fits)
    worklist.coming?.advance(list, fits: query.fits)
    guard let renewed = worklist.coming, renewed.isComplete else { return }
    if renewed.matches == worklist.filter?.matches {
      (worklist.filter, worklist.coming) = (renewed, nil)
      return
    }
    let order = worklist.sorting?.order
    worklist.show(renewed)
    worklist.sorting = order.map { Sorting($0) }
    orderWork()
    restoreCursor(.worklist)
  }

  /// Works out how the worklist is shown: after the record, the clock or what is looked for has changed.
  mutating func orderWork() {
    let whole = WorkOrder(
      workspace.lists.worklist, now: now, zone: workspace.zone, showsAsleep: worklist.filter?.showsAsleep ?? false)
    workOrder = whole
    worklist.follow(whole)
  }

  private mutating func sort(_ pane: Pane) {
    guard let list = list(pane), let sorting = list.sorting, sorting.positions == nil,
      list.filter?.isComplete ?? true
    else { return }
    let (total, keys) = (workspace.lists.count(pane), SortKeys(workspace: workspace))
    let shown = sorting.hasBegun ? nil : list.positions
    changeList(pane) { list in
      list.sorting?.advance(among: shown, count: total) { keys.key(pane, at: $0, sorting.order) }
    }
    // The rows have taken their new places: the cursor goes with its own.
    if self.list(pane)?.sorting?.positions != nil { restoreCursor(pane) }
  }

  /// Follows a change of the lists from what they were before.
  mutating func followLists(from before: CareLists) {
    let (lists, keys) = (workspace.lists, SortKeys(workspace: workspace))
    // What is shown is told apart by the new order, and then follows it.
    orderWork()
    defer { worklist.follow(workOrder) }
    if worklist.isFollowing || triage != nil {
      let moves = lists.worklist.moves(from: before.worklist)
      let query = WorkQuery(self)
      worklist.follow(moves, in: lists.worklist, fits: query.fits) { keys.key(.worklist, at: $0, $1) }
      worklist.follow(workOrder)
      keepMarks(moves)
      noteArrivals(moves.arrivals)
    }
    if census.isFollowing {
      let query = CensusQuery(self)
      census.follow(lists.census.moves(from: before.census), in: lists.census, fits: query.fits) {
        keys.key(.patients, at: $0, $1)
      }
    }
    if referrals.isFollowing {
      let query = ReferralQuery(self)
      referrals.follow(lists.referrals.moves(from: before.referrals), in: lists.referrals, fits: query.fits) {
        keys.key(.referrals, at: $0, $1)
      }
    }
    if inbox.isFollowing {
      let query = InboxQuery(self)
      inbox.follow(lists.inbox.moves(from: before.inbox), in: lists.inbox, fits: query.fits) {
        keys.key(.inbox, at: $0, $1)
      }
    }
  }

  /// Whether a list is still being looked through.
  package var isLooking: Bool { jump?.rest != nil || [worklist, census, referrals, inbox].contains { !$0.isComplete } }
}
