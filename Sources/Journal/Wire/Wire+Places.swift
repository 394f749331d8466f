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
    if wire.version >= BodyVersion.withReferrals { try wire.field(&position) }
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
    if wire.version >= BodyVersion.withReferrals {
      try wire.field(&capacity)
      try wire.field(&updated)
    }
  }
}

extension Position: Wired {
  init() { self.init(latitude: 0, longitude: 0) }

  /// In millionths of a degree: a hand's breadth.
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    var (north, east) = (Int64((latitude * 1e6).rounded()), Int64((longitude * 1e6).rounded()))
    try wire.field(&north)
    try wire.field(&east)
    // A body that was tampered with names no place on earth.
    latitude = Double(max(-90_000_000, min(90_000_000, north))) / 1e6
    longitude = Double(max(-180_000_000, min(180_000_000, east))) / 1e6
  }
}

extension Partnership: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&partner)
    try wire.field(&sendsVisits)
    try wire.field(&profile)
    try wire.field(&isOutsideCare)
    try wire.field(&capacity)
    try wire.field(&capacityAsOf)
    try wire.field(&interests)
  }
}

extension DeclaredInterest: Wired {
  init() { self.init(holder: Reference()) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&holder)
    try wire.field(&words)
    try wire.field(&declared)
  }
}
