package import Care
package import Terminal

/// A message being written: to whom, what kind of message it is, and the words.
package struct Composer: Hashable, Sendable {
  package internal(set) var draft: MessageDraft
  package internal(set) var area: TextArea
  /// What the patient is called, who may have left the view by the time it is sent.
  package let patientName: String
  /// The line that it is about, as it stood; nil for what is about the patient alone.
  package let row: WorkRow?
  /// On what ground somebody outside the team is told, as whoever writes has said.
  var basis: SharingBasis?
  /// What stands against sending it, told when it was tried.
  package internal(set) var fault: String?
  /// Whether what is typed is on the disk.
  var isKept = true
  /// Of the people offered for what is typed after an @.
  package internal(set) var index = 0

  init(_ draft: MessageDraft, of patientName: String, about row: WorkRow? = nil) {
    self.draft = draft
    self.patientName = patientName
    self.row = row
    area = TextArea(draft.text)
    area.toEnd()
  }

  /// The draft with the words as they are now.
  func whole(at now: Instant) -> MessageDraft {
    var draft = draft
    (draft.text, draft.written) = (area.text, now)
    return draft
  }

  /// What is typed after an @ that nothing has ended yet; nil where the cursor is behind none.
  package var mention: String? {
    let before = Substring(area.text.utf8.prefix(area.cursor))
    let text = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    guard let at = text.lastIndex(of: "@") else { return nil }
    let typed = text[text.index(after: at)...]
    let isWord = at == text.startIndex || text[text.index(before: at)].isWhitespace
    return isWord && typed.count <= 30 && !typed.contains(where: \.isWhitespace) ? String(typed) : nil
  }

  /// Puts a name in the place of what was typed after the @, and makes its bearer a recipient.
  mutating func mention(_ name: String, _ reference: Reference) {
    guard let typed = mention else { return }
    for _ in typed { area.backspace() }
    area.insert("\(name) ")
    add(reference)
  }

  mutating func add(_ reference: Reference) {
    if !draft.recipients.contains(reference) { draft.recipients.append(reference) }
    (fault, isKept) = (nil, false)
  }
}
