import Care
import Terminal

extension State {
  /// All is answered: what was asked for is done, or shown first where it is for many.
  mutating func finish(_ form: Form) -> [Effect] {
    rememberReason(form)
    switch form.command {
    case .keepView: return keepView(form)
    case .addRecipient, .attachLine, .sendMessage: return finishInComposer(form)
    case .message:
      composeMessage(form)
      return []
    case .ask:
      composeQuestion(form)
      return []
    case .joinTeam, .useTemplate:
      changeTeam(form)
      return []
    case .offerHandoff, .acceptHandoff, .returnHandoff, .cancelHandoff:
      changeHandoff(form)
      return []
    default: break
    }
    if form.command == .refer || form.referral != nil {
      changeReferral(form)
      return []
    }
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
      guard let chart = workspace.chart(form.patient), let wanted = wanted(form, nil, chart) else {
        toast = Toast(
          words: "Not saved: the chart is not here any more. Open the patient and do it again.", weight: .refused,
          canUndo: false)
        return
      }
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
  func session(_ form: Form, _ item: LineID, closes: Bool = false) -> Event? {
    if case .status(let status) = form.answers[.status] { return verdict(status, on: item) }
    return closes ? verdictOfClosing(item) : verdict(form.command, on: item)
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
        done: commands.done, session: session(form, row.item))
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
      let step = workspace.site.ladder.steps.dropFirst(row.steps).first?.role.words ?? ""
      return ([.escalate(item: row.item, to: row.steps + 1)], "Passed up to the \(step)")
    case .closeWith:
      guard case .outcome(let outcome) = form.answers[.outcome] else { return nil }
      return ([.close(item: row.item, outcome)], "Closed: \(outcome.words(for: row.kind))")
    case .setStatus:
      guard case .status(let status) = form.answers[.status] else { return nil }
      return ([.setStatus(task: row.item, to: status)], "Now \(StatusWords.words(status.rawValue))")
    default: return nil
    }
  }

  /// A preference takes the place of those before it.
  private mutating func wanted(_ preference: ContactPreference, by author: Reference, in chart: Chart) -> Wanted {
    let old = chart.contactPreferences.map { line -> Command in
      var flag = line.value
      (flag.status, flag.period.end) = (.inactive, Moment(now))
      return .write(
        ImportedLine(id: line.id, origins: chart.origins(of: line.id), origin: line.origin, resource: .flag(flag)))
    }
    let new = chart.written(.flag(preference.flag(by: author, from: now)), ids.next())
    return Wanted(
      commands: old + [.write(new)], patient: chart.id, done: "On file: \(preference.rawValue.lowercased())")
  }

  /// What is owed no longer by what was written about a row; what settles a line that nobody looks at is said too.
  func words(ofSettled settled: [OpenItem], by row: WorkRow?) -> [String] {
    let closes = settled.contains { $0.id == row?.item }
    let others = settled.filter { $0.id != row?.item }.map(\.title).joined(separator: ", ")
    return (closes ? ["it is settled by that"] : [])
      + (others.isEmpty ? [] : ["\(closes ? "so is" : "that settles") \(others)"])
  }

  /// What is written about an item, or about the patient alone.
  private mutating func wanted(_ form: Form, _ row: WorkRow?, _ chart: Chart) -> Wanted? {
    guard let author = ownReference else { return nil }
    let item = row.flatMap { chart.owed($0.item, workspace.site) }
    let writing = Writing(chart, about: item, by: author, now: now)
    let resource: Resource
    let done: String
    var rest: [Command] = []
    switch form.command {
    case .call, .logContact:
      guard case .contact(let outcome) = form.answers[.contact] else { return nil }
      let channel = if case .channel(let channel) = form.answers[.channel] { channel } else { ContactChannel.telephone }
      let callee = form.reference(.callee)
      resource = writing.contact(outcome, by: channel, with: callee, note: form.text(.note), in: form.thread)
      done = "\(channel.title) to \(naming(callee)) on file: \(outcome.words)"
      if let row, form.flag(.closing) { rest = [.setStatus(task: row.item, to: .completed)] }
    case .preference:
      guard case .preference(let preference) = form.answers[.preference] else { return nil }
      return wanted(preference, by: author, in: chart)
    case .book:
      guard let start = form.moment(.when) else { return nil }
      let doer = form.reference(.doer)
      resource = writing.booking(form.text(.about), at: start, with: doer)
      done = "Booked \(words.full(start))"
    case .newTask:
      resource = writing.task(
        form.text(.title), due: form.moment(.due), owner: form.reference(.owner), from: form.source)
      done = "Task added: \(form.text(.title))"
    default: return nil
    }
    let line = chart.written(resource, ids.next())
    // Who files a contact in a thread has read it.
    if case .communication(let contact) = resource, !contact.isVoid {
      rest.append(.markRead(thread: form.thread.flatMap { chart.thread(holding: $0)?.id } ?? line.id, as: []))
    }
    var commands = [.write(line)] + rest
    let settled = settled(by: commands, in: chart)
    let closes = row.map { row in settled.contains { $0.id == row.item } } ?? false
    var told = [done] + words(ofSettled: settled, by: row)
    if let row, closes, form.answers[.contact] == .contact(.reachedMore) {
      let note = form.text(.note)
      let more = writing.task(note.isEmpty ? "\(row.title): more to do" : note, due: nil, owner: author)
      commands.append(.write(chart.written(more, ids.next())))
      told.append("what is left to do is a task of yours")
    }
    return Wanted(
      commands: commands, patient: chart.id, item: row?.item ?? line.id, row: row,
      done: told.joined(separator: "; "), session: row.flatMap { session(form, $0.item, closes: closes) })
  }
}
