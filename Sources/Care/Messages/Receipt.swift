/// How far a message has come with one of those it was written to. Raw values are part of the format on disk.
///
/// Source: FHIR R4 Communication has `sent` and `received` for all recipients together; per recipient is ours, after
/// what teams ask of secure messaging (Rounds domain rules, "Messages").
package enum ReceiptKind: String, CaseIterable, Sendable {
  /// It came onto a screen at which the recipient is signed in.
  case delivered
  case read
  /// The recipient says that it is understood.
  case acknowledged
  /// Somebody wrote back who answers for the recipient: who has the role, or to whom it was passed on.
  case answered
}

/// One recipient's receipt of one message.
package struct Receipt: Hashable, Sendable {
  package var kind: ReceiptKind
  package var message: LineID
  /// The recipient as the message names it: a role may be answered for by somebody.
  package var recipient: Reference
  /// Who answered for it.
  package var member: MemberID
  package var by: Touch

  package init(kind: ReceiptKind, message: LineID, recipient: Reference, member: MemberID, by: Touch) {
    self.kind = kind
    self.message = message
    self.recipient = recipient
    self.member = member
    self.by = by
  }
}

extension Chart {
  /// The receipts of a kind that somebody can still give for messages to those they answer for.
  ///
  /// - Parameter recipients: as the messages name them.
  func outstanding(
    _ kind: ReceiptKind, of messages: [Line<Communication>], for recipients: [Reference], by author: Author,
    at now: Instant
  ) -> [Receipt] {
    guard let member = author.member else { return [] }
    return messages.flatMap { line in
      line.value.recipients.filter(recipients.contains).map { recipient in
        Receipt(
          kind: kind, message: line.id, recipient: recipient, member: member,
          by: Touch(name: author.name, at: now))
      }
    }.filter { new in
      !receipts.contains { ($0.kind, $0.message, $0.recipient) == (new.kind, new.message, new.recipient) }
    }
  }
}
