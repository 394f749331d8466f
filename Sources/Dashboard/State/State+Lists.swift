package import Care

extension State {
  package func cursor(_ pane: Pane) -> ListCursor {
    switch pane {
    case .worklist: worklist
    case .patients: census
    case .inbox: inbox
    case .journey: journey
    case .chart: chart
    case .team: team
    case .messages: messages
    }
  }

  mutating func change(_ pane: Pane, _ change: (inout ListCursor) -> Void) {
    switch pane {
    case .worklist: change(&worklist)
    case .patients: change(&census)
    case .inbox: change(&inbox)
    case .journey: change(&journey)
    case .chart: change(&chart)
    case .team: change(&team)
    case .messages: change(&messages)
    }
  }

  package func filter(_ pane: Pane) -> Filter? {
    switch pane {
    case .worklist: worklistFilter
    case .patients: censusFilter
    case .inbox: inboxFilter
    case .journey, .chart, .team, .messages: nil
    }
  }

  mutating func setFilter(_ pane: Pane, _ filter: Filter?) {
    switch pane {
    case .worklist: worklistFilter = filter
    case .patients: censusFilter = filter
    case .inbox: inboxFilter = filter
    case .journey, .chart, .team, .messages: break
    }
  }

  /// Rows a pane shows, over all its pages.
  package func count(_ pane: Pane) -> Int {
    if let filter = filter(pane) { return filter.matches.count }
    return total(pane)
  }

  /// Rows a pane would show without a filter.
  package func total(_ pane: Pane) -> Int {
    switch pane {
    case .worklist: workspace.lists.worklist.count
    case .patients: workspace.lists.census.count
    case .inbox: workspace.lists.inbox.count
    case .journey: journeyList.rows.count
    case .chart: chartLines.count
    case .team: view?.team.count ?? 0
    case .messages: view?.threads.count ?? 0
    }
  }

  /// Position in the whole list of the row shown at `index`.
  package func position(_ pane: Pane, _ index: Int) -> Int {
    guard let filter = filter(pane) else { return index }
    return filter.matches.indices.contains(index) ? filter.matches[index] : -1
  }

  package func work(at index: Int) -> WorkRow? { workspace.lists.worklist[position(.worklist, index)] }
  package func patientRow(at index: Int) -> CensusRow? { workspace.lists.census[position(.patients, index)] }
  package func threadRow(at index: Int) -> ThreadRow? { workspace.lists.inbox[position(.inbox, index)] }

  package var selectedWork: WorkRow? { work(at: worklist.index) }
  package var selectedThread: MessageThread? {
    guard let threads = view?.threads, threads.indices.contains(messages.index) else { return nil }
    return threads[messages.index]
  }

  func key(_ pane: Pane, _ index: Int) -> [UInt8]? {
    switch pane {
    case .worklist: workspace.lists.worklist.key(at: position(pane, index))
    case .patients: workspace.lists.census.key(at: position(pane, index))
    case .inbox: workspace.lists.inbox.key(at: position(pane, index))
    case .journey, .chart, .team, .messages: nil
    }
  }

  /// The patient that the row under the cursor of a left-hand list is about.
  func patientUnderCursor(_ pane: Pane) -> PatientID? {
    switch pane {
    case .worklist: selectedWork?.patient
    case .patients: patientRow(at: census.index)?.patient
    case .inbox: threadRow(at: inbox.index)?.patient
    case .journey, .chart, .team, .messages: nil
    }
  }

  package var tally: Tally { Tally(workspace.lists.worklist, now: now, zone: workspace.zone) }
  package var words: TimeWords { TimeWords(now: now, zone: workspace.zone) }
}
