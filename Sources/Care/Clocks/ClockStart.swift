/// What can start a clock. A small vocabulary, read off the chart: where the chart can't tell, nothing starts.
package enum ClockStart: Hashable, Sendable {
  /// The patient left a hospital, a nursing facility or an observation bed, and not for another stay.
  case inpatientDischarge
  /// The patient left an emergency department, and not for another stay.
  case emergencyVisit
  /// A referral was sent, and nobody has answered.
  case referralSent
  /// The recipient has it and has to book: since it was accepted, missed or its appointment cancelled.
  case referralToBook
  /// A referral was sent, and its outcome has not come.
  case referralOutstanding
  /// The outcome came, and the initiator has not said that it was read.
  case referralOutcome
  /// The initiator asked to cancel, and the recipient has not said.
  case referralCancelAsked
  /// A referral waits at its recipient, or for somebody to act.
  case referralWaiting
  /// A final result came that answers a request of this chart.
  case resultOfRequest
  /// A screening question about food, housing or transport was answered with a need, for the first time in the year.
  case positiveScreen
  /// The patient or a carer wrote, and nobody has written back.
  case patientMessage
  /// A message that is urgent or to be acknowledged was sent, and has come onto no screen of somebody it was sent to.
  case messageUndelivered
  /// The same has come, and somebody has neither answered nor acknowledged it.
  case messageUnanswered
  /// The patient did not come to a booked time.
  case missedBooking
  /// An agreement has an end.
  case consentEnd
  /// The last time that somebody and the patient or a carer met or wrote; none while the patient is in a bed.
  case lastTouchpoint
}

/// What else must hold for a clock to begin.
package enum ClockCondition: Hashable, Sendable {
  /// Eighteen or older on the day.
  case adult
  /// No later in the year: the measurement year's last day.
  case noLaterThan(month: Int, day: Int)
  /// The stay was for heart failure.
  case heartFailure
  /// Two or more different conditions of the group, recorded before.
  case twoHighRiskConditions
  /// The request doesn't say by when it is wanted.
  case noDateOfItsOwn
  case urgent
  case notUrgent
}

/// One beginning of a clock.
package struct ClockEvent: Hashable, Sendable {
  package var start: ClockStart
  /// The line of the chart that tells of it.
  package var line: LineID
  package var at: Moment
  /// What it is about, in the source's words.
  package var subject = ""
  /// Where it happened, or who is behind it.
  package var who = Reference()
  /// For a stay: whether the source says where the patient went.
  package var isDestinationKnown = true
  package var need: SocialNeed?
  /// What more there is to say of it, in words of ours or of a source.
  package var detail = ""
  /// Position in `Chart.sources`.
  package var source: Int
}

extension Chart {
  /// Every beginning of this kind that the chart tells of and that has not been taken back.
  func events(_ start: ClockStart, _ calendar: SiteCalendar, _ referrals: [Referral]) -> [ClockEvent] {
    switch start {
    case .inpatientDischarge: departures(from: .inpatient, start, calendar)
    case .emergencyVisit: departures(from: .emergency, start, calendar)
    case .referralSent, .referralToBook, .referralOutstanding, .referralOutcome, .referralCancelAsked,
      .referralWaiting:
      referralEvents(start, referrals)
    case .resultOfRequest: resultEvents
    case .positiveScreen: screenEvents(calendar)
    case .patientMessage: unansweredEvents
    case .messageUndelivered, .messageUnanswered: awaitedEvents(start)
    case .missedBooking: missedBookingEvents(referrals)
    case .consentEnd: consentEvents
    case .lastTouchpoint: touchpointEvents(calendar)
    }
  }

