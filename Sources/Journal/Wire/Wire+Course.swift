import Care

// Order is the format: a field that comes later is added at the end and read only from its body version on.

extension Encounter: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&status)
    try wire.field(&classification)
    try wire.field(&types)
    try wire.field(&serviceType)
    try wire.field(&priority)
    try wire.field(&period)
    try wire.field(&reasons)
    try wire.field(&participants)
    try wire.field(&serviceProvider)
    try wire.field(&locations)
    try wire.field(&episodes)
    try wire.field(&partOf)
    try wire.field(&basedOn)
    try wire.field(&admitSource)
    try wire.field(&dischargeDisposition)
  }
}

extension Participant: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&roles)
    try wire.field(&actor)
    try wire.field(&onBehalfOf)
    try wire.field(&period)
    try wire.field(&status)
  }
}

extension Stay: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&location)
    try wire.field(&period)
    try wire.field(&status)
  }
}

extension EpisodeOfCare: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&status)
    try wire.field(&types)
    try wire.field(&period)
    try wire.field(&managingOrganization)
    try wire.field(&careManager)
    try wire.field(&teams)
  }
}

extension Appointment: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&status)
    try wire.field(&cancelationReason)
    try wire.field(&serviceTypes)
    try wire.field(&specialties)
    try wire.field(&appointmentType)
    try wire.field(&reasons)
    try wire.field(&description)
    try wire.field(&period)
    try wire.field(&created)
    try wire.field(&comment)
    try wire.field(&instruction)
    try wire.field(&participants)
    try wire.field(&basedOn)
    if wire.version >= BodyVersion.withVirtualServices { try wire.field(&virtualServices) }
  }
}

extension VirtualService: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&channelType)
    try wire.field(&addresses)
    try wire.field(&additionalInfo)
    try wire.unique(&sessionKey)
  }
}

extension AppointmentResponse: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&appointment)
    try wire.field(&actor)
    try wire.field(&participantStatus)
    try wire.field(&period)
    try wire.field(&comment)
  }
}
