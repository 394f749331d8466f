package import Care
import Terminal

extension State {
  /// What the keys would act on: the item that is being decided on, the marked lines, or the one under the cursor.
  package var subjects: [WorkRow] {
    if triage != nil { return triageRow.map { [$0] } ?? [] }
    if focus == .referrals {
      return view?.rows.filter { $0.item == referralIDInHand } ?? []
    }
    guard focus == .worklist else { return [] }
    return worklist.marks.isEmpty ? selectedWork.map { [$0] } ?? [] : markedWork
  }

  mutating func openForm(_ command: CommandID) {
    indexNames()
    let patient = triage?.item?.patient ?? patient ?? .unmatched
    let rows = command == .keepView ? [] : subjects
    let seed = command == .newTask ? seedOfTask : (source: Reference(), title: "")
    let name = rows.first?.patientName ?? workspace.chart(patient)?.listedName ?? ""
    var form = Form(command, rows: rows, patient: patient, called: name, source: seed.source, title: seed.title)
    if [.call, .logContact].contains(command) { form.thread = openThread?.messages.last?.id }
    overlays.append(.form(form))
  }

  /// Makes the index of names where there is none; nothing changes it but the directory.
  mutating func indexNames() {
    if names == nil { names = NameIndex(workspace.directory) }
    if professions == nil { professions = ProfessionIndex(workspace.directory) }
    if teammates == nil { teammates = WorkTeam(of: author.member, in: workspace.directory) }
  }

  /// What new work is made from: a thread, or a line of the chart.
  private var seedOfTask: (source: Reference, title: String) {
    func reference(_ id: LineID?, _ kind: ResourceKind?, _ words: String) -> (Reference, String) {
      guard let id, let origin = view?.chart.origins(of: id).first else { return (Reference(), "") }
      return (Reference(target: origin, kind: kind?.rawValue ?? "", display: words), words)
    }
    switch focus {
    case _ where threadInHand != nil:
      return openThread.map { reference($0.id, .communication, $0.subject) } ?? (Reference(), "")
    case .chart: return selectedLine.map { reference($0.id, nil, $0.text) } ?? (Reference(), "")
    default: return (Reference(), "")
    }
  }

  mutating func pressInForm(_ form: Form, _ key: Key) -> [Effect] {
    var form = form
    // Where nothing is chosen yet, the first step goes to the first.
    func choose(_ index: Int) {
      let choices = choices(form)
      form.index = form.isAnyChosen(among: choices) ? max(0, min(index, choices.count - 1)) : 0
      form.hasChosen = true
    }
    switch key {
    case Key(.enter): return answer(form)
    case Key(.backTab): form.goBack()
    case Key(.tab) where form.question == .title && form.hasChosen: collect(&form)
    case Key(.down), Key(.character("n"), .ctrl), Key(.tab):
      choose(form.index + 1)
    case Key(.up), Key(.character("p"), .ctrl): choose(form.index - 1)
    default:
      guard form.field.take(key) else { return [] }
      (form.index, form.hasChosen, form.fault) = (0, false, nil)
    }
    overlays[overlays.count - 1] = .form(form)
    return []
  }

  /// Takes what is typed or chosen, and asks on or is done.
  private mutating func answer(_ form: Form) -> [Effect] {
    var form = form
    switch read(form) {
    case .failure(let fault):
      form.fault = fault
      overlays[overlays.count - 1] = .form(form)
    case .success(let answer):
      form.answers[form.question] = answer
      if let next = nextQuestion(form) {
        form.go(to: next)
        prefill(&form)
        if next == .target { form.targets = rankedTargets(form) }
        overlays[overlays.count - 1] = .form(form)
      } else {
        overlays.removeLast()
        return finish(form)
      }
    }
    return []
  }

