import Care

// Order is the format: a field that comes later is added at the end and read only from its body version on.

extension Patient: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&active)
    try wire.field(&names)
    try wire.field(&telecom)
    try wire.field(&gender)
    try wire.field(&birthDate)
    try wire.field(&deceased)
    try wire.field(&addresses)
    try wire.field(&maritalStatus)
    try wire.field(&languages)
    try wire.field(&contacts)
    try wire.field(&generalPractitioners)
    try wire.field(&managingOrganization)
  }
}

extension PatientContact: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&name)
    try wire.field(&relationships)
    try wire.field(&telecom)
    try wire.field(&period)
  }
}

extension RelatedPerson: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&active)
    try wire.field(&names)
    try wire.field(&relationships)
    try wire.field(&telecom)
    try wire.field(&languages)
    try wire.field(&period)
  }
}

extension Practitioner: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&active)
    try wire.field(&names)
    try wire.field(&telecom)
    try wire.field(&gender)
    try wire.field(&qualifications)
    try wire.field(&languages)
  }
}

extension PractitionerRole: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&active)
    try wire.field(&period)
    try wire.field(&practitioner)
    try wire.field(&organization)
    try wire.field(&codes)
    try wire.field(&specialties)
    try wire.field(&locations)
    try wire.field(&services)
    try wire.field(&telecom)
    try wire.field(&hours)
    try wire.field(&availability)
  }
}

extension AvailableTime: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&days)
    try wire.field(&allDay)
    try wire.field(&start)
    try wire.field(&end)
  }
}
