import Care

extension FHIRReader {
  func careTeam(_ json: JSON) throws -> CareTeam {
    var team = CareTeam()
    team.identifiers = try identifiers(json)
    team.status = try code(json)
    team.name = try json.text("name")
    team.categories = try concepts(json, "category")
    team.period = try period(json, "period")
    team.participants = try json.objects("participant").map { entry in
      var participant = Participant()
      participant.roles = try concepts(entry, "role")
      participant.actor = try reference(entry["member"])
      participant.onBehalfOf = try reference(entry["onBehalfOf"], kind: "Organization")
      participant.period = try period(entry, "period")
      return participant
    }
    team.encounter = try reference(json["encounter"], kind: "Encounter")
    team.managingOrganizations = try references(json, "managingOrganization", kind: "Organization")
    return team
  }

  func carePlan(_ json: JSON) throws -> CarePlan {
    var plan = CarePlan()
    plan.identifiers = try identifiers(json)
    plan.status = try code(json)
    plan.intent = try json.text("intent")
    plan.title = try json.text("title")
    plan.categories = try concepts(json, "category")
    plan.description = try json.text("description")
    plan.period = try period(json, "period")
    plan.created = try moment(json, "created")
    plan.author = try reference(json["author"])
    plan.careTeams = try references(json, "careTeam", kind: "CareTeam")
    plan.addresses = try references(json, "addresses", kind: "Condition")
    plan.goals = try references(json, "goal", kind: "Goal")
    plan.activities = try json.objects("activity").map { try activity($0) }
    return plan
  }

  private func activity(_ json: JSON) throws -> PlanActivity {
    var activity = PlanActivity()
    activity.reference = try reference(json["reference"])
    guard let detail = try json.object("detail") else { return activity }
    activity.status = try detail.text("status")
    activity.code = try concept(detail, "code")
    activity.description = try detail.text("description")
    activity.scheduled = try span(detail, "scheduled")
    if activity.description.isEmpty { activity.description = try detail.text("scheduledString") }
    activity.performers = try references(detail, "performer")
    activity.location = try reference(detail["location"], kind: "Location")
    return activity
  }

  func goal(_ json: JSON) throws -> Goal {
    var goal = Goal()
    goal.status = try code(json, "lifecycleStatus")
    goal.achievement = try concept(json, "achievementStatus")
    goal.categories = try concepts(json, "category")
    goal.priority = try concept(json, "priority")
    goal.description = try concept(json, "description")
    goal.start = try moment(json, "startDate")
    goal.targets = try json.objects("target").map { try target($0) }
    goal.expressedBy = try reference(json["expressedBy"])
    goal.addresses = try references(json, "addresses")
    goal.notes = try notes(json)
    return goal
  }

  private func target(_ json: JSON) throws -> GoalTarget {
    var target = GoalTarget()
    target.measure = try concept(json, "measure")
    target.detail = try value(json, "detail").label ?? ""
    target.due = try moment(json, "dueDate")
    if let due = try json.object("dueDuration") {
      let words = "within \(try quantity(due).label)"
      target.detail = target.detail.isEmpty ? words : "\(target.detail), \(words)"
    }
    return target
  }

  func consent(_ json: JSON) throws -> Consent {
    var consent = Consent()
    consent.identifiers = try identifiers(json)
    consent.status = try code(json)
    consent.scope = try concept(json, "scope")
    consent.categories = try concepts(json, "category")
    consent.recorded = try moment(json, "dateTime")
    consent.performers = try references(json, "performer")
    consent.organizations = try references(json, "organization", kind: "Organization")
    guard let provision = try json.object("provision") else { return consent }
    consent.provision = try provision.text("type")
    consent.period = try period(provision, "period")
    consent.actors = try provision.objects("actor").map { entry in
      var actor = Participant()
      actor.roles = [try concept(entry, "role")]
      actor.actor = try reference(entry["reference"])
      return actor
    }
    consent.actions = try concepts(provision, "action")
    return consent
  }

  func flag(_ json: JSON) throws -> Flag {
    var flag = Flag()
    flag.identifiers = try identifiers(json)
    flag.status = try code(json)
    flag.categories = try concepts(json, "category")
    flag.code = try concept(json, "code")
    flag.period = try period(json, "period")
    flag.encounter = try reference(json["encounter"], kind: "Encounter")
    flag.author = try reference(json["author"])
    return flag
  }

  func coverage(_ json: JSON) throws -> Coverage {
    var coverage = Coverage()
    coverage.identifiers = try identifiers(json)
    coverage.status = try code(json)
    coverage.type = try concept(json, "type")
    coverage.relationship = try concept(json, "relationship")
    coverage.period = try period(json, "period")
    coverage.payors = try references(json, "payor")
    return coverage
  }
}
