import Care
import Terminal

extension State {
  /// Carries a command out, or says why it can't be.
  mutating func perform(_ command: CommandID) -> [Effect] {
    if case .disabled(let why) = availability(command) {
      toast = Toast(words: "\(command.definition.title): \(why).", weight: .refused, canUndo: false)
      return []
    }
    if needsChart(command), view?.chart.id != patient, let patient {
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
    case .nextPane: focusNext(1)
    case .previousPane: focusNext(-1)
    case .zoomPane: isZoomed.toggle()
    case .goWorklist: go(.worklist)
    case .goPatients: go(.patients)
    case .goInbox: go(.inbox)
    case .goJourney: go(.journey)
    case .goChart: go(.chart)
    case .goTeam: go(.team)
    case .goMessages: go(.messages)
    case .goProblems: overlays.append(.detail(title: "What went wrong", lines: problems.reversed(), top: 0))
    case .open: return open()
    case .back: return back()
    case .filter: editing = TextField(filter(focus)?.text ?? "")
    case .take, .start, .complete, .undo: return change(command)
    case .zoomIn, .zoomOut, .wholeJourney, .earlier, .later, .today, .nextEvent, .previousEvent, .nextEncounter,
      .previousEncounter, .unfold, .showAllKinds, .showEncounters, .showOwed, .showSettled, .showResults,
      .showProcedures, .showMessages, .showDocuments:
      performInJourney(command)
    case .palette: overlays.append(.palette(TextField(), index: 0))
    case .help: overlays.append(.help(TextField(), top: 0))
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit:
      isDone = true
      return [.quit]
    }
    return []
  }

  /// Keys typed ahead of a chart that is still to be read wait for it, so that they never act on the patient before.
  private func needsChart(_ command: CommandID) -> Bool {
    switch command {
    case .take, .start, .complete, .open: true
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
    case .rightTop, .rightBottom: break
    }
  }

  private mutating func focusNext(_ step: Int) {
    let order = [left, middle, .team, .messages]
    let at = order.firstIndex(of: focus) ?? 0
    go(order[(at + step + order.count) % order.count])
  }

  /// One level back: the field, the filter, the zoom, then the list on the left.
  mutating func back() -> [Effect] {
    if editing != nil {
      editing = nil
      setFilter(focus, nil)
      restoreCursor(focus)
    } else if filter(focus) != nil {
      setFilter(focus, nil)
      restoreCursor(focus)
    } else if clearJourneyFilter() {
      return []
    } else if isZoomed {
      isZoomed = false
    } else if focus.slot != .left {
      go(left)
    }
    return []
  }

  private mutating func open() -> [Effect] {
    switch focus {
    case .journey where selectedRow?.isFolded ?? false: toggleFold()
    case .worklist, .journey:
      guard let item = focus == .worklist ? selectedWork?.item : selectedEvent?.id, let detail = detail(of: item) else {
        return []
      }
      overlays.append(detail)
    case .patients: go(.journey)
    case .inbox:
      guard let row = threadRow(at: inbox.index) else { return [] }
      return read(row.thread)
    case .messages:
      guard let thread = selectedThread else { return [] }
      return read(thread.id)
    case .chart:
      guard chartLines.indices.contains(chart.index) else { return [] }
      overlays.append(detail(of: chartLines[chart.index]))
    case .team:
      guard let members = view?.team, members.indices.contains(team.index) else { return [] }
      overlays.append(detail(of: members[team.index]))
    }
    return []
  }

  /// Opens a thread and, for somebody who has said who they are, marks it read.
  private mutating func read(_ thread: LineID) -> [Effect] {
    overlays.append(.thread(thread, top: 0))
    guard author.member != nil, let view else { return [] }
    return append(.markRead(thread: thread), to: view.chart, done: "", about: nil)
  }

  private mutating func change(_ command: CommandID) -> [Effect] {
    if command == .undo {
      guard let entry = undoable.last, case .patient(let patient) = entry.stream else { return [] }
      guard let chart = workspace.chart(patient) else {
        waiting = command
        return [.readChart(patient)]
      }
      return append(.undo(entry), to: chart, done: "Taken back", about: entry.event.task, undoes: entry.id)
    }
    guard let row = selectedWork, let chart = workspace.chart(row.patient) else { return [] }
    switch command {
    case .take:
      guard let me = authorReference else { return [] }
      return append(.assign(task: row.item, to: me), to: chart, done: "Assigned to you", about: row.item)
    case .start:
      return append(.setStatus(task: row.item, to: .inProgress), to: chart, done: "Started", about: row.item)
    default:
      return append(.setStatus(task: row.item, to: .completed), to: chart, done: "Closed", about: row.item)
    }
  }

  /// Goes on with a command whose chart has now been read.
  mutating func resume() -> [Effect] {
    guard let command = waiting else { return [] }
    waiting = nil
    return perform(command)
  }

  private var authorReference: Reference? {
    guard let id = author.member, let member = workspace.directory[id] else { return nil }
    return Reference(
      target: member.origins.first, kind: member.resource.kind.rawValue, display: workspace.directory.name(of: member),
      written: member.origin)
  }

  private mutating func append(
    _ command: Command, to chart: Chart, done: String, about task: LineID?, undoes: EntryID? = nil
  ) -> [Effect] {
    let title = task.flatMap { chart.tasks[$0] }.map { chart.title(of: $0.value) }
    let subject = [chart.listedName, title].compactMap(\.self).joined(separator: ": ")
    let said = done.isEmpty ? "" : "\(done)  \(subject)"
    do {
      let events = try decide(chart, command, CommandContext(now: now, author: author))
      if events.isEmpty { return [] }
      return [
        .append(
          Request(
            patient: chart.id, expected: chart.version, events: events, reason: "", said: said, subject: subject,
            undoes: undoes))
      ]
    } catch {
      toast = Toast(words: error.words, weight: .refused, canUndo: false)
      if undoes != nil { undoable.removeLast() }
      return []
    }
  }
}
