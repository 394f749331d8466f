package import Care
import Terminal

extension State {
  /// What can be chosen as an answer now, the likeliest first; what is typed narrows it.
  package func choices(_ form: Form) -> [Form.Choice] {
    let typed = form.field.text.trimmingSpaces
    let text = Folding.fold(typed)
    switch form.question {
    case .owner: return people(typed, form, first: [ownReference].compactMap(\.self))
    case .recipient: return recipients(typed, form)
    case .callee: return people(typed, form, first: callees(form))
    case .channel:
      return fitting(text, ContactChannel.allCases.map { Form.Choice(words: $0.words, answer: .channel($0)) })
    case .preference:
      return fitting(text, ContactPreference.allCases.map { Form.Choice(words: $0.rawValue, answer: .preference($0)) })
    case .line: return lines(typed, form)
    case .topic: return topics(text, form)
    case .role: return roles(text)
    case .template: return templates(text)
    case .severity: return fitting(text, severities(form))
    case .actions: return text.isEmpty ? handoffActions(form) : []
    case .doer:
      let nobody = Form.Choice(words: "nobody yet", answer: .reference(Reference()))
      return (text.isEmpty ? [nobody] : []) + people(typed, form, first: form.rows.prefix(1).map(\.owner))
    case .target: return targets(typed, form)
    case .service: return services(text, form)
    case .why:
      return text.isEmpty ? form.rows.prefix(1).map { Form.Choice(words: $0.title, answer: .text($0.title)) } : []
    case .urgency:
      return fitting(text, Priority.allCases.map { Form.Choice(words: $0.rawValue, answer: .priority($0)) })
    case .basis: return form.command == .sendMessage ? grounds : bases(form)
    case .enrolment:
      return fitting(
        text,
        Enrolment.allCases.map { Form.Choice(words: $0.words, answer: .enrolment($0)) }
          + [Form.Choice(words: "not about a place", answer: .enrolment(nil))])
    case .waitsFor:
      let patient = workspace.chart(form.patient)?.patientReference ?? Reference()
      return fitting(
        text,
        [
          Form.Choice(words: "the recipient", detail: "waiting list", answer: .reference(Reference())),
          Form.Choice(words: "the patient", detail: "has to do something first", answer: .reference(patient)),
        ])
    case .until: return text.isEmpty ? daysToCome : []
    case .when: return []
    case .reason:
      return (lastReasons[form.command] ?? []).map { Form.Choice(words: $0, detail: "used before", answer: .text($0)) }
    case .outcome:
      let kinds = Set(form.rows.map(\.kind))
      return fitting(
        text,
        Outcome.allCases.filter { outcome in
          form.rows.allSatisfy { $0.canEnd(outcome, now: now, zone: workspace.zone) }
        }.map { Form.Choice(words: $0.words(for: kinds.count == 1 ? kinds.first : nil), answer: .outcome($0)) })
    case .contact:
      return fitting(text, ContactOutcome.allCases.map { Form.Choice(words: $0.words, answer: .contact($0)) })
    case .closing: return fitting(text, closings(form))
    case .status: return fitting(text, statuses(form))
    case .slot:
      let (free, taken) = ((1...9).filter { view($0) == nil }, (1...9).filter { view($0) != nil })
      return fitting(
        text,
        (free + taken).map { number in
          Form.Choice(words: "\(number)", detail: view(number)?.name ?? "free", answer: .number(number))
        })
    // A booking is likely for what the line asks for.
    case .about:
      return text.isEmpty ? form.rows.prefix(1).map { Form.Choice(words: $0.title, answer: .text($0.title)) } : []
    case .title: return spokenLines(form)
    case .note, .due, .name, .wanted, .finding, .plan, .nextStep, .summary, .contingency, .readBack,
      .doubt:
      return []
    }
  }

  func fitting(_ text: String, _ choices: [Form.Choice]) -> [Form.Choice] {
    choices.filter { choice in
      text.isEmpty || Folding.fold(choice.words).split(separator: " ").contains { $0.hasPrefix(text) }
        || Folding.fold(choice.words).hasPrefix(text)
    }
  }

  /// Whom a message goes to: the patient and those at home too. A patient is handed on to professionals alone, and who
  /// joins the team isn't on it yet.
  private func recipients(_ typed: String, _ form: Form) -> [Form.Choice] {
    guard form.command == .offerHandoff || form.command == .joinTeam, let chart = workspace.chart(form.patient) else {
      return people(typed, form, first: correspondents(form))
    }
    let members = team(of: chart).filter { $0.standing == .member }.map(\.reference)
    return people(typed, form, first: []).filter { choice in
      guard case .reference(let reference) = choice.answer else { return true }
      if form.command == .joinTeam { return !chart.isPatient(reference) && !members.contains(reference) }
      return !chart.isPatientOrCarer(reference)
    }
  }

