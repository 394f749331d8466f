package import Care

extension State {
  /// A list over all patients; nil for a pane that shows one patient.
  package func list(_ pane: Pane) -> ListView? {
    switch pane {
    case .worklist: worklist
    case .patients: census
    case .referrals: referrals
    case .inbox: inbox
    case .journey, .chart, .team, .messages, .triage: nil
    }
  }

  mutating func changeList(_ pane: Pane, _ change: (inout ListView) -> Void) {
    switch pane {
    case .worklist: change(&worklist)
    case .patients: change(&census)
    case .referrals: change(&referrals)
    case .inbox: change(&inbox)
    case .journey, .chart, .team, .messages, .triage: break
    }
  }

  package func cursor(_ pane: Pane) -> ListCursor {
    switch pane {
    case .worklist: worklist.cursor
    case .patients: census.cursor
    case .referrals: referrals.cursor
    case .inbox: inbox.cursor
    case .journey: journey
    case .chart: chart
    case .team: team
    case .messages: messages
    case .triage: ListCursor()
    }
  }

  mutating func change(_ pane: Pane, _ change: (inout ListCursor) -> Void) {
    switch pane {
    case .worklist: change(&worklist.cursor)
    case .patients: change(&census.cursor)
    case .referrals: change(&referrals.cursor)
    case .inbox: change(&inbox.cursor)
    case .journey: change(&journey)
    case .chart: change(&chart)
    case .team: change(&team)
    case .messages: change(&messages)
    case .triage: break
    }
  }

  package func filter(_ pane: Pane) -> Filter? { list(pane)?.filter }

  /// Rows a pane shows, over all its pages.
  package func count(_ pane: Pane) -> Int { list(pane)?.count(of: total(pane)) ?? total(pane) }

  /// Rows a pane would show without a filter.
  package func total(_ pane: Pane) -> Int {
    switch pane {
    case .worklist: workOrder.count
    case .patients: workspace.lists.census.count
    case .referrals: workspace.lists.referrals.count
    case .inbox: workspace.lists.inbox.count
    case .journey: journeyList.rows.count
    case .chart: chartLines.count
    case .team: view?.team.count ?? 0
    case .messages: view?.threads.count ?? 0
    case .triage: triage?.session.queue.items.count ?? 0
    }
  }

  /// Position in the whole list of the row shown at `index`.
  package func position(_ pane: Pane, _ index: Int) -> Int { list(pane)?.position(index) ?? index }

  package func work(at index: Int) -> WorkRow? { workspace.lists.worklist[worklist.position(index)] }
  package func patientRow(at index: Int) -> CensusRow? { workspace.lists.census[census.position(index)] }
  package func referralRow(at index: Int) -> ReferralRow? { workspace.lists.referrals[referrals.position(index)] }
  package func threadRow(at index: Int) -> ThreadRow? { workspace.lists.inbox[inbox.position(index)] }

  /// The row that a key finds, wherever it stands; nil where it is gone.
  func work(keyed key: [UInt8]) -> WorkRow? {
    position(.worklist, of: key).flatMap { workspace.lists.worklist[$0] }
  }

  package var selectedWork: WorkRow? { work(at: worklist.cursor.index) }
  package var selectedThread: MessageThread? {
    guard let threads = view?.threads, threads.indices.contains(messages.index) else { return nil }
    return threads[messages.index]
  }

  package var selectedMember: TeamMember? {
    guard let members = view?.team, members.indices.contains(team.index) else { return nil }
    return members[team.index]
  }
  package var selectedLine: ChartLine? { chartLines.indices.contains(chart.index) ? chartLines[chart.index] : nil }

  /// What holds a row's identity while the list around it changes.
  func key(_ pane: Pane, _ index: Int) -> [UInt8]? {
    switch pane {
    case .worklist: workspace.lists.worklist.key(at: position(pane, index))
    case .patients: workspace.lists.census.key(at: position(pane, index))
    case .referrals: workspace.lists.referrals.key(at: position(pane, index))
    case .inbox: workspace.lists.inbox.key(at: position(pane, index))
    case .journey, .chart, .team, .messages, .triage: nil
    }
  }

  func position(_ pane: Pane, of key: [UInt8]) -> Int? {
    switch pane {
    case .worklist: workspace.lists.worklist.index(of: key)
    case .patients: workspace.lists.census.index(of: key)
    case .referrals: workspace.lists.referrals.index(of: key)
    case .inbox: workspace.lists.inbox.index(of: key)
    case .journey, .chart, .team, .messages, .triage: nil
    }
  }

  /// The patient that a row of a list over all patients is about.
  func patient(_ pane: Pane, at index: Int) -> PatientID? {
    switch pane {
    case .worklist: work(at: index)?.patient
    case .patients: patientRow(at: index)?.patient
    case .referrals: referralRow(at: index)?.patient
    case .inbox: threadRow(at: index)?.patient
    case .journey, .chart, .team, .messages, .triage: nil
    }
  }

  /// More of the lists is in memory: what could not be told of them before can be now.
  mutating func readPages(_ pages: [PageImage]) {
    workspace.lists.load(pages)
    if pages.contains(where: { $0.list == .inbox }), workspace.lists.inbox[0] != nil, !hasToldOfArrivals {
      hasToldOfArrivals = true
      tellOfArrivals()
    }
    let before = workOrder.woken
    orderWork()
    if workOrder.woken != before { worklist.sorting = worklist.sorting.map { Sorting($0.order) } }
    restoreCursor(.worklist)
  }

  package var tally: Tally { Tally(workOrder) }
  package var words: TimeWords { TimeWords(now: now, zone: workspace.zone) }
}
