import Care

extension FHIRReader {
  func encounter(_ json: JSON) throws -> Encounter {
    var encounter = Encounter()
    encounter.identifiers = try identifiers(json)
    encounter.status = try code(json)
    encounter.classification = try json.object("class").map { try coding($0) } ?? Coding()
    encounter.types = try concepts(json, "type")
    encounter.serviceType = try concept(json, "serviceType")
    encounter.priority = try concept(json, "priority")
    encounter.period = try period(json, "period")
    encounter.reasons = try reasons(json)
    encounter.participants = try json.objects("participant").map { entry in
      var participant = Participant()
      participant.roles = try concepts(entry, "type")
      participant.actor = try reference(entry["individual"])
      participant.period = try period(entry, "period")
      return participant
    }
    encounter.serviceProvider = try reference(json["serviceProvider"], kind: "Organization")
    encounter.locations = try json.objects("location").map { entry in
      var stay = Stay()
      stay.location = try reference(entry["location"], kind: "Location")
      stay.period = try period(entry, "period")
      stay.status = try entry.text("status")
      return stay
    }
    encounter.episodes = try references(json, "episodeOfCare", kind: "EpisodeOfCare")
    encounter.partOf = try reference(json["partOf"], kind: "Encounter")
    encounter.basedOn = try references(json, "basedOn", kind: "ServiceRequest")
    if let stay = try json.object("hospitalization") {
      encounter.admitSource = try concept(stay, "admitSource")
      encounter.dischargeDisposition = try concept(stay, "dischargeDisposition")
    }
    return encounter
  }

  func episodeOfCare(_ json: JSON) throws -> EpisodeOfCare {
    var episode = EpisodeOfCare()
    episode.identifiers = try identifiers(json)
    episode.status = try code(json)
    episode.types = try concepts(json, "type")
    episode.period = try period(json, "period")
    episode.managingOrganization = try reference(json["managingOrganization"], kind: "Organization")
    episode.careManager = try reference(json["careManager"])
    episode.teams = try references(json, "team", kind: "CareTeam")
    return episode
  }

  func condition(_ json: JSON) throws -> Condition {
    var condition = Condition()
    condition.clinical = try code(json, concept: "clinicalStatus")
    condition.verification = try code(json, concept: "verificationStatus")
    condition.categories = try concepts(json, "category")
    condition.severity = try concept(json, "severity")
    condition.code = try concept(json, "code")
    condition.bodySites = try concepts(json, "bodySite")
    let onset = try span(json, "onset")
    condition.onset = onset.start
    condition.onsetText = try onsetText(json)
    let abatement = try span(json, "abatement")
    condition.abatement = abatement.end
    condition.recorded = try moment(json, "recordedDate")
    condition.encounter = try reference(json["encounter"], kind: "Encounter")
    condition.asserter = try reference(json["asserter"])
    condition.notes = try notes(json)
    return condition
  }

  private func onsetText(_ json: JSON) throws -> String {
    if let age = try json.object("onsetAge") { return "age \(try quantity(age).label)" }
    if let range = try json.object("onsetRange") { return "age \(try self.range(range))" }
    return try json.text("onsetString")
  }

  func range(_ json: JSON) throws -> String {
    let low = try json.object("low").map { try quantity($0) }
    let high = try json.object("high").map { try quantity($0) }
    switch (low, high) {
    case (let low?, let high?): return "\(low.value)–\(high.label)"
    case (let low?, nil): return "≥ \(low.label)"
    case (nil, let high?): return "≤ \(high.label)"
    case (nil, nil): return ""
    }
  }

  func allergyIntolerance(_ json: JSON) throws -> AllergyIntolerance {
    var allergy = AllergyIntolerance()
    allergy.clinical = try code(json, concept: "clinicalStatus")
    allergy.verification = try code(json, concept: "verificationStatus")
    allergy.type = try json.text("type")
    allergy.categories = try json.texts("category")
    allergy.criticality = try json.text("criticality")
    allergy.code = try concept(json, "code")
    allergy.onset = try span(json, "onset").start
    allergy.recorded = try moment(json, "recordedDate")
    allergy.recorder = try reference(json["recorder"])
    allergy.asserter = try reference(json["asserter"])
    allergy.reactions = try json.objects("reaction").map { entry in
      var reaction = AllergyReaction()
      reaction.substance = try concept(entry, "substance")
      reaction.manifestations = try concepts(entry, "manifestation")
      reaction.severity = try entry.text("severity")
      return reaction
    }
    allergy.notes = try notes(json)
    return allergy
  }

  func procedure(_ json: JSON) throws -> Procedure {
    var procedure = Procedure()
    procedure.identifiers = try identifiers(json)
    procedure.status = try code(json)
    procedure.category = try concept(json, "category")
    procedure.code = try concept(json, "code")
    procedure.performed = try span(json, "performed")
    procedure.encounter = try reference(json["encounter"], kind: "Encounter")
    procedure.performers = try json.objects("performer").map { entry in
      var performer = Participant()
      let function = try concept(entry, "function")
      performer.roles = function.isEmpty ? [] : [function]
      performer.actor = try reference(entry["actor"])
      performer.onBehalfOf = try reference(entry["onBehalfOf"], kind: "Organization")
      return performer
    }
    procedure.location = try reference(json["location"], kind: "Location")
    procedure.reasons = try reasons(json)
    procedure.outcome = try concept(json, "outcome")
    procedure.basedOn = try references(json, "basedOn")
    procedure.notes = try notes(json)
    return procedure
  }

  func immunization(_ json: JSON) throws -> Immunization {
    var immunization = Immunization()
    immunization.status = try code(json)
    immunization.vaccine = try concept(json, "vaccineCode")
    immunization.occurrence = try moment(json, "occurrenceDateTime")
    immunization.encounter = try reference(json["encounter"], kind: "Encounter")
    immunization.statusReason = try concept(json, "statusReason")
    return immunization
  }
}
