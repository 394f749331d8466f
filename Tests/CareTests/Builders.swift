@testable import Care

/// Short ways to say what a test is about.
func line(_ number: UInt64) -> LineID { LineID(high: 1, low: number) }
func origin(_ number: UInt64) -> OriginID { OriginID(high: 2, low: number) }

let somePatient = PatientID(high: 3, low: 1)
let someone = Author(member: MemberID(high: 4, low: 1), name: "Ana Khan")

func instant(_ text: String) -> Instant {
  let parts = text.split(whereSeparator: { "-T:Z ".contains($0) }).compactMap { Int($0) }
  let civil = CivilTime(
    date: CivilDate(year: parts[0], month: parts[1], day: parts[2]), hour: parts.count > 3 ? parts[3] : 0,
    minute: parts.count > 4 ? parts[4] : 0, second: parts.count > 5 ? parts[5] : 0)
  return Instant(milliseconds: civil.floating)
}

func moment(_ text: String) -> Moment { Moment(instant(text)) }
func day(_ text: String) -> Moment { Moment(milliseconds: instant(text).milliseconds, precision: .day) }

extension Chart {
  /// Folds an event in as the next entry.
  mutating func tell(_ event: Event, by author: Author = someone, at time: Instant = instant("2026-11-21")) {
    let proposal = Proposal(
      id: EntryID(high: 5, low: UInt64(version)), stream: .patient(id), expected: version, time: time, author: author,
      event: event)
    apply(Entry(sequence: Int64(version + 1), version: version + 1, of: proposal))
  }

  init(_ resources: [(UInt64, Resource)]) {
    self.init(id: somePatient)
    tell(
      .recordReceived(
        Source(format: "test", document: "one", received: instant("2026-11-01")),
        resources.map { ImportedLine(id: line($0.0), origins: [origin($0.0)], origin: "\($0.0)", resource: $0.1) }))
  }
}
