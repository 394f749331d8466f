import Care

// Order is the format: a field that comes later is added at the end and read only from its body version on.

extension Condition: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&clinical)
    try wire.field(&verification)
    try wire.field(&categories)
    try wire.field(&severity)
    try wire.field(&code)
    try wire.field(&bodySites)
    try wire.field(&onset)
    try wire.field(&onsetText)
    try wire.field(&abatement)
    try wire.field(&recorded)
    try wire.field(&encounter)
    try wire.field(&asserter)
    try wire.field(&notes)
  }
}

extension AllergyIntolerance: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&clinical)
    try wire.field(&verification)
    try wire.field(&type)
    try wire.field(&categories)
    try wire.field(&criticality)
    try wire.field(&code)
    try wire.field(&onset)
    try wire.field(&recorded)
    try wire.field(&recorder)
    try wire.field(&asserter)
    try wire.field(&reactions)
    try wire.field(&notes)
  }
}

extension AllergyReaction: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&substance)
    try wire.field(&manifestations)
    try wire.field(&severity)
  }
}

extension MedicationRequest: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&status)
    try wire.field(&intent)
    try wire.field(&categories)
    try wire.field(&priority)
    try wire.field(&medication)
    try wire.field(&medicationReference)
    try wire.field(&authored)
    try wire.field(&encounter)
    try wire.field(&requester)
    try wire.field(&reasons)
    try wire.field(&dosages)
    try wire.field(&notes)
  }
}

extension MedicationStatement: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&status)
    try wire.field(&category)
    try wire.field(&medication)
    try wire.field(&medicationReference)
    try wire.field(&effective)
    try wire.field(&asserted)
    try wire.field(&informationSource)
    try wire.field(&reasons)
    try wire.field(&dosages)
    try wire.field(&notes)
  }
}

extension Procedure: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&status)
    try wire.field(&category)
    try wire.field(&code)
    try wire.field(&performed)
    try wire.field(&encounter)
    try wire.field(&performers)
    try wire.field(&location)
    try wire.field(&reasons)
    try wire.field(&outcome)
    try wire.field(&basedOn)
    try wire.field(&notes)
  }
}

extension Immunization: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&status)
    try wire.field(&vaccine)
    try wire.field(&occurrence)
    try wire.field(&encounter)
    try wire.field(&statusReason)
  }
}
