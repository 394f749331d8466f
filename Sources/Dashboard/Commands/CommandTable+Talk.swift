/// The commands for messages and handoffs.
extension CommandDefinition {
  /// A message is about a patient: it can be begun wherever one is in hand.
  static let ofPatients: Set<Pane> = [
    .worklist, .triage, .referrals, .patients, .inbox, .messages, .team, .chart,
  ]

  static let messages = [
    command(
      .nextUnread, "Next unread", "Read the next thread that you have not read to its end.",
      also: ["message", "inbox", "new"], keys: ["N"], hint: 47),
    command(
      .goAwaited, "Awaited", "Go to what you wrote and nobody has answered or acknowledged yet.",
      also: ["sent", "waiting", "unanswered", "outbox"], keys: ["gW"], group: .go),
    command(
      .reply, "Reply", "Answer the thread, to all who take part in it.", also: ["answer", "respond"], keys: ["r"],
      in: [.inbox, .messages], hint: 20),
    command(
      .acknowledge, "Acknowledge", "Say that the newest message is understood.", also: ["confirm", "yes", "seen"],
      keys: ["y"], in: [.inbox, .messages], hint: 21),
    writing(.sendMessage, "Send", "Send the message.", also: ["done"], ["<C-s>", "<A-Enter>"], hint: 1),
    writing(.makeUrgent, "Urgent", "Mark it urgent, or not.", also: ["priority"], ["<A-u>"], hint: 2),
    writing(
      .askAcknowledgement, "Acknowledge it", "Ask everyone it goes to for an acknowledgement, or not.",
      also: ["receipt", "confirm"], ["<A-a>"], hint: 3),
    writing(.addRecipient, "To", "Send it to somebody more.", also: ["recipient", "cc"], ["<A-t>"], hint: 4),
    writing(
      .addTeam, "Whole team", "Send it to everybody on the patient's team, as a thread about the team.",
      also: ["everybody", "all", "group"], ["<A-w>"], hint: 9),
    writing(.dropRecipient, "Drop last", "Take the last recipient off.", also: ["recipient"], ["<A-r>"], hint: 7),
    writing(
      .attachLine, "Link", "Link it to a visit, a result or a task.", also: ["attach", "reference"], ["<A-l>"], hint: 5),
    writing(
      .insertSBAR, "SBAR", "Insert the headings situation, background, assessment, recommendation.",
      also: ["template", "form"], ["<A-s>"], hint: 6),
    writing(
      .openEditor, "Editor", "Go on writing in your own editor.", also: ["vi", "emacs", "nano"], ["<A-e>"], hint: 8),
  ]

  /// Works while a message is written, and in no pane.
  private static func writing(
    _ id: CommandID, _ title: String, _ description: String, also synonyms: [String], _ keys: [String],
    hint: Int? = nil
  ) -> CommandDefinition {
    command(id, title, description, also: ["message"] + synonyms, keys: keys, in: [], hint: hint)
  }

  private static func handoff(
    _ id: CommandID, _ title: String, _ description: String, also synonyms: [String] = [], _ letter: String,
    in panes: Set<Pane> = [.worklist, .triage, .journey]
  ) -> CommandDefinition {
    command(
      id, title, description, also: ["handover", "I-PASS"] + synonyms, keys: ["H" + letter], in: panes, group: .handoff)
  }

  static let handoffs = [
    handoff(
      .offerHandoff, "Hand off", "Offer the patient, or each that is marked, to somebody who reads it back.",
      also: ["offer", "give", "sign-out", "shift"], "o", in: [.worklist, .triage, .journey, .patients, .team, .chart]),
    handoff(.acceptHandoff, "Read back", "Accept it, with what you understood.", also: ["accept", "take over"], "a"),
    handoff(.returnHandoff, "Ask back", "Return it with a question.", also: ["return"], "r"),
    handoff(.cancelHandoff, "Call off", "Cancel a handoff of your own.", also: ["cancel"], "c"),
    handoff(.showHandoff, "Show it", "Show what is passed on, and what happened to it.", also: ["read"], "l"),
  ]
}
