import Care

// Order is the format: a field that comes later is added at the end and read only from its body version on.

extension Receipt: Wired {
  init() {
    self.init(kind: .delivered, message: LineID(), recipient: Reference(), member: MemberID(), by: Touch())
  }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.required(&kind)
    try wire.field(&message)
    try wire.field(&recipient)
    try wire.field(&member)
    try wire.field(&by)
  }
}

extension Disclosure: Wired {
  init() {
    self.init(line: LineID(), recipient: Reference(), basis: .treatment, topic: "", text: "", by: Touch())
  }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&line)
    try wire.field(&recipient)
    try wire.required(&basis)
    try wire.field(&topic)
    try wire.unique(&text)
    try wire.field(&by)
    try wire.field(&takenBack)
  }
}

/// Some of a kind, as the whole of an event.
struct Several<Value: Wired>: Wired {
  var values: [Value] = []

  init() {}

  init(_ values: [Value]) { self.values = values }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) { try wire.field(&values) }
}

extension MessageDraft: Wired {
  init() { self.init(id: LineID(), patient: PatientID(), written: Instant(milliseconds: 0)) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&id)
    try wire.field(&patient)
    try wire.field(&recipients)
    try wire.field(&topic)
    try wire.field(&isUrgent)
    try wire.field(&needsAcknowledgement)
    try wire.field(&answers)
    try wire.field(&about)
    try wire.unique(&text)
    try wire.field(&written)
  }
}
