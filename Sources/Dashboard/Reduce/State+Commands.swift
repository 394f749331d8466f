import Care
import Terminal

extension State {
  /// Carries a command out, or says why it can't be.
  mutating func perform(_ command: CommandID) -> [Effect] {
    if isMisaimed(command) { return [] }
    if case .disabled(let why) = availability(command) {
      toast = Toast(words: "\(command.definition.title): \(why).", weight: .refused, canUndo: false)
      return []
    }
    if needsChart(command), let patient, view?.chart.id != patient || workspace.chart(patient) == nil {
      waiting = command
      return [.readChart(patient)]
    }
    remember(command)
    switch command {
    case .down: step(focus, by: 1)
    case .up: step(focus, by: -1)
    case .pageDown: step(focus, by: max(1, bodyHeight(focus) / 2))
    case .pageUp: step(focus, by: -max(1, bodyHeight(focus) / 2))
    case .top: step(focus, by: -count(focus))
    case .bottom: step(focus, by: count(focus))
    case .nextPane: if triage == nil { focusNext(1) }
    case .previousPane: if triage == nil { focusNext(-1) }
    case .zoomPane: isZoomed.toggle()
    case .widen, .narrow, .heighten, .lower, .evenOut: return resize(command)
    case .goWorklist: go(.worklist)
    case .goPatients: go(.patients)
    case .findPatient:
      go(.patients)
      if filter(.patients) != nil { putFilterAway(.patients) }
      return perform(.filter)
    case .goReferrals: go(.referrals)
    case .measures: overlays.append(.measures(top: 0))
    case .goInbox: go(.inbox)
    case .goJourney: go(.journey)
    case .goChart: go(.chart)
    case .goTeam: go(.team)
    case .goShared: goShared()
    case .goMessages: go(.messages)
    case .goProblems: showProblems()
    case .scores: overlays.append(.scores(top: 0))
    case .open: open()
    case .back: return back()
    case .filter:
      indexNames()
      // What is typed next is a word of its own.
      let text = filter(focus)?.text ?? ""
      editing = TextField(text.isEmpty || text.last == " " ? text : text + " ")
    case .jump: jump = Jump(from: cursor(focus))
    case .mark: toggleMark()
    case .markRange: markRange()
    case .markAll: markAll()
    case .sortByDue, .sortByPatient, .sortByAge, .sortByNumber, .sortByWhat, .sortByOwner, .sortByStatus,
      .sortByPriority, .sortByOpen, .sortByTime, .sortBySender, .sortByClock, .sortByOrganization, .sortByNext,
      .sortByDays:
      if let column = command.column { order(focus, by: column) }
    case .take, .start, .wake, .accept: change(command)
    // What isn't a task can end in several ways.
    case .complete: if subjects.allSatisfy({ $0.kind != .task }) { openForm(.closeWith) } else { change(command) }
    // A time for a referral takes it a step on.
    case .book where referralInHand != nil && availability(.scheduleReferral).isEnabled:
      return openReferralForm(.scheduleReferral)
    case .message where focus == .team: writeToMember()
    case .assign, .waitUntil, .escalate, .closeWith, .setStatus, .call, .logContact, .message, .refer, .book, .newTask,
      .preference, .ask, .joinTeam, .useTemplate:
      openForm(command)
    case .offerHandoff, .acceptHandoff, .returnHandoff, .cancelHandoff: openHandoff(command)
    case .showHandoff: if let id = handoffInHand { overlays.append(.handoff(id, top: 0)) }
    case .leaveTeam: endMembership()
    case .nextUnread: return readNextUnread()
    case .goAwaited: goAwaited()
    case .reply: replyToThread()
    case .acknowledge: acknowledgeThread()
    case .sendMessage, .makeUrgent, .askAcknowledgement, .addTeam, .addRecipient, .dropRecipient, .attachLine,
      .insertSBAR,
      .openEditor:
      break
    case .sendReferral, .acceptReferral, .declineReferral, .scheduleReferral, .noShowReferral, .cancelAppointment,
      .interimNote, .outcomeReferral, .askToCancel, .confirmCancel, .acknowledgeOutcome, .resendReferral,
      .retargetReferral, .holdReferral, .resumeReferral, .reopenReferral:
      return openReferralForm(command)
    case .referralHistory: showReferral()
    case .triage, .skip, .endTriage, .give1, .give2, .give3: return performInTriage(command)
    case .view1, .view2, .view3, .view4, .view5, .view6, .view7, .view8, .view9, .keepView:
      return performView(command)
    case .undo: askUndo()
    case .zoomIn, .zoomOut, .wholeJourney, .earlier, .later, .today, .nextEvent, .previousEvent, .nextEncounter,
      .previousEncounter, .unfold, .showAllKinds, .showEncounters, .showOwed, .showSettled, .showResults,
      .showProcedures, .showMessages, .showDocuments:
      performInJourney(command)
    case .palette: overlays.append(.palette(TextField(), index: 0))
    case .help: overlays.append(.help(TextField(), top: 0))
    case .mouse:
      hasMouse.toggle()
      toast = Toast(
        words: hasMouse
          ? "The mouse works here again." : "The mouse selects text now; \(keyMap.label(of: .mouse)) takes it back.",
        weight: .done, canUndo: false)
    case .showLook: return toggleLook()
    case .theme: return openThemes()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .importRecord, .cancelWork, .goImport, .openDemo: return performWork(command)
    case .quit: return leave()
    }
    return []
  }

