package import Care
package import Terminal

/// What lies over the panes. The topmost one has the keys.
package enum Overlay: Hashable, Sendable {
  /// Keys for the focused pane first; typing searches.
  case help(TextField, top: Int)
  case palette(TextField, index: Int)
  /// One thread, read in full.
  case thread(LineID, top: Int)
  /// Everything about the line under the cursor.
  case detail(title: String, lines: [String], top: Int)
  /// The scores of the patient in view, with their arithmetic.
  case scores(top: Int)
  /// All that happened to a referral, and what was sent.
  case referral(LineID, top: Int)
  /// What is passed on with a handoff, and what happened to it.
  case handoff(LineID, top: Int)
  /// How many loops are closed, and how partners deal with what is sent.
  case measures(top: Int)
  /// What a command will do to the lines that are marked.
  case preview(Preview, top: Int)
  /// Asks for what a command needs to know.
  case form(Form)
  /// A message being written.
  case composer(Composer)
  /// Somebody changed what this person was deciding about.
  case conflict(Conflict, top: Int)
  /// What a triage came to.
  case summary(TriageSummary)
  /// Asks for files to import; `choices` are the names that fit so far.
  case path(TextField, choices: [String])
  /// What went wrong; `known` of it had been seen before.
  case problems(known: Int, top: Int)
  /// The themes, with the name of the one looked at.
  case themes(String)
}
