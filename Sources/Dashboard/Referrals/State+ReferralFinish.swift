import Care
import Terminal

/// What the answers of a referral's form ask of the record.
extension State {
  mutating func changeReferral(_ form: Form) {
    guard let author = ownReference, let chart = workspace.chart(form.patient),
      let wanted = wanted(form, chart, by: author)
    else {
      toast = Toast(
        words: "Not saved: the chart is not here any more. Open the patient and do it again.", weight: .refused,
        canUndo: false)
      return
    }
    ask([wanted])
  }

  private mutating func wanted(_ form: Form, _ chart: Chart, by author: Reference) -> Wanted? {
    let row = form.rows.first
    var wanted = Wanted(
      commands: [], patient: chart.id, item: form.referral ?? row?.item, row: row, reason: form.text(.reason), done: "")
    let old = referral(of: form)
    let writing = Writing(chart, about: row.flatMap { chart.owed($0.item, workspace.site) }, by: author, now: now)
    switch form.command {
    case .refer, .retargetReferral:
      let target = form.reference(.target)
      let request = writing.referral(
        form.command == .refer ? form.text(.service) : old?.service ?? "", to: target,
        reason: form.command == .refer ? form.text(.why) : old?.request.reasons.first?.label ?? "",
        priority: form.priority(.urgency) ?? old?.request.priority,
        wantedBy: form.moment(.wanted) ?? old?.request.occurrence.end, insteadOf: old)
      let line = chart.written(.serviceRequest(request), ids.next())
      if let old {
        let machine = machine(of: old)
        // The one that has it can only be asked to give it up; an outcome may still come from there.
        if old.refusal(of: .move(.cancelRequest), machine) == nil {
          wanted.commands.append(.refer(referral: old.id, ReferralAsk(.move(.cancelRequest), machine: machine)))
        }
        wanted.commands.append(.refer(referral: old.id, ReferralAsk(.retarget, machine: machine)))
      }
      wanted.commands.append(.write(line))
      let sends = send(line.id, request, to: target, form, chart, author)
      wanted.commands += sends
      let name = naming(target)
      wanted.done =
        sends.isEmpty ? "Kept as a draft for \(name): nothing goes there without consent" : "Sent to \(name)"
      if form.referral == nil {
        wanted.session = row.flatMap { session(form, $0.item) }
        wanted.item = row?.item ?? line.id
      }
    case .sendReferral:
      guard let old else { return nil }
      wanted.commands = send(old.id, old.request, to: old.recipient, form, chart, author)
      if wanted.commands.isEmpty {
        toast = Toast(words: "It stays a draft: nothing goes there without consent.", weight: .refused, canUndo: false)
      }
      wanted.done = "Sent to \(naming(old.recipient))"
    default:
      guard let old else { return nil }
      step(form, old, writing, &wanted, chart)
    }
    return wanted
  }

  /// What puts it on its way; nothing where it may not go.
  private mutating func send(
    _ id: LineID, _ request: ServiceRequest, to target: Reference, _ form: Form, _ chart: Chart, _ author: Reference
  ) -> [Command] {
    let directory = workspace.directory
    let isOutside = directory.isOutsideCare(target, isSocial: request.isSocial)
    var commands: [Command] = []
    var basis = SharingBasis.treatment
    if isOutside {
      basis = .agreed
      if asksForConsent(form) {
        guard case .basis(let given?) = form.answers[.basis] else { return [] }
        let today = workspace.zone.civil(now).date
        let consent = Consent.toShare(
          with: target, basis: given, recordedBy: author, at: now,
          until: Moment(date: CivilDate(year: today.year + 1, month: today.month, day: min(today.day, 28))))
        commands.append(.write(chart.written(.consent(consent), ids.next())))
        basis = given
      }
    }
    let machine = directory.machine(of: target)
    let package = chart.package(
      for: request, id: id, to: target, from: author, as: isOutside ? .outside : .care, basis: basis, machine: machine,
      interest: directory.interests(in: target).map(\.words).joined(separator: "; "), naming: naming)
    return commands + [.refer(referral: id, ReferralAsk(.move(.send), machine: machine, package: package))]
  }

  private mutating func step(
    _ form: Form, _ referral: Referral, _ writing: Writing, _ wanted: inout Wanted, _ chart: Chart
  ) {
    let machine = machine(of: referral)
    guard let act = form.command.act(on: referral, machine) else { return }
    var ask = ReferralAsk(act, machine: machine)
    switch form.command {
    case .scheduleReferral:
      ask.appointment = form.moment(.when)
      if let start = ask.appointment {
        let booking = writing.booking(referral.service, at: start, with: referral.recipient)
        wanted.commands.append(.write(chart.written(booking, ids.next())))
      }
    case .outcomeReferral:
      let enrolment: Enrolment? = if case .enrolment(let found) = form.answers[.enrolment] { found } else { nil }
      ask.result = ReferralResult(
        finding: form.text(.finding), plan: form.text(.plan), nextStep: form.text(.nextStep), enrolment: enrolment)
    case .interimNote: wanted.reason = form.text(.note)
    case .holdReferral: ask.waitsFor = form.reference(.waitsFor)
    case .resendReferral: ask.package = referral.package
    default: break
    }
    // What somebody closed by hand is opened by taking that back; an acknowledgement by a step.
    if form.command == .reopenReferral, let settlement = chart.handling[referral.id]?.settlement {
      wanted.commands = [.reopen(item: referral.id, settlement.title, settlement.outcome)]
    } else {
      wanted.commands.append(.refer(referral: referral.id, ask))
    }
    wanted.done = "\(referral.service): \(act.done)"
  }
}

extension Form {
  func priority(_ question: Question) -> Priority? {
    if case .priority(let priority) = answers[question] { priority } else { nil }
  }
}
