/// What a person wants done about a referral.
package struct ReferralAsk: Hashable, Sendable {
  package var act: ReferralAct
  /// The partner's machine.
  package var machine: ReferralMachine
  package var appointment: Moment?
  package var result: ReferralResult?
  package var waitsFor: Reference
  package var package: ReferralPackage?

  package init(
    _ act: ReferralAct, machine: ReferralMachine = .detailed, appointment: Moment? = nil,
    result: ReferralResult? = nil, waitsFor: Reference = Reference(), package: ReferralPackage? = nil
  ) {
    self.act = act
    self.machine = machine
    self.appointment = appointment
    self.result = result
    self.waitsFor = waitsFor
    self.package = package
  }
}

func referralEvents(
  _ id: LineID, _ ask: ReferralAsk, in chart: Chart, _ context: CommandContext
) throws(Refusal) -> [Event] {
  guard let referral = chart.referral(id, context.site) else {
    throw Refusal("That is not a referral, so it has no such step.")
  }
  if let refusal = referral.refusal(of: ask.act, ask.machine) {
    throw Refusal([refusal.why, referral.standing(ask.machine)].filter { !$0.isEmpty }.joined(separator: " "))
  }
  var to = referral.state
  if case .move(let trigger) = ask.act,
    let line = referral.machine(of: ask.machine).transition(trigger, from: referral.state)
  {
    to = line.to
  }
  try checkWhatIsSaid(ask, context)
  var move = ReferralMove(ask.act, from: referral.state, to: to)
  (move.appointment, move.result, move.waitsFor, move.package) = (
    ask.appointment, ask.result, ask.waitsFor, ask.package
  )
  let moved = Event.referralMoved(referral: id, move)
  let bookings = bookings(after: ask, referral, in: chart, context)
  // The request says by itself that it was sent: a draft of ours becomes an order.
  guard ask.act == .move(.send), let line = chart.serviceRequests[id], line.value.status == .draft else {
    return bookings + [moved]
  }
  var request = line.value
  request.status = .active
  let written = ImportedLine(
    id: id, origins: chart.origins(of: id), origin: line.origin, resource: .serviceRequest(request))
  return [.lineWritten(written, before: .serviceRequest(line.value)), moved]
}

/// What becomes of the appointments that were booked for it: they were kept, missed or given up.
private func bookings(
  after ask: ReferralAsk, _ referral: Referral, in chart: Chart, _ context: CommandContext
) -> [Event] {
  guard case .move(let trigger) = ask.act else { return [] }
  let booked = chart.appointments.items.filter { line in
    referral.lines.contains(line.id) && line.value.status?.isOpen ?? false
      && (ask.appointment == nil || line.value.period.start != ask.appointment)
  }
  return booked.compactMap { line in
    var booking = line.value
    let isOver = booking.period.start.map { $0.start(in: context.site.calendar.zone) <= context.now } ?? false
    switch trigger {
    case .noShow: booking.status = .noshow
    case .appointmentCancel, .decline, .cancelConfirmation, .reschedule: booking.status = .cancelled
    case .interimNote, .outcome: booking.status = isOver ? .fulfilled : booking.status
    case .send, .accept, .schedule, .cancelRequest: break
    }
    guard booking.status != line.value.status else { return nil }
    if booking.status == .cancelled { booking.cancelationReason = Concept(text: context.reason) }
    let amended = ImportedLine(
      id: line.id, origins: chart.origins(of: line.id), origin: line.origin, resource: .appointment(booking))
    return .lineWritten(amended, before: .appointment(line.value))
  }
}

/// Why a step can't be taken, in a sentence; empty where the table just doesn't have it. The state and what may be done
/// instead are told beside it.
package struct ReferralRefusal: Error, Hashable, Sendable {
  package var why: String

  init(_ why: String) { self.why = why }
}

