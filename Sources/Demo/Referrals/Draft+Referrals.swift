import Care

/// One referral told step by step: what for, of whom, and what happened how many days ago.
private struct ReferralTale {
  var service: String
  var place: Place
  var reason: String
  var steps: [(daysAgo: Int, act: ReferralAct, why: String)]
  /// Of the appointment that the booking is for, in days from now.
  var appointment = 0
  /// Whether the patient has agreed that a body outside care is told.
  var isAgreed = true

  /// Every state of the machine, a race between a cancellation and an outcome, and somebody who did not come.
  static let all: [ReferralTale] = [
    ReferralTale(
      service: "Heart failure clinic", place: .cardiology, reason: "short of breath on stairs",
      steps: [(12, send, "")]),
    ReferralTale(service: "Lung rehabilitation", place: .lungClinic, reason: "second flare this year", steps: []),
    ReferralTale(
      service: "Heart failure clinic", place: .cardiology, reason: "new murmur",
      steps: [(6, send, ""), (3, accept, "")]),
    ReferralTale(
      service: "Medication review", place: .pharmacy, reason: "eleven medicines",
      steps: [(14, send, ""), (9, accept, ""), (6, book, "")], appointment: 4),
    ReferralTale(
      service: "Therapy at home", place: .homeHealth, reason: "fell twice",
      steps: [(20, send, ""), (18, accept, ""), (15, book, ""), (4, .move(.noShow), "")], appointment: -4),
    ReferralTale(
      service: "Heart failure clinic", place: .cardiology, reason: "weight up four kilograms",
      steps: [
        (24, send, ""), (22, accept, ""), (20, book, ""), (9, .move(.noShow), ""), (7, .move(.reschedule), ""),
      ], appointment: 5),
    ReferralTale(
      service: "Lung rehabilitation", place: .lungClinic, reason: "cannot walk to the shop",
      steps: [
        (19, send, ""), (16, accept, ""), (12, book, ""),
        (2, .move(.appointmentCancel), "the therapist is ill"),
      ], appointment: 1),
    ReferralTale(
      service: "Nursing at home", place: .homeHealth, reason: "wound that does not close",
      steps: [(16, send, ""), (15, accept, ""), (13, book, ""), (3, .move(.interimNote), "seen twice; more to come")],
      appointment: -3),
    ReferralTale(
      service: "Short-term rehabilitation", place: .skilledNursing, reason: "weak after pneumonia",
      steps: [(14, send, ""), (12, accept, ""), (2, cancel, "she goes to her daughter’s instead")]),
    ReferralTale(
      service: "Heart failure clinic", place: .cardiology, reason: "palpitations",
      steps: [
        (21, send, ""), (19, accept, ""), (5, cancel, "seen elsewhere"), (1, .move(.outcome), ""),
      ]),
    ReferralTale(
      service: "Short-term rehabilitation", place: .skilledNursing, reason: "hip operation",
      steps: [(9, send, ""), (5, .move(.decline), "no bed before January")]),
    ReferralTale(
      service: "Breast and bowel cancer clinic", place: .oncology, reason: "iron low, weight down",
      steps: [(11, send, ""), (6, cancel, "he wants to wait"), (2, .move(.cancelConfirmation), "")]),
    ReferralTale(
      service: "Medication review", place: .pharmacy, reason: "dizzy in the morning",
      steps: [
        (26, send, ""), (25, accept, ""), (24, book, ""), (10, .move(.interimNote), "one tablet stopped"),
        (6, .move(.outcome), ""), (5, .acknowledge, ""),
      ], appointment: -10),
    ReferralTale(
      service: "Rides to care", place: .rideShare, reason: "no way to the clinic",
      steps: [(10, send, ""), (9, accept, ""), (7, book, "")], appointment: 2),
    ReferralTale(
      service: "Housing support", place: .housingTrust, reason: "notice to leave by December",
      steps: [(13, send, ""), (11, accept, ""), (10, .hold, "waiting list, three months")]),
    ReferralTale(
      service: "Food boxes", place: .foodTable, reason: "the money is gone by the twentieth",
      steps: [(30, send, ""), (29, accept, ""), (20, .move(.outcome), ""), (19, .acknowledge, "")]),
  ]

