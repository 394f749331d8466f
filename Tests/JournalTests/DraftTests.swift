import Care
import TestSupport
import Testing

@testable import Journal

@Suite struct DraftTests {
  private let scratch = Scratch()
  private let member = MemberID(high: 5, low: 6)

  private func draft(_ low: UInt64, _ text: String, minutes: Int = 0) -> MessageDraft {
    var draft = MessageDraft(
      id: LineID(high: 9, low: low), patient: PatientID(high: 7, low: 8),
      written: Instant(milliseconds: 1_790_000_000_000).adding(minutes: minutes))
    draft.recipients = [Reference(display: "nurse")]
    (draft.topic, draft.text, draft.isUrgent, draft.needsAcknowledgement) = ("Furosemide", text, true, true)
    (draft.answers, draft.about) = (LineID(high: 1, low: 2), [Reference(kind: "Task", display: "Call")])
    return draft
  }

  @Test func `drafts are there after opening again, the newest first, each member's own`() throws {
    do {
      let journal = try scratch.open()
      try journal.keep(draft(1, "half"), of: member)
      try journal.keep(draft(2, "other", minutes: 1), of: member)
      try journal.keep(draft(3, "not mine"), of: MemberID(high: 5, low: 7))
      try journal.keep(draft(1, "half a sentence", minutes: 2), of: member)
    }
    let again = try scratch.open()
    #expect(try again.drafts(of: member) == [draft(1, "half a sentence", minutes: 2), draft(2, "other", minutes: 1)])
    #expect(try again.stats().drafts == 3)
    try again.dropDraft(LineID(high: 9, low: 1))
    #expect(try again.drafts(of: member).map(\.text) == ["other"])
  }

  @Test func `a draft is no entry, and making the lists anew leaves it`() throws {
    let journal = try scratch.open()
    let entries = try journal.stats().entries
    try journal.keep(draft(1, "half"), of: member)
    #expect(try journal.stats().entries == entries)
    try journal.rebuild()
    #expect(try journal.drafts(of: member).count == 1)
  }
}
