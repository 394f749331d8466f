/// The status codes of FHIR R4 in a reader's words. A code that is a word already stands as it is; so does one that is
/// unknown, since it is what the sender said.
package enum StatusWords {
  /// - Parameter code: of Task, ServiceRequest, Appointment, Encounter, Procedure, MedicationStatement and the other
  ///   resources with a status, as in FHIR R4's value sets.
  package static func words(_ code: String) -> String { table[code] ?? code }

  private static let table = [
    "in-progress": "under way", "on-hold": "on hold", "onhold": "on hold", "entered-in-error": "entered in error",
    "not-done": "not done", "not-taken": "not taken", "noshow": "did not come", "checked-in": "checked in",
    "waitlist": "on the waiting list", "onleave": "on leave", "fulfilled": "kept", "revoked": "withdrawn",
    "arrived": "has arrived", "triaged": "triaged", "superseded": "replaced", "pending": "not confirmed yet",
  ]
}
