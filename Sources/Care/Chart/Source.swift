/// Where lines came from: every line from outside says so on request.
package struct Source: Hashable, Sendable {
  /// The form it came in ("FHIR R4").
  package var format: String
  /// What the sender calls the document: a bundle's id, a message's control id, or the file's name.
  package var document: String
  package var received: Instant

  package init(format: String, document: String, received: Instant) {
    self.format = format
    self.document = document
    self.received = received
  }

  /// The format of what people write here; its document is who wrote it.
  package static let here = "Rounds"

  package var isHere: Bool { format == Self.here }
}

/// How far a member has read a thread.
package struct ReadMark: Hashable, Sendable {
  package var thread: LineID
  package var member: MemberID
  /// Milliseconds since 1970 of the newest message read.
  package var upTo: Int64

  package init(thread: LineID, member: MemberID, upTo: Int64) {
    self.thread = thread
    self.member = member
    self.upTo = upTo
  }
}

extension Collection<ReadMark> {
  /// Whether a member has not read a thread up to its newest message. Nobody knows what somebody unnamed has read.
  package func leaveUnread(_ thread: LineID, upTo last: Moment?, by member: MemberID?) -> Bool {
    guard let member, let last else { return false }
    return first { $0.thread == thread && $0.member == member }.map { $0.upTo < last.milliseconds } ?? true
  }
}
