/// What can settle a clock.
enum ClockStop: Hashable, Sendable {
  /// Somebody was in touch with the patient or a carer: a message either way, or a visit of any kind.
  case contact
  /// The patient was seen in a clinic or by video, or a booking was kept. A nurse's home visit is a contact, not this.
  case visit
  /// The discharge summary is on file.
  case dischargeSummary
  /// Somebody compared the medicines from before and after.
  case reconciliation
  /// Something was done or asked for about this need.
  case intervention
  /// Another time was booked or kept since.
  case newBooking
  /// Somebody wrote about the result, or settled a task about it.
  case acknowledgement
  /// Whoever asked for the result has seen the patient since it came, or asked for something further: nobody does
  /// either without having looked.
  case requesterActed
  /// A later agreement of the same kind with the same parties.
  case renewal
  /// A task that asks for the same was completed.
  case task
}

/// What makes a clock pointless, settled or not.
enum ClockCancel: Hashable, Sendable {
  case death
  /// The patient was admitted again: the next discharge starts its own. Source: HEDIS TRC, "if the discharge is
  /// followed by a readmission, count only the last discharge".
  case newStay
  /// The patient was in an emergency department again: whoever calls now calls about both.
  case newEmergency
}

extension Chart {
  func isCancelled(_ clock: Clock, _ event: ClockEvent, _ calendar: SiteCalendar) -> Bool {
    clock.duty.cancels.contains { cancel in
      switch cancel {
      case .death: patient?.deceased.isDeceased ?? false
      case .newStay: comes(to: .inpatient, after: event, calendar)
      case .newEmergency: comes(to: .emergency, after: event, calendar)
      }
    }
  }

  private func comes(to setting: Setting, after event: ClockEvent, _ calendar: SiteCalendar) -> Bool {
    encounters.items.contains { line in
      guard line.id != event.line, line.value.tookPlace, let start = line.value.period.start else { return false }
      return Setting(classification: line.value.classification) == setting
        && start.start(in: calendar.zone) >= event.at.start(in: calendar.zone)
    }
  }

  func isStopped(_ clock: Clock, _ event: ClockEvent, _ calendar: SiteCalendar) -> Bool {
    clock.duty.stops.contains { isSettled(by: $0, clock, event, calendar) }
  }

  private func isSettled(by stop: ClockStop, _ clock: Clock, _ event: ClockEvent, _ calendar: SiteCalendar) -> Bool {
    func follows(_ moment: Moment?) -> Bool {
      moment.map { calendar.follows($0, event.at, clock.dayZero) } ?? false
    }
    switch stop {
    case .contact:
      return communications.items.contains { isContact($0) && follows($0.value.time) }
        || sees(event, in: [.clinic, .virtual, .home], follows)
    case .visit:
      return sees(event, in: [.clinic, .virtual], follows)
        || appointments.items.contains { $0.value.status == .fulfilled && follows($0.value.period.start) }
    case .dischargeSummary:
      return documentReferences.items.contains { line in
        line.value.isDischargeSummary
          && (follows(line.value.date) || line.value.encounters.contains { self.lineID(of: $0) == event.line })
      }
    case .reconciliation:
      return procedures.items.contains {
        follows($0.value.performed.end ?? $0.value.performed.start) && $0.value.isReconciliation
      }
    case .intervention: return hasIntervention(event, follows)
    case .newBooking:
      return appointments.items.contains { line in
        guard line.id != event.line, line.value.status?.isOpen ?? false || line.value.status == .fulfilled else {
          return false
        }
        return follows(line.value.period.start)
      }
    case .acknowledgement:
      let about = results(of: event.line)
      func isAbout(_ references: [Reference]) -> Bool {
        references.contains { lineID(of: $0).map(about.contains) ?? false }
      }
      return communications.items.contains { !$0.value.isVoid && isAbout($0.value.about) && follows($0.value.time) }
        || tasks.items.contains { $0.value.status == .completed && isAbout([$0.value.focus]) }
    case .requesterActed: return hasActed(requester(of: event), since: follows)
    case .renewal: return isRenewed(event, calendar)
    case .task:
      return tasks.items.contains {
        $0.value.status == .completed && asks($0.value, for: clock.duty, event, calendar)
          && follows($0.value.execution.end ?? $0.value.lastModified ?? $0.value.authored)
      }
    }
  }

