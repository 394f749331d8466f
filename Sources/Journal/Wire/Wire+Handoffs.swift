import Care

// Order is the format: a field that comes later is added at the end and read only from its body version on.

extension HandoffMove: Wired {
  init() { self.init(.cancel, from: .draft, to: .cancelled) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.required(&act)
    try wire.required(&from)
    try wire.required(&to)
    try wire.field(&by)
    try wire.field(&owner)
    try wire.field(&content)
    try wire.field(&synthesis)
    try wire.field(&question)
    try wire.field(&before)
  }
}

extension HandoffContent: Wired {
  init() { self.init(severity: nil) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&severity)
    try wire.field(&summary)
    try wire.field(&actions)
    try wire.field(&contingencies)
  }
}

extension HandoffActions: Wired {
  init() { self = .notStated }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    var tag: UInt8 =
      switch self {
      case .notStated: 0
      case .none: 1
      case .list: 2
      }
    try wire.tag(&tag, below: 3, of: "action list")
    switch tag {
    case 0: self = .notStated
    case 1: self = .none
    default:
      var actions = listed
      try wire.field(&actions)
      self = .list(actions)
    }
  }
}

extension HandoffAction: Wired {
  init() { self.init("") }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&words)
    try wire.field(&owner)
    try wire.field(&due)
    try wire.field(&line)
  }
}

extension Contingency: Wired {
  init() { self.init(if: "", then: "") }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&condition)
    try wire.field(&response)
  }
}

extension TaskStanding: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&status)
    try wire.field(&reason)
    try wire.field(&owner)
    try wire.field(&modified)
    try wire.field(&execution)
  }
}

extension HandoffStep: Wired {
  init() { self.init(move: HandoffMove(), reason: "", by: Touch()) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&move)
    try wire.field(&reason)
    try wire.field(&by)
  }
}
