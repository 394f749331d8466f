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
    for pane in Pane.lists { sort(pane) }
  }

  private mutating func sort(_ pane: Pane) {
    guard let list = list(pane), let sorting = list.sorting, sorting.positions == nil,
      list.filter?.isComplete ?? true
    else { return }
    let (total, keys) = (total(pane), SortKeys(workspace: workspace))
    changeList(pane) { list in
      list.sorting?.advance(among: list.filter?.matches, count: total) { keys.key(pane, at: $0, sorting.order) }
    }
    // The rows have taken their new places: the cursor goes with its own.
    if self.list(pane)?.sorting?.positions != nil { restoreCursor(pane) }
  }

  /// Follows a change of the lists from what they were before.
  mutating func followLists(from before: CareLists) {
    let (lists, keys) = (workspace.lists, SortKeys(workspace: workspace))
    if worklist.isFollowing {
      let moves = lists.worklist.moves(from: before.worklist)
      worklist.follow(moves, in: lists.worklist) { keys.key(.worklist, at: $0, $1) }
      keepMarks(moves)
    }
    if census.isFollowing {
      census.follow(lists.census.moves(from: before.census), in: lists.census) { keys.key(.patients, at: $0, $1) }
    }
    if inbox.isFollowing {
      inbox.follow(lists.inbox.moves(from: before.inbox), in: lists.inbox) { keys.key(.inbox, at: $0, $1) }
    }
  }

  /// Whether a list is still being looked through.
  package var isLooking: Bool { jump?.rest != nil || [worklist, census, inbox].contains { !$0.isComplete } }
}
