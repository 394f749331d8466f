import Care

extension FHIRWriter {
  func serviceRequest(_ referral: Referral, _ standing: ProfiledStanding, profile: PartnerProfile) -> FHIRNode {
    let request = referral.request
    let isPoint = request.occurrence.start == request.occurrence.end
    return .resource(
      "ServiceRequest", profile: profile.serviceRequest,
      [
        ("identifier", .all([identifier(referral.number)])), ("requisition", identifier(request.requisition)),
        ("status", .text(standing.request.rawValue)),
        ("intent", .text(request.intent.isEmpty ? "order" : request.intent)),
        ("priority", request.priority.map { .text($0.rawValue) }), ("category", concepts(request.categories)),
        ("code", concept(request.code)), ("subject", patient),
        isPoint
          ? ("occurrenceDateTime", moment(request.occurrence.start))
          : ("occurrencePeriod", period(request.occurrence)),
        ("authoredOn", moment(request.authored)), ("requester", reference(request.requester)),
        ("performerType", concept(request.performerType)), ("performer", references(request.performers)),
        ("reasonCode", concepts(request.reasons)), ("note", notes(request.notes)),
      ])
  }

  func task(_ referral: Referral, _ standing: ProfiledStanding, profile: PartnerProfile) -> FHIRNode {
    let authored = referral.sent ?? referral.request.authored
    let business = standing.business.map { state in
      Concept(text: state.words, codings: [Coding(system: Self.businessStatus, code: state.rawValue)])
    }
    let code = Concept(codings: [Coding(system: Self.taskCode, code: "fulfill")])
    // FHIR's inv-1: nothing is changed before it is written.
    let changed = referral.since.flatMap { $0.milliseconds >= authored?.milliseconds ?? .min ? $0 : nil }
    let end = standing.status == .completed ? referral.since : nil
    return .resource(
      "Task", profile: profile.task,
      [
        ("groupIdentifier", identifier(referral.number)), ("status", .text(standing.status.rawValue)),
        ("statusReason", concept(Concept(text: standing.reason))), ("businessStatus", business.flatMap(concept)),
        ("intent", .text("order")), ("priority", priority(referral, profile)), ("code", concept(code)),
        ("focus", .object(["reference": .text(Self.address(referral.id)), "type": .text("ServiceRequest")])),
        ("for", patient), ("authoredOn", moment(authored)), ("lastModified", moment(changed)),
        ("requester", reference(referral.initiator)), ("owner", reference(referral.recipient)),
        ("executionPeriod", period(Period(end: end))), ("output", outputs(referral)),
        ("note", notes(remarks(referral, profile))),
      ])
  }

  /// Source: HL7 BSeR 2.0.0-ballot.
  private static let businessStatus = "http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS"
  private static let taskCode = "http://hl7.org/fhir/CodeSystem/task-code"

  /// Gravity knows two: what is more than routine is urgent.
  private func priority(_ referral: Referral, _ profile: PartnerProfile) -> FHIRNode? {
    guard let priority = referral.request.priority else { return nil }
    return .text(profile == .gravity && priority.isUrgent ? Priority.urgent.rawValue : priority.rawValue)
  }

  private func outputs(_ referral: Referral) -> FHIRNode? {
    func output(_ type: String, _ value: (String, FHIRNode?)) -> FHIRNode? {
      value.1 == nil ? nil : .fields([("type", concept(Concept(text: type))), value])
    }
    let report = referral.report.flatMap { lines.contains($0) ? Self.address($0) : nil }
    let enrolment = referral.result?.enrolment.map { found in
      Concept(text: found.words, codings: [Coding(code: found.rawValue)])
    }
    return .all([
      output("Report", ("valueReference", report.map { .object(["reference": .text($0)]) })),
      output("Enrolment", ("valueCodeableConcept", enrolment.flatMap(concept))),
      output("Finding", ("valueString", .words(referral.result?.finding ?? ""))),
      output("Plan", ("valueString", .words(referral.result?.plan ?? ""))),
      output("Next step", ("valueString", .words(referral.result?.nextStep ?? ""))),
    ])
  }

  /// What neither profile's Task has a field for.
  private func remarks(_ referral: Referral, _ profile: PartnerProfile) -> [String] {
    var remarks: [String] = []
    if referral.state == .scheduled, let time = referral.appointment {
      remarks.append("Booked for \(time.fhir(in: zone)).")
    }
    if referral.isHeld, profile == .bser {
      let why = referral.hold?.reason ?? ""
      remarks.append(why.isEmpty ? "On hold." : "On hold: \(why)")
    }
    return remarks
  }
}

extension PartnerProfile {
  fileprivate var serviceRequest: String {
    switch self {
    case .bser: "http://hl7.org/fhir/us/bser/StructureDefinition/BSeR-ReferralServiceRequest"
    case .gravity: "http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-ServiceRequest"
    }
  }

  fileprivate var task: String {
    switch self {
    case .bser: "http://hl7.org/fhir/us/bser/StructureDefinition/BSeR-ReferralTask"
    case .gravity: "http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-TaskForReferralManagement"
    }
  }
}
