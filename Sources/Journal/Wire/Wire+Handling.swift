import Care

// Order is the format: a field that comes later is added at the end and read only from its body version on.

extension Chart {
  mutating func wireHandling<W: Wire>(_ wire: inout W) throws(W.Failure) {
    var lines = HandledLines(handling, amendments)
    try wire.field(&lines)
    (handling, amendments) = (lines.handling, lines.amendments)
  }
}

/// What people did about the lines of a chart, in order, so that the same chart has the same bytes.
struct HandledLines: Wired {
  private var lines: [HandledLine] = []
  private(set) var amendments: [Amendment] = []

  init() {}

  init(_ handling: [LineID: Handling], _ amendments: [Amendment]) {
    lines = handling.sorted { $0.key < $1.key }.map { HandledLine(line: $0.key, handling: $0.value) }
    self.amendments = amendments
  }

  var handling: [LineID: Handling] { Dictionary(lines.map { ($0.line, $0.handling) }, uniquingKeysWith: { $1 }) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&lines)
    try wire.field(&amendments)
  }
}

private struct HandledLine: Wired {
  var line = LineID()
  var handling = Handling()

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&line)
    try wire.field(&handling)
  }
}

extension Handling: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&owner)
    try wire.field(&snooze)
    try wire.field(&escalations)
    try wire.field(&settlement)
    try wire.field(&touch)
    if wire.version >= BodyVersion.withReferrals { try wire.field(&steps) }
    if wire.version >= BodyVersion.withTeams { try wire.field(&handoffSteps) }
  }
}

extension Touch: Wired {
  init() { self.init(name: "", at: Instant(milliseconds: 0)) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&name)
    try wire.field(&at)
  }
}

extension Snooze: Wired {
  init() { self.init(until: Instant(milliseconds: 0), reason: "", by: Touch()) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&until)
    try wire.field(&reason)
    try wire.field(&by)
  }
}

extension Escalation: Wired {
  init() { self.init(to: Reference(), reason: "", by: Touch()) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&to)
    try wire.field(&reason)
    try wire.field(&by)
  }
}

extension Settlement: Wired {
  init() { self.init(title: "", outcome: .done, reason: "", by: Touch()) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&title)
    var outcome: Outcome? = outcome
    try wire.field(&outcome)
    self.outcome = outcome ?? .done
    try wire.field(&reason)
    try wire.field(&by)
  }
}

extension Rung: Wired {
  init() { self.init(step: 0, owner: Reference()) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&step)
    try wire.field(&owner)
  }
}

extension Amendment: Wired {
  init() {
    self.init(
      encounter: LineID(), ended: Moment(Instant(milliseconds: 0)), status: "", received: Instant(milliseconds: 0))
  }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&encounter)
    var ended: Moment? = ended
    try wire.field(&ended)
    self.ended = ended ?? self.ended
    try wire.field(&status)
    try wire.field(&received)
  }
}

extension TriageQueue: Wired {
  init() { self.init(view: "", items: []) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&view)
    try wire.field(&items)
  }
}

extension TriageItem: Wired {
  init() { self.init(patient: PatientID(), item: LineID()) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&patient)
    try wire.field(&item)
  }
}

extension TriageSummary: Wired {
  init() { self.init(cleared: 0, skipped: 0, settled: 0, left: 0, median: nil, unowned: 0) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&cleared)
    try wire.field(&skipped)
    try wire.field(&settled)
    try wire.field(&left)
    try wire.field(&median)
    try wire.field(&unowned)
  }
}
