package import Care
package import Terminal

/// Asks for what a command needs to know, one question after another, in one line each. What was answered stays when
/// the next question comes.
package struct Form: Hashable, Sendable {
  package enum Question: Hashable, Sendable {
    case owner, until, reason, outcome, callee, contact, note, closing, status, recipient, service, target, title,
      due,
      when
    case doer, about, name, slot, channel, line, preference
    case severity, summary, actions, contingency, readBack, doubt, topic, role, template
    case why, wanted, urgency, basis, finding, plan, nextStep, enrolment, waitsFor
  }

  package enum Answer: Hashable, Sendable {
    case reference(Reference)
    /// nil where a date may be left out.
    case moment(Moment?)
    case text(String)
    case outcome(Outcome)
    case contact(ContactOutcome)
    case status(TaskStatus)
    case number(Int)
    case flag(Bool)
    case priority(Priority)
    /// nil where nobody has agreed so far.
    case basis(SharingBasis?)
    /// nil where that isn't what came of it.
    case enrolment(Enrolment?)
    case channel(ContactChannel)
    case preference(ContactPreference)
    case severity(IllnessSeverity)
    case topic(Route)
    case actions(HandoffActions)
  }

  /// What may be chosen instead of typed.
  package struct Choice: Hashable, Sendable {
    package var words: String
    package var detail = ""
    package var answer: Answer
    /// Whether it is a role that nobody here is known to have.
    package var isMadeUp = false
    /// Where it is somebody to refer to: what decides whether to.
    package var target: ReferralTarget?
  }

  package let command: CommandID
  /// What it is about, as it stood when the form was opened; none for what is about the patient alone.
  package let rows: [WorkRow]
  /// The line that new work is made from; empty for none.
  let source: Reference
  let patient: PatientID
  /// The handoff that is taken a step on; nil for every other form.
  var handoff: LineID?
  /// Patients who are handed on after this one, to the same receiver.
  package internal(set) var others: [PatientID] = []
  /// The message of a thread in which what is written is filed; nil for none.
  var thread: LineID?
  /// The referral that is taken a step on; nil for every other form.
  var referral: LineID?
  /// Who can be asked for the service, the best first; made once it is known what is asked for.
  var targets: [ReferralTarget] = []
  /// What the patient is called, who may have left the view by the time it is answered.
  package let patientName: String
  package internal(set) var answers: [Question: Answer] = [:]
  package internal(set) var question: Question
  package internal(set) var field = TextField()
  /// What was answered before, with what stood in the field, so that it can be gone back to.
  private(set) var asked: [Asked] = []

  struct Asked: Hashable, Sendable {
    var question: Question
    var field: TextField
  }

  /// Whether there is a question to go back to.
  package var canGoBack: Bool { !asked.isEmpty }

  /// Goes on to a question; the one before can be gone back to.
  mutating func go(to next: Question) {
    asked.append(Asked(question: question, field: field))
    ask(next, TextField())
  }

  /// Goes back to the question before, with what stood in its field.
  mutating func goBack() {
    guard let before = asked.popLast() else { return }
    answers[before.question] = nil
    ask(before.question, before.field)
  }

  private mutating func ask(_ question: Question, _ field: TextField) {
    (self.question, self.field, fault) = (question, field, nil)
    (index, hasChosen, collected) = (0, false, [])
  }
  /// Of the choice that Enter takes.
  package internal(set) var index = 0
  /// Whether a person has gone to it, so that it is meant and not what is typed.
  var hasChosen = false
  /// Lines of a thread that were taken into what is typed.
  var collected: [String] = []
  /// What is wrong with what is typed, and where in it.
  package internal(set) var fault: Misreading?

  init(
    _ command: CommandID, rows: [WorkRow], patient: PatientID, called patientName: String,
    source: Reference = Reference(),
    title: String = ""
  ) {
    self.command = command
    self.rows = rows
    self.patient = patient
    self.patientName = patientName
    self.source = source
    question = Self.questions(command).first ?? .note
    field = TextField(title)
  }

  /// In the order in which they are asked. A reason is asked only where the record needs one.
  static func questions(_ command: CommandID) -> [Question] {
    switch command {
    case .assign: [.owner]
    case .waitUntil: [.until, .reason]
    case .escalate: [.reason]
    case .closeWith: [.outcome, .reason]
    case .setStatus: [.status]
    case .call: [.callee, .contact, .note, .closing]
    case .logContact: [.channel, .callee, .contact, .note, .closing]
    case .preference: [.preference]
    case .message, .addRecipient: [.recipient]
    case .attachLine: [.line]
    case .ask: [.topic]
    case .joinTeam: [.recipient, .role]
    case .useTemplate: [.template]
    case .offerHandoff: [.recipient, .severity, .summary, .actions, .contingency]
    case .acceptHandoff: [.severity, .summary, .actions, .contingency, .readBack]
    case .returnHandoff: [.doubt]
    case .cancelHandoff: [.reason]
    case .sendMessage: [.basis]
    case .refer: [.service, .target, .why, .wanted, .urgency, .basis, .reason]
    case .retargetReferral: [.target, .reason, .basis]
    case .sendReferral: [.basis, .reason]
    case .declineReferral, .askToCancel, .cancelAppointment, .reopenReferral: [.reason]
    case .scheduleReferral: [.when]
    case .interimNote: [.note]
    case .outcomeReferral: [.finding, .plan, .nextStep, .enrolment]
    case .holdReferral: [.waitsFor, .reason]
    case .acceptReferral, .noShowReferral, .confirmCancel, .acknowledgeOutcome, .resendReferral, .resumeReferral: []
    case .book: [.about, .when, .doer]
    case .newTask: [.title, .due, .owner]
    case .keepView: [.name, .slot]
    default: []
    }
  }

  /// Whether Enter would take one of the choices. What was written about another patient or in a thread, and a name that
  /// nobody has, are taken only by whoever goes to them.
  package func isAnyChosen(among choices: [Choice]) -> Bool {
    hasChosen || (![.reason, .title].contains(question) && choices.first?.isMadeUp == false)
  }

  func text(_ question: Question) -> String {
    if case .text(let text) = answers[question] { text } else { "" }
  }

  func reference(_ question: Question) -> Reference {
    if case .reference(let reference) = answers[question] { reference } else { Reference() }
  }

  func flag(_ question: Question) -> Bool { answers[question] == .flag(true) }

  func moment(_ question: Question) -> Moment? {
    if case .moment(let moment) = answers[question] { moment } else { nil }
  }
}

