package import Care
import Terminal

extension State {
  /// What the keys would act on: the item that is being decided on, the marked lines, or the one under the cursor.
  package var subjects: [WorkRow] {
    if triage != nil { return triageRow.map { [$0] } ?? [] }
    guard focus == .worklist else { return [] }
    return worklist.marks.isEmpty ? selectedWork.map { [$0] } ?? [] : markedWork
  }

  mutating func openForm(_ command: CommandID) {
    indexNames()
    guard let patient = triage?.item?.patient ?? patient else { return }
    let seed = command == .newTask ? seedOfTask : (source: Reference(), title: "")
    overlays.append(
      .form(Form(command, rows: subjects, patient: patient, source: seed.source, title: seed.title)))
  }

  /// Makes the index of names where there is none; nothing changes it but the directory.
  mutating func indexNames() { if names == nil { names = NameIndex(workspace.directory) } }

  /// What new work is made from: a thread, or a line of the chart.
  private var seedOfTask: (source: Reference, title: String) {
    func reference(_ id: LineID?, _ kind: ResourceKind, _ words: String) -> (Reference, String) {
      guard let id, let origin = view?.chart.origins(of: id).first else { return (Reference(), "") }
      return (Reference(target: origin, kind: kind.rawValue, display: words), words)
    }
    switch focus {
    case .messages:
      return selectedThread.map { reference($0.id, .communication, $0.subject) } ?? (Reference(), "")
    case .chart: return selectedLine.map { reference($0.id, .observation, $0.text) } ?? (Reference(), "")
    default: return (Reference(), "")
    }
  }

  mutating func pressInForm(_ form: Form, _ key: Key) -> [Effect] {
    var form = form
    switch key {
    case Key(.enter): return answer(form)
    case Key(.down), Key(.character("n"), .ctrl), Key(.tab):
      form.index = min(form.index + 1, max(0, choices(form).count - 1))
    case Key(.up), Key(.character("p"), .ctrl): form.index = max(0, form.index - 1)
    default:
      guard form.field.take(key) else { return [] }
      (form.index, form.fault) = (0, nil)
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
        (form.question, form.field, form.index, form.fault) = (next, TextField(), 0, nil)
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
    case .until, .when, .due:
      if text.isEmpty, form.question.isOptional { return .success(.moment(nil)) }
      if text.isEmpty { return choices.isEmpty ? wrong("Write a day.") : .success(choices[form.index].answer) }
      return readMoment(form)
    case .reason where text.isEmpty && choices.indices.contains(form.index):
      return .success(choices[form.index].answer)
    case let question where question.isFree:
      if text.isEmpty, !question.isOptional { return wrong("Write a few words; Esc leaves all as it is.") }
      return .success(.text(text))
    default:
      if choices.isEmpty, text.isEmpty, form.question.isOptional { return .success(.reference(Reference())) }
      guard choices.indices.contains(form.index) else { return wrong("None of these is called “\(text)”.") }
      return .success(choices[form.index].answer)
    }
  }

  private func readMoment(_ form: Form) -> Result<Form.Answer, Misreading> {
    Result { () throws(Misreading) in
      try DateWords.read(form.field.text, now: now, calendar: workspace.site.calendar)
    }.map { .moment($0) }
  }

  /// What the words typed for a time mean, while they are typed.
  package func meaning(_ form: Form) -> String? {
    guard [.until, .when, .due].contains(form.question), !form.field.isEmpty, case .success(.moment(let moment?)) = readMoment(form)
    else { return nil }
    return words.full(moment)
  }

  private func nextQuestion(_ form: Form) -> Form.Question? {
    Form.questions(form.command).first { form.answers[$0] == nil && isAsked($0, form) }
  }

  /// A reason is asked for only where the record needs one.
  private func isAsked(_ question: Form.Question, _ form: Form) -> Bool {
    guard question == .reason else { return true }
    switch form.command {
    case .closeWith:
      guard case .outcome(let outcome) = form.answers[.outcome] else { return false }
      return form.rows.contains { outcome.needsReason(for: $0.kind) }
    // Left alone past the time by which it is due.
    case .waitUntil:
      guard let until = form.moment(.until)?.start(in: workspace.zone) else { return false }
      return form.rows.contains { $0.deadline.map { $0 < until } ?? false }
    default: return true
    }
  }
}

extension String {
  var trimmingSpaces: String {
    var text = self[...].drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
