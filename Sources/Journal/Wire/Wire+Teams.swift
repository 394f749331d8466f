import Care

// Order is the format: a field that comes later is added at the end and read only from its body version on.

extension DutyRoster: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&member)
    try wire.field(&spans)
  }
}

extension RosterSpan: Wired {
  init() { self.init(.shift, start: .never, end: .never) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.required(&kind)
    try wire.required(&start)
    try wire.required(&end)
    try wire.field(&rank)
    try wire.field(&unit)
    try wire.field(&deputy)
    try wire.field(&words)
  }
}

extension Moment {
  /// What a span that is being read has until its own times are.
  fileprivate static let never = Moment(Instant(milliseconds: 0))
}

extension Wire {
  /// A time that is always there.
  fileprivate mutating func required(_ moment: inout Moment) throws(Failure) {
    var written: Moment? = moment
    try field(&written)
    moment = written ?? moment
  }
}