  /// The states that every one of the tasks may go to.
  private func statuses(_ form: Form) -> [Form.Choice] {
    let moves = form.rows.map { TaskStatus.moves(from: TaskStatus(rawValue: $0.status)) }
    return Self.likelyStates.filter { status in moves.allSatisfy { $0.contains(status) } }
      .map { Form.Choice(words: StatusWords.words($0.rawValue), answer: .status($0)) }
  }

  /// The likeliest to be asked for first, those that end it for good last.
  private static let likelyStates: [TaskStatus] = [
    .inProgress, .completed, .ready, .accepted, .received, .requested, .onHold, .draft, .failed, .rejected, .cancelled,
    .enteredInError,
  ]

  /// A task that names the call is likely done by it; any other likely isn't.
  private func closings(_ form: Form) -> [Form.Choice] {
    let yes = Form.Choice(words: "yes", detail: "closes it", answer: .flag(true))
    let no = Form.Choice(words: "no", detail: "it stays open", answer: .flag(false))
    return namesCall(form.rows.first?.title ?? "") ? [yes, no] : [no, yes]
  }

  /// Who wrote what the line is about; the patient; those who care for the patient at home; and whoever has the line.
  private func correspondents(_ form: Form) -> [Reference] {
    guard let chart = workspace.chart(form.patient) else { return form.rows.prefix(1).map(\.owner) }
    let item = item(of: form, in: chart)
    let sender = item?.clocks.first.flatMap { chart.communications[$0.event.line]?.value.sender }
    let known = [sender, form.rows.first?.owner, chart.patientReference].compactMap(\.self) + carers(of: chart)
    return known.filter { !isOwn($0) }
  }

  private func carers(of chart: Chart) -> [Reference] {
    chart.team(workspace.directory, now: now, zone: workspace.zone).filter { $0.standing == .carer }.map(\.reference)
  }

  /// Whoever the line is likely to be settled with: where it asks to reach the patient or names a call, the patient and
  /// those at home; else the organisation it is with first.
  private func callees(_ form: Form) -> [Reference] {
    guard let chart = workspace.chart(form.patient) else { return [] }
    let item = item(of: form, in: chart)
    let home = [chart.patientReference] + carers(of: chart)
    let asksForPatient = item.map { item in
      item.clocks.contains { $0.clock.duty.isSettledByContact } || (item.kind == .task && namesCall(item.title))
    }
    let house = [item?.organization ?? Reference(), item?.owner ?? Reference()]
    let all = asksForPatient ?? true ? home + house : house.prefix(1) + home + house.suffix(1)
    return all.filter { !$0.isEmpty && !isOwn($0) }
  }

  func item(of form: Form, in chart: Chart) -> OpenItem? {
    form.rows.first.flatMap { chart.owed($0.item, workspace.site) }
  }

  private func namesCall(_ title: String) -> Bool {
    Folding.fold(title).split(separator: " ").contains { ["call", "phone", "telephone", "ring"].contains($0) }
  }

  /// Days that people wait for most, each with its date.
  private var daysToCome: [Form.Choice] {
    ["tomorrow", "2bd", "7d", "14d"].compactMap { word in
      guard let day = try? DateWords.read(word, now: now, calendar: workspace.site.calendar) else { return nil }
      return Form.Choice(words: words.full(day), detail: word, answer: .moment(day))
    }
  }

  /// The most that is offered at once.
  static let most = 8

  /// People and roles: the likeliest, the team of the patient in view, then whoever else is in the directory, and last
  /// what is typed as a role.
  private func people(_ typed: String, _ form: Form, first: [Reference]) -> [Form.Choice] {
    let isAboutOne = form.rows.allSatisfy { $0.patient == form.patient }
    return people(typed, about: isAboutOne ? form.patient : nil, first: first)
  }

