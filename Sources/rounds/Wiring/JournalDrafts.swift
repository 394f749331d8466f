import Care
import Dashboard
import Journal

/// The journal as the place where drafts are kept.
final class JournalDrafts: Drafts {
  private let journal: Journal

  init(_ journal: Journal) { self.journal = journal }

  func keep(_ draft: MessageDraft, of member: MemberID) throws -> Bool {
    do {
      try journal.keep(draft, of: member)
      return true
    } catch let error as JournalError where error.kind == .busy {
      return false
    }
  }

  func drop(_ id: LineID) throws { try journal.dropDraft(id) }
}