  private func read(_ form: Form) -> Result<Form.Answer, Misreading> {
    let text = form.field.text.trimmingSpaces
    let choices = choices(form)
    func wrong(_ words: String) -> Result<Form.Answer, Misreading> {
      .failure(Misreading(words, 0..<form.field.text.count))
    }
    switch form.question {
    case .until, .when, .due, .wanted:
      if text.isEmpty, form.question.isOptional { return .success(.moment(nil)) }
      if text.isEmpty { return choices.isEmpty ? wrong("Write a day.") : .success(choices[form.index].answer) }
      return readMoment(form)
    case .reason where form.hasChosen && choices.indices.contains(form.index):
      return .success(choices[form.index].answer)
    case .title where form.hasChosen && form.collected.isEmpty && choices.indices.contains(form.index):
      return .success(choices[form.index].answer)
    case let question
    where [.about, .why, .service, .actions, .role].contains(question) && (text.isEmpty || form.hasChosen)
      && choices.indices.contains(form.index):
      return .success(choices[form.index].answer)
    case .contingency where Contingency.read(text).isEmpty:
      return wrong("Write what to do if something happens, with a then or an arrow: if … then …, or … → …")
    case let question where question.isFree:
      if text.isEmpty, !question.isOptional { return wrong("Write a few words; Esc leaves all as it is.") }
      return .success(.text(text))
    default:
      guard choices.indices.contains(form.index) else { return wrong("None of these is called “\(text)”.") }
      let choice = choices[form.index]
      // A name typed wrongly must not become somebody.
      if choice.isMadeUp, !form.hasChosen {
        return wrong("Nobody is called “\(text)”. If it is a role, go to it with ↓ and press Enter again.")
      }
      return .success(choice.answer)
    }
  }

  private func readMoment(_ form: Form) -> Result<Form.Answer, Misreading> {
    Result { () throws(Misreading) in
      try DateWords.read(form.field.text, now: now, calendar: workspace.site.calendar)
    }.flatMap { moment in
      // Today has begun: what is to wait for it would be back at once.
      if form.question == .until, moment.start(in: workspace.zone) <= now {
        return .failure(
          Misreading("That has begun already; write a later day, or today with a time.", 0..<form.field.text.count))
      }
      return .success(.moment(moment))
    }
  }

  /// What the words typed for a time mean, while they are typed.
  package func meaning(_ form: Form) -> String? {
    guard [.until, .when, .due, .wanted].contains(form.question), !form.field.isEmpty,
      case .success(.moment(let moment?)) = readMoment(form)
    else { return nil }
    return words.full(moment)
  }

  /// What is read before it is answered, in lines above the field.
  package func briefing(_ form: Form) -> [String] {
    form.question == .title ? briefingOfTask(form) : briefingOfHandoff(form)
  }

  func nextQuestion(_ form: Form) -> Form.Question? {
    Form.questions(form.command).first { form.answers[$0] == nil && isAsked($0, form) }
  }

  /// A reason is asked for only where the record needs one; whether a task is done with, where it can be.
  private func isAsked(_ question: Form.Question, _ form: Form) -> Bool {
    if question == .closing { return mayClose(form) }
    if form.command == .acceptHandoff, question != .readBack {
      return form.handoff.flatMap { workspace.chart(form.patient)?.handoff($0) }?.content == nil
    }
    if question == .basis { return asksForConsent(form) }
    if question == .enrolment { return referral(of: form)?.isSocial ?? false }
    guard question == .reason else { return true }
    switch form.command {
    case .closeWith:
      guard case .outcome(let outcome) = form.answers[.outcome] else { return false }
      return form.rows.contains { outcome.needsReason(for: $0.kind) }
    // Left alone past the time by which it is due.
    case .waitUntil:
      guard let until = form.moment(.until)?.start(in: workspace.zone) else { return false }
      return form.rows.contains { $0.deadline.map { $0 < until } ?? false }
    // Where an interest is declared the record must say why it goes there all the same.
    case .refer, .sendReferral: return !interests(form).isEmpty
    default: return true
    }
  }

  private func mayClose(_ form: Form) -> Bool {
    guard case .contact(let outcome) = form.answers[.contact], outcome.settles, let row = form.rows.first else {
      return false
    }
    return row.kind == .task && TaskStatus.moves(from: TaskStatus(rawValue: row.status)).contains(.completed)
  }
}

extension String {
  var trimmingSpaces: String {
    var text = self[...].drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