  /// An encounter that was cancelled, entered in error or opened again is no longer a departure: then its clocks are
  /// gone too. Stays that ended before any clock of today began are left out, however many there are.
  private func departures(from setting: Setting, _ start: ClockStart, _ calendar: SiteCalendar) -> [ClockEvent] {
    let limit = heard?.adding(days: -Clock.longestLife) ?? .distantPast
    var stays = encounters.items.filter { line in
      let setting = Setting(classification: line.value.classification)
      guard setting == .inpatient || setting == .emergency else { return false }
      return line.value.period.end.map { $0.end(in: calendar.zone) >= limit } ?? true
    }.compactMap(event)
    for index in stays.indices { stays[index].span = stays[index].span(in: calendar.zone) }
    return Transition.all(of: stays, zone: calendar.zone).compactMap { transition in
      guard transition.to == nil, let line = transition.from.flatMap({ encounters[$0] }),
        Setting(classification: line.value.classification) == setting, let left = line.value.period.end,
        line.value.isOver, setting != .emergency || line.value.isEmergency, !line.value.wentToAnotherFacility
      else { return nil }
      let place =
        line.value.serviceProvider.isEmpty
        ? line.value.locations.last?.location ?? Reference() : line.value.serviceProvider
      return ClockEvent(
        start: start, line: line.id, at: left, subject: line.value.title, who: place,
        isDestinationKnown: !line.value.dischargeDisposition.isEmpty, source: line.source)
    }
  }

  private var resultEvents: [ClockEvent] {
    diagnosticReports.items.compactMap { line in
      let report = line.value
      guard report.status?.isFinal ?? false, let at = report.issued ?? report.effective.end ?? report.effective.start,
        // The report of a referral is its outcome, which the referral itself asks to acknowledge.
        report.basedOn.contains(where: {
          self.lineID(of: $0).flatMap { serviceRequests[$0] }.map { !isReferral($0) } ?? false
        })
      else { return nil }
      return ClockEvent(
        start: .resultOfRequest, line: line.id, at: at, subject: report.code.label,
        who: report.performers.first ?? Reference(), source: line.source)
    }
  }

  private func screenEvents(_ calendar: SiteCalendar) -> [ClockEvent] {
    struct First: Hashable {
      var need: SocialNeed
      var year: Int
    }
    var first: [First: ClockEvent] = [:]
    for line in observations.items where line.value.status?.isFinal ?? false {
      let needs = line.value.needsFound
      guard !needs.isEmpty, let at = line.value.effective.start ?? line.value.issued,
        let date = calendar.date(of: at)
      else { continue }
      for need in needs {
        let key = First(need: need, year: date.year)
        if let known = first[key], known.at.start(in: calendar.zone) <= at.start(in: calendar.zone) { continue }
        first[key] = ClockEvent(
          start: .positiveScreen, line: line.id, at: at, subject: need.words,
          who: line.value.performers.first ?? Reference(), need: need, source: line.source)
      }
    }
    return first.values.sorted { ($0.at.milliseconds, $0.line, $0.subject) < ($1.at.milliseconds, $1.line, $1.subject) }
  }

  /// The clock begins with the first message after the last answer.
  private var unansweredEvents: [ClockEvent] {
    threads.compactMap { thread in
      let answered = thread.messages.lastIndex { !isFromPatientOrCarer($0.value) && $0.value.time != nil } ?? -1
      guard let message = thread.messages[(answered + 1)...].first(where: { isFromPatientOrCarer($0.value) }),
        let at = message.value.received ?? message.value.sent
      else { return nil }
      return ClockEvent(
        start: .patientMessage, line: message.id, at: at, subject: thread.subject, who: message.value.sender,
        source: message.source)
    }
  }

  /// One for each message: the first recipient who owes it stands for all.
  private func awaitedEvents(_ start: ClockStart) -> [ClockEvent] {
    // Threads cost more to make than to look whether there is any of ours.
    guard communications.items.contains(where: { isWrittenHere($0.source) && $0.value.wantsAnswer }) else { return [] }
    return threads.flatMap { thread in
      thread.messages.compactMap { message in
        guard message.value.wantsAnswer, let at = message.value.sent else { return nil }
        let awaited = awaited(message, in: thread)
        let owing = start == .messageUndelivered ? awaited.filter { $0.hasArrived == false } : awaited
        guard let first = owing.first else { return nil }
        return ClockEvent(
          start: start, line: message.id, at: at, subject: thread.subject, who: first.recipient,
          detail: owing.count > 1 ? "\(owing.count) of \(message.value.recipients.count)" : "", source: message.source)
      }
    }
  }

  /// One that belongs to a referral is the referral's to book again.
  private func missedBookingEvents(_ referrals: [Referral]) -> [ClockEvent] {
    appointments.items.compactMap { line in
      guard line.value.status == .noshow, !referrals.contains(where: { $0.lines.contains(line.id) }),
        let at = line.value.period.start
      else { return nil }
      return ClockEvent(
        start: .missedBooking, line: line.id, at: at, subject: line.value.title, who: line.value.performer,
        source: line.source)
    }
  }

