import Care

// Order is the format: a field that comes later is added at the end and read only from its body version on.

extension Observation: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&status)
    try wire.field(&categories)
    try wire.field(&code)
    try wire.field(&effective)
    try wire.field(&issued)
    try wire.field(&encounter)
    try wire.field(&performers)
    try wire.field(&value)
    try wire.field(&dataAbsentReason)
    try wire.field(&interpretations)
    try wire.field(&referenceRange)
    try wire.field(&components)
    try wire.field(&basedOn)
    try wire.field(&notes)
  }
}

extension ObservationComponent: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&code)
    try wire.field(&value)
    try wire.field(&dataAbsentReason)
  }
}

extension DiagnosticReport: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&status)
    try wire.field(&categories)
    try wire.field(&code)
    try wire.field(&effective)
    try wire.field(&issued)
    try wire.field(&encounter)
    try wire.field(&performers)
    try wire.field(&results)
    try wire.field(&basedOn)
    try wire.field(&conclusion)
  }
}

extension DocumentReference: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&status)
    try wire.field(&documentStatus)
    try wire.field(&type)
    try wire.field(&categories)
    try wire.field(&date)
    try wire.field(&authors)
    try wire.field(&description)
    try wire.field(&encounters)
    try wire.field(&title)
    try wire.field(&contentType)
    try wire.field(&related)
  }
}
