import Care
import Testing

@testable import Journal

/// Holds an event against the bytes that some form wrote of it: they are written so today, and read back as they were.
func checkForm(
  _ event: Event, _ written: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let entry = Entry(
    sequence: 5, version: 2,
    of: Proposal(
      id: EntryID(high: 1, low: 9), stream: .patient(PatientID(high: 7, low: 8)), expected: 1,
      time: Instant(milliseconds: 42), author: Author(member: MemberID(high: 5, low: 6), name: "Bo"), reason: "why",
      event: event))
  let body = bytes(hex: written)
  #expect(hex(entry.body) == hex(body), sourceLocation: sourceLocation)
  let read = try Proposal(id: entry.id, stream: entry.stream, version: entry.version, time: entry.time, body: body)
  #expect(Entry(sequence: entry.sequence, version: entry.version, of: read) == entry, sourceLocation: sourceLocation)
}
