import Care

/// Whom a line is about, for machines.
struct NamedPatient: Encodable {
  var id: String
  var mrn: String
  var name: String

  init(_ id: PatientID, mrn: String, name: String) {
    (self.id, self.mrn, self.name) = (id.description, mrn, name)
  }
}
