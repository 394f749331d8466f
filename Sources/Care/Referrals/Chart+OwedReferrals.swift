extension Chart {
  /// The referrals that somebody has to act on.
  func owedReferrals(_ referrals: [Referral]) -> [OpenItem] {
    referrals.compactMap { referral in
      guard isOwed(referral) else { return nil }
      let request = referral.request
      let recipient = referral.recipient
      return OpenItem(
        id: referral.id, kind: .referral, title: referral.service, status: referral.state.typed,
        priority: request.priority,
        due: referral.due,
        owner: referral.nextOwner,
        organization: recipient.kind == DirectoryKind.organization.rawValue ? recipient : Reference(),
        changed: referral.history.last?.at ?? request.authored)
    }
  }

  /// How long an end that only a source tells of is worth a line: nobody reads the outcomes of years ago again.
  /// Source: Rounds default, version 1.
  private static let daysAfterTheEnd = 30

  private func isOwed(_ referral: Referral) -> Bool {
    if referral.isClosed { return false }
    if referral.isKeptHere { return true }
    switch referral.state {
    // Not yet asked of anyone; at a source it is that source's draft.
    case .draft: return isWrittenHere(sourceOf(referral))
    case .declined, .cancelled, .completed:
      guard let heard, let since = referral.since else { return false }
      return since.milliseconds > heard.adding(days: -Self.daysAfterTheEnd).milliseconds
    default: return true
    }
  }

  private func sourceOf(_ referral: Referral) -> Int { serviceRequests[referral.id]?.source ?? -1 }

  /// Beginnings of the clocks that run on referrals, by where each is. A closed one has none, whatever closed it; one
  /// that is opened again has those of its state.
  ///
  /// Source: Rounds domain rules, "closing removes every clock derived from the referral, reopening restores them".
  func referralEvents(_ start: ClockStart, _ referrals: [Referral]) -> [ClockEvent] {
    referrals.compactMap { referral in
      guard !referral.isClosed, isOwed(referral), let at = referral.begins(start) else { return nil }
      var event = ClockEvent(
        start: start, line: referral.id, at: at, subject: referral.service, who: referral.recipient,
        source: sourceOf(referral))
      switch start {
      case .referralToBook: event.detail = referral.state.words
      case .referralWaiting: event.detail = referral.hold?.reason ?? ""
      default: break
      }
      return event
    }
  }
}

extension Referral {
  /// By when the next step is wanted: the booked time, or else when the service is; an end has no date of its own.
  package var due: Moment? {
    if state.isTerminal { return nil }
    if state == .scheduled, let appointment { return appointment }
    return request.occurrence.end ?? request.occurrence.start
  }

  /// When a clock of this kind began; nil where it doesn't run.
  ///
  /// Source: Rounds domain rules: "review" and "complete" run from sent, "schedule" from entering the state; "complete"
  /// keeps running in every status that is not terminal. On hold, nobody is late with an answer or a booking.
  fileprivate func begins(_ start: ClockStart) -> Moment? {
    switch start {
    case .referralSent: state == .created && hold == nil ? sent : nil
    case .referralToBook:
      [.accepted, .noShow, .appointmentCancelled].contains(state) && hold == nil ? since : nil
    case .referralOutstanding: state.isUnderWay ? sent : nil
    case .referralOutcome: state == .completed ? since : nil
    case .referralCancelAsked: state == .cancelRequested ? since : nil
    case .referralWaiting: state.isUnderWay ? hold.flatMap { $0.since ?? since } : nil
    default: nil
    }
  }
}
