extension Chart {
  /// Every dated line that a coordinator reads as part of the patient's course. Measurements other than results stay
  /// in the chart: a year of vital signs would bury the journey.
  func journeyEvents(_ owed: [OpenItem], now: Instant) -> [JourneyEvent] {
    var events = encounters.items.compactMap(event)
    func add<Value>(
      _ line: Line<Value>, _ kind: JourneyEvent.Kind, at: Moment?, end: Moment? = nil, title: String,
      detail: String = "", status: String? = nil, who: Reference = Reference(), mark: JourneyEvent.Mark = .plain,
      encounter: Reference = Reference()
    ) {
      guard let at else { return }
      events.append(
        JourneyEvent(
          id: line.id, kind: kind, at: at, end: end, title: title.isEmpty ? kind.label : title, detail: detail,
          status: status ?? "", who: who, mark: mark, encounter: self.encounter(encounter), source: line.source))
    }

    for line in appointments.items where line.value.status != .enteredInError {
      let appointment = line.value
      let mark: JourneyEvent.Mark =
        switch appointment.status {
        case .fulfilled: .done
        case .noshow: .finding
        case .cancelled: .plain
        default: .open
        }
      add(
        line, .appointment, at: appointment.period.start, end: appointment.period.end, title: appointment.title,
        detail: appointment.way?.rawValue ?? "", status: appointment.status?.rawValue, who: appointment.performer,
        mark: mark)
    }
    for line in communications.items where !line.value.isVoid || line.value.isAttempt {
      let message = line.value
      add(
        line, .message, at: message.time, title: message.payload.first ?? message.topic.label, who: message.sender,
        mark: (message.priority?.isUrgent ?? false) ? .finding : .plain, encounter: message.encounter)
      // Nobody was reached, and the silence goes on.
      if message.isAttempt { events[events.count - 1].tookPlace = false }
    }
    for line in diagnosticReports.items where line.value.status != .enteredInError {
      let report = line.value
      add(
        line, .result, at: report.effective.start ?? report.issued, title: report.code.label,
        detail: report.conclusion, status: report.conclusion.isEmpty ? report.status?.rawValue : nil,
        who: report.performers.first ?? Reference(), encounter: report.encounter)
    }
    for line in procedures.items where line.value.status != .enteredInError && line.value.status != .notDone {
      let procedure = line.value
      add(
        line, .procedure, at: procedure.performed.start ?? procedure.performed.end, end: procedure.performed.end,
        title: procedure.code.label, detail: procedure.reasons.first?.label ?? "",
        who: procedure.performers.first?.actor ?? Reference(), encounter: procedure.encounter)
    }
    for line in documentReferences.items where line.value.status != .enteredInError {
      let document = line.value
      add(
        line, .document, at: document.date,
        title: document.type.label.isEmpty ? document.description : document.type.label,
        detail: document.description, who: document.authors.first ?? Reference(),
        encounter: document.encounters.first ?? Reference())
    }
    for line in immunizations.items where line.value.status == .completed {
      let given = line.value
      add(line, .immunization, at: given.occurrence, title: given.vaccine.label, encounter: given.encounter)
    }
    for line in carePlans.items where line.value.status != .enteredInError {
      let plan = line.value
      add(
        line, .plan, at: plan.period.start ?? plan.created, end: plan.period.end,
        title: plan.title.isEmpty ? plan.categories.last?.label ?? "Care plan" : plan.title,
        status: plan.status?.rawValue, who: plan.author)
    }
    for line in flags.items where line.value.status == .active {
      add(line, .flag, at: line.value.period.start, title: line.value.code.label, mark: .finding)
    }
    addWork(owed, now, to: &events)
    addHandling(to: &events)
    return events
  }

  /// What people settled here that no source closes, and what a source took back: the history says both.
  private func addHandling(to events: inout [JourneyEvent]) {
    for (id, handling) in handling {
      guard let settlement = handling.settlement else { continue }
      events.append(
        JourneyEvent(
          id: id, kind: .task, at: Moment(settlement.by.at), title: settlement.title,
          detail: [settlement.outcome.rawValue.replacing("-", with: " "), settlement.reason].filter { !$0.isEmpty }
            .joined(separator: ": "), status: "", who: Reference(display: settlement.by.name), mark: .done, source: -1))
    }
    for amendment in amendments {
      events.append(
        JourneyEvent(
          id: amendment.id, kind: .encounter, at: Moment(amendment.received), title: "Discharge taken back",
          detail: "what was asked for because of it is asked for no longer", status: amendment.status,
          who: encounters[amendment.encounter]?.value.serviceProvider ?? Reference(), mark: .finding,
          tookPlace: false, encounter: amendment.encounter, source: encounters[amendment.encounter]?.source ?? -1))
    }
  }

