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
      let names = Pane.allCases.filter(panes.contains).map(\.title).joined(separator: ", ")
      return .disabled("it works in \(names)")
    }
    switch id {
    case .take, .start, .complete: return availabilityOfTaskChange(id)
    case .undo: return deeds.isEmpty && saving.isEmpty ? .disabled("there is nothing of yours to undo") : .enabled
    case .goJourney, .goChart, .goTeam, .goMessages, .scores:
      return patient == nil ? .disabled("choose a patient first") : .enabled
    case .zoomIn, .zoomOut, .wholeJourney, .earlier, .later, .today, .nextEvent, .previousEvent, .nextEncounter,
      .previousEncounter, .unfold, .showAllKinds, .showEncounters, .showOwed, .showSettled, .showResults,
      .showProcedures, .showMessages, .showDocuments:
      return availabilityInJourney(id)
    case .importRecord, .cancelWork, .goImport, .openDemo: return availabilityOfWork(id)
    case .goProblems: return problems.isEmpty ? .disabled("nothing has gone wrong") : .enabled
    case .mark, .markRange, .markAll, .jump:
      return count(focus) == 0 ? .disabled("the list is empty") : .enabled
    case .widen, .narrow: return arrangement.hasBeside(focus) ? .enabled : .disabled("nothing stands beside the pane")
    case .heighten, .lower:
      return arrangement.hasAbove(focus) ? .enabled : .disabled("nothing stands above or below the pane")
    case .evenOut: return proportions == Proportions() ? .disabled("the panes have their usual sizes") : .enabled
    case .sortByDue, .sortByPatient, .sortByAge, .sortByNumber, .sortByWhat, .sortByOwner, .sortByStatus,
      .sortByPriority, .sortByOpen, .sortByTime, .sortBySender:
      return .enabled
    case .down, .up, .pageDown, .pageUp, .top, .bottom, .nextPane, .previousPane, .zoomPane, .goWorklist, .goPatients,
      .goInbox, .open, .back, .filter, .palette, .help, .mouse, .theme, .redraw, .suspend, .quit:
      return .enabled
    }
  }

  private func availabilityOfTaskChange(_ id: CommandID) -> Availability {
    if author.member == nil, id == .take { return .disabled("say who you are: start with --as NAME") }
    if !worklist.marks.isEmpty {
      // The first that can be is enough, so that most marks need not be looked at.
      let canBe = worklist.marks.values.lazy.compactMap { work(keyed: $0) }
        .contains { availability(id, for: $0).isEnabled }
      return canBe ? .enabled : .disabled("none of the \(worklist.marks.count) marked can be")
    }
    guard let row = selectedWork else { return .disabled("the worklist is empty") }
    return availability(id, for: row)
  }

  /// Whether a task may be taken, started or closed.
  func availability(_ id: CommandID, for row: WorkRow) -> Availability {
    if row.kind == .clock { return .disabled("this comes from a rule; \(closing(row))") }
    guard row.kind == .task else { return .disabled("this line is \(row.kind.words), not a task") }
    // What waits for the disk decides what becomes of the task, not what the list still shows.
    if saving.concerns(row.item) { return .enabled }
    let status = TaskStatus(rawValue: row.status)
    switch id {
    case .take:
      return author.member != nil && workspace.directory[row.owner]?.id == author.member
        ? .disabled("it is yours already") : .enabled
    case .start:
      return TaskStatus.moves(from: status).contains(.inProgress)
        ? .enabled : .disabled("the task is \(StatusWords.words(row.status))")
    default:
      return TaskStatus.moves(from: status).contains(.completed)
        ? .enabled
        : .disabled("the task is \(StatusWords.words(row.status)); \(keyMap.label(of: .start)) starts it first")
    }
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