  /// Somebody and the patient, or those at home, were in touch. What is written to them here leaves the house by other
  /// ways, and until that is on file nobody was reached by it.
  func isContact(_ line: Line<Communication>) -> Bool {
    let message = line.value
    guard !message.isVoid, message.status != .preparation, !isWrittenHere(line.source) || message.isContactNote
    else { return false }
    return isPatientOrCarer(message.sender) || message.recipients.contains { isPatientOrCarer($0) }
  }

  private func sees(_ event: ClockEvent, in settings: Set<Setting>, _ follows: (Moment?) -> Bool) -> Bool {
    encounters.items.contains { line in
      line.id != event.line && line.value.tookPlace && follows(line.value.period.start ?? line.value.period.end)
        && settings.contains(Setting(classification: line.value.classification))
    }
  }

  private func hasIntervention(_ event: ClockEvent, _ follows: (Moment?) -> Bool) -> Bool {
    guard let need = event.need else { return false }
    return serviceRequests.items.contains { line in
      need.isNamed(in: line.value.categories) && follows(line.value.authored)
        && [.active, .completed, .onHold].contains(line.value.status)
    }
      || procedures.items.contains {
        need.isNamed(in: [$0.value.category]) && $0.value.status == .completed && follows($0.value.performed.start)
      }
  }

  /// The report and the measurements in it.
  func results(of report: LineID) -> Set<LineID> {
    Set([report] + (diagnosticReports[report]?.value.results ?? []).compactMap(lineID(of:)))
  }

  func hasActed(_ member: Reference, since follows: (Moment?) -> Bool) -> Bool {
    guard !member.isEmpty else { return false }
    func isMember(_ other: Reference) -> Bool {
      member.target == nil ? other == member : other.target == member.target
    }
    return encounters.items.contains { line in
      line.value.tookPlace && follows(line.value.period.end ?? line.value.period.start)
        && line.value.participants.contains { isMember($0.actor) }
    }
      || serviceRequests.items.contains {
        isMember($0.value.requester) && $0.value.status != .enteredInError && follows($0.value.authored)
      }
  }

  private func isRenewed(_ event: ClockEvent, _ calendar: SiteCalendar) -> Bool {
    guard let old = consents[event.line]?.value else { return false }
    return consents.items.contains { line in
      let new = line.value
      guard line.id != event.line, new.status == .active, new.categories == old.categories, new.scope == old.scope,
        new.actors.map(\.actor) == old.actors.map(\.actor)
      else { return false }
      return new.period.end.map { $0.end(in: calendar.zone) > event.at.end(in: calendar.zone) } ?? true
    }
  }
}

extension SiteCalendar {
  /// Whether something came after a clock began, as far as both are known.
  func follows(_ moment: Moment, _ start: Moment, _ dayZero: Clock.DayZero) -> Bool {
    guard let day = date(of: moment), let first = date(of: start) else { return false }
    if day != first { return day > first }
    switch dayZero {
    case .wholeDay: return true
    case .never: return false
    case .afterwards:
      return moment.precision > .day && start.precision > .day && moment.start(in: zone) >= start.start(in: zone)
    }
  }
}

extension DocumentReference {
  /// Source: LOINC 18842-5 Discharge summary, 28655-9 Physician Discharge summary.
  fileprivate var isDischargeSummary: Bool {
    status != .enteredInError
      && (type.has(code: "18842-5") || type.has(code: "28655-9")
        || Folding.fold(type.label).contains("discharge summary"))
  }
}

extension Procedure {
  /// Source: SNOMED CT 430193006 Medication reconciliation; CPT II 1111F; CPT 99495 and 99496, which contain it.
  fileprivate var isReconciliation: Bool {
    status == .completed
      && (["430193006", "1111F", "99495", "99496"].contains { code.has(code: $0) }
        || Folding.fold(code.label).contains("medication reconciliation"))
  }
}
