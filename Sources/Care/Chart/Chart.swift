/// Everything known of one patient: the fold of the patient's entries.
///
/// A chart is read when it is looked at; the lists (census, worklist, inbox) are made from charts and are all that
/// opening needs.
package struct Chart: Hashable, Sendable {
  package let id: PatientID
  /// Entries folded in so far; the version that the next entry must expect.
  package var version = 0
  /// Where imported lines came from, in order of arrival. Lines point here by position.
  package var sources: [Source] = []
  /// Every name a source has for a line, and the line it means.
  package var origins: [OriginID: LineID] = [:]
  /// How far each member has read each thread.
  package var reading: [ReadMark] = []
  /// What recipients' screens and hands say of messages.
  package var receipts: [Receipt] = []
  /// What was told to whom outside the team, in order.
  package var disclosures: [Disclosure] = []
  /// Set where this record was found to be another patient's; the lines have moved there.
  package var movedTo: PatientID?
  /// What people here did about open items.
  package var handling: [LineID: Handling] = [:]
  /// Ends of encounters that were taken back, oldest first.
  package var amendments: [Amendment] = []

  package var patients = Lines<Patient>()
  package var relatedPersons = Lines<RelatedPerson>()
  package var encounters = Lines<Encounter>()
  package var episodesOfCare = Lines<EpisodeOfCare>()
  package var careTeams = Lines<CareTeam>()
  package var carePlans = Lines<CarePlan>()
  package var goals = Lines<Goal>()
  package var conditions = Lines<Condition>()
  package var allergyIntolerances = Lines<AllergyIntolerance>()
  package var medicationRequests = Lines<MedicationRequest>()
  package var medicationStatements = Lines<MedicationStatement>()
  package var procedures = Lines<Procedure>()
  package var immunizations = Lines<Immunization>()
  package var observations = Lines<Observation>()
  package var diagnosticReports = Lines<DiagnosticReport>()
  package var documentReferences = Lines<DocumentReference>()
  package var serviceRequests = Lines<ServiceRequest>()
  package var tasks = Lines<Task>()
  package var communications = Lines<Communication>()
  package var communicationRequests = Lines<CommunicationRequest>()
  package var appointments = Lines<Appointment>()
  package var appointmentResponses = Lines<AppointmentResponse>()
  package var consents = Lines<Consent>()
  package var flags = Lines<Flag>()
  package var coverages = Lines<Coverage>()

  package init(id: PatientID) { self.id = id }

  /// The demographic record; nil where so far only other resources have named the patient.
  package var patient: Patient? { patients.items.last?.value }
}

extension Chart {
  /// Puts a line in its list: new, or in the place of the one it amends.
  mutating func upsert(_ line: ImportedLine, source: Int) {
    func made<Value>(_ value: Value) -> Line<Value> {
      Line(id: line.id, origin: line.origin, source: source, value: value)
    }
    switch line.resource {
    case .patient(let value): patients.upsert(made(value.keeping(patients[line.id]?.value)))
    case .relatedPerson(let value): relatedPersons.upsert(made(value))
    case .encounter(let value):
      noteAmendment(of: line.id, to: value, received: sources[source].received)
      encounters.upsert(made(value))
    case .episodeOfCare(let value): episodesOfCare.upsert(made(value))
    case .careTeam(let value): careTeams.upsert(made(value))
    case .carePlan(let value): carePlans.upsert(made(value))
    case .goal(let value): goals.upsert(made(value))
    case .condition(let value): conditions.upsert(made(value))
    case .allergyIntolerance(let value): allergyIntolerances.upsert(made(value))
    case .medicationRequest(let value): medicationRequests.upsert(made(value))
    case .medicationStatement(let value): medicationStatements.upsert(made(value))
    case .procedure(let value): procedures.upsert(made(value))
    case .immunization(let value): immunizations.upsert(made(value))
    case .observation(let value): observations.upsert(made(value))
    case .diagnosticReport(let value): diagnosticReports.upsert(made(value))
    case .documentReference(let value): documentReferences.upsert(made(value))
    case .serviceRequest(let value): serviceRequests.upsert(made(value))
    case .task(let value): tasks.upsert(made(value))
    case .communication(let value): communications.upsert(made(value))
    case .communicationRequest(let value): communicationRequests.upsert(made(value))
    case .appointment(let value): appointments.upsert(made(value))
    case .appointmentResponse(let value): appointmentResponses.upsert(made(value))
    case .consent(let value): consents.upsert(made(value))
    case .flag(let value): flags.upsert(made(value))
    case .coverage(let value): coverages.upsert(made(value))
    }
    for origin in line.origins { origins[origin] = line.id }
  }

