import Care
import Terminal

/// Teams made here: members join, leave and are looked for by a template.
extension State {
  func availabilityOfTeam(_ id: CommandID) -> Availability {
    guard author.member != nil else { return .disabled("say who you are: start with --as NAME") }
    guard let patient, patient != .unmatched else { return .disabled("choose a patient first") }
    if id == .leaveTeam {
      guard let member = selectedMember else { return .disabled("nobody is chosen") }
      return member.standing == .member
        ? .enabled : .disabled("\(member.name.words) is on no team of this patient now")
    }
    return .enabled
  }

  /// Roles that the team lacks first, then every profession.
  func roles(_ text: String) -> [Form.Choice] {
    let lacking = (view?.coverage ?? []).compactMap { finding -> Form.Choice? in
      guard case .lacks(let role, let because) = finding else { return nil }
      return Form.Choice(words: role.words, detail: "missing: \(because)", answer: .text(role.words))
    }
    let known = Set(lacking.map(\.words))
    let others = Profession.allCases.map(\.words).filter { !known.contains($0) }
    return fitting(text, lacking + others.map { Form.Choice(words: $0, answer: .text($0)) })
  }

  func templates(_ text: String) -> [Form.Choice] {
    fitting(
      text,
      TeamTemplate.standard.map { template in
        Form.Choice(
          words: template.name, detail: template.roles.map(\.words).joined(separator: ", "),
          answer: .text(template.name))
      })
  }

  /// The patients that this person and the member under the cursor have in common; of a house, all with somebody of it.
  mutating func goShared() {
    guard let name = selectedMember?.name.words else { return }
    go(.patients)
    indexNames()
    let shared = filter(for: .patients, "with:me with:\"\(name.filter { !"\"“”„".contains($0) })\"")
    changeList(.patients) {
      $0.show(shared)
      $0.cursor = ListCursor()
    }
    lookThrough()
  }

  mutating func changeTeam(_ form: Form) {
    guard ownReference != nil, let chart = workspace.chart(form.patient) else { return sayChartIsGone() }
    switch form.command {
    case .joinTeam:
      var participant = Participant()
      participant.actor = form.reference(.recipient)
      participant.roles = [Concept(text: form.text(.role))]
      participant.period.start = Moment(now)
      var line = ownTeam(chart)
      // Whoever comes takes the place that was left open for the role.
      let open = line.team.participants.firstIndex {
        $0.actor.isEmpty && Folding.fold($0.roles.first?.label ?? "") == Folding.fold(form.text(.role))
      }
      if let open { line.team.participants[open] = participant } else { line.team.participants.append(participant) }
      write(line.team, line.id, in: chart, done: "\(naming(participant.actor)) is on the team: \(form.text(.role))")
    case .useTemplate:
      guard let template = TeamTemplate.standard.first(where: { $0.name == form.text(.template) }) else { return }
      var line = ownTeam(chart)
      line.team.name = template.name
      let known = Set(line.team.participants.compactMap { $0.roles.first.map { Folding.fold($0.label) } })
      for role in template.roles where !known.contains(Folding.fold(role.words)) {
        var place = Participant()
        place.roles = [Concept(text: role.words)]
        line.team.participants.append(place)
      }
      let members = team(of: chart).filter { $0.standing == .member }
      let open = template.roles.count { role in !members.contains { role.isHeld(by: $0, workspace.directory) } }
      let told = open == 0 ? "every role is held" : "\(open) of \(template.roles.count) roles to fill"
      write(line.team, line.id, in: chart, done: "Team \(template.name): \(told)")
    default: break
    }
  }

  /// The selected member leaves every team of the patient; the membership stays on file.
  mutating func endMembership() {
    guard let member = selectedMember, let chart = view?.chart else { return }
    let person = workspace.directory.person(behind: member.reference)
    var commands: [Command] = []
    for line in chart.careTeams.items where line.value.status != .enteredInError {
      var team = line.value
      for index in team.participants.indices where team.participants[index].period.end == nil {
        let actor = team.participants[index].actor
        let isMember =
          actor == member.reference || (person != nil && workspace.directory.person(behind: actor) == person)
        if isMember { team.participants[index].period.end = Moment(now) }
      }
      guard team != line.value else { continue }
      commands.append(
        .write(
          ImportedLine(
            id: line.id, origins: chart.origins(of: line.id), origin: line.origin, resource: .careTeam(team))))
    }
    if commands.isEmpty { return }
    ask([Wanted(commands: commands, patient: chart.id, done: "\(member.name.words) has left the team")])
  }

  /// The team that was made here, or a new one.
  private mutating func ownTeam(_ chart: Chart) -> (id: LineID, team: CareTeam) {
    if let line = chart.careTeams.items.last(where: { chart.isWrittenHere($0.source) && $0.value.status == .active }) {
      return (line.id, line.value)
    }
    var team = CareTeam()
    team.status = .active
    team.name = "Care team"
    team.period.start = Moment(now)
    return (ids.next(), team)
  }

  private mutating func write(_ team: CareTeam, _ id: LineID, in chart: Chart, done: String) {
    let line = ImportedLine(
      id: id, origins: chart.careTeams[id] == nil ? [OriginID(id)] : chart.origins(of: id), origin: "",
      resource: .careTeam(team))
    ask([Wanted(commands: [.write(line)], patient: chart.id, done: done)])
  }
}
