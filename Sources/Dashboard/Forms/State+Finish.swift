import Care
import Terminal

extension State {
  /// All is answered: what was asked for is done, or shown first where it is for many.
  mutating func finish(_ form: Form) -> [Effect] {
    rememberReason(form)
    if form.command == .keepView { return keepView(form) }
    change(form)
    return []
  }

  private mutating func keepView(_ form: Form) -> [Effect] {
    guard case .number(let number) = form.answers[.slot] else { return [] }
    return keep(
      SavedView(
        number: number, name: form.text(.name), filter: worklist.filter?.text ?? "", order: worklist.order(.worklist)))
  }

  private mutating func change(_ form: Form) {
    if form.rows.isEmpty {
      guard let chart = workspace.chart(form.patient), let wanted = wanted(form, nil, chart) else { return }
      ask([wanted])
      return
    }
    let lines = form.rows.map { row in
      let obstacle: String? = if case .disabled(let why) = availability(form.command, for: row) { why } else { nil }
      return Preview.Line(row: row, wanted: obstacle == nil ? wanted(form, row) : nil, obstacle: obstacle)
    }
    if worklist.marks.isEmpty || triage != nil {
      if let wanted = lines.first?.wanted { ask([wanted]) }
    } else {
      overlays.append(.preview(Preview(command: form.command, lines: lines, hidden: hiddenMarks(form.rows)), top: 0))
    }
  }

  /// What the answers are to the triage in which they are given.
  private func session(_ form: Form) -> Event? {
    if case .contact(let call) = form.answers[.contact] { return verdict(call, form.rows.first) }
    if case .status(let status) = form.answers[.status] { return verdict(status) }
    return verdict(form.command)
  }

  private mutating func rememberReason(_ form: Form) {
    let reason = form.text(.reason)
    guard !reason.isEmpty else { return }
    lastReasons[form.command, default: []].removeAll { $0 == reason }
    lastReasons[form.command, default: []].insert(reason, at: 0)
    if lastReasons[form.command, default: []].count > 5 { lastReasons[form.command]?.removeLast() }
  }

  private mutating func wanted(_ form: Form, _ row: WorkRow) -> Wanted? {
    if let commands = commands(form, row) {
      return Wanted(
        commands: commands.all, patient: row.patient, item: row.item, row: row, reason: form.text(.reason),
        done: commands.done, session: session(form))
    }
    return workspace.chart(row.patient).flatMap { wanted(form, row, $0) }
  }

  /// What is asked of the item itself; nil where something new is written about it.
  private func commands(_ form: Form, _ row: WorkRow) -> (all: [Command], done: String)? {
    switch form.command {
    case .assign:
      let owner = form.reference(.owner)
      return ([.assign(item: row.item, to: owner)], "Assigned to \(owner == ownReference ? "you" : naming(owner))")
    case .waitUntil:
      guard let until = form.moment(.until) else { return nil }
      return (
        [.snooze(item: row.item, until: until.start(in: workspace.zone))], "Waits until \(words.full(until))"
      )
    case .escalate:
      let step = workspace.site.ladder.dropFirst(row.steps).first?.words ?? ""
      return ([.escalate(item: row.item)], "Passed up to the \(step)")
    case .closeWith:
      guard case .outcome(let outcome) = form.answers[.outcome] else { return nil }
      return ([.close(item: row.item, outcome)], "Closed: \(outcome.words(for: row.kind))")
    case .setStatus:
      guard case .status(let status) = form.answers[.status] else { return nil }
      return ([.setStatus(task: row.item, to: status)], "Now \(StatusWords.words(status.rawValue))")
    default: return nil
    }
  }

  /// What is written about an item, or about the patient alone.
  private mutating func wanted(_ form: Form, _ row: WorkRow?, _ chart: Chart) -> Wanted? {
    guard let author = ownReference else { return nil }
    let item = row.flatMap { row in chart.owed(workspace.site).first { $0.id == row.item } }
    let writing = Writing(chart, about: item, by: author, now: now)
    let resource: Resource
    let done: String
    var rest: [Command] = []
    switch form.command {
    case .call:
      guard case .contact(let outcome) = form.answers[.contact] else { return nil }
      resource = writing.contact(outcome, note: form.text(.note))
      done = "Call on file: \(outcome.words)"
      // A task to call has been done by it; what a rule asks for is settled by what the call shows.
      if let row, outcome.settles, row.kind == .task,
        TaskStatus.moves(from: TaskStatus(rawValue: row.status)).contains(.completed)
      {
        rest = [.setStatus(task: row.item, to: .completed)]
      }
    case .message:
      let recipient = form.reference(.recipient)
      resource = writing.message(form.text(.text), to: recipient)
      done = "Message on file for \(naming(recipient))"
    case .refer:
      let target = form.reference(.target)
      resource = writing.referral(form.text(.service), to: target)
      done = "Asked of \(naming(target))"
    case .book:
      guard let start = form.moment(.when) else { return nil }
      let doer = form.reference(.doer)
      resource = writing.booking(row?.title ?? "Visit", at: start, with: doer)
      done = "Booked \(words.full(start))"
    case .newTask:
      resource = writing.task(form.text(.title), due: form.moment(.due), owner: form.reference(.owner), from: form.source)
      done = "Task added: \(form.text(.title))"
    default: return nil
    }
    let line = chart.written(resource, ids.next())
    return Wanted(
      commands: [.write(line)] + rest, patient: chart.id, item: row?.item ?? line.id, row: row, done: done,
      session: session(form))
  }
}
