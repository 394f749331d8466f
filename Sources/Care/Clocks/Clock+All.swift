// What must be done, in the order in which a patient meets it.
extension Duty {
  static let contact = Duty(
    "contact", "Call after discharge",
    next: "reach the patient or a carer", closedBy: "a call, message or visit on file",
    role: .coordinator, stops: [.contact, .visit, .task], cancels: [.death, .newStay],
    likeness: [["call", "after discharge"], ["phone", "after discharge"], ["tcm", "call"], ["tcm", "contact"]])

  static let dischargeSummary = Duty(
    "discharge-summary", "Get the discharge summary",
    next: "ask the hospital for it", closedBy: "the discharge summary on file",
    role: .coordinator, stops: [.dischargeSummary, .task], cancels: [.death, .newStay],
    likeness: [["get", "discharge summary"], ["obtain", "discharge summary"], ["request", "discharge summary"]])

  static let visit = Duty(
    "visit", "Visit after discharge",
    next: "book a visit in time", closedBy: "a clinic or video visit on file",
    role: .coordinator, stops: [.visit, .task], cancels: [.death, .newStay],
    likeness: [["visit after discharge"], ["follow-up after discharge"], ["tcm", "visit"]])

  static let reconciliation = Duty(
    "reconciliation", "Reconcile medicines",
    next: "compare before and after", closedBy: "a medication reconciliation on file",
    role: .pharmacist, stops: [.reconciliation, .task], cancels: [.death, .newStay],
    likeness: [["reconcil", "medic"], ["med rec"]])

  static let emergencyFollowUp = Duty(
    "emergency-follow-up", "Follow up the ED visit",
    next: "reach the patient or book a visit", closedBy: "a call, message or visit on file",
    role: .coordinator, stops: [.contact, .visit, .task], cancels: [.death, .newStay, .newEmergency],
    likeness: [["call", "ed visit"], ["follow up", "ed visit"], ["follow-up", "ed visit"], ["phone", "ed visit"]])

  static let messageAnswer = Duty(
    "message-answer", "Answer", namesSubject: true,
    next: "read it and acknowledge or answer; or reach them another way",
    closedBy: "an answer or an acknowledgement of everyone it was written to", role: .recipient, stops: [],
    cancels: [], climbs: true)

  static let referralAnswer = Duty(
    "referral-answer", "Answer to the referral", namesSubject: true,
    next: "call them, send it again, ask another or ask to cancel", closedBy: "their answer",
    role: .coordinator, stops: [])

  static let referralBooking = Duty(
    "referral-booking", "Time for the referral", namesSubject: true,
    next: "ask for a time", closedBy: "a booking",
    role: .coordinator, stops: [])

  static let referralOutcome = Duty(
    "referral-outcome", "Outcome of the referral", namesSubject: true,
    next: "ask for the outcome", closedBy: "the outcome on file",
    role: .coordinator, stops: [])

  static let referralAcknowledgement = Duty(
    "referral-acknowledgement", "Read the outcome", namesSubject: true,
    next: "read it and say what follows", closedBy: "the acknowledgement of whoever asked",
    role: .requester, stops: [])

  static let referralCancellation = Duty(
    "referral-cancellation", "Confirmation that it is cancelled", namesSubject: true,
    next: "ask whether they have cancelled", closedBy: "their confirmation, or an outcome",
    role: .coordinator, stops: [])

  static let referralWait = Duty(
    "referral-wait", "Review the wait", namesSubject: true,
    next: "ask how long it will be", closedBy: "going on, or asking another",
    role: .coordinator, stops: [])

  static let acknowledgement = Duty(
    "acknowledgement", "Acknowledge result", namesSubject: true,
    next: "read it and say what follows",
    closedBy: "a message or a settled task about it, or the next visit or request of whoever asked",
    role: .requester, stops: [.acknowledgement, .requesterActed],
    likeness: [["acknowledge"], ["review", "result"], ["sign", "result"]])

  static let socialNeed = Duty(
    "social-need", "Answer the need", namesSubject: true,
    next: "ask someone who can help", closedBy: "a request or a service for this need on file",
    role: .coordinator, stops: [.intervention])

  static let reply = Duty(
    "reply", "Reply", namesSubject: true,
    next: "write back", closedBy: "an answer in the thread", role: .coordinator, stops: [])

  static let rebooking = Duty(
    "rebooking", "Rebook", namesSubject: true,
    next: "reach the patient and book again", closedBy: "another booking, a call or a visit on file",
    role: .coordinator, stops: [.newBooking, .contact, .visit, .task], likeness: [["rebook"], ["did not come"]])

  static let outreach = Duty(
    "outreach", "Get in touch",
    next: "reach the patient or a carer", closedBy: "a call, message or visit on file",
    role: .coordinator, stops: [.task], likeness: [["get in touch"], ["outreach"], ["check in", "patient"]])

  static let renewal = Duty(
    "renewal", "Renew", namesSubject: true,
    next: "ask for it again before it ends", closedBy: "a later agreement on file",
    role: .coordinator, stops: [.renewal], likeness: [["renew", "consent"], ["renew", "agreement"]])
}

