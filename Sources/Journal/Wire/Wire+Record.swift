import Care

// Order is the format: a field that comes later is added at the end and read only from its body version on.

extension Source: Wired {
  init() { self.init(format: "", document: "", received: Instant(milliseconds: 0)) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&format)
    try wire.field(&document)
    try wire.field(&received)
  }
}

extension ReadMark: Wired {
  init() { self.init(thread: LineID(), member: MemberID(), upTo: 0) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&thread)
    try wire.field(&member)
    try wire.field(&upTo)
  }
}

extension Author: Wired {
  init() { self.init(member: nil, name: "") }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&member)
    try wire.field(&name)
  }
}

extension Chart {
  /// All but the id, which is the row's.
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&version)
    try wire.field(&sources)
    try wire.field(&reading)
    try wire.field(&movedTo)
    try wire.origins(&origins)
    try wirePeopleAndCourse(&wire)
    try wireFindings(&wire)
    try wireWork(&wire)
    if wire.version >= BodyVersion.withHandling { try wireHandling(&wire) }
    if wire.version >= BodyVersion.withTeams {
      try wire.field(&receipts)
      try wire.field(&disclosures)
    }
  }

  private mutating func wirePeopleAndCourse<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.lines(&patients, sources: sources.count)
    try wire.lines(&relatedPersons, sources: sources.count)
    try wire.lines(&encounters, sources: sources.count)
    try wire.lines(&episodesOfCare, sources: sources.count)
    try wire.lines(&careTeams, sources: sources.count)
    try wire.lines(&carePlans, sources: sources.count)
    try wire.lines(&goals, sources: sources.count)
  }

  private mutating func wireFindings<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.lines(&conditions, sources: sources.count)
    try wire.lines(&allergyIntolerances, sources: sources.count)
    try wire.lines(&medicationRequests, sources: sources.count)
    try wire.lines(&medicationStatements, sources: sources.count)
    try wire.lines(&procedures, sources: sources.count)
    try wire.lines(&immunizations, sources: sources.count)
    try wire.lines(&observations, sources: sources.count)
    try wire.lines(&diagnosticReports, sources: sources.count)
    try wire.lines(&documentReferences, sources: sources.count)
  }

  private mutating func wireWork<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.lines(&serviceRequests, sources: sources.count)
    try wire.lines(&tasks, sources: sources.count)
    try wire.lines(&communications, sources: sources.count)
    try wire.lines(&communicationRequests, sources: sources.count)
    try wire.lines(&appointments, sources: sources.count)
    try wire.lines(&appointmentResponses, sources: sources.count)
    try wire.lines(&consents, sources: sources.count)
    try wire.lines(&flags, sources: sources.count)
    try wire.lines(&coverages, sources: sources.count)
  }
}
