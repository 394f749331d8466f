import Care

// Order is the format: a field that comes later is added at the end and read only from its body version on.

extension ServiceRequest: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&requisition)
    try wire.field(&status)
    try wire.field(&intent)
    try wire.field(&priority)
    try wire.field(&categories)
    try wire.field(&code)
    try wire.field(&occurrence)
    try wire.field(&authored)
    try wire.field(&encounter)
    try wire.field(&requester)
    try wire.field(&performerType)
    try wire.field(&performers)
    try wire.field(&reasons)
    try wire.field(&basedOn)
    try wire.field(&replaces)
    try wire.field(&notes)
  }
}

extension Task: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&groupIdentifier)
    try wire.field(&status)
    try wire.field(&statusReason)
    try wire.field(&businessStatus)
    try wire.field(&intent)
    try wire.field(&priority)
    try wire.field(&code)
    try wire.field(&description)
    try wire.field(&focus)
    try wire.field(&encounter)
    try wire.field(&authored)
    try wire.field(&lastModified)
    try wire.field(&requester)
    try wire.field(&performerTypes)
    try wire.field(&owner)
    try wire.field(&reason)
    try wire.field(&restriction)
    try wire.field(&execution)
    try wire.field(&basedOn)
    try wire.field(&partOf)
    try wire.field(&outputs)
    try wire.field(&notes)
  }
}

extension Communication: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&status)
    try wire.field(&categories)
    try wire.field(&priority)
    try wire.field(&media)
    try wire.field(&topic)
    try wire.field(&about)
    try wire.field(&encounter)
    try wire.field(&sent)
    try wire.field(&received)
    try wire.field(&recipients)
    try wire.field(&sender)
    try wire.field(&reasons)
    try wire.field(&payload)
    try wire.field(&inResponseTo)
    try wire.field(&partOf)
    try wire.field(&basedOn)
    try wire.field(&notes)
  }
}

extension CommunicationRequest: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&status)
    try wire.field(&categories)
    try wire.field(&priority)
    try wire.field(&about)
    try wire.field(&payload)
    try wire.field(&occurrence)
    try wire.field(&authored)
    try wire.field(&requester)
    try wire.field(&recipients)
    try wire.field(&sender)
    try wire.field(&reasons)
    try wire.field(&basedOn)
  }
}
