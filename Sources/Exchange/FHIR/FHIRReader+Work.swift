import Care

extension FHIRReader {
  func serviceRequest(_ json: JSON) throws -> ServiceRequest {
    var request = ServiceRequest()
    request.identifiers = try identifiers(json)
    request.requisition = try json.object("requisition").map { try identifier($0) } ?? Identifier()
    request.status = try code(json)
    request.intent = try json.text("intent")
    request.priority = try code(json, "priority")
    request.categories = try concepts(json, "category")
    request.code = try concept(json, "code")
    if try json.truth("doNotPerform") == true { request.code = request.code.prohibited }
    request.occurrence = try span(json, "occurrence")
    request.authored = try moment(json, "authoredOn")
    request.encounter = try reference(json["encounter"], kind: "Encounter")
    request.requester = try reference(json["requester"])
    request.performerType = try concept(json, "performerType")
    request.performers = try references(json, "performer")
    request.reasons = try reasons(json)
    request.basedOn = try references(json, "basedOn")
    request.replaces = try references(json, "replaces", kind: "ServiceRequest")
    request.notes = try notes(json)
    return request
  }

  func task(_ json: JSON) throws -> Care.Task {
    var task = Care.Task()
    task.identifiers = try identifiers(json)
    task.groupIdentifier = try json.object("groupIdentifier").map { try identifier($0) } ?? Identifier()
    task.status = try code(json)
    task.statusReason = try concept(json, "statusReason")
    task.businessStatus = try concept(json, "businessStatus")
    task.intent = try json.text("intent")
    task.priority = try code(json, "priority")
    task.code = try concept(json, "code")
    task.description = try json.text("description")
    task.focus = try reference(json["focus"])
    task.encounter = try reference(json["encounter"], kind: "Encounter")
    task.authored = try moment(json, "authoredOn")
    task.lastModified = try moment(json, "lastModified")
    task.requester = try reference(json["requester"])
    task.performerTypes = try concepts(json, "performerType")
    task.owner = try reference(json["owner"])
    task.reason = try concept(json, "reasonCode")
    if let restriction = try json.object("restriction") { task.restriction = try period(restriction, "period") }
    task.execution = try period(json, "executionPeriod")
    task.basedOn = try references(json, "basedOn")
    task.partOf = try references(json, "partOf", kind: "Task")
    task.outputs = try json.objects("output").compactMap { output in
      try output.object("valueReference").map { try reference($0) }
    }
    task.notes = try notes(json)
    return task
  }

  func appointment(_ json: JSON) throws -> Appointment {
    var appointment = Appointment()
    appointment.identifiers = try identifiers(json)
    appointment.status = try code(json)
    appointment.cancelationReason = try concept(json, "cancelationReason")
    appointment.serviceTypes = try concepts(json, "serviceType")
    appointment.specialties = try concepts(json, "specialty")
    appointment.appointmentType = try concept(json, "appointmentType")
    appointment.reasons = try reasons(json)
    appointment.description = try json.text("description")
    appointment.period = Period(start: try moment(json, "start"), end: try moment(json, "end"))
    if appointment.period.isEmpty, let asked = try json.objects("requestedPeriod").first {
      appointment.period = Period(start: try moment(asked, "start"), end: try moment(asked, "end"))
    }
    appointment.created = try moment(json, "created")
    appointment.comment = try json.text("comment")
    appointment.instruction = try json.text("patientInstruction")
    appointment.participants = try json.objects("participant").map { entry in
      var participant = Participant()
      participant.roles = try concepts(entry, "type")
      participant.actor = try reference(entry["actor"])
      participant.period = try period(entry, "period")
      participant.status = try entry.text("status")
      return participant
    }
    appointment.basedOn = try references(json, "basedOn", kind: "ServiceRequest")
    appointment.virtualServices = try virtualServices(json)
    return appointment
  }

  func appointmentResponse(_ json: JSON) throws -> AppointmentResponse {
    var response = AppointmentResponse()
    response.appointment = try reference(json["appointment"], kind: "Appointment")
    response.actor = try reference(json["actor"])
    response.participantStatus = try json.text("participantStatus")
    response.period = Period(start: try moment(json, "start"), end: try moment(json, "end"))
    response.comment = try json.text("comment")
    return response
  }
}