extension Clock {
  /// Every clock that a chart can start and stop; `absent` are the others.
  package static let all: [Clock] = [
    Clock(
      "tcm-contact", .contact, .inpatientDischarge, .businessDays(2), relevance: .calendarDays(29),
      source: "CMS TCM", version: "CPT 99495/99496"),
    Clock(
      "trc-engagement", .contact, .inpatientDischarge, when: [.adult, .noLaterThan(month: 12, day: 1)],
      .calendarDays(30), dayZero: .never, relevance: .calendarDays(44), source: "HEDIS TRC", version: "MY2025"),
    Clock(
      "trc-receipt", .dischargeSummary, .inpatientDischarge, when: [.adult, .noLaterThan(month: 12, day: 1)],
      .calendarDays(2), dayZero: .wholeDay, relevance: .calendarDays(14), source: "HEDIS TRC", version: "MY2025"),
    Clock(
      "heart-failure-visit", .visit, .inpatientDischarge, when: [.heartFailure], .calendarDays(7),
      relevance: .calendarDays(29), source: "AHA/ACC/HFSA", version: "heart failure 2022, class 2a"),
    Clock(
      "tcm-visit-7", .visit, .inpatientDischarge, .calendarDays(7), relevance: .calendarDays(29),
      source: "CMS TCM", version: "CPT 99496",
      restsBecause: "whether the case is complex enough for it shows only at the visit"),
    Clock(
      "tcm-visit", .visit, .inpatientDischarge, .calendarDays(14), relevance: .calendarDays(29),
      source: "CMS TCM", version: "CPT 99495"),
    Clock(
      "trc-reconciliation", .reconciliation, .inpatientDischarge, when: [.adult, .noLaterThan(month: 12, day: 1)],
      .calendarDays(30), dayZero: .wholeDay, relevance: .calendarDays(44), source: "HEDIS TRC", version: "MY2025"),
    Clock(
      "emergency-follow-up", .emergencyFollowUp, .emergencyVisit,
      when: [.adult, .noLaterThan(month: 12, day: 24), .twoHighRiskConditions], .calendarDays(7),
      relevance: .calendarDays(30), source: "HEDIS FMC", version: "MY2025"),
    Clock(
      "referral-answer", .referralAnswer, .referralSent, .calendarDays(7), relevance: .calendarDays(90),
      source: "VHA consults", version: "GAO-14-679T"),
    Clock(
      "referral-booking-internal", .referralBooking, .referralToBook, .businessDays(3), relevance: .calendarDays(90),
      source: "VHA consults", version: "GAO-23-105617", restsBecause: "a chart can't tell that both sides are one house"
    ),
    Clock(
      "referral-booking", .referralBooking, .referralToBook, .calendarDays(7), relevance: .calendarDays(90),
      source: "VHA community", version: "GAO-23-105617"),
    Clock(
      "referral-acknowledgement", .referralAcknowledgement, .referralOutcome, .businessDays(2),
      relevance: .calendarDays(30), source: "Rounds default", version: "1"),
    Clock(
      "referral-cancellation", .referralCancellation, .referralCancelAsked, .calendarDays(7),
      relevance: .calendarDays(90), source: "Rounds default", version: "1"),
    Clock(
      "referral-wait", .referralWait, .referralWaiting, .calendarDays(30), relevance: .calendarDays(180),
      source: "Rounds default", version: "1"),
    Clock(
      "referral-outcome", .referralOutcome, .referralOutstanding, when: [.noDateOfItsOwn], .calendarDays(90),
      relevance: .calendarDays(180),
      source: "VHA consults", version: "GAO-14-679T"),
    Clock(
      "result", .acknowledgement, .resultOfRequest, .businessDays(2), relevance: .calendarDays(14),
      source: "Rounds default", version: "1"),
    Clock(
      "social-need", .socialNeed, .positiveScreen, when: [.noLaterThan(month: 12, day: 1)], .calendarDays(30),
      dayZero: .wholeDay, relevance: .calendarDays(60), source: "HEDIS SNS-E", version: "MY2025"),
    Clock(
      "message", .reply, .patientMessage, .businessDays(3), relevance: .calendarDays(30),
      source: "Patient portals", version: "3 business days"),
    Clock(
      "message-hours", .reply, .patientMessage, .elapsed(minutes: 72 * 60), relevance: .calendarDays(30),
      source: "Patient portals", version: "72 hours",
      restsBecause: "a site counts hours or business days, never both"),
    Clock(
      "message-delivery", .messageAnswer, .messageUndelivered, .elapsed(minutes: 5), relevance: .calendarDays(30),
      source: "TigerConnect", version: "5 minutes undelivered"),
    Clock(
      "message-urgent", .messageAnswer, .messageUnanswered, when: [.urgent], .elapsed(minutes: 60),
      relevance: .calendarDays(30), source: "Rounds default (urgent)", version: "1"),
    Clock(
      "message-acknowledgement", .messageAnswer, .messageUnanswered, when: [.notUrgent], .businessDays(1),
      relevance: .calendarDays(30), source: "Rounds default", version: "1"),
    Clock(
      "missed-booking", .rebooking, .missedBooking, .calendarDays(10), relevance: .calendarDays(30),
      source: "CHT users", version: "medic/cht-core#987"),
    Clock(
      "consent", .renewal, .consentEnd, .calendarDays(0), relevance: .calendarDays(30), lead: 30,
      source: "The agreement itself", version: "its end date"),
    Clock(
      "long-silence", .outreach, .lastTouchpoint, when: [.twoHighRiskConditions], .calendarDays(30),
      relevance: .calendarDays(180), lead: 7, source: "Rounds default", version: "1"),
  ]

  /// Days that a site can give at most. Source: Rounds default, version 1: a longer one is a slip of the finger.
  package static let longestTarget = 366

  /// Days after its start in which every clock has run out of meaning, whatever a site gives.
  static let longestLife = 180 + longestTarget
}