  /// Keys typed ahead of a chart that is still to be read wait for it, so that they never act on the patient before.
  private func needsChart(_ command: CommandID) -> Bool {
    switch command {
    // What can't be read can be passed by, and ended.
    case .skip, .endTriage, .keepView: false
    case _ where command.changesItem: true
    case _ where command.writes: true
    case _ where CommandID.ofReferral.contains(command): true
    case .referralHistory: true
    case .open, .scores, .newTask, .reply, .acknowledge, .ask, .joinTeam, .leaveTeam, .useTemplate: true
    case .offerHandoff, .acceptHandoff, .returnHandoff, .cancelHandoff, .showHandoff: true
    case .down, .up, .pageDown, .pageUp, .top, .bottom: focus.slot != .left
    default: command.definition.panes == [.journey]
    }
  }

  /// The palette offers first what was used lately; moving about is not worth offering.
  private mutating func remember(_ command: CommandID) {
    switch command {
    case .down, .up, .pageDown, .pageUp, .top, .bottom, .palette, .back: return
    default: break
    }
    recentCommands.removeAll { $0 == command }
    recentCommands.append(command)
    if recentCommands.count > 5 { recentCommands.removeFirst() }
  }

  mutating func go(_ pane: Pane) {
    focus = pane
    switch pane.slot {
    case .left: left = pane
    case .middle: middle = pane
    case .rightTop, .rightBottom, .whole: break
    }
  }

  private mutating func focusNext(_ step: Int) {
    let order =
      arrangement.form == .wide && arrangement.panes.count > 4
      ? [left, .journey, .chart, .team, .messages] : [left, middle, .team, .messages]
    let at = order.firstIndex(of: focus) ?? 0
    go(order[(at + step + order.count) % order.count])
  }

  /// One level back: the field, the filter, the zoom, then the list on the left.
  mutating func back() -> [Effect] {
    if triage != nil {
      leaveTriage()
    } else if editing != nil || filter(focus) != nil {
      editing = nil
      putFilterAway(focus)
    } else if focus == .worklist, !worklist.marks.isEmpty {
      forgetMarks()
    } else if clearJourneyFilter() {
      return []
    } else if isZoomed {
      isZoomed = false
    } else if focus.slot != .left {
      go(left)
    }
    return []
  }

  private mutating func open() {
    switch focus {
    case .journey where selectedRow?.isFolded ?? false: toggleFold()
    case .worklist, .journey:
      guard let item = focus == .worklist ? selectedWork?.item : selectedEvent?.id, let detail = detail(of: item) else {
        return
      }
      overlays.append(detail)
    case .patients: go(.journey)
    case .referrals: showReferral()
    case .inbox:
      guard let row = threadRow(at: inbox.cursor.index) else { return }
      read(row.thread)
    case .messages:
      guard let thread = selectedThread else { return }
      read(thread.id)
    case .chart:
      if let line = selectedLine { overlays.append(detail(of: line)) }
    case .triage:
      if let detail = triage?.item.flatMap({ detail(of: $0.item) }) { overlays.append(detail) }
    case .team:
      if let member = selectedMember { overlays.append(detail(of: member)) }
    }
  }

  /// Opens a thread and, for somebody who has said who they are, marks it read.
  mutating func read(_ thread: LineID) {
    overlays.append(.thread(thread, top: 0))
    guard author.member != nil, let view else { return }
    ask([Wanted(commands: [readCommand(thread, in: view.chart)], patient: view.chart.id, done: "")])
  }

  /// A command that needs no answer: done at once, or shown first where lines are marked.
  private mutating func change(_ command: CommandID) {
    if triage == nil, !worklist.marks.isEmpty {
      overlays.append(.preview(preview(command), top: 0))
      return
    }
    guard let row = subjects.first, let wanted = wanted(command, row) else { return }
    ask([wanted])
  }

  /// What a command of the table asks of an item, and the word for its having been done.
  func wanted(_ command: CommandID, _ row: WorkRow) -> Wanted? {
    let commands: [Command]
    let done: String
    switch command {
    case .take:
      guard let me = ownReference else { return nil }
      (commands, done) = ([.assign(item: row.item, to: me)], "Assigned to you")
    case .start: (commands, done) = ([.setStatus(task: row.item, to: .inProgress)], "Started")
    case .complete: (commands, done) = ([.setStatus(task: row.item, to: .completed)], "Closed")
    case .wake: (commands, done) = ([.wake(item: row.item)], "Back in the list")
    case .accept:
      guard let me = ownReference else { return nil }
      let status = TaskStatus(rawValue: row.status)
      let starts = row.kind == .task && TaskStatus.moves(from: status).contains(.inProgress)
      commands =
        [.assign(item: row.item, to: me)] + (starts ? [.setStatus(task: row.item, to: .inProgress)] : [])
      done = starts ? "Yours, and under way" : "Yours"
    default: return nil
    }
    return Wanted(
      commands: commands, patient: row.patient, item: row.item, row: row, done: done,
      session: triage == nil ? nil : verdict(command, on: row.item))
  }

  /// Goes on with a command whose chart has now been read.
  mutating func resume() -> [Effect] {
    guard let command = waiting else { return [] }
    waiting = nil
    return perform(command)
  }
}
