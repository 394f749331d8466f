import Care
import Terminal

extension State {
  /// Asks for what a step of a referral needs; one that needs nothing is taken at once.
  mutating func openReferralForm(_ command: CommandID) -> [Effect] {
    guard let referral = referralInHand, let view else { return [] }
    indexNames()
    let rows = view.rows.filter { $0.item == referral.id }
    var form = Form(command, rows: rows, patient: view.chart.id, called: view.chart.listedName)
    form.referral = referral.id
    guard let first = nextQuestion(form) else { return finish(form) }
    form.question = first
    if first == .target { form.targets = rankedTargets(form) }
    overlays.append(.form(form))
    return []
  }

  /// The referral that a form takes a step on.
  func referral(of form: Form) -> Referral? {
    guard let id = form.referral else { return nil }
    if let view, view.chart.id == form.patient { return view.referrals.first { $0.id == id } }
    return workspace.chart(form.patient)?.referral(id, workspace.site)
  }

  /// To whom it goes: as answered, or as the draft has it.
  private func recipient(_ form: Form) -> Reference {
    form.answers[.target] == nil ? referral(of: form)?.recipient ?? Reference() : form.reference(.target)
  }

  private func need(_ form: Form) -> SocialNeed? {
    workspace.chart(form.patient).flatMap { item(of: form, in: $0) }?.clocks.first?.event.need
  }

  private func isSocial(_ form: Form) -> Bool { need(form) != nil || referral(of: form)?.isSocial ?? false }

  // MARK: Whom to ask

  /// Services and bodies that offer what is asked for, the best first.
  func rankedTargets(_ form: Form) -> [ReferralTarget] {
    let old = referral(of: form)
    let service = form.answers[.service] == nil ? old?.service ?? "" : form.text(.service)
    let members = workspace.directory.members.values.lazy
      .filter { [.healthcareService, .organization].contains($0.resource.kind) }.map(\.id)
    let all = workspace.directory.targets(
      for: service, among: members, near: clinic, tally: workspace.lists.tally)
    // Not of the same again, nor of a service of the same house.
    let others = all.filter { target in
      old.map { old in
        !workspace.directory.lineage(target.reference).contains { $0.target == old.recipient.target }
      } ?? true
    }
    let fitting = others.filter { $0.match > 0 }
    return fitting.isEmpty ? Array(others.prefix(Self.most)) : fitting
  }

  /// Where whoever asks works, as far as the directory says where that is.
  private var clinic: Position? {
    guard let member = author.member else { return nil }
    let roles = workspace.directory.members.values.lazy.filter { line in
      if case .practitionerRole(let role) = line.resource {
        return workspace.directory[role.practitioner]?.id == member
      }
      return false
    }
    return roles.compactMap { workspace.directory.position(of: $0) }.first
  }

  func targets(_ typed: String, _ form: Form) -> [Form.Choice] {
    let (text, words) = (Folding.fold(typed), WordStarts.words(typed))
    var found = form.targets.filter { text.isEmpty || WordStarts.fit(words, "\($0.name) \($0.house)") }
    if !text.isEmpty, found.count < Self.most {
      let known = Set(found.map(\.member))
      let others = directoryMatches(text, in: [.healthcareService, .organization, .practitioner]).map(\.0.id)
        .filter { !known.contains($0) }
      found += workspace.directory.targets(for: "", among: others, near: clinic, tally: workspace.lists.tally)
    }
    return found.prefix(Self.most).map { target in
      var choice = Form.Choice(words: target.name, detail: target.house, answer: .reference(target.reference))
      choice.target = target
      return choice
    }
  }

  /// What can be asked for: what the line asks, and what the directory's services are called.
  func services(_ text: String, _ form: Form) -> [Form.Choice] {
    if text.isEmpty {
      if let need = need(form) {
        return [Form.Choice(words: need.words, detail: "the need", answer: .text(need.words))]
      }
      return []
    }
    return directoryMatches(text, in: [.healthcareService]).map { member, _ in
      let name = workspace.directory.name(of: member)
      return Form.Choice(words: name, detail: "a service on file", answer: .text(name))
    }
  }

  // MARK: Whether it may go there

  /// Interests declared in whom it would go to.
  func interests(_ form: Form) -> [DeclaredInterest] { workspace.directory.interests(in: recipient(form)) }

  private func consent(_ form: Form) -> SharingConsent? {
    let recipient = recipient(form)
    guard workspace.directory.isOutsideCare(recipient, isSocial: isSocial(form)) else { return nil }
    return workspace.chart(form.patient)?.consent(
      toShareWith: workspace.directory.lineage(recipient), now: now, zone: workspace.zone)
  }

  /// Nothing about a patient goes to a body outside care without consent on file.
  func asksForConsent(_ form: Form) -> Bool {
    switch consent(form) {
    case nil, .agreed: false
    case .refused, .ended, .notOnFile: true
    }
  }

  func bases(_ form: Form) -> [Form.Choice] {
    let draft = "kept as a draft; nothing is sent"
    if case .refused? = consent(form) {
      return [Form.Choice(words: "no", detail: "the patient refused: \(draft)", answer: .basis(nil))]
    }
    // Nobody must agree by a key that was pressed once too often.
    return [Form.Choice(words: "not asked yet", detail: draft, answer: .basis(nil))]
      + SharingBasis.ofAgreement.map {
        Form.Choice(words: $0.words, detail: "put on file, for a year", answer: .basis($0))
      }
  }
}
