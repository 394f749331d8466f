/// Makes a referral out of what was recorded here and what sources filed about it, in order of time.
///
/// Each statement moves it where the table of transitions has a way there, by however many steps. What has none is
/// kept as it was said: a source that is late or wrong must neither be believed blindly nor be dropped.
struct ReferralFold {
  private(set) var referral: Referral
  private let chart: Chart
  private let zone: Zone

  /// Something said about how far it is.
  private struct Statement {
    var at: Moment?
    var state: ReferralState?
    var hold: ReferralHold?
    var what: ReferralEvent.What
    var reason = ""
    var line: LineID?
    var appointment: Moment?
    var step: ReferralStep?
    var misfit: String?
  }

  init(_ chart: Chart, _ line: Line<ServiceRequest>, _ links: ReferralLinks, _ site: SiteRules) {
    self.chart = chart
    zone = site.zone
    referral = Referral(id: line.id, request: line.value)
    let steps = chart.steps(of: line.id)
    referral.isKeptHere = !steps.isEmpty
    begin(line, isSentHere: steps.contains { $0.move.act == .move(.send) })
    var statements = told(links) + steps.map(recorded)
    referral.lines = Set(
      (links.tasks[line.id] ?? []).map(\.id) + (links.appointments[line.id] ?? []).map(\.id))
    // What no source dates comes first: what is dated then stands.
    statements.sort { ($0.at?.milliseconds ?? .min) < ($1.at?.milliseconds ?? .min) }
    for statement in statements { take(statement) }
    end(line, links)
  }

  /// The request itself says that it was sent. One that was written here is sent by a step of its own.
  private mutating func begin(_ line: Line<ServiceRequest>, isSentHere: Bool) {
    let request = line.value
    if isSentHere || request.status == .draft {
      referral.since = request.authored
      return
    }
    referral.state = .created
    (referral.sent, referral.since) = (request.authored, request.authored)
    referral.history.append(
      ReferralEvent(.told(.serviceRequest), at: request.authored, from: .draft, to: .created, line: line.id))
    if request.status == .onHold {
      referral.hold = ReferralHold(since: request.authored, reason: request.notes.last ?? "")
    }
  }

  private func told(_ links: ReferralLinks) -> [Statement] {
    var all: [Statement] = []
    for line in links.tasks[referral.id] ?? [] {
      let task = line.value
      let meaning = TaskMeaning(task, patient: chart.patientReference)
      all.append(
        Statement(
          at: task.execution.end ?? task.lastModified ?? task.authored, state: meaning.state, hold: meaning.hold,
          what: .told(.task), reason: task.statusReason.label, line: line.id, misfit: meaning.misfit))
    }
    for line in links.appointments[referral.id] ?? [] {
      // What was booked here was also recorded here, step by step.
      guard let state = line.value.status?.referralState, !(referral.isKeptHere && chart.isWrittenHere(line.source))
      else { continue }
      let at = state == .scheduled ? line.value.created ?? received(line.source) : line.value.period.start
      all.append(
        Statement(
          at: state == .appointmentCancelled ? line.value.created ?? at : at, state: state, what: .told(.appointment),
          reason: line.value.cancelationReason.label, line: line.id, appointment: line.value.period.start))
    }
    for report in links.reports[referral.id] ?? [] {
      all.append(Statement(at: report.at, state: .completed, what: .told(report.kind), line: report.line))
    }
    return all
  }

  private func received(_ source: Int) -> Moment? {
    chart.sources.indices.contains(source) ? Moment(chart.sources[source].received) : nil
  }

  private func recorded(_ step: ReferralStep) -> Statement {
    Statement(
      at: Moment(step.by.at), state: step.move.to, what: .act(step.move.act), reason: step.reason,
      appointment: step.move.appointment, step: step)
  }

  private mutating func take(_ statement: Statement) {
    if let misfit = statement.misfit { miss(statement, misfit) }
    if let step = statement.step, step.move.act.leavesState {
      note(statement, to: referral.state)
      take(step)
      return
    }
    if let hold = statement.hold, referral.state.isUnderWay || referral.state == .draft { referral.hold = hold }
    guard let state = statement.state else { return }
    let here = referral.state
    if state == here, statement.step == nil {
      if state == .scheduled, let time = statement.appointment, time != referral.appointment {
        note(statement, to: state)
        referral.appointment = time
      }
      return
    }
    // "Under way" says less than what is known, and takes nothing back.
    if state == .inProgress, here.isActive { return }
    // A source's appointment says more than its task that is under way.
    let isCloser = here == .inProgress && state.isActive && statement.step == nil
    guard here.canReach(state) || isCloser || (state == here && statement.step != nil) else {
      if !isTogether(statement.at, referral.since) {
        miss(statement, "says \(state.words), but it was \(here.words) by then")
      }
      return
    }
    if statement.hold == nil { referral.hold = nil }
    note(statement, to: state)
    arrive(state, statement)
  }

  private mutating func arrive(_ state: ReferralState, _ statement: Statement) {
    if referral.state != state { referral.since = statement.at }
    referral.state = state
    if state == .created { referral.sent = statement.at }
    if let time = statement.appointment, state == .scheduled || state == .inProgress { referral.appointment = time }
    if state == .completed, statement.step == nil, statement.what != .told(.task) { referral.report = statement.line }
    guard let step = statement.step else { return }
    if let result = step.move.result { referral.result = result }
    if let package = step.move.package { referral.machine = package.machine }
  }

