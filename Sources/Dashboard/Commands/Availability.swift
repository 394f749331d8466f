package import Care

/// Whether a command works now and, if not, why and what would make it work.
package enum Availability: Hashable, Sendable {
  case enabled
  case disabled(String)

  package var isEnabled: Bool { self == .enabled }
}

extension State {
  package func availability(_ id: CommandID) -> Availability {
    if let panes = id.definition.panes, !panes.contains(focus) {
      if panes.isEmpty { return .disabled("it works while a message is written") }
      let names = Pane.allCases.filter(panes.contains).map(\.title).joined(separator: ", ")
      return .disabled("it works in \(names)")
    }
    if triage != nil, id.leadsAway { return .disabled("Esc leaves the triage first") }
    switch id {
    case .take, .start, .complete, .assign, .waitUntil, .wake, .escalate, .closeWith, .setStatus, .accept:
      return availabilityOfChange(id)
    case .joinTeam, .leaveTeam, .useTemplate: return availabilityOfTeam(id)
    case .call, .logContact, .message, .ask, .refer, .book, .newTask, .preference: return availabilityOfWriting(id)
    case .offerHandoff, .acceptHandoff, .returnHandoff, .cancelHandoff, .showHandoff: return availabilityOfHandoff(id)
    case .reply, .acknowledge, .nextUnread, .goAwaited: return availabilityOfThread(id)
    case .sendMessage, .makeUrgent, .askAcknowledgement, .addTeam, .addRecipient, .dropRecipient, .attachLine,
      .insertSBAR,
      .openEditor:
      return .enabled
    case .sendReferral, .acceptReferral, .declineReferral, .scheduleReferral, .noShowReferral, .cancelAppointment,
      .interimNote, .outcomeReferral, .askToCancel, .confirmCancel, .acknowledgeOutcome, .resendReferral,
      .retargetReferral, .holdReferral, .resumeReferral, .reopenReferral, .referralHistory:
      return availabilityOfReferral(id)
    case .triage, .skip, .give1, .give2, .give3, .endTriage: return availabilityOfTriage(id)
    case .view1, .view2, .view3, .view4, .view5, .view6, .view7, .view8, .view9, .keepView:
      return availabilityOfView(id)
    case .undo:
      return deeds.isEmpty && saving.isEmpty
        ? .disabled("you have done nothing since the start that can be undone") : .enabled
    case .goJourney, .goChart, .goTeam, .goMessages, .scores:
      return patient == nil ? .disabled("choose a patient first") : .enabled
    case .zoomIn, .zoomOut, .wholeJourney, .earlier, .later, .today, .nextEvent, .previousEvent, .nextEncounter,
      .previousEncounter, .unfold, .showAllKinds, .showEncounters, .showOwed, .showSettled, .showResults,
      .showProcedures, .showMessages, .showDocuments:
      return availabilityInJourney(id)
    case .importRecord, .cancelWork, .goImport, .openDemo: return availabilityOfWork(id)
    case .findPatient:
      return workspace.lists.census.count == 0 ? .disabled("there are no patients yet") : .enabled
    case .goProblems: return problems.isEmpty ? .disabled("nothing has gone wrong") : .enabled
    case .mark, .markRange, .markAll, .jump:
      return count(focus) == 0 ? .disabled("the list is empty") : .enabled
    case .widen, .narrow: return arrangement.hasBeside(focus) ? .enabled : .disabled("nothing stands beside the pane")
    case .heighten, .lower:
      return arrangement.hasAbove(focus) ? .enabled : .disabled("nothing stands above or below the pane")
    case .evenOut: return proportions == Proportions() ? .disabled("the panes have their usual sizes") : .enabled
    case .sortByDue, .sortByPatient, .sortByAge, .sortByNumber, .sortByWhat, .sortByOwner, .sortByStatus,
      .sortByPriority, .sortByOpen, .sortByTime, .sortBySender, .sortByClock, .sortByOrganization, .sortByNext,
      .sortByDays:
      return .enabled
    case .goShared:
      if author.member == nil { return .disabled("say who you are: start with --as NAME") }
      return selectedMember?.name.words.isEmpty ?? true ? .disabled("nobody is chosen") : .enabled
    case .showLook: return author.member == nil ? .disabled("say who you are: start with --as NAME") : .enabled
    case .down, .up, .pageDown, .pageUp, .top, .bottom, .nextPane, .previousPane, .zoomPane, .goWorklist, .goPatients,
      .goReferrals, .measures, .goInbox, .open, .back, .filter, .palette, .help, .mouse, .theme, .redraw, .suspend,
      .quit:
      return .enabled
    }
  }