  /// Nothing may go out before the patient has agreed.
  static let notAgreed = ReferralTale(
    service: "Food boxes", place: .foodTable, reason: "eats once a day", steps: [], isAgreed: false)

  private static let send = ReferralAct.move(.send)
  private static let accept = ReferralAct.move(.accept)
  private static let book = ReferralAct.move(.schedule)
  private static let cancel = ReferralAct.move(.cancelRequest)
}

extension Draft {
  /// Patients after those of the walkthroughs, one for each tale.
  private static let firstTale = 17

  mutating func tellReferral() {
    if archetype == .diabetes && isFirstOfJourney { tell(ReferralTale.notAgreed) }
    let number = index - Self.firstTale
    guard ReferralTale.all.indices.contains(number) else { return }
    let tale = ReferralTale.all[number]
    tell(tale)
    // One that declined is asked of another, under the number of the first.
    if tale.steps.last?.act == .move(.decline) {
      var second = tale
      (second.place, second.service) = (.homeHealth, "Therapy at home")
      second.steps = [(4, .move(.send), "")]
      tell(second, insteadOf: lastReferral)
    }
  }

  private mutating func tell(_ tale: ReferralTale, insteadOf old: Reference = Reference()) {
    let coordinator = the(.coordinator)
    let place = organization(tale.place)
    let machine: ReferralMachine = Partners.isCoarse(tale.place) ? .coarse : .detailed
    let began = tale.steps.first?.daysAgo ?? 1
    var request = ServiceRequest()
    request.status = tale.steps.isEmpty ? .draft : .active
    request.intent = "order"
    request.priority = .routine
    request.code = Concept(text: tale.service)
    request.authored = calendar.at(-began, 9, 20)
    request.requester = coordinator.role
    request.performers = [place]
    request.reasons = [Concept(text: tale.reason)]
    if let need = Partners.need(tale.place) { request.categories = [need] }
    if !old.isEmpty {
      request.replaces = [old]
      request.requisition = Identifier(system: "urn:ietf:rfc:3986", value: old.written)
    }
    let written = calendar.at(-began, 9, 20).start(in: calendar.zone)
    let reference = write(.serviceRequest(request), by: coordinator, at: written, as: tale.service)
    lastReferral = reference
    guard let target = reference.target else { return }
    let id = LineID(target)
    let isOutside = Partners.need(tale.place) != nil
    if isOutside && tale.isAgreed {
      let consent = Consent.toShare(
        with: place, basis: .agreed, recordedBy: coordinator.practitioner, at: written, until: calendar.day(300))
      _ = write(.consent(consent), by: coordinator, at: written)
    }
    var state = ReferralState.draft
    for step in tale.steps {
      var move = ReferralMove(step.act, from: state, to: state)
      if case .move(let trigger) = step.act {
        guard let line = state.machine(of: machine).transition(trigger, from: state) else { continue }
        move.to = line.to
        switch trigger {
        case .send:
          move.package = ReferralPackage(
            recipient: place, text: letter(request, id, to: place, from: coordinator), lines: [id],
            basis: isOutside ? .agreed : .treatment, machine: machine)
        case .schedule, .reschedule: move.appointment = calendar.at(tale.appointment, 10, 30)
        case .outcome:
          move.result = ReferralResult(
            finding: isOutside ? "a box a week" : "stable, no sign of failure",
            plan: isOutside ? "every Thursday until March" : "same medicines, weigh every day",
            nextStep: isOutside ? "look again in March" : "visit in three months",
            enrolment: isOutside ? .enrolled : nil)
        default: break
        }
      }
      state = move.to
      perform(
        .referralMoved(referral: id, move), by: coordinator, because: step.why,
        at: calendar.at(-step.daysAgo, 10 + min(4, step.daysAgo % 5), 5).start(in: calendar.zone))
    }
  }

  /// What went out, in the form that all packages have.
  private func letter(_ request: ServiceRequest, _ id: LineID, to place: Reference, from member: Colleague) -> String {
    """
    Referral: \(request.code.label)
    Id: \(id)
    To: \(place.display)
    From: \(member.name.listed)
    Urgency: routine
    Wanted by: no date
    Reason: \(request.reasons.first?.label ?? "")

    Patient: \(person.name.listed)

    """
  }
}