  /// What leaves the state where it is.
  private mutating func take(_ step: ReferralStep) {
    switch step.move.act {
    case .acknowledge: referral.isAcknowledged = true
    case .reopen: referral.isAcknowledged = false
    case .hold:
      referral.hold = ReferralHold(since: Moment(step.by.at), reason: step.reason, waitsFor: step.move.waitsFor)
    case .resume: referral.hold = nil
    case .move, .resend, .retarget: break
    }
  }

  private mutating func note(_ statement: Statement, to state: ReferralState) {
    var event = ReferralEvent(
      statement.what, at: statement.at, by: statement.step?.by.name ?? "", from: referral.state, to: state,
      reason: statement.reason, line: statement.line)
    event.appointment = statement.appointment
    event.result = statement.step?.move.result
    event.package = statement.step?.move.package
    referral.history.append(event)
  }

  private mutating func miss(_ statement: Statement, _ words: String) {
    let who =
      switch statement.what {
      case .told(let kind): kind.saidOfReferral
      case .act(let act): "what was recorded here (\(act.done))"
      case .closed: "what was recorded here"
      }
    let when = statement.at.map { " of \($0.isoDate)" } ?? ""
    referral.misfits.append("\(who)\(when): \(words)")
  }

  /// Whether it can't be told which of two was first: one of them states only a day.
  private func isTogether(_ a: Moment?, _ b: Moment?) -> Bool {
    guard let a, let b else { return true }
    guard a.precision <= .day || b.precision <= .day else { return false }
    return a.civil(in: zone).date == b.civil(in: zone).date
  }

  /// What the request's own status says of its end, and whether the initiator is done with it.
  private mutating func end(_ line: Line<ServiceRequest>, _ links: ReferralLinks) {
    let told = Statement(at: nil, what: .told(.serviceRequest), line: line.id)
    switch line.value.status {
    case .completed where referral.state != .completed: finish(.completed, told)
    case .revoked where !referral.state.isTerminal: finish(.cancelled, told)
    case .revoked where referral.state == .completed: miss(told, "says withdrawn, but the outcome has come")
    default: break
    }
    referral.replacedBy = links.replacements[line.id]
    referral.isAcknowledged = referral.isAcknowledged || isAcknowledgedByRecord
    if let settlement = chart.handling[line.id]?.settlement {
      var event = ReferralEvent(
        .closed(settlement.outcome), at: Moment(settlement.by.at), by: settlement.by.name, from: referral.state,
        to: referral.state, reason: settlement.reason)
      event.line = line.id
      referral.history.append(event)
    }
    let isOver =
      (referral.state == .completed && referral.isAcknowledged)
      || line.value.status == .completed || line.value.status == .revoked
      || (referral.state.isTerminal && referral.state != .completed && referral.replacedBy != nil)
    // What somebody here opened again stays open until somebody here is done with it.
    let last = referral.history.last { $0.what == .act(.reopen) || $0.what == .act(.acknowledge) }
    referral.isClosed =
      chart.handling[line.id]?.settlement != nil || (isOver && last?.what != .act(.reopen))
  }

  private mutating func finish(_ state: ReferralState, _ statement: Statement) {
    guard !referral.state.isTerminal else {
      miss(statement, "says \(state.words), but it was \(referral.state.words)")
      return
    }
    note(statement, to: state)
    referral.state = state
    (referral.since, referral.hold) = (nil, nil)
  }

  /// Somebody wrote about the outcome, or whoever asked has acted since it came: nobody does without having read it.
  /// What was opened again here waits to be read here.
  private var isAcknowledgedByRecord: Bool {
    guard referral.state == .completed, let at = referral.since,
      !referral.history.contains(where: { $0.what == .act(.reopen) })
    else { return false }
    return chart.hasAnswered(referral, since: at, zone: zone)
  }
}

extension ReferralAct {
  /// Whether the machine's state stays as it is.
  fileprivate var leavesState: Bool { if case .move = self { false } else { true } }
}

extension AppointmentStatus {
  /// Source: BSeR business status, 5.1.1 to 5.1.4.
  fileprivate var referralState: ReferralState? {
    switch self {
    case .proposed, .pending, .waitlist, .enteredInError: nil
    case .booked, .arrived, .checkedIn: .scheduled
    case .noshow: .noShow
    case .cancelled: .appointmentCancelled
    case .fulfilled: .visitCompleted
    }
  }
}

extension ResourceKind {
  fileprivate var saidOfReferral: String {
    switch self {
    case .task: "the task"
    case .appointment: "the appointment"
    case .serviceRequest: "the request"
    case .diagnosticReport: "the report"
    case .documentReference: "the document"
    default: "the \(rawValue)"
    }
  }
}

extension Chart {
  /// A message about the outcome, a settled task about it, or the next visit or request of whoever asked.
  fileprivate func hasAnswered(_ referral: Referral, since outcome: Moment, zone: Zone) -> Bool {
    let about = Set([referral.id] + [referral.report].compactMap(\.self)).union(
      referral.report.map(results) ?? [])
    func isAbout(_ references: [Reference]) -> Bool {
      references.contains { lineID(of: $0).map(about.contains) ?? false }
    }
    let limit = outcome.precision <= .day ? outcome.end(in: zone) : outcome.start(in: zone)
    func follows(_ moment: Moment?) -> Bool { moment.map { $0.start(in: zone) >= limit } ?? false }
    return communications.items.contains { !$0.value.isVoid && isAbout($0.value.about) && follows($0.value.time) }
      || tasks.items.contains {
        $0.value.status == .completed && !fulfils($0) && isAbout([$0.value.focus])
          && follows($0.value.lastModified ?? $0.value.execution.end)
      }
      || hasActed(referral.initiator, since: follows)
  }
}
