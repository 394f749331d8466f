import Care

extension Draft {
  /// What matters to the patient, in their own words, is a goal that they expressed.
  mutating func says(_ words: String, days: Int = 30) {
    var goal = Goal()
    goal.status = .active
    goal.categories = [Concept(text: "What matters")]
    goal.description = Concept(text: words)
    goal.start = calendar.day(-days)
    goal.expressedBy = patient
    within(.coordination) { $0.add(.goal(goal)) }
  }

  @discardableResult
  mutating func goal(_ words: String, due days: Int, by member: Colleague, achievement: String = "in progress")
    -> Reference
  {
    var goal = Goal()
    goal.status = .active
    goal.achievement = Concept(text: achievement)
    goal.description = Concept(text: words)
    goal.start = calendar.day(-turn)
    var target = GoalTarget()
    target.detail = words
    target.due = calendar.day(days)
    goal.targets = [target]
    goal.expressedBy = member.practitioner
    var reference = Reference()
    within(.coordination) { reference = $0.add(.goal(goal), as: words) }
    return reference
  }

  struct Activity {
    var words: String
    var status: String
    var who: Profession

    init(_ words: String, _ status: String, _ who: Profession) {
      self.words = words
      self.status = status
      self.who = who
    }
  }

  mutating func plan(_ title: String, goals: [Reference], _ activities: [Activity]) {
    var plan = CarePlan()
    plan.status = .active
    plan.intent = "plan"
    plan.title = title
    plan.categories = [Concept(text: "Care plan")]
    plan.period = Period(start: calendar.day(-turn))
    plan.created = calendar.at(-turn, 16)
    plan.author = the(.coordinator).role
    plan.goals = goals
    plan.activities = activities.map { planned in
      var activity = PlanActivity()
      activity.status = planned.status
      activity.description = planned.words
      activity.performers = [the(planned.who).role]
      return activity
    }
    within(.coordination) { $0.add(.carePlan(plan), as: title) }
  }

  /// The people who plan to take part. The journey says who has left and who is missing: a role that the plan asks for
  /// and nobody holds.
  mutating func team(
    _ name: String, _ professions: [Profession], left: Profession? = nil, missing: Profession? = nil,
    carer: Carer? = nil
  ) {
    var team = CareTeam()
    team.status = .active
    team.name = name
    team.period = Period(start: calendar.day(-turn - 10))
    team.managingOrganizations = [organization(.careCoordination)]
    func participant(_ role: Concept, _ actor: Reference, onBehalfOf: Reference = Reference(), period: Period) {
      var participant = Participant()
      participant.roles = [role]
      participant.actor = actor
      participant.onBehalfOf = onBehalfOf
      participant.period = period
      team.participants.append(participant)
    }
    for profession in professions {
      let member = the(profession)
      participant(
        profession.concept, member.role, onBehalfOf: organization(member.place),
        period: Period(start: team.period.start))
    }
    if let left {
      let member = the(left)
      participant(
        left.concept, member.role, onBehalfOf: organization(member.place),
        period: Period(start: team.period.start, end: calendar.day(-max(turn - 1, 1))))
    }
    if let missing { participant(missing.concept, Reference(), period: Period(start: team.period.start)) }
    if let carer {
      participant(
        Terms.finding("133932002", carer.relationship), carer.reference, period: Period(start: team.period.start))
    }
    within(.coordination) { $0.add(.careTeam(team), as: name) }
  }

  /// Hands an open task from one coordinator to the one who has the patient.
  mutating func takeOver(_ task: Reference, from former: Colleague) {
    guard let target = task.target else { return }
    let coordinator = the(.coordinator)
    perform(
      .ownerChanged(item: LineID(target), from: owner(former), to: owner(coordinator)), by: coordinator,
      because: "Takes over from a colleague")
  }
}
