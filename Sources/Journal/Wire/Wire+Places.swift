import Care

// Order is the format: a field that comes later is added at the end and read only from its body version on.

extension Organization: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&active)
    try wire.field(&types)
    try wire.field(&name)
    try wire.field(&aliases)
    try wire.field(&telecom)
    try wire.field(&addresses)
    try wire.field(&partOf)
  }
}

extension Location: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&status)
    try wire.field(&name)
    try wire.field(&types)
    try wire.field(&telecom)
    try wire.field(&addresses)
    try wire.field(&managingOrganization)
    try wire.field(&partOf)
  }
}

extension HealthcareService: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&active)
    try wire.field(&providedBy)
    try wire.field(&categories)
    try wire.field(&types)
    try wire.field(&specialties)
    try wire.field(&locations)
    try wire.field(&name)
    try wire.field(&comment)
    try wire.field(&telecom)
    try wire.field(&hours)
    try wire.field(&appointmentRequired)
  }
}