  /// Every name by which a reference may mean a line.
  package func origins(of line: LineID) -> [OriginID] { origins.filter { $0.value == line }.keys.sorted() }

  /// Every resource of the chart as it came in, in a fixed order of kinds.
  package var importedLines: [ImportedLine] {
    var all: [ImportedLine] = []
    var named: [LineID: [OriginID]] = [:]
    for (origin, line) in origins { named[line, default: []].append(origin) }
    func add<Value>(_ lines: Lines<Value>, _ wrap: (Value) -> Resource) {
      for line in lines.items {
        all.append(
          ImportedLine(
            id: line.id, origins: (named[line.id] ?? []).sorted(), origin: line.origin, resource: wrap(line.value)))
      }
    }
    add(patients, Resource.patient)
    add(relatedPersons, Resource.relatedPerson)
    add(encounters, Resource.encounter)
    add(episodesOfCare, Resource.episodeOfCare)
    add(careTeams, Resource.careTeam)
    add(carePlans, Resource.carePlan)
    add(goals, Resource.goal)
    add(conditions, Resource.condition)
    add(allergyIntolerances, Resource.allergyIntolerance)
    add(medicationRequests, Resource.medicationRequest)
    add(medicationStatements, Resource.medicationStatement)
    add(procedures, Resource.procedure)
    add(immunizations, Resource.immunization)
    add(observations, Resource.observation)
    add(diagnosticReports, Resource.diagnosticReport)
    add(documentReferences, Resource.documentReference)
    add(serviceRequests, Resource.serviceRequest)
    add(tasks, Resource.task)
    add(communications, Resource.communication)
    add(communicationRequests, Resource.communicationRequest)
    add(appointments, Resource.appointment)
    add(appointmentResponses, Resource.appointmentResponse)
    add(consents, Resource.consent)
    add(flags, Resource.flag)
    add(coverages, Resource.coverage)
    return all
  }

  /// The resource with this id, whatever its kind.
  package func resource(_ id: LineID, kind: ResourceKind) -> Resource? {
    switch kind {
    case .patient: patients[id].map { .patient($0.value) }
    case .relatedPerson: relatedPersons[id].map { .relatedPerson($0.value) }
    case .encounter: encounters[id].map { .encounter($0.value) }
    case .episodeOfCare: episodesOfCare[id].map { .episodeOfCare($0.value) }
    case .careTeam: careTeams[id].map { .careTeam($0.value) }
    case .carePlan: carePlans[id].map { .carePlan($0.value) }
    case .goal: goals[id].map { .goal($0.value) }
    case .condition: conditions[id].map { .condition($0.value) }
    case .allergyIntolerance: allergyIntolerances[id].map { .allergyIntolerance($0.value) }
    case .medicationRequest: medicationRequests[id].map { .medicationRequest($0.value) }
    case .medicationStatement: medicationStatements[id].map { .medicationStatement($0.value) }
    case .procedure: procedures[id].map { .procedure($0.value) }
    case .immunization: immunizations[id].map { .immunization($0.value) }
    case .observation: observations[id].map { .observation($0.value) }
    case .diagnosticReport: diagnosticReports[id].map { .diagnosticReport($0.value) }
    case .documentReference: documentReferences[id].map { .documentReference($0.value) }
    case .serviceRequest: serviceRequests[id].map { .serviceRequest($0.value) }
    case .task: tasks[id].map { .task($0.value) }
    case .communication: communications[id].map { .communication($0.value) }
    case .communicationRequest: communicationRequests[id].map { .communicationRequest($0.value) }
    case .appointment: appointments[id].map { .appointment($0.value) }
    case .appointmentResponse: appointmentResponses[id].map { .appointmentResponse($0.value) }
    case .consent: consents[id].map { .consent($0.value) }
    case .flag: flags[id].map { .flag($0.value) }
    case .coverage: coverages[id].map { .coverage($0.value) }
    }
  }
}