extension Form.Question {
  package var words: String {
    switch self {
    case .owner: "to whom"
    case .until: "until when"
    case .reason: "why"
    case .outcome: "how it ended"
    case .callee: "who was called"
    case .contact: "what came of it"
    case .note: "what was said"
    case .closing: "is this line done with"
    case .status: "new status"
    case .recipient: "to whom"
    case .service, .about: "what for"
    case .target: "to whom"
    case .title: "what is to be done"
    case .due: "due when"
    case .when: "when"
    case .doer: "with whom"
    case .channel: "how"
    case .line: "to what"
    case .severity: "how ill"
    case .topic: "about what"
    case .role: "as what"
    case .template: "which team"
    case .summary: "the patient in short"
    case .actions: "what is to be done"
    case .contingency: "if … then …"
    case .readBack: "what you understood"
    case .doubt: "what is your question"
    case .preference: "how the patient wants to be reached"
    case .name: "what to call it"
    case .slot: "under which number"
    case .why: "for what reason"
    case .wanted: "wanted by"
    case .urgency: "how urgent"
    case .basis: "did the patient agree to share"
    case .finding: "diagnosis or finding"
    case .plan: "plan"
    case .nextStep: "next step"
    case .enrolment: "enrolled"
    case .waitsFor: "who has to act first"
    }
  }

  /// What stands in the empty field.
  package var hint: String {
    switch self {
    case .owner, .recipient, .callee: "a name or a role"
    case .doer: "a name or a role"
    case .until, .when: "tue · 2bd · 14d · 24 nov 9:00"
    case .due, .wanted: "tue · 2bd · 14d, or nothing"
    case .reason, .why, .finding, .plan, .nextStep: "a few words"
    case .line: "a visit, a result, a task"
    case .summary, .readBack, .doubt: "a few words"
    case .actions: "call Monday; book echo"
    case .contingency: "if the weight goes up 2 kg then call the clinic; if …"
    case .severity, .topic, .template: ""
    case .role: "pharmacist, social worker, …"
    case .outcome, .contact, .closing, .status, .slot, .channel, .preference, .urgency, .basis, .enrolment, .waitsFor:
      ""
    case .note: "a few words, or nothing"
    case .service: "what is asked for"
    case .about: "what the visit is for"
    case .name: "a word or two"
    case .target: "an organisation, a service or a person"
    case .title: "a few words"
    }
  }

  /// Whether words of one's own are an answer.
  var isFree: Bool {
    switch self {
    case .reason, .note, .service, .about, .title, .name, .why, .finding, .plan, .nextStep,
      .summary, .actions, .contingency, .readBack, .doubt, .role:
      true
    case .owner, .until, .outcome, .callee, .contact, .closing, .status, .recipient, .target, .due, .when, .doer, .slot,
      .channel,
      .line, .preference, .topic, .template, .severity,
      .wanted, .urgency, .basis, .enrolment, .waitsFor:
      false
    }
  }

  /// Whether nothing is an answer.
  var isOptional: Bool { [.note, .due, .wanted].contains(self) }
}
