import Care

// Order is the format: a field that comes later is added at the end and read only from its body version on.

extension CareTeam: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&status)
    try wire.field(&name)
    try wire.field(&categories)
    try wire.field(&period)
    try wire.field(&participants)
    try wire.field(&encounter)
    try wire.field(&managingOrganizations)
  }
}

extension CarePlan: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&status)
    try wire.field(&intent)
    try wire.field(&title)
    try wire.field(&categories)
    try wire.field(&description)
    try wire.field(&period)
    try wire.field(&created)
    try wire.field(&author)
    try wire.field(&careTeams)
    try wire.field(&addresses)
    try wire.field(&goals)
    try wire.field(&activities)
  }
}

extension PlanActivity: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&status)
    try wire.field(&code)
    try wire.field(&description)
    try wire.field(&scheduled)
    try wire.field(&performers)
    try wire.field(&location)
    try wire.field(&reference)
  }
}

extension Goal: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&status)
    try wire.field(&achievement)
    try wire.field(&categories)
    try wire.field(&priority)
    try wire.field(&description)
    try wire.field(&start)
    try wire.field(&targets)
    try wire.field(&expressedBy)
    try wire.field(&addresses)
    try wire.field(&notes)
  }
}

extension GoalTarget: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&measure)
    try wire.field(&detail)
    try wire.field(&due)
  }
}

extension Consent: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&status)
    try wire.field(&scope)
    try wire.field(&categories)
    try wire.field(&recorded)
    try wire.field(&performers)
    try wire.field(&organizations)
    try wire.field(&provision)
    try wire.field(&period)
    try wire.field(&actors)
    try wire.field(&actions)
  }
}

extension Flag: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&status)
    try wire.field(&categories)
    try wire.field(&code)
    try wire.field(&period)
    try wire.field(&encounter)
    try wire.field(&author)
  }
}

extension Coverage: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&identifiers)
    try wire.field(&status)
    try wire.field(&type)
    try wire.field(&relationship)
    try wire.field(&period)
    try wire.field(&payors)
  }
}
