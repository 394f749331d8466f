package import Care

/// What `reduce` asks the world to do. A value; the store carries it out and answers with actions.
package enum Effect: Hashable, Sendable {
  case readChart(PatientID)
  case append(Request)
  /// Asks for the triage that a member began last.
  case readTriage(MemberID)
  /// Keeps a message that is being written, and forgets one that was sent or thrown away.
  case keepDraft(MessageDraft)
  case dropDraft(LineID)
  /// Tells others at whom this window looks; nil for nobody.
  case look(at: PatientID?)
  /// Keeps for the next time whether it is told.
  case rememberLook(Bool)
  /// Opens the person's own editor on a text.
  case edit(String)
  /// Keeps how the screen is divided for the next time.
  case remember(Proportions)
  /// Keeps the saved views for the next time.
  case rememberViews([SavedView])
  /// Asks for the themes there are, with a word about each.
  case listThemes
  /// A theme was chosen, for this start and the next.
  case keepTheme(String)
  case importRecord(path: String)
  case cancelWork
  case completePath(String)
  /// Leaves this record for the made-up one.
  case openDemo
  case suspend
  case redraw
  case quit
}

/// What is appended to a member's own stream with a change.
package struct SessionEvents: Hashable, Sendable {
  package var member: MemberID
  package var expected: Int
  package var events: [Event]
}

/// Events that a person's command decided on, ready for the journal.
package struct Request: Hashable, Sendable {
  package var patient: PatientID
  /// The chart's version that the decision was made on.
  package var expected: Int
  package var events: [Event]
  /// In whose name: the person's at the keyboard, or nobody's.
  package var author: Author
  package var reason: String
  /// What was done, in a word; empty for what needs none.
  package var done: String
  /// What it was decided from, to be decided anew where somebody else was first.
  package var wish: Wish.Kind
  /// What it is to the triage it belongs to.
  package var session: SessionEvents?
  /// The deed that it belongs to, and of how many changes that one is.
  package var deed: Int
  package var deedCount: Int
  /// The patient and the item, for telling that it was not done.
  package var subject: String
  /// The entry that this takes back.
  package var undoes: EntryID?
  /// The row the worklist's cursor was on when it was asked for.
  package var cursor: [UInt8]?

  /// Whether it takes back a verdict that changed no record.
  var isReopening: Bool {
    guard case .triageReopened = session?.events.first else { return false }
    return true
  }

  /// What was done, to which item of which patient: shown once it is on disk.
  package var said: String { done.isEmpty ? "" : "\(done)  \(subject)" }
}
