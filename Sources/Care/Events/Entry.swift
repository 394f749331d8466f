/// The streams of the journal. Each has its own versions, so that two writers clash only where they mean the same thing.
package enum Stream: Hashable, Sendable {
  case directory
  case patient(PatientID)
  /// How a member goes through lists.
  case triage(MemberID)
}

/// Who wrote an entry.
package struct Author: Hashable, Sendable {
  /// nil for the program itself (an import, the demo).
  package var member: MemberID?
  package var name: String

  package init(member: MemberID? = nil, name: String) {
    self.member = member
    self.name = name
  }
}

/// An event that asks to be appended.
package struct Proposal: Hashable, Sendable {
  /// Made by the caller, so that a retry is a no-op.
  package var id: EntryID
  package var stream: Stream
  /// The stream's version as the caller knows it; an append against another is refused.
  package var expected: Int
  package var time: Instant
  package var author: Author
  package var reason: String
  package var event: Event

  package init(
    id: EntryID, stream: Stream, expected: Int, time: Instant, author: Author, reason: String = "", event: Event
  ) {
    self.id = id
    self.stream = stream
    self.expected = expected
    self.time = time
    self.author = author
    self.reason = reason
    self.event = event
  }
}

/// An event as the journal holds it.
package struct Entry: Hashable, Sendable {
  /// Position in the journal, from 1, without holes.
  package var sequence: Int64
  /// Position in its stream, from 1.
  package var version: Int
  package var id: EntryID
  package var stream: Stream
  package var time: Instant
  package var author: Author
  package var reason: String
  package var event: Event

  package init(sequence: Int64, version: Int, of proposal: Proposal) {
    self.sequence = sequence
    self.version = version
    id = proposal.id
    stream = proposal.stream
    time = proposal.time
    author = proposal.author
    reason = proposal.reason
    event = proposal.event
  }
}
