/// What kind of thing is open. Raw values are part of the format on disk.
package enum WorkKind: UInt8, CaseIterable, Sendable {
  case task = 1
  case referral = 2
  case appointment = 3
  /// Derived: a clock asks for it, and no line of the chart does.
  case clock = 4

  /// What a machine reads: FHIR's type name, where there is a resource.
  package var name: String {
    switch self {
    case .task: ResourceKind.task.rawValue
    case .referral: ResourceKind.serviceRequest.rawValue
    case .appointment: ResourceKind.appointment.rawValue
    case .clock: "Clock"
    }
  }
}

/// Something owed. Its key tells how the list is ordered.
package struct WorkRow: PagedRow, Hashable {
  package var item: LineID
  package var patient: PatientID
  package var kind: WorkKind
  package var patientName: String
  /// What tells namesakes apart.
  package var birthDate: Moment?
  package var gender: AdministrativeGender?
  package var mrn: String
  package var title: String
  /// The FHIR status code of the resource behind it; empty where the source states none.
  package var status: String
  package var priority: Priority?
  package var due: Moment?
  /// The instant from which it is overdue, in the site's zone: the end of the due day where only a day is stated.
  package var deadline: Instant?
  package var owner: Reference
  /// The clocks that run on it by their ids, the first due first.
  package var clocks: [String] = []
  /// The organisation it is with, or where it began; empty where that isn't stated.
  package var organization = Reference()
  package var risk = Risk.incomplete
  /// Left alone until then.
  package var sleepsUntil: Instant?
  /// Whether a person left it alone; else its rule wants it shown no earlier.
  package var isSnoozed = false
  /// How often it was passed up the ladder.
  package var steps = 0
  /// When it goes up the ladder by itself; nil for what doesn't.
  package var climbs: Instant?
  /// When somebody last did something about it, here or at its source.
  package var touched: Instant?

  package init(
    item: LineID, patient: PatientID, kind: WorkKind, patientName: String, birthDate: Moment? = nil,
    gender: AdministrativeGender? = nil, mrn: String = "", title: String, status: String, priority: Priority?,
    due: Moment?, deadline: Instant?, owner: Reference
  ) {
    self.item = item
    self.patient = patient
    self.kind = kind
    self.patientName = patientName
    self.birthDate = birthDate
    self.gender = gender
    self.mrn = mrn
    self.title = title
    self.status = status
    self.priority = priority
    self.due = due
    self.deadline = deadline
    self.owner = owner
  }

  package var searched: String { Folding.fold("\(patientName) \(mrn) \(title) \(owner.display)") }

  package func write(_ fields: inout RowWriter) {
    fields.id(item)
    fields.id(patient)
    fields.integer(climbs?.milliseconds ?? .max)
    fields.byte(kind.rawValue)
    fields.byte(priority.flatMap { Priority.allCases.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0)
    fields.byte(gender.code)
    fields.moment(birthDate)
    fields.moment(due)
    fields.integer(deadline?.milliseconds ?? .max)
    fields.reference(owner)
    fields.text(patientName)
    fields.text(mrn)
    fields.text(title)
    fields.text(status)
    fields.byte(UInt8(clamping: clocks.count))
    for clock in clocks.prefix(Int(UInt8.max)) { fields.text(clock) }
    fields.reference(organization)
    fields.byte(risk.rawValue)
    fields.integer(sleepsUntil?.milliseconds ?? .max)
    fields.byte(isSnoozed ? 1 : 0)
    fields.byte(UInt8(clamping: steps))
    fields.integer(touched?.milliseconds ?? .min)
  }

  package init(_ fields: inout RowReader) {
    item = fields.id(LineTag.self)
    patient = fields.id(Patient.self)
    let climbs = fields.integer()
    self.climbs = climbs == .max ? nil : Instant(milliseconds: climbs)
    kind = WorkKind(rawValue: fields.byte()) ?? .task
    let priority = Int(fields.byte())
    self.priority = (1...Priority.allCases.count).contains(priority) ? Priority.allCases[priority - 1] : nil
    gender = AdministrativeGender?(code: fields.byte())
    birthDate = fields.moment()
    due = fields.moment()
    let deadline = fields.integer()
    self.deadline = deadline == .max ? nil : Instant(milliseconds: deadline)
    owner = fields.reference()
    patientName = fields.text()
    mrn = fields.text()
    title = fields.text()
    status = fields.text()
    clocks = (0..<fields.byte()).map { _ in fields.text() }
    organization = fields.reference()
    risk = Risk(rawValue: fields.byte()) ?? .incomplete
    let until = fields.integer()
    sleepsUntil = until == .max ? nil : Instant(milliseconds: until)
    isSnoozed = fields.byte() == 1
    steps = Int(fields.byte())
    let touched = fields.integer()
    self.touched = touched == .min ? nil : Instant(milliseconds: touched)
  }

  /// Of a row's first fields, whose it is and when it goes up by itself; nil for what doesn't.
  static func climber(_ fields: inout RowReader) -> Climbers.Row? {
    let (item, patient) = (fields.id(LineTag.self), fields.id(Patient.self))
    let climbs = fields.integer()
    return climbs == .max ? nil : Climbers.Row(item: item, patient: patient, at: Instant(milliseconds: climbs))
  }
}
