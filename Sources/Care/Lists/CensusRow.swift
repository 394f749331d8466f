/// A patient in the census. Ordered by name.
package struct CensusRow: PagedRow, Hashable {
  package var patient: PatientID
  package var name: String
  /// Every name on file, for searching.
  private var names: String
  package var birthDate: Moment?
  package var gender: AdministrativeGender?
  package var mrn: String
  package var isDeceased: Bool
  /// False where only other resources have named the patient so far.
  package var isIdentified: Bool
  package var openItems: Int
  /// End of the first due moment among the open items.
  package var nextDue: Instant?
  /// Who is on the patient's teams now, and for whom they act: names that the directory knows.
  package var team: [OriginID] = []

  package init(
    patient: PatientID, name: String, names: String = "", birthDate: Moment?, gender: AdministrativeGender?,
    mrn: String,
    isDeceased: Bool, isIdentified: Bool, openItems: Int, nextDue: Instant?
  ) {
    self.patient = patient
    self.name = name
    self.names = names
    self.birthDate = birthDate
    self.gender = gender
    self.mrn = mrn
    self.isDeceased = isDeceased
    self.isIdentified = isIdentified
    self.openItems = openItems
    self.nextDue = nextDue
  }

  package var key: [UInt8] {
    var key = KeyWriter()
    key.text(Folding.fold(name))
    key.id(patient)
    return key.bytes
  }

  package var searched: String { Folding.fold("\(name) \(mrn) \(names)") }

  package func write(_ fields: inout RowWriter) {
    fields.id(patient)
    fields.moment(birthDate)
    fields.byte(gender.code)
    fields.byte((isDeceased ? 1 : 0) | (isIdentified ? 2 : 0))
    fields.integer(openItems)
    fields.integer(nextDue?.milliseconds ?? .max)
    fields.text(name)
    fields.text(names)
    fields.text(mrn)
    fields.byte(UInt8(clamping: team.count))
    for origin in team.prefix(Int(UInt8.max)) { fields.id(origin) }
  }

  package init(_ fields: inout RowReader) {
    patient = fields.id(Patient.self)
    birthDate = fields.moment()
    gender = AdministrativeGender?(code: fields.byte())
    let flags = fields.byte()
    isDeceased = flags & 1 != 0
    isIdentified = flags & 2 != 0
    openItems = Int(fields.integer())
    let due = fields.integer()
    nextDue = due == .max ? nil : Instant(milliseconds: due)
    name = fields.text()
    names = fields.text()
    mrn = fields.text()
    team = (0..<fields.byte()).map { _ in fields.id(Origin.self) }
  }
}

extension AdministrativeGender? {
  /// One byte in a row: 0 where it is not stated. The order of the cases is part of the format on disk.
  var code: UInt8 { self.flatMap { AdministrativeGender.allCases.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0 }

  init(code: UInt8) {
    let all = AdministrativeGender.allCases
    self = (1...all.count).contains(Int(code)) ? all[Int(code) - 1] : nil
  }
}