  private func availabilityOfChange(_ id: CommandID) -> Availability {
    if author.member == nil, [.take, .accept].contains(id) {
      return .disabled("say who you are: start with --as NAME")
    }
    if triage == nil, !worklist.marks.isEmpty {
      // The first that can be is enough, so that most marks need not be looked at.
      let canBe = worklist.marks.values.lazy.compactMap { work(keyed: $0) }
        .contains { availability(id == .complete && $0.kind != .task ? .closeWith : id, for: $0).isEnabled }
      return canBe ? .enabled : .disabled("none of the \(worklist.marks.count) marked can be")
    }
    guard let row = triage == nil ? selectedWork : triageRow else {
      return .disabled(triage == nil ? "the worklist is empty" : "nothing is shown to decide on")
    }
    // One of another kind is asked how it ended.
    return availability(id == .complete && row.kind != .task ? .closeWith : id, for: row)
  }

  /// What is written about a patient needs somebody who writes it, and one patient.
  private func availabilityOfWriting(_ id: CommandID) -> Availability {
    guard author.member != nil else { return .disabled("say who you are: start with --as NAME") }
    guard let patient, patient != .unmatched else { return .disabled("choose a patient first") }
    if triage == nil, focus == .worklist, !worklist.marks.isEmpty {
      return .disabled("it is for one patient at a time; Esc takes the marks away")
    }
    return .enabled
  }

  /// Whether an item may be taken, given, started, set aside or closed.
  func availability(_ id: CommandID, for row: WorkRow) -> Availability {
    // What waits for the disk decides what becomes of the item, not what the list still shows.
    if saving.concerns(row.item) { return .enabled }
    switch id {
    case .take:
      return isOwn(row.owner) ? .disabled("it is yours already") : .enabled
    case .wake: return row.sleepsUntil == nil ? .disabled("it is not waiting") : .enabled
    case .escalate:
      return row.steps < workspace.site.ladder.steps.count
        ? .enabled : .disabled("the ladder has no step above \(workspace.site.ladder.steps.last?.role.words ?? "this")")
    case .start: return availability(of: row, to: .inProgress)
    case .complete: return availability(of: row, to: .completed)
    case .setStatus:
      guard row.kind == .task else { return .disabled("this line is \(row.kind.words), not a task") }
      return TaskStatus.moves(from: TaskStatus(rawValue: row.status)).isEmpty
        ? .disabled("the task is \(StatusWords.words(row.status))") : .enabled
    default: return .enabled
    }
  }

  /// A move that the table of FHIR's states doesn't have is refused with the state, and with the keys that work.
  private func availability(of row: WorkRow, to status: TaskStatus) -> Availability {
    if row.kind == .clock {
      return .disabled("this comes from a rule; \(closing(row)), or \(keyMap.label(of: .closeWith)) does")
    }
    guard row.kind == .task else { return .disabled("this line is \(row.kind.words), not a task") }
    let moves = TaskStatus.moves(from: TaskStatus(rawValue: row.status))
    if moves.contains(status) { return .enabled }
    let keys = [(CommandID.start, TaskStatus.inProgress, "starts it"), (.complete, .completed, "closes it")]
      .filter { moves.contains($0.1) }.map { "\(keyMap.label(of: $0.0)) \($0.2)" }
    let others = moves.isEmpty ? [] : ["\(keyMap.label(of: .setStatus)) shows where it may go"]
    let state = row.status.isEmpty ? "the task has no status" : "the task is \(StatusWords.words(row.status))"
    return .disabled(([state] + keys + others).joined(separator: "; "))
  }
}

extension State {
  /// What ends a line that a clock made.
  private func closing(_ row: WorkRow) -> String {
    "\(item(row)?.clocks.first?.clock.duty.closedBy ?? "what the chart shows") closes it"
  }
}

extension WorkKind {
  package var words: String {
    switch self {
    case .task: "a task"
    case .referral: "a referral"
    case .appointment: "a booking"
    case .clock: "from a rule"
    }
  }
}

extension CommandID {
  /// Whether it goes to another pane, or needs one that the triage hides.
  fileprivate var leadsAway: Bool {
    switch self {
    case .goWorklist, .goPatients, .goReferrals, .findPatient, .goInbox, .goAwaited, .nextUnread,
      .goJourney, .goChart, .goTeam, .goMessages,
      .zoomPane,
      .nextPane,
      .previousPane, .widen, .narrow, .heighten, .lower, .evenOut, .importRecord:
      true
    default: false
    }
  }
}
