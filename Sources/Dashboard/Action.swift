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
  /// The wheel: lines to move, down positive.
  case scroll(Int)
  /// Looks through the next slice of a list that is being filtered.
  case search
  case theme(ThemeNews)

  // Answers from the record.
  case chartRead(PatientID, Chart?)
  case pagesRead([PageImage])
  case appended(Change, Request)
  case refused(Request, String)
  /// Someone else wrote.
  case followed(Change)
  case failed(String)
}
