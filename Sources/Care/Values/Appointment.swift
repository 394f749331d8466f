/// A booked time.
package struct Appointment: Hashable, Sendable {
  package var identifiers: [Identifier] = []
  package var status: AppointmentStatus?
  package var cancelationReason: Concept = Concept()
  package var serviceTypes: [Concept] = []
  package var specialties: [Concept] = []
  package var appointmentType: Concept = Concept()
  package var reasons: [Concept] = []
  package var description: String = ""
  package var period: Period = Period()
  package var created: Moment?
  package var comment: String = ""
  package var instruction: String = ""
  package var participants: [Participant] = []
  package var basedOn: [Reference] = []
  /// How to join it where it takes place at a distance. Source: FHIR R5 `virtualService`, in R4 an extension.
  package var virtualServices: [VirtualService] = []

  package init() {}
}

/// A participant's answer to an appointment.
package struct AppointmentResponse: Hashable, Sendable {
  package var appointment: Reference = Reference()
  package var actor: Reference = Reference()
  /// FHIR ParticipationStatus: accepted, declined, tentative, needs-action.
  package var participantStatus: String = ""
  package var period: Period = Period()
  package var comment: String = ""

  package init() {}
}
