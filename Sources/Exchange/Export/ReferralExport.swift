package import Care
import Foundation

/// A referral as a FHIR R4 Bundle in the words of its partner's systems: the request, the task that tells how far it is,
/// and the lines of the chart that were sent with it.
package struct ReferralExport {
  private let chart: Chart
  private let referral: Referral
  private let profile: PartnerProfile
  private let map: ReferralStatusMap

  package init(_ referral: Referral, of chart: Chart, for profile: PartnerProfile) {
    self.chart = chart
    self.referral = referral
    self.profile = profile
    map = ReferralStatusMap(referral, in: profile)
  }

  /// What the partner's words don't say, in sentences.
  package var losses: [String] {
    var losses = map.losses
    if map.needsReason, reason.isEmpty {
      losses.append("The task has to say why it is \(map.task.rawValue), and no reason is on file.")
    }
    if profile == .gravity, let priority = referral.request.priority, ![.routine, .urgent].contains(priority) {
      losses.append("Gravity knows routine and urgent alone; \(priority.rawValue) goes as urgent.")
    }
    return losses
  }

  /// - Throws: what the writer of JSON throws, which it does for no chart that there can be.
  package func bundle() throws -> String {
    let entries = [request, task] + sentLines
    return try FHIRValue.text(
      FHIRValue.object([
        "resourceType": "Bundle", "type": "collection",
        "entry": entries.map { ["fullUrl": "urn:uuid:\($0["id"] ?? "")", "resource": $0] as FHIRValue.Object },
      ]))
  }

  private var reason: String { referral.hold?.reason ?? referral.history.last?.reason ?? "" }

  private var subject: FHIRValue.Object {
    FHIRValue.object([
      "reference": chart.patients.items.last.map { "urn:uuid:\($0.id)" } ?? chart.patientReference.written,
      "display": chart.listedName,
    ])
  }

  private var priority: String? {
    referral.request.priority.map { profile == .gravity && $0.isUrgent ? "urgent" : $0.rawValue }
  }

  /// The times of a source that states no zone are told as it stated them.
  private var request: FHIRValue.Object {
    let request = referral.request
    return FHIRValue.object([
      "resourceType": "ServiceRequest", "id": "\(referral.id)", "identifier": [FHIRValue.identifier(referral.number)],
      "requisition": FHIRValue.identifier(request.requisition), "status": map.request.rawValue,
      "intent": request.intent.isEmpty ? "order" : request.intent, "priority": priority,
      "category": request.categories.map(FHIRValue.concept), "code": FHIRValue.concept(request.code),
      "subject": subject, "occurrencePeriod": FHIRValue.period(request.occurrence),
      "authoredOn": FHIRValue.moment(request.authored), "requester": FHIRValue.reference(request.requester),
      "performer": request.performers.map(FHIRValue.reference), "reasonCode": request.reasons.map(FHIRValue.concept),
    ])
  }

  private var task: FHIRValue.Object {
    FHIRValue.object([
      "resourceType": "Task", "id": "\(taskID)", "groupIdentifier": FHIRValue.identifier(referral.number),
      "status": map.task.rawValue,
      "statusReason": map.needsReason && !reason.isEmpty ? FHIRValue.concept(Concept(text: reason)) : nil,
      "businessStatus": map.business.map(businessStatus), "intent": "order", "priority": priority,
      "code": FHIRValue.concept(
        Concept(codings: [Coding(system: "http://hl7.org/fhir/CodeSystem/task-code", code: "fulfill")])),
      "focus": ["reference": "urn:uuid:\(referral.id)", "type": "ServiceRequest"] as FHIRValue.Object, "for": subject,
      "authoredOn": FHIRValue.moment(referral.sent ?? referral.request.authored),
      // FHIR inv-1: not before it was authored.
      "lastModified": FHIRValue.moment(referral.history.last?.at ?? referral.request.authored),
      "requester": FHIRValue.reference(referral.initiator), "owner": FHIRValue.reference(referral.recipient),
      "output": outputs,
    ])
  }

  private func businessStatus(_ state: ReferralState) -> FHIRValue.Object {
    FHIRValue.concept(
      Concept(
        text: state.words,
        codings: [
          Coding(
            system: "http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS", code: state.number,
            display: state.words)
        ]))
  }

  /// One of its own, the same every time.
  private var taskID: LineID { LineID(high: ~referral.id.high, low: referral.id.low) }

  private var outputs: [FHIRValue.Object] {
    guard let result = referral.result else { return [] }
    let parts = [
      ("finding", result.finding), ("plan", result.plan), ("next step", result.nextStep),
      ("enrolment", result.enrolment?.rawValue ?? ""),
    ]
    return parts.filter { !$0.1.isEmpty }.map {
      FHIRValue.object(["type": FHIRValue.concept(Concept(text: $0.0)), "valueString": $0.1])
    }
  }
}

extension ReferralExport {
  /// What was told to the recipient beside the request; what isn't on file any more is left out.
  private var sentLines: [FHIRValue.Object] {
    (referral.package?.lines ?? []).compactMap { id in
      if let line = chart.patients[id] { return patient(line.id, line.value) }
      if let line = chart.conditions[id] {
        return about(id, "Condition", ["code": FHIRValue.concept(line.value.code)], subject: "subject")
      }
      if let line = chart.allergyIntolerances[id] {
        return about(id, "AllergyIntolerance", ["code": FHIRValue.concept(line.value.code)], subject: "patient")
      }
      if let line = chart.medicationRequests[id] {
        return about(
          id, "MedicationRequest",
          [
            "status": line.value.status?.rawValue ?? "unknown", "intent": line.value.intent,
            "medicationCodeableConcept": FHIRValue.concept(line.value.medication),
          ], subject: "subject")
      }
      if let line = chart.diagnosticReports[id] {
        return about(
          id, "DiagnosticReport",
          [
            "status": line.value.status?.rawValue ?? "unknown", "code": FHIRValue.concept(line.value.code),
            "issued": FHIRValue.moment(line.value.issued) ?? "", "conclusion": line.value.conclusion,
          ], subject: "subject")
      }
      return nil
    }
  }

  private func about(
    _ id: LineID, _ type: String, _ members: FHIRValue.Object, subject key: String
  ) -> FHIRValue.Object {
    var object = members.filter { ($0.value as? String)?.isEmpty != true }
    object["resourceType"] = type
    object["id"] = "\(id)"
    object[key] = subject
    return object
  }

  /// A body outside care is told no more of the patient than the text says.
  private func patient(_ id: LineID, _ patient: Patient) -> FHIRValue.Object {
    let isForCare = referral.package?.basis == .treatment
    return FHIRValue.object([
      "resourceType": "Patient", "id": "\(id)",
      "name": [FHIRValue.object(["text": chart.listedName])],
      "telecom": patient.telecom.prefix(2).map {
        FHIRValue.object(["system": $0.system, "value": $0.value, "use": $0.use])
      },
      "birthDate": isForCare ? patient.birthDate?.isoDate : nil,
      "gender": isForCare ? patient.gender?.rawValue : nil,
      "identifier": isForCare ? patient.identifiers.map(FHIRValue.identifier) : [],
    ])
  }
}