  /// - Parameters:
  ///   - patient: whose team comes first; nil for several patients.
  ///   - isStrict: whether what is typed as a role that nobody has is left out.
  func people(
    _ typed: String, about patient: PatientID?, first: [Reference] = [], isStrict: Bool = false
  ) -> [Form.Choice] {
    let (text, words) = (Folding.fold(typed), WordStarts.words(typed))
    var found: [Form.Choice] = []
    let team = (view?.chart.id == patient ? view?.team : nil) ?? []
    // Two who are called the same are two.
    var seen: Set<String> = []
    func add(_ name: String, _ detail: String, _ reference: Reference) {
      guard found.count < Self.most, !name.isEmpty, !reference.isEmpty else { return }
      let member = workspace.directory.person(behind: reference)
      let identity = member.map { "\($0)" } ?? reference.target.map { "\($0)" } ?? name
      guard WordStarts.fit(words, "\(name) \(detail)"), seen.insert(identity).inserted else { return }
      found.append(Form.Choice(words: name, detail: detail, answer: .reference(reference)))
    }
    for reference in first {
      let kind = reference.kind == ResourceKind.patient.rawValue ? "the patient" : ""
      let role = team.first { $0.reference == reference }?.role ?? kind
      add(naming(reference), reference == ownReference ? "you" : role, reference)
    }
    for member in team where member.standing != .past {
      let presence = presence(of: member)
      let here = presence == .unknown ? "" : presence.isHere ? "here now" : "not here now"
      let detail = [member.role, here].filter { !$0.isEmpty }.joined(separator: ", ")
      add(member.name.words, detail, member.reference)
    }
    if !text.isEmpty {
      for (member, post) in directoryMatches(text, in: [.practitioner]) {
        add(workspace.directory.name(of: member), post, reference(to: member))
      }
      let known = (names?.roles(text, most: 2) ?? []) + workspace.site.ladder.steps.map(\.role.words)
      let roles = known.filter { Folding.fold($0).hasPrefix(text) }
      for role in roles where found.count < Self.most { add(role, "as a role", Reference(display: role)) }
      if !isStrict, !found.contains(where: { Folding.fold($0.words) == text }) {
        found.append(
          Form.Choice(
            words: typed, detail: "as a role", answer: .reference(Reference(display: typed)), isMadeUp: true))
      }
    }
    return found
  }

  /// On what grounds somebody outside the team may be told. Nobody must agree by a key that was pressed once too often.
  private var grounds: [Form.Choice] {
    let isCarer =
      composer(under: 1).map { composer in
        strangers(composer).allSatisfy { workspace.chart(composer.draft.patient)?.isPatientOrCarer($0) ?? false }
      } ?? false
    let allowed = isCarer ? SharingBasis.ofInvolvement : SharingBasis.ofAgreement
    return [Form.Choice(words: "not asked yet", detail: "nothing is sent", answer: .basis(nil))]
      + allowed.map { Form.Choice(words: $0.words, detail: "", answer: .basis($0)) }
  }

  /// Visits, results and tasks of the chart that a message can be linked to, the newest first.
  private func lines(_ typed: String, _ form: Form) -> [Form.Choice] {
    guard let chart = workspace.chart(form.patient) else { return [] }
    let words = WordStarts.words(typed)
    return chart.linkable(zone: workspace.zone).lazy.filter { WordStarts.fit(words, $0.words) }.prefix(Self.most).map {
      Form.Choice(
        words: $0.words, detail: [$0.kind, self.words.recent($0.at)].filter { !$0.isEmpty }.joined(separator: ", "),
        answer: .reference($0.reference))
    }
  }

  /// - Returns: each with what it works as, and where.
  func directoryMatches(_ text: String, in kinds: [DirectoryKind]) -> [(Directory.Member, String)] {
    (names?.matches(text, kinds: kinds, most: Self.most) ?? []).compactMap { entry in
      workspace.directory[entry.id].map { ($0, entry.post) }
    }
  }

  func reference(to member: Directory.Member) -> Reference {
    workspace.directory.reference(to: member)
  }

  /// Whether it means whoever is at the keyboard, by themselves or in a role.
  func isOwn(_ reference: Reference) -> Bool {
    author.member.map { workspace.directory.person(behind: reference) == $0 } ?? false
  }

  /// Whoever is at the keyboard; nil for somebody who has not said who they are.
  var ownReference: Reference? { author.member.flatMap { workspace.directory[$0] }.map(reference) }
}

extension WorkRow {
  /// Whether it can end so from where it stands. Source: FHIR R4 Task state machine.
  fileprivate func canEnd(_ outcome: Outcome, now: Instant, zone: Zone) -> Bool {
    if kind == .appointment, outcome.isOfVisit, due.map({ $0.start(in: zone) > now }) ?? false { return false }
    guard Outcome.choices(for: kind).contains(outcome) else { return false }
    // A referral is done once its outcome has come and was read, which are steps of its own.
    if kind == .referral, outcome == .done, ReferralState(typed: status) != nil { return false }
    return kind != .task || TaskStatus.moves(from: TaskStatus(rawValue: status)).contains(outcome.taskStatus)
  }
}

extension Outcome {
  /// In a reader's words, for what ended so.
  package func words(for kind: WorkKind?) -> String {
    switch (self, kind) {
    case (.done, .appointment): "kept"
    case (.done, .referral): "answered, and not on file here"
    case (.done, .clock): "done, and not on file here"
    case (.done, _): "done"
    case (.notNeeded, _): "not needed"
    case (.declined, _): "the patient declined"
    case (.unreachable, _): "could not be reached"
    case (.failed, _): "could not be done"
    case (.missed, _): "did not come"
    case (.cancelled, _): "cancelled"
    case (.enteredInError, _): "entered in error"
    }
  }
}