  private var consentEvents: [ClockEvent] {
    consents.items.compactMap { line in
      guard line.value.status == .active, line.value.provision != "deny", let end = line.value.period.end
      else { return nil }
      return ClockEvent(
        start: .consentEnd, line: line.id, at: end, subject: line.value.subject,
        who: line.value.actors.first?.actor ?? Reference(), source: line.source)
    }
  }

  /// The line of this chart that a reference means.
  func lineID(of reference: Reference) -> LineID? { reference.target.flatMap { origins[$0] } }

  package func isPatientOrCarer(_ reference: Reference) -> Bool {
    if reference.isEmpty { return false }
    if let line = lineID(of: reference), relatedPersons[line] != nil { return true }
    return isPatient(reference)
  }

  func isFromPatientOrCarer(_ message: Communication) -> Bool { isPatientOrCarer(message.sender) }
}

extension Chart {
  func holds(_ condition: ClockCondition, for event: ClockEvent, _ calendar: SiteCalendar) -> Bool {
    switch condition {
    case .adult:
      guard let date = calendar.date(of: event.at), let birth = patient?.birthDate else { return false }
      // Of somebody whose year alone is known, the last day of it.
      let born = calendar.zone.civil(birth.end(in: calendar.zone)).date.adding(days: birth.precision <= .day ? -1 : 0)
      return (born.year + 18, born.month, born.day) <= (date.year, date.month, date.day)
    case .noLaterThan(let month, let day):
      return calendar.date(of: event.at).map { ($0.month, $0.day) <= (month, day) } ?? false
    case .heartFailure:
      guard let stay = encounters[event.line]?.value else { return false }
      return stay.reasons.contains(where: \.isHeartFailure)
        || encounterDiagnoses(event.line).contains(where: \.isHeartFailure)
    case .twoHighRiskConditions:
      return highRiskGroups(before: event.at, calendar).count >= 2
    case .noDateOfItsOwn:
      return serviceRequests[event.line]?.value.occurrence.isEmpty ?? true
    case .urgent: return communications[event.line]?.value.isUrgent ?? false
    case .notUrgent: return communications[event.line].map { !$0.value.isUrgent } ?? false
    }
  }

  /// Conditions that were recorded in an encounter.
  private func encounterDiagnoses(_ encounter: LineID) -> [Concept] {
    conditions.items.filter { lineID(of: $0.value.encounter) == encounter && $0.value.counts }.map(\.value.code)
  }

  /// Recorded in this or the year before, or known without an end.
  private func highRiskGroups(before moment: Moment, _ calendar: SiteCalendar) -> Set<HighRiskGroup> {
    let limit = moment.start(in: calendar.zone)
    return Set(
      conditions.items.compactMap { line in
        guard line.value.counts, line.value.stands,
          let recorded = line.value.recorded ?? line.value.onset, recorded.start(in: calendar.zone) < limit
        else { return nil }
        return HighRiskGroup(line.value.code)
      })
  }
}

extension Condition {
  /// Neither refuted nor entered in error.
  fileprivate var counts: Bool { verification != .enteredInError && verification != .refuted }
}

extension Consent {
  fileprivate var subject: String { categories.first?.label ?? scope.label }
}

extension Encounter {
  /// An end alone may be one that is only expected.
  var isOver: Bool {
    switch status {
    case .finished, .unknown, nil: true
    case .planned, .arrived, .triaged, .inProgress, .onleave, .cancelled, .enteredInError: false
    }
  }

  /// The patient went from bed to bed, or died. What isn't stated is not taken for a transfer.
  ///
  /// Source: HL7 discharge-disposition; the words are those of senders who write it out.
  fileprivate var wentToAnotherFacility: Bool {
    let codes: Set<String> = ["other-hcf", "hosp", "long", "psy", "rehab", "snf", "exp"]
    if dischargeDisposition.codings.contains(where: { codes.contains($0.code) }) { return true }
    let words = Folding.fold(dischargeDisposition.label)
    if words.isEmpty { return false }
    return [
      "skilled nursing", "nursing facility", "another hospital", "expired", "died", "deceased", "rehabilitation fac",
    ]
    .contains { words.contains($0) }
  }
}
