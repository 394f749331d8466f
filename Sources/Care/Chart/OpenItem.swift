/// Something in a chart that is owed and not yet settled.
package struct OpenItem: Hashable, Sendable {
  package var id: LineID
  package var kind: WorkKind
  package var title: String
  package var status: String
  package var priority: Priority?
  package var due: Moment?
  package var owner: Reference
  /// The clocks that run on it, the first due first.
  package var clocks: [RunningClock] = []
  /// The organisation it is with, or where it began; empty where that isn't stated.
  package var organization = Reference()
  /// When its source last did something about it.
  package var changed: Moment?
  /// From then on it is worth a line; nil for at once.
  package var shownFrom: Instant?
  /// What people here did about it; nil where nobody did anything.
  package var handling: Handling?
}

extension Chart {
  /// What the sources ask for: open tasks, referrals without an outcome, and bookings that have not been kept,
  /// cancelled or missed.
  package func openItems(_ site: SiteRules) -> [OpenItem] { openItems(referrals(site)) }

  func openItems(_ referrals: [Referral]) -> [OpenItem] {
    let following = referrals.reduce(into: Set<LineID>()) { $0.formUnion($1.lines) }
    return openTasks.filter { !following.contains($0.id) } + openOrders + owedReferrals(referrals)
      + openAppointments.filter { !following.contains($0.id) }
  }

  private var openTasks: [OpenItem] {
    tasks.items.compactMap { line in
      let task = line.value
      guard task.status?.isOpen ?? true else { return nil }
      return OpenItem(
        id: line.id, kind: .task, title: title(of: task), status: task.status?.rawValue ?? "",
        priority: task.priority, due: task.restriction.end, owner: task.owner, organization: place(of: task.encounter),
        changed: task.lastModified ?? task.authored)
    }
  }

  /// The organisation in which an encounter took place.
  func place(of encounter: Reference) -> Reference {
    lineID(of: encounter).flatMap { encounters[$0] }?.value.serviceProvider ?? Reference()
  }

  /// What the task asks for, in the source's words.
  package func title(of task: Task) -> String {
    if !task.description.isEmpty { return task.description }
    if !task.code.label.isEmpty { return task.code.label }
    if let focus = task.focus.target.flatMap({ origins[$0] }).flatMap({ serviceRequests[$0] }) {
      return focus.value.code.label
    }
    return task.focus.display.isEmpty ? "Task without a description" : task.focus.display
  }

  /// Orders, as for a test or an operation, that nobody has answered. Referrals have states of their own.
  private var openOrders: [OpenItem] {
    let answered = answeredRequests
    return serviceRequests.items.compactMap { line in
      let request = line.value
      guard request.status?.isOpen ?? true, request.isActionable, !request.isStandingOrder,
        !answered.contains(line.id), !isReferral(line)
      else { return nil }
      return OpenItem(
        id: line.id, kind: .referral, title: request.code.label.isEmpty ? "Service request" : request.code.label,
        status: request.status?.rawValue ?? "", priority: request.priority,
        due: request.occurrence.end ?? request.occurrence.start, owner: request.performers.first ?? Reference(),
        organization: request.performers.first { $0.kind == DirectoryKind.organization.rawValue } ?? Reference(),
        changed: request.authored)
    }
  }

  /// Requests whose outcome has come: a finished task on them, or a result, report or procedure made because of them.
  private var answeredRequests: Set<LineID> {
    var answered: Set<LineID> = []
    func answer(_ references: [Reference]) {
      for reference in references {
        if let id = reference.target.flatMap({ origins[$0] }) { answered.insert(id) }
      }
    }
    // Only the task that fulfils a request answers it; a reminder about it, once done, does not.
    for task in tasks.items where task.value.status == .completed {
      if task.value.code.codings.isEmpty || task.value.code.has(code: "fulfill") { answer([task.value.focus]) }
    }
    for report in diagnosticReports.items where report.value.status?.isFinal ?? false { answer(report.value.basedOn) }
    for observation in observations.items where observation.value.status?.isFinal ?? false {
      answer(observation.value.basedOn)
    }
    for procedure in procedures.items where procedure.value.status == .completed { answer(procedure.value.basedOn) }
    return answered
  }

  private var openAppointments: [OpenItem] {
    appointments.items.compactMap { line in
      let appointment = line.value
      guard appointment.status?.isOpen ?? true else { return nil }
      return OpenItem(
        id: line.id, kind: .appointment, title: appointment.wayTitle, status: appointment.status?.rawValue ?? "",
        priority: nil, due: appointment.period.start, owner: appointment.performer,
        organization: appointment.participants.first { $0.actor.kind == DirectoryKind.organization.rawValue }?.actor
          ?? Reference(), changed: appointment.created)
    }
  }
}

extension Appointment {
  package var title: String {
    for label in [description, serviceTypes.first?.label, appointmentType.label, specialties.first?.label] {
      if let label, !label.isEmpty { return label }
    }
    return "Appointment"
  }

  /// The title after how it is kept, where that isn't by coming: a narrow list cuts the end of it.
  package var wayTitle: String {
    guard let way, !title.lowercased().contains(way.rawValue) else { return title }
    return "\(way.rawValue): \(title)"
  }

  /// Whom the patient is to see: the first participant who isn't the patient or a place.
  package var performer: Reference {
    participants.first { !["Patient", "RelatedPerson", "Location", "Device"].contains($0.actor.kind) }?.actor
      ?? Reference()
  }
}

extension ServiceRequest {
  /// The patient's own directive, an order not to do something, or one about resuscitation: it stands until it is taken back and asks nobody for
  /// an answer, so it is a warning and not something owed. Source: FHIR R4 request-intent `directive`; SNOMED CT
  /// 304253006 Not for resuscitation; LOINC 100822-6 Cardiopulmonary resuscitation orders.
  package var isStandingOrder: Bool {
    intent == "directive" || code.isProhibited || code.has(code: "304253006")
      || categories.contains { $0.has(code: "100822-6") }
  }

  /// A proposal or an option has not been asked of anyone yet. Source: FHIR R4 request-intent.
  package var isActionable: Bool { !["proposal", "option"].contains(intent) }
}

extension TaskStatus {
  /// Source: FHIR R4 Task state machine; draft is not yet asked of anyone.
  package var isOpen: Bool {
    switch self {
    case .requested, .received, .accepted, .ready, .inProgress, .onHold: true
    case .draft, .rejected, .cancelled, .failed, .completed, .enteredInError: false
    }
  }
}

extension RequestStatus {
  package var isOpen: Bool {
    switch self {
    case .active, .onHold, .unknown: true
    case .draft, .revoked, .completed, .cancelled, .stopped, .enteredInError: false
    }
  }
}

extension AppointmentStatus {
  package var isOpen: Bool {
    switch self {
    case .proposed, .pending, .booked, .arrived, .checkedIn, .waitlist: true
    case .fulfilled, .cancelled, .noshow, .enteredInError: false
    }
  }
}

extension ResultStatus {
  package var isFinal: Bool {
    switch self {
    case .final, .amended, .corrected, .appended: true
    case .registered, .partial, .preliminary, .cancelled, .enteredInError, .unknown: false
    }
  }
}