extension Referral {
  /// Why an act can't be done now; nil where it can.
  package func refusal(of act: ReferralAct, _ partner: ReferralMachine) -> ReferralRefusal? {
    do {
      _ = try target(of: act, self, partner)
      return nil
    } catch {
      return error
    }
  }
}

/// Where it leads, or why the table has no such move.
private func target(
  of act: ReferralAct, _ referral: Referral, _ partner: ReferralMachine
) throws(ReferralRefusal) -> ReferralState {
  let state = referral.state
  func refuse(_ words: String) -> ReferralRefusal { ReferralRefusal(words) }
  if referral.isClosed, act != .reopen { throw refuse("This referral is closed; open it again first.") }
  switch act {
  case .move(let trigger):
    guard let line = referral.machine(of: partner).transition(trigger, from: state) else {
      if trigger == .outcome, state == .noShow || state == .appointmentCancelled {
        throw refuse("An outcome needs a visit, and so a new appointment first.")
      }
      throw refuse("")
    }
    return line.to
  case .acknowledge:
    guard state == .completed else { throw refuse("Only an outcome can be acknowledged.") }
  case .resend:
    guard state == .created || state == .cancelRequested else {
      throw refuse("It was answered, so there is nothing to send again.")
    }
  case .hold:
    guard state.isUnderWay, state != .cancelRequested, referral.hold == nil else {
      throw refuse(referral.hold == nil ? "It can’t wait here." : "It waits already.")
    }
  case .resume: guard referral.hold != nil else { throw refuse("It doesn’t wait.") }
  case .reopen: guard referral.isClosed else { throw refuse("It is open.") }
  case .retarget:
    guard state != .draft, state != .completed else { throw refuse("There is nothing to ask of somebody else.") }
  }
  return state
}

/// What has to be said with it.
private func checkWhatIsSaid(_ ask: ReferralAsk, _ context: CommandContext) throws(Refusal) {
  if ask.act.needsReason, context.reason.isEmpty {
    throw Refusal("The record must say why; write a reason.")
  }
  switch ask.act {
  case .move(.send):
    guard let package = ask.package else { throw Refusal("Nothing was put together to be sent.") }
    if !package.interest.isEmpty, context.reason.isEmpty {
      throw Refusal("An interest is declared (\(package.interest)); write why it goes there all the same.")
    }
  case .move(.outcome):
    guard let result = ask.result, !result.finding.isEmpty, !result.plan.isEmpty, !result.nextStep.isEmpty else {
      throw Refusal("An outcome needs the finding, the plan and the next step.")
    }
  case .move(let trigger) where trigger.setsTime:
    guard ask.appointment != nil else { throw Refusal("Say for when it is booked.") }
  default: break
  }
}

extension ReferralAct {
  package var needsReason: Bool {
    switch self {
    case .move(let trigger): trigger.needsReason
    case .hold, .reopen, .retarget: true
    case .acknowledge, .resend, .resume: false
    }
  }
}

extension Referral {
  /// The machine it goes on by, given what its partner tells.
  package func machine(of partner: ReferralMachine) -> ReferralMachine {
    // What was sent to a coarse partner goes on so, whatever is noted of the partner since.
    state.machine(of: package?.machine ?? partner)
  }

  /// Where it is and who may move it on, for whoever tried what doesn't work: "It is 5.1.2 did not come: the recipient
  /// may decline or reschedule, the initiator may ask to cancel."
  package func standing(_ partner: ReferralMachine) -> String {
    let moves = machine(of: partner).transitions(from: state)
    let sides = [ReferralActor.recipient, .initiator].compactMap { actor in
      let words = moves.filter { $0.actor == actor }.map(\.trigger.words)
      return words.isEmpty ? nil : "the \(actor.rawValue) may \(Self.list(words))"
    }
    let place = "It is \(state.number) \(state.words)"
    return sides.isEmpty ? "\(place), which is an end." : "\(place): \(sides.joined(separator: "; "))."
  }

  private static func list(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }
}
