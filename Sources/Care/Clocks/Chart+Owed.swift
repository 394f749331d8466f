extension Chart {
  /// All that is owed: what the sources ask for, and what the running clocks ask for beside it. Nothing stands twice: a
  /// clock is carried by the line that asks for the same, and makes a line of its own only where there is none.
  package func owed(_ site: SiteRules) -> [OpenItem] { owed(site, referrals(site)) }

  /// - Parameter referrals: as `referrals(_:)` has them, for whoever needs both.
  package func owed(_ site: SiteRules, _ referrals: [Referral]) -> [OpenItem] {
    let calendar = site.calendar
    var items = openItems(referrals)
    var made: [DutyKey: Int] = [:]
    for running in runningClocks(site, referrals) {
      let key = DutyKey(duty: running.clock.duty.id, line: running.event.line, need: running.event.need)
      if let index = carrier(of: running, among: items, calendar) {
        items[index].carry(running, calendar)
      } else if let index = made[key] {
        items[index].carry(running, calendar)
      } else {
        made[key] = items.count
        items.append(item(key, running))
      }
    }
    return items.compactMap(handled)
  }

  /// One of what is owed; nil where that is settled, or never was.
  package func owed(_ id: LineID, _ site: SiteRules) -> OpenItem? { owed(site).first { $0.id == id } }

  /// The item with what people here did about it; nil where they have settled it.
  private func handled(_ item: OpenItem) -> OpenItem? {
    guard let handling = handling[item.id] else { return item }
    if handling.settlement != nil { return nil }
    var item = item
    item.handling = handling
    if let owner = handling.owner { item.owner = owner }
    return item
  }

  /// The line that already asks for what a clock asks for:
  /// 1. the one the clock runs on, as a referral that waits for its answer;
  /// 2. an open task with the words of this duty, asked for about this event;
  /// 3. for a visit, a booking with somebody between the event and the day it is due.
  private func carrier(of running: RunningClock, among items: [OpenItem], _ calendar: SiteCalendar) -> Int? {
    items.firstIndex { item in
      switch item.kind {
      case .clock: false
      case .referral: item.id == running.event.line
      case .task: tasks[item.id].map { asks($0.value, for: running.clock.duty, running.event, calendar) } ?? false
      case .appointment: appointments[item.id].map { keeps($0.value, running, calendar) } ?? false
      }
    }
  }

  /// Days around an event in which a task that names no encounter can have been asked for because of it.
  private static let asking = (before: 3, after: 30)

  /// Whether a task asks for this duty because of this event. Words alone don't: it must be about the event's line, or
  /// name no other and have been asked for, or else be due, around that time.
  func asks(_ task: Task, for duty: Duty, _ event: ClockEvent, _ calendar: SiteCalendar) -> Bool {
    guard duty.isAskedFor(in: task.words) else { return false }
    let named = [task.focus, task.encounter].compactMap(lineID(of:))
    if event.start == .resultOfRequest { return named.contains(where: results(of: event.line).contains) }
    if named.contains(event.line) { return true }
    guard !named.contains(where: { encounters[$0] != nil }), let asked = task.authored ?? task.restriction.end,
      let day = calendar.date(of: asked), let first = calendar.date(of: event.at)
    else { return false }
    return (-Self.asking.before...Self.asking.after).contains(day.daysSince1970 - first.daysSince1970)
  }

  private func keeps(_ booking: Appointment, _ running: RunningClock, _ calendar: SiteCalendar) -> Bool {
    guard [.visit, .emergencyFollowUp, .outreach].contains(running.clock.duty), !booking.performer.isEmpty,
      let start = booking.period.start, calendar.follows(start, running.event.at, running.clock.dayZero)
    else { return false }
    return start.start(in: calendar.zone) < running.due.end(in: calendar.zone)
  }

  private func item(_ key: DutyKey, _ running: RunningClock) -> OpenItem {
    let duty = running.clock.duty
    let subject = running.event.subject
    return OpenItem(
      id: key.id, kind: .clock, title: duty.namesSubject && !subject.isEmpty ? "\(duty.title): \(subject)" : duty.title,
      status: "", priority: communications[running.event.line]?.value.priority, due: running.due,
      owner: owner(duty, running.event), clocks: [running],
      organization: running.event.who.kind == DirectoryKind.organization.rawValue
        ? running.event.who : encounters[running.event.line]?.value.serviceProvider ?? Reference(),
      changed: running.event.at, shownFrom: running.shownFrom)
  }

  private func owner(_ duty: Duty, _ event: ClockEvent) -> Reference {
    switch duty.role {
    case .requester: requester(of: event)
    case .recipient: event.who
    default: holder(of: duty.role)
    }
  }

  /// The one on an active care team with the role; the role itself where there is none, or more than one.
  package func holder(of role: CareRole) -> Reference {
    var actors: Set<Reference> = []
    // What is matched to nobody has the teams of several people in it.
    if id == .unmatched { return Reference(display: role.words) }
    for team in careTeams.items where team.value.status == .active {
      for participant in team.value.participants where participant.period.end == nil && !participant.actor.isEmpty {
        if participant.roles.contains(where: { Folding.fold($0.label).contains(role.likeness) }) {
          actors.insert(participant.actor)
        }
      }
    }
    return actors.count == 1 ? actors.first ?? Reference() : Reference(display: role.words)
  }

  /// Whoever asked for what the result answers.
  func requester(of event: ClockEvent) -> Reference {
    let requests = (diagnosticReports[event.line]?.value.basedOn ?? []).compactMap(lineID(of:))
    return requests.lazy.compactMap { serviceRequests[$0]?.value.requester }.first { !$0.isEmpty } ?? Reference()
  }
}

/// What makes two clocks one line.
private struct DutyKey: Hashable {
  var duty: String
  var line: LineID
  var need: SocialNeed?

  /// The same wherever and whenever the chart is read. FNV-1a over what the line is for.
  var id: LineID {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "clock \(duty) \(need?.rawValue ?? "")".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return LineID(high: line.high ^ hash, low: line.low)
  }
}

extension LineID {
  /// The worklist's line for a duty on a line of the chart.
  init(of duty: Duty, on line: LineID) { self = DutyKey(duty: duty.id, line: line, need: nil).id }
}

extension OpenItem {
  /// The earlier date stands: what was asked for later than a rule allows is due when the rule says.
  fileprivate mutating func carry(_ running: RunningClock, _ calendar: SiteCalendar) {
    clocks.append(running)
    // What one of the rules wants shown is shown.
    shownFrom = shownFrom.flatMap { from in running.shownFrom.map { min(from, $0) } }
    clocks.sort { $0.due.end(in: calendar.zone) < $1.due.end(in: calendar.zone) }
    guard let due, due.end(in: calendar.zone) <= running.due.end(in: calendar.zone) else {
      due = running.due
      return
    }
  }
}