  /// An encounter in the journey, whether or not it took place; nil for one without a date.
  func event(_ line: Line<Encounter>) -> JourneyEvent? {
    let encounter = line.value
    guard encounter.status != .enteredInError, let at = encounter.period.start ?? encounter.period.end else {
      return nil
    }
    return JourneyEvent(
      id: line.id, kind: .encounter, at: at, end: encounter.period.end, title: encounter.title,
      detail: encounter.reasons.first?.label ?? "",
      // That it took place and is over goes without saying.
      status: encounter.status == .finished ? "" : encounter.status?.rawValue ?? "",
      who: encounter.serviceProvider.isEmpty
        ? encounter.participants.first?.actor ?? Reference() : encounter.serviceProvider,
      mark: .plain, isUnderWay: encounter.isUnderWay, tookPlace: encounter.tookPlace,
      // What was cancelled did not take place anywhere.
      setting: encounter.status == .cancelled ? nil : Setting(classification: encounter.classification),
      encounter: line.id, source: line.source)
  }

  /// The encounter of this chart that a reference means.
  private func encounter(_ reference: Reference) -> LineID? {
    reference.target.flatMap { origins[$0] }.flatMap { encounters[$0]?.id }
  }

  /// Open work stands at the date it is due; settled work, at the date it was settled.
  private func addWork(_ open: [OpenItem], _ now: Instant, to events: inout [JourneyEvent]) {
    for item in open where item.kind != .appointment && item.shownFrom ?? now <= now {
      guard let due = item.due else { continue }
      let task = tasks[item.id]
      events.append(
        JourneyEvent(
          id: item.id, kind: item.kind == .referral ? .referral : .task, at: due, title: item.title, detail: "",
          status: item.status, who: item.owner, mark: .open, isDue: true, isHandoff: task?.value.isHandoff ?? false,
          isOfNamedEncounter: task.map(isOfferedHere) ?? false,
          encounter: task.flatMap { encounter($0.value.encounter) ?? encounter($0.value.focus) },
          source: task?.source ?? serviceRequests[item.id]?.source ?? item.clocks.first?.event.source ?? 0))
    }
    let openIDs = Set(open.map(\.id))
    for line in tasks.items where !openIDs.contains(line.id) && line.value.status == .completed {
      let task = line.value
      guard let at = task.execution.end ?? task.lastModified ?? task.authored else { continue }
      events.append(
        JourneyEvent(
          id: line.id, kind: .task, at: at, title: title(of: task), detail: "", status: TaskStatus.completed.rawValue,
          who: task.owner, mark: .done, isHandoff: task.isHandoff,
          isOfNamedEncounter: isOfferedHere(line),
          encounter: encounter(task.encounter) ?? encounter(task.focus), source: line.source))
    }
    for line in serviceRequests.items where line.value.status != .enteredInError && line.value.isActionable {
      let request = line.value
      guard let at = request.authored else { continue }
      events.append(
        JourneyEvent(
          id: line.id, kind: .referral, at: at, title: request.code.label, detail: "",
          status: request.status?.rawValue ?? "", who: request.requester, mark: .plain,
          encounter: encounter(request.encounter), source: line.source))
    }
  }
}

extension Chart {
  /// Whether a task is a handoff that was written here and went on from there step by step.
  func isOfferedHere(_ task: Line<Task>) -> Bool {
    isWrittenHere(task.source) && !handoffSteps(of: task.id).isEmpty
  }
}

extension Encounter {
  var isUnderWay: Bool {
    guard period.end == nil else { return false }
    switch status {
    case .arrived, .triaged, .inProgress, .onleave: return true
    case .planned, .finished, .cancelled, .enteredInError, .unknown, nil: return false
    }
  }

  package var title: String {
    for label in [types.first?.label, serviceType.label, classification.display] {
      if let label, !label.isEmpty { return label }
    }
    return Setting(classification: classification).label + " encounter"
  }
}
