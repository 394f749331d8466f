package import Care
import Terminal

extension State {
  /// What can be chosen as an answer now, the likeliest first; what is typed narrows it.
  package func choices(_ form: Form) -> [Form.Choice] {
    let text = Folding.fold(form.field.text.trimmingSpaces)
    switch form.question {
    case .owner: return people(text, first: ownReference)
    case .recipient: return people(text, first: form.rows.first.map(\.owner))
    case .doer: return people(text, first: form.rows.first.map(\.owner))
    case .target: return targets(text)
    case .until: return text.isEmpty ? daysToCome : []
    case .when: return []
    case .reason: return (lastReasons[form.command] ?? []).map { Form.Choice(words: $0, detail: "used before", answer: .text($0)) }
    case .outcome:
      let kinds = Set(form.rows.map(\.kind))
      return fitting(text, Outcome.allCases.filter { outcome in
        kinds.allSatisfy { Outcome.choices(for: $0).contains(outcome) }
      }.map { Form.Choice(words: $0.words(for: kinds.count == 1 ? kinds.first : nil), answer: .outcome($0)) })
    case .contact: return fitting(text, ContactOutcome.allCases.map { Form.Choice(words: $0.words, answer: .contact($0)) })
    case .status: return fitting(text, statuses(form))
    case .slot:
      return fitting(text, (1...9).map { number in
        Form.Choice(words: "\(number)", detail: view(number)?.name ?? "free", answer: .number(number))
      })
    case .note, .text, .service, .title, .due, .name: return []
    }
  }

  private func fitting(_ text: String, _ choices: [Form.Choice]) -> [Form.Choice] {
    choices.filter { choice in
      text.isEmpty || Folding.fold(choice.words).split(separator: " ").contains { $0.hasPrefix(text) }
        || Folding.fold(choice.words).hasPrefix(text)
    }
  }

  /// The states that every one of the tasks may go to.
  private func statuses(_ form: Form) -> [Form.Choice] {
    let moves = form.rows.map { TaskStatus.moves(from: TaskStatus(rawValue: $0.status)) }
    return TaskStatus.allCases.filter { status in moves.allSatisfy { $0.contains(status) } }
      .map { Form.Choice(words: StatusWords.words($0.rawValue), answer: .status($0)) }
  }

  /// Days that people wait for most, each with its date.
  private var daysToCome: [Form.Choice] {
    ["tomorrow", "2bd", "7d", "14d"].compactMap { word in
      guard let day = try? DateWords.read(word, now: now, calendar: workspace.site.calendar) else { return nil }
      return Form.Choice(words: words.full(day), detail: word, answer: .moment(day))
    }
  }

  /// The most that is offered at once.
  private static let most = 8

  /// People and roles: the likeliest, the team of the patient in view, then whoever else is in the directory, and last
  /// what is typed as a role.
  private func people(_ text: String, first: Reference?) -> [Form.Choice] {
    var found: [Form.Choice] = []
    var seen: Set<String> = []
    func add(_ name: String, _ detail: String, _ reference: Reference) {
      guard found.count < Self.most, !name.isEmpty, !reference.isEmpty else { return }
      let fits = text.split(separator: " ").allSatisfy { Folding.fold("\(name) \(detail)").contains($0) }
      guard fits, seen.insert(name).inserted else { return }
      found.append(Form.Choice(words: name, detail: detail, answer: .reference(reference)))
    }
    if let first { add(naming(first), first == ownReference ? "you" : "", first) }
    for member in view?.team ?? [] where member.standing != .past {
      let here = member.isHere(now, zone: workspace.zone).map { $0 ? "here now" : "not here now" }
      let detail = [member.role, here ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
      add(member.name.words, detail, member.reference)
    }
    if !text.isEmpty {
      for member in directoryMatches(text, in: [.practitioner]) {
        add(workspace.directory.name(of: member), "", reference(to: member))
      }
      let role = text.trimmingSpaces
      found.append(Form.Choice(words: role, detail: "as a role", answer: .reference(Reference(display: role))))
    }
    return found
  }

  private func targets(_ text: String) -> [Form.Choice] {
    guard !text.isEmpty else { return [] }
    return directoryMatches(text, in: [.healthcareService, .organization, .practitioner]).prefix(Self.most).map { member in
      let kind =
        switch member.resource.kind {
        case .healthcareService: "service"
        case .organization: "organisation"
        default: ""
        }
      return Form.Choice(
        words: workspace.directory.name(of: member), detail: kind, answer: .reference(reference(to: member)))
    }
  }

  private func directoryMatches(_ text: String, in kinds: [DirectoryKind]) -> [Directory.Member] {
    (names?.matches(text, kinds: kinds, most: Self.most) ?? []).compactMap { workspace.directory[$0.id] }
  }

  func reference(to member: Directory.Member) -> Reference {
    Reference(
      target: member.origins.first, kind: member.resource.kind.rawValue,
      display: workspace.directory.name(of: member), written: member.origin)
  }

  /// Whoever is at the keyboard; nil for somebody who has not said who they are.
  var ownReference: Reference? { author.member.flatMap { workspace.directory[$0] }.map(reference) }
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
