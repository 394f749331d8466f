package import Care
package import Terminal

/// Everything that can happen to the dashboard.
package enum Action: Sendable {
  case key(Key)
  case paste(String)
  case resize(Size)
  case clock(Instant)
  /// A command chosen by other means than its keys.
  case run(CommandID)
  /// The hands have rested for a moment.
  case rest
  case mouse(Input.Mouse, Point)
  /// Nobody waits: the directory is put in order by name.
  case indexNames
  /// Looks through the next slice of a list that is being filtered or ordered.
  case search
  case theme(ThemeNews)

  // Answers from the record.
  case chartRead(PatientID, Chart?)
  case pagesRead([PageImage])
  case appended(Change, Request)
  case refused(Request, String)
  /// Somebody else wrote first: the request is to be decided anew.
  case overtaken(Request)
  /// The same member's triage has gone on in another window.
  case triageOvertaken(Request)
  /// When a key was pressed, exactly; told while decisions are timed.
  case hand(Instant)
  /// The triage that this person began last; nil where there was none.
  case triageRead(TriageSession?)
  /// A request waits for somebody else's write to end.
  case held
  /// Someone else wrote.
  case followed(Change)
  case failed(String)
  case chartFailed(PatientID, String)
  /// The disk was busy; a draft is still to be kept.
  case draftHeld(LineID)
  /// Who looks at a patient from other windows.
  case onlookersSeen([MemberID], at: PatientID)
  /// The disk was busy; where this window looks is still to be told.
  case lookHeld
  /// What somebody wrote in an editor of their own.
  case edited(String)
  /// Another turn for what is done a few changes at a time.
  case goOn
  /// The state is on the screen now.
  case painted

  // From long work and the files.
  case worked(Work.Progress)
  case workDone(WorkReport)
  case pathCompleted(String, to: String, choices: [String])
}
