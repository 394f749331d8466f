import Care

/// One description of a value's form on disk, run in both directions, so that writing and reading can't drift apart.
///
/// The form is compact and made for reading: variable-length numbers, length-prefixed UTF-8, and a body's texts,
/// concepts and references each written once and pointed to after that, since codes and their systems repeat a lot.
protocol Wire {
  /// What can go wrong: nothing when writing, `WireError` when reading.
  associatedtype Failure: Error

  /// Of the form that is written, or was.
  var version: UInt8 { get }

  mutating func field(_ value: inout String) throws(Failure)
  mutating func field(_ value: inout Bool) throws(Failure)
  mutating func field(_ value: inout Int) throws(Failure)
  mutating func field(_ value: inout Int64) throws(Failure)
  mutating func field<Of>(_ value: inout ID<Of>) throws(Failure)
  mutating func field(_ value: inout Moment?) throws(Failure)
  mutating func field<Code: RawRepresentable<String>>(_ code: inout Code?) throws(Failure)
  mutating func field<Value: Wired>(_ value: inout Value) throws(Failure)
  mutating func field<Value: Wired>(_ value: inout Value?) throws(Failure)
  mutating func field<Value: Wired>(_ values: inout [Value]) throws(Failure)

  /// A text that no other in the body is likely to repeat.
  mutating func unique(_ text: inout String) throws(Failure)
  /// Which of several forms follows. Reading refuses one that isn't below `limit`.
  mutating func tag(_ tag: inout UInt8, below limit: UInt8, of kind: String) throws(Failure)
  mutating func shared(_ concept: inout Concept) throws(Failure)
  mutating func shared(_ reference: inout Reference) throws(Failure)
  /// - Parameter sources: how many sources the chart has; reading refuses a line that points past them.
  mutating func lines<Value: Wired>(_ lines: inout Lines<Value>, sources: Int) throws(Failure)
  mutating func origins(_ origins: inout [OriginID: LineID]) throws(Failure)
}

extension Wire {
  /// A code that is always there.
  mutating func required<Code: RawRepresentable<String>>(_ code: inout Code) throws(Failure) {
    var written: Code? = code
    try field(&written)
    code = written ?? code
  }
}

/// A value with a form on disk.
protocol Wired: Hashable, Sendable {
  init()
  /// Names every field once, in the order of the form. Writing leaves the value as it is.
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure)
}

/// How a body begins. A body of a newer version is refused; one of an older version is read as it was written.
enum BodyVersion {
  static let first: UInt8 = 1
  /// A chart also tells what people here did about its items, and which ends of encounters were taken back.
  static let withHandling: UInt8 = 2
  /// Handling also tells of a referral's steps; places have a position, services a capacity, and partners are known.
  static let withReferrals: UInt8 = 3
  /// Charts tell what became of messages, what was told outside the team, and a handoff's steps; the directory tells when
  /// its members are on duty.
  static let withTeams: UInt8 = 4
  /// Bookings also tell how to join them.
  static let withVirtualServices: UInt8 = 5
  static let current = withVirtualServices
}

/// Texts longer than this aren't worth remembering; they rarely repeat.
let longestRememberedText = 64
