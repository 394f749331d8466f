package import Care

/// Where messages that are being written are kept, apart from the record: nobody else's screen shows them.
package protocol Drafts: AnyObject {
  /// - Returns: false where the disk is busy and it should be tried again.
  func keep(_ draft: MessageDraft, of member: MemberID) throws -> Bool
  func drop(_ id: LineID) throws
}

/// Keeps nothing: for pictures of the screen, tours and tests, which must leave no trace.
package final class ForgetfulDrafts: Drafts {
  package init() {}

  package func keep(_ draft: MessageDraft, of member: MemberID) -> Bool { true }
  package func drop(_ id: LineID) {}
}
