import Care

/// The lines by which a source tells how far a referral is.
extension Draft {
  mutating func toldRequest(
    _ service: String, to place: Place, from asker: Profession, because reason: String, at asked: Moment,
    status: RequestStatus = .active
  ) -> Reference {
    var request = ServiceRequest()
    request.status = status
    request.intent = "order"
    request.priority = .routine
    request.code = Concept(text: service)
    request.authored = asked
    request.requester = the(asker).role
    request.performers = [organization(place)]
    request.reasons = [Concept(text: reason)]
    request.categories = Partners.need(place).map { [$0] } ?? []
    return add(.serviceRequest(request), as: service)
  }

  /// The partner's own task on a request.
  ///
  /// - Parameter state: nil where it tells no more than the status.
  mutating func fulfilment(
    of request: Reference, by place: Place, asked: Moment, _ status: TaskStatus, _ state: ReferralState?,
    at changed: Moment, because reason: String = ""
  ) {
    var task = Task()
    task.status = status
    task.intent = "order"
    task.priority = .routine
    task.code = Concept(codings: [
      Coding(system: "http://hl7.org/fhir/CodeSystem/task-code", code: "fulfill", display: "Fulfill the focal request")
    ])
    if let state {
      task.businessStatus = Concept(
        text: state.words,
        codings: [Coding(system: "http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS", code: state.rawValue)])
    }
    task.description = request.display
    task.focus = request
    task.authored = asked
    task.lastModified = changed
    task.requester = organization(.careCoordination)
    task.owner = organization(place)
    if status == .completed { task.execution = Period(start: asked, end: changed) }
    if !reason.isEmpty { task.statusReason = Concept(text: reason) }
    add(.task(task), as: request.display)
  }

  mutating func visit(
    for request: Reference, at place: Place, made: Moment, from start: Moment, _ status: AppointmentStatus,
    because reason: String = ""
  ) {
    var appointment = Appointment()
    appointment.status = status
    appointment.description = request.display
    appointment.serviceTypes = [Concept(text: request.display)]
    appointment.period = Period(start: start, end: calendar.later(start, minutes: 40))
    appointment.created = made
    for (actor, role) in [(patient, "patient"), (network.places.location(place), "place")] {
      var participant = Participant()
      participant.roles = [Concept(text: role)]
      participant.actor = actor
      participant.status = "accepted"
      appointment.participants.append(participant)
    }
    appointment.basedOn = [request]
    if !reason.isEmpty { appointment.cancelationReason = Concept(text: reason) }
    add(.appointment(appointment), as: request.display)
  }

  /// The consultant's letter, and the task by which a measure knows it. Source: LOINC 11488-4 Consult note.
  mutating func letter(about request: Reference, _ words: String, from place: Place, asked: Moment, at moment: Moment) {
    let kind = Concept(
      text: "Consult note", codings: [Coding(system: "http://loinc.org", code: "11488-4", display: "Consult note")])
    var paper = DocumentReference()
    paper.status = .current
    paper.documentStatus = "final"
    paper.type = kind
    paper.date = moment
    paper.authors = [organization(place)]
    paper.description = words
    paper.title = "\(request.display): consult note"
    paper.contentType = "application/pdf"
    paper.related = [request]
    add(.documentReference(paper), as: paper.title)
    var task = Task()
    task.status = .completed
    task.intent = "order"
    task.priority = .routine
    task.code = kind
    task.description = "Consultant’s report: \(request.display)"
    task.basedOn = [request]
    task.authored = asked
    task.lastModified = moment
    task.execution = Period(start: asked, end: moment)
    task.requester = organization(.careCoordination)
    task.owner = organization(place)
    add(.task(task), as: task.description)
  }
}
