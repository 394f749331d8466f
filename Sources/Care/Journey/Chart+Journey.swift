extension Chart {
  /// Every dated line that a coordinator reads as part of the patient's course. Measurements other than results stay
  /// in the chart: a year of vital signs would bury the journey.
  var journeyEvents: [JourneyEvent] {
    var events: [JourneyEvent] = []
    func add<Value>(
      _ line: Line<Value>, _ kind: JourneyEvent.Kind, at: Moment?, end: Moment? = nil, title: String,
      detail: String = "", who: Reference = Reference(), mark: JourneyEvent.Mark = .plain, isUnderWay: Bool = false,
      tookPlace: Bool = true, setting: Setting? = nil
    ) {
      guard let at else { return }
      events.append(
        JourneyEvent(
          id: line.id, kind: kind, at: at, end: end, title: title.isEmpty ? kind.label : title, detail: detail,
          who: who, mark: mark, isUnderWay: isUnderWay, tookPlace: tookPlace, setting: setting, source: line.source))
    }

    for line in encounters.items where line.value.status != .enteredInError {
      let encounter = line.value
      let setting = Setting(classification: encounter.classification)
      add(
        line, .encounter, at: encounter.period.start ?? encounter.period.end, end: encounter.period.end,
        title: encounter.title,
        detail: [encounter.caveat, encounter.reasons.first?.label ?? ""].filter { !$0.isEmpty }.joined(separator: ", "),
        who: encounter.serviceProvider.isEmpty
          ? encounter.participants.first?.actor ?? Reference() : encounter.serviceProvider,
        isUnderWay: encounter.isUnderWay, tookPlace: encounter.status != .planned && encounter.status != .cancelled,
        // What was cancelled did not take place anywhere.
        setting: encounter.status == .cancelled ? nil : setting)
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
        detail: appointment.status?.rawValue ?? "", who: appointment.performer, mark: mark)
    }
    for line in communications.items where !line.value.isVoid {
      let message = line.value
      add(
        line, .message, at: message.time, title: message.payload.first ?? message.topic.label, who: message.sender,
        mark: (message.priority?.isUrgent ?? false) ? .finding : .plain)
    }
    for line in diagnosticReports.items where line.value.status != .enteredInError {
      let report = line.value
      add(
        line, .result, at: report.effective.start ?? report.issued, title: report.code.label,
        detail: report.conclusion.isEmpty ? report.status?.rawValue ?? "" : report.conclusion,
        who: report.performers.first ?? Reference())
    }
    for line in procedures.items where line.value.status != .enteredInError && line.value.status != .notDone {
      let procedure = line.value
      add(
        line, .procedure, at: procedure.performed.start ?? procedure.performed.end, end: procedure.performed.end,
        title: procedure.code.label, detail: procedure.reasons.first?.label ?? "",
        who: procedure.performers.first?.actor ?? Reference())
    }
    for line in documentReferences.items where line.value.status != .enteredInError {
      let document = line.value
      add(
        line, .document, at: document.date,
        title: document.type.label.isEmpty ? document.description : document.type.label,
        detail: document.description, who: document.authors.first ?? Reference())
    }
    for line in immunizations.items where line.value.status == .completed {
      add(line, .immunization, at: line.value.occurrence, title: line.value.vaccine.label)
    }
    for line in carePlans.items where line.value.status != .enteredInError {
      let plan = line.value
      add(
        line, .plan, at: plan.period.start ?? plan.created, end: plan.period.end,
        title: plan.title.isEmpty ? plan.categories.last?.label ?? "Care plan" : plan.title,
        detail: plan.status?.rawValue ?? "", who: plan.author)
    }
    for line in flags.items where line.value.status == .active {
      add(line, .flag, at: line.value.period.start, title: line.value.code.label, mark: .finding)
    }
    addWork(to: &events)
    return events
  }

  /// Open work stands at the date it is due; settled work, at the date it was settled.
  private func addWork(to events: inout [JourneyEvent]) {
    let open = openItems
    for item in open where item.kind != .appointment {
      guard let due = item.due else { continue }
      events.append(
        JourneyEvent(
          id: item.id, kind: item.kind == .task ? .task : .referral, at: due, title: item.title, detail: item.status,
          who: item.owner, mark: .open, isDue: true,
          source: tasks[item.id]?.source ?? serviceRequests[item.id]?.source ?? 0))
    }
    let openIDs = Set(open.map(\.id))
    for line in tasks.items where !openIDs.contains(line.id) && line.value.status == .completed {
      let task = line.value
      guard let at = task.execution.end ?? task.lastModified ?? task.authored else { continue }
      events.append(
        JourneyEvent(
          id: line.id, kind: .task, at: at, title: task.description.isEmpty ? task.code.label : task.description,
          detail: "completed", who: task.owner, mark: .done, source: line.source))
    }
    for line in serviceRequests.items where line.value.status != .enteredInError && line.value.isActionable {
      let request = line.value
      guard let at = request.authored else { continue }
      events.append(
        JourneyEvent(
          id: line.id, kind: .referral, at: at, title: request.code.label, detail: request.status?.rawValue ?? "",
          who: request.requester, mark: .plain, source: line.source))
    }
  }
}

extension Encounter {
  fileprivate var isUnderWay: Bool {
    guard period.end == nil else { return false }
    switch status {
    case .arrived, .triaged, .inProgress, .onleave: return true
    case .planned, .finished, .cancelled, .enteredInError, .unknown, nil: return false
    }
  }

  /// What keeps it from being a visit that took place; empty where nothing does.
  fileprivate var caveat: String {
    switch status {
    case .planned: "planned"
    case .cancelled: "cancelled"
    case .onleave: "on leave"
    case .arrived, .triaged, .inProgress, .finished, .enteredInError, .unknown, nil: ""
    }
  }

  package var title: String {
    for label in [types.first?.label, serviceType.label, classification.display] {
      if let label, !label.isEmpty { return label }
    }
    return Setting(classification: classification).label + " encounter"
  }
}
