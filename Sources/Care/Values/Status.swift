// The status codes of FHIR R4 4.0.1, spelled as FHIR spells them. A code outside its list is not stored as a status.

package enum TaskStatus: String, CaseIterable, Sendable {
  case draft, requested, received, accepted, rejected, ready, cancelled
  case inProgress = "in-progress"
  case onHold = "on-hold"
  case failed, completed
  case enteredInError = "entered-in-error"
}

/// ServiceRequest, CarePlan and MedicationRequest share the request vocabulary.
package enum RequestStatus: String, CaseIterable, Sendable {
  case draft, active
  case onHold = "on-hold"
  case revoked, completed, cancelled, stopped
  case enteredInError = "entered-in-error"
  case unknown
}

package enum Priority: String, CaseIterable, Sendable {
  case routine, urgent, asap, stat

  /// More pressing than routine.
  package var isUrgent: Bool { self != .routine }

  /// The most pressing first: 0 for stat.
  package var rank: Int { Self.allCases.count - 1 - (Self.allCases.firstIndex(of: self) ?? 0) }
}

package enum EncounterStatus: String, CaseIterable, Sendable {
  case planned, arrived, triaged
  case inProgress = "in-progress"
  case onleave, finished, cancelled
  case enteredInError = "entered-in-error"
  case unknown
}

package enum EpisodeStatus: String, CaseIterable, Sendable {
  case planned, waitlist, active, onhold, finished, cancelled
  case enteredInError = "entered-in-error"
}

package enum CareTeamStatus: String, CaseIterable, Sendable {
  case proposed, active, suspended, inactive
  case enteredInError = "entered-in-error"
}

/// Communication, Procedure, Immunization and MedicationStatement share the event vocabulary.
package enum EventStatus: String, CaseIterable, Sendable {
  case preparation
  case inProgress = "in-progress"
  case notDone = "not-done"
  case onHold = "on-hold"
  case stopped, completed, active, intended
  case notTaken = "not-taken"
  case enteredInError = "entered-in-error"
  case unknown
}

package enum ConsentStatus: String, CaseIterable, Sendable {
  case draft, proposed, active, rejected, inactive
  case enteredInError = "entered-in-error"
}

package enum AppointmentStatus: String, CaseIterable, Sendable {
  case proposed, pending, booked, arrived, fulfilled, cancelled, noshow
  case enteredInError = "entered-in-error"
  case checkedIn = "checked-in"
  case waitlist
}

package enum GoalStatus: String, CaseIterable, Sendable {
  case proposed, planned, accepted, active
  case onHold = "on-hold"
  case completed, cancelled
  case enteredInError = "entered-in-error"
  case rejected
}

package enum ClinicalStatus: String, CaseIterable, Sendable {
  case active, recurrence, relapse, inactive, remission, resolved
}

package enum VerificationStatus: String, CaseIterable, Sendable {
  case unconfirmed, provisional, differential, confirmed, refuted
  case enteredInError = "entered-in-error"
}

/// Observation and DiagnosticReport.
package enum ResultStatus: String, CaseIterable, Sendable {
  case registered, partial, preliminary, final, amended, corrected, appended, cancelled
  case enteredInError = "entered-in-error"
  case unknown
}

/// Flag and Coverage.
package enum ActiveStatus: String, CaseIterable, Sendable {
  case active, inactive, cancelled, draft
  case enteredInError = "entered-in-error"
}

package enum DocumentStatus: String, CaseIterable, Sendable {
  case current, superseded
  case enteredInError = "entered-in-error"
}

package enum AdministrativeGender: String, CaseIterable, Sendable {
  case male, female, other, unknown
}
