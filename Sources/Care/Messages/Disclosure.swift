/// That something about the patient was told to somebody outside the team, kept for good: to whom, on what ground, what
/// about, and the very words.
///
/// Source: 45 CFR 164.528(b): date, recipient, what was disclosed, purpose.
package struct Disclosure: Hashable, Sendable {
  /// The message or referral that told it.
  package var line: LineID
  package var recipient: Reference
  package var basis: SharingBasis
  package var topic: String
  package var text: String
  package var by: Touch
  /// Who took it back, and when: what was told may have been read by then, so it stays in the account.
  package var takenBack: Touch?

  package init(line: LineID, recipient: Reference, basis: SharingBasis, topic: String, text: String, by: Touch) {
    self.line = line
    self.recipient = recipient
    self.basis = basis
    self.topic = topic
    self.text = text
    self.by = by
  }
}
