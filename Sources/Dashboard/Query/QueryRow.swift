package import Care

/// What a query asks of a row. Each answer is asked for only where a term needs it, so a row is decoded no further.
package protocol QueryRow {
  /// Whether the text that search looks through holds these bytes; both folded, see `Folding`.
  func holds(_ word: [UInt8]) -> Bool

  /// What a reader calls the owner: name, role, or what the source wrote.
  var ownerWords: String { get }
  var isMine: Bool { get }
  /// Owned by the reader's team.
  var isTeams: Bool { get }
  var isUnowned: Bool { get }

  var due: Moment? { get }
  /// The instant from which it is overdue: the end of the due day where only a day is stated.
  var deadline: Instant? { get }
  /// The clocks that run on it: what settings call them, and whose rules they are ("CMS TCM").
  var clocks: [(id: String, source: String)] { get }
  /// The FHIR status code; empty where none is stated.
  var status: String { get }
  /// nil for what is no work.
  var kind: WorkKind? { get }
  var priority: Priority? { get }

  var patientName: String { get }
  var mrn: String { get }
  var organizationWords: String { get }
  var risk: Risk { get }

  var sleepsUntil: Instant? { get }
  /// It slept, and is back.
  var isWoken: Bool { get }
  /// How many times it has been escalated.
  var steps: Int { get }
  /// Whether it is a referral that is over.
  var isClosed: Bool { get }
  /// What it says of closing the loop in this year; nil where it isn't counted.
  var measure: LoopMeasure? { get }

  /// Who wrote in a thread.
  var writerWords: String { get }
  /// Whether the reader did.
  var isWrittenByMe: Bool { get }
  /// When a thread was last written in.
  var written: Moment? { get }
  var isUnread: Bool { get }
  /// Whether the reader wrote something that is not answered.
  var isAwaited: Bool { get }

  /// What each who is on the patient's teams is called, with all that they are part of.
  var team: [String] { get }
  /// Whether the reader is on one.
  var isWithMe: Bool { get }
}

extension QueryRow {
  package var isClosed: Bool { false }
  package var measure: LoopMeasure? { nil }
  package var writerWords: String { "" }
  package var isWrittenByMe: Bool { false }
  package var written: Moment? { nil }
  package var isUnread: Bool { false }
  package var isAwaited: Bool { false }
  package var team: [String] { [] }
  package var isWithMe: Bool { false }
}
