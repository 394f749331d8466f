import Care

/// Where an encounter takes place, as HL7's encounter classes name it.
enum EncounterClass: Sendable {
  case emergency, inpatient, skilledNursing, clinic, home, virtual

  var classification: Coding {
    switch self {
    case .emergency: Coding(system: Terms.actCode, code: "EMER", display: "emergency")
    case .inpatient: Coding(system: Terms.actCode, code: "IMP", display: "inpatient encounter")
    case .skilledNursing: Coding(system: Terms.actCode, code: "NONAC", display: "inpatient non-acute")
    case .clinic: Coding(system: Terms.actCode, code: "AMB", display: "ambulatory")
    case .home: Coding(system: Terms.actCode, code: "HH", display: "home health")
    case .virtual: Coding(system: Terms.actCode, code: "VR", display: "virtual")
    }
  }
}

extension Draft {
  /// - Parameter to: nil while the patient is still there.
  @discardableResult
  mutating func encounter(
    _ kind: EncounterClass, _ title: String, at place: Place, from: Moment, to: Moment?, because: String = "",
    with people: [Colleague] = [], disposition: String = ""
  ) -> Reference {
    var encounter = Encounter()
    encounter.status = to == nil ? .inProgress : .finished
    encounter.classification = kind.classification
    encounter.types = [Concept(text: title)]
    encounter.period = Period(start: from, end: to)
    if !because.isEmpty { encounter.reasons = [Concept(text: because)] }
    encounter.participants = people.map { member in
      var participant = Participant()
      participant.roles = [Concept(text: member.profession.words)]
      participant.actor = member.role
      participant.period = encounter.period
      return participant
    }
    encounter.serviceProvider = organization(place)
    if kind != .home && kind != .virtual {
      var stay = Stay()
      stay.location = network.places.location(place)
      stay.period = encounter.period
      stay.status = to == nil ? "active" : "completed"
      encounter.locations = [stay]
    }
    if !disposition.isEmpty { encounter.dischargeDisposition = Concept(text: disposition) }
    return add(.encounter(encounter), as: title)
  }

  @discardableResult
  mutating func episode(_ purpose: String, at place: Place, since days: Int, endedAt end: Int? = nil) -> Reference {
    var episode = EpisodeOfCare()
    episode.status = end == nil ? .active : .finished
    episode.types = [Concept(text: purpose)]
    episode.period = Period(start: calendar.day(-days), end: end.map { calendar.day(-$0) })
    episode.managingOrganization = organization(place)
    episode.careManager = the(.caseManager).role
    return add(.episodeOfCare(episode), as: purpose)
  }

  @discardableResult
  mutating func report(
    _ title: String, _ conclusion: String, at moment: Moment, by member: Colleague, results: [Reference] = [],
    basedOn: [Reference] = [], status: ResultStatus = .final
  ) -> Reference {
    var report = DiagnosticReport()
    report.status = status
    report.code = Concept(text: title)
    report.effective = Period(start: moment)
    report.issued = calendar.later(moment, minutes: 45)
    report.performers = [member.role]
    report.results = results
    report.basedOn = basedOn
    report.conclusion = conclusion
    return add(.diagnosticReport(report), as: title)
  }

  @discardableResult
  mutating func procedure(
    _ title: String, from: Moment, to: Moment, by member: Colleague, because: String, basedOn: [Reference] = []
  ) -> Reference {
    var procedure = Procedure()
    procedure.status = .completed
    procedure.code = Concept(text: title)
    procedure.performed = Period(start: from, end: to)
    var performer = Participant()
    performer.roles = [Concept(text: member.profession.words)]
    performer.actor = member.role
    procedure.performers = [performer]
    procedure.reasons = [Concept(text: because)]
    procedure.basedOn = basedOn
    return add(.procedure(procedure), as: title)
  }

  @discardableResult
  mutating func paper(
    _ type: Concept, _ words: String, at moment: Moment, by member: Colleague, about encounter: Reference? = nil
  ) -> Reference {
    var paper = DocumentReference()
    paper.status = .current
    paper.documentStatus = "final"
    paper.type = type
    paper.date = moment
    paper.authors = [member.role]
    paper.description = words
    paper.title = type.label
    paper.contentType = "application/pdf"
    paper.encounters = encounter.map { [$0] } ?? []
    return add(.documentReference(paper), as: type.label)
  }
}
