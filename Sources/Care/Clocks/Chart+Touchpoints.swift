extension Chart {
  /// The last dated contact with the patient, by any channel; one at most.
  func touchpointEvents(_ calendar: SiteCalendar) -> [ClockEvent] {
    guard let heard else { return [] }
    var last: ClockEvent?
    func touch(_ line: LineID, _ at: Moment?, _ who: Reference, _ source: Int) {
      guard let at, calendar.date(of: at) != nil else { return }
      let time = at.start(in: calendar.zone)
      // A source tells of what is to come, too; whoever writes here tells of what was.
      let isHere = sources.indices.contains(source) && sources[source].isHere
      if time > heard, !isHere { return }
      if let last, (last.at.start(in: calendar.zone), last.line) >= (time, line) { return }
      last = ClockEvent(start: .lastTouchpoint, line: line, at: at, who: who, source: source)
    }
    for line in encounters.items where line.value.tookPlace {
      let period = line.value.period
      if let start = period.start, start.start(in: calendar.zone) > heard { continue }
      let isOpen = line.value.isUnderWay || period.end.map { $0.start(in: calendar.zone) > heard } ?? false
      // Whoever lies in a bed is in touch; a visit that nobody closed says only when it began.
      if isOpen, Setting(classification: line.value.classification) == .inpatient { return [] }
      touch(line.id, isOpen ? period.start : period.end ?? period.start, line.value.serviceProvider, line.source)
    }
    for line in communications.items where isContact(line) {
      touch(line.id, line.value.time, line.value.sender, line.source)
    }
    for line in appointments.items where line.value.status == .fulfilled {
      touch(line.id, line.value.period.end ?? line.value.period.start, line.value.performer, line.source)
    }
    for line in immunizations.items where line.value.status == .completed {
      touch(line.id, line.value.occurrence, Reference(), line.source)
    }
    // A call is often on file only as the task that asked for it.
    for line in tasks.items where line.value.status == .completed {
      let words = line.value.words
      guard Duty.ofReaching.contains(where: { $0.isAskedFor(in: words) }) else { continue }
      touch(line.id, line.value.execution.end ?? line.value.lastModified, line.value.owner, line.source)
    }
    return last.map { [$0] } ?? []
  }
}

extension Duty {
  /// Those that are done by reaching the patient or a carer.
  fileprivate static let ofReaching = [contact, emergencyFollowUp, outreach]
}
