import Care

// Order is the format: a field that comes later is added at the end and read only from its body version on.

extension ReferralMove: Wired {
  init() { self.init(.resend, from: .draft, to: .draft) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.required(&act)
    try wire.required(&from)
    try wire.required(&to)
    try wire.field(&appointment)
    try wire.field(&result)
    try wire.field(&waitsFor)
    try wire.field(&package)
  }
}

extension ReferralResult: Wired {
  init() { self.init(finding: "", plan: "", nextStep: "") }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&finding)
    try wire.field(&plan)
    try wire.field(&nextStep)
    try wire.field(&enrolment)
  }
}

extension ReferralPackage: Wired {
  init() {
    self.init(recipient: Reference(), text: "", lines: [], basis: .treatment, machine: .detailed)
  }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&recipient)
    try wire.field(&text)
    var ids = lines.map(SentLine.init)
    try wire.field(&ids)
    lines = ids.map(\.id)
    try wire.required(&basis)
    try wire.required(&machine)
    try wire.field(&interest)
  }
}

private struct SentLine: Wired {
  var id = LineID()

  init() {}

  init(_ id: LineID) { self.id = id }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) { try wire.field(&id) }
}

extension ReferralStep: Wired {
  init() { self.init(move: ReferralMove(), reason: "", by: Touch()) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&move)
    try wire.field(&reason)
    try wire.field(&by)
  }
}

extension Wire {
  /// A code that is always there.
  mutating func required<Code: RawRepresentable<String>>(_ code: inout Code) throws(Failure) {
    var written: Code? = code
    try field(&written)
    code = written ?? code
  }
}
