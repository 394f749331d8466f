import Care

extension Draft {
  /// Tells everything, in the order in which it came to be known.
  mutating func tell() {
    if archetype == .newcomer {
      introduce(carer: nil)
      return
    }
    let carer = makeCarer()
    introduce(carer: carer)
    within(.coordination) { draft in
      draft.cover()
      if let carer { draft.disclose(to: carer) }
    }
    tellBackground()
    tellAllergies()
    switch archetype {
    case .heartFailure: tellHeartFailure(carer)
    case .surgery: tellSurgery(carer)
    case .stroke: tellStroke(carer)
    case .lungDisease: tellLungDisease(carer)
    case .cancer: tellCancer(carer)
    case .diabetes: tellDiabetes(carer)
    case .pregnancy: tellPregnancy(carer)
    case .asthma: tellAsthma(carer)
    case .steady: tellSteady(carer)
    case .newcomer: break
    }
    tellSigns()
    tellReferral()
    tellToldReferral()
    tellPastReferrals()
    tellReconciliation()
    tellScene(carer)
  }

  /// Someone close to the patient, as a line of the record.
  struct Carer {
    var name: HumanName
    var relationship: String
    var phone: String
    var reference: Reference
  }

  private mutating func makeCarer() -> Carer? {
    guard archetype == .asthma || index < Cast.walkthroughs || scene == .carer || draw.chance(70) else { return nil }
    let relations: [(words: String, code: String, female: Bool)] =
      switch archetype {
      case .asthma: [("mother", "MTH", true), ("father", "FTH", false)]
      case .pregnancy: [("husband", "HUSB", false), ("sister", "SIS", true), ("mother", "MTH", true)]
      default:
        [
          ("daughter", "DAU", true), ("son", "SON", false), ("spouse", "SPS", !person.isFemale),
          ("neighbor", "NBOR", draw.chance(50)), ("friend", "FRND", draw.chance(50)),
        ]
      }
    let relation = index == 0 || scene == .carer ? ("daughter", "DAU", true) : draw.pick(relations)
    var name = person.book.name(&draw, female: relation.2)
    let isKin = relation.1 != "NBOR" && relation.1 != "FRND"
    if isKin, !person.name.family.isEmpty { name.family = person.name.family }
    if index == 0 { name.given = ["Lia"] }
    let phone = "555-0\(draw.number(100...199))"
    var related = RelatedPerson()
    related.active = true
    related.names = [name]
    related.relationships = [
      Concept(
        text: relation.0,
        codings: [
          Coding(
            system: "http://terminology.hl7.org/CodeSystem/v3-RoleCode", code: relation.1, display: relation.0)
        ])
    ]
    if archetype == .asthma { related.relationships.append(Concept(text: "primary carer")) }
    related.telecom = [ContactPoint(system: "phone", value: phone, use: "mobile")]
    related.languages = [person.languages[0]]
    related.period = Period(start: calendar.day(-400))
    let reference = add(.relatedPerson(related), as: name.listed)
    return Carer(name: name, relationship: relation.0, phone: phone, reference: reference)
  }

  private mutating func introduce(carer: Carer?) {
    var patient = Patient()
    patient.identifiers = [Identifier(system: Terms.recordNumbers, value: person.recordNumber, type: "MR")]
    patient.active = true
    patient.names = person.names
    patient.gender = person.isFemale ? .female : .male
    patient.birthDate = person.birthDate
    patient.deceased = .no
    if archetype != .newcomer {
      patient.telecom = [ContactPoint(system: "phone", value: person.phone, use: "home")]
      if draw.chance(35) {
        patient.telecom.append(
          ContactPoint(system: "email", value: "p\(person.recordNumber)@example.org", use: "home"))
      }
      patient.addresses = [person.address]
      patient.languages = person.languages
      patient.generalPractitioners = [the(archetype == .asthma ? .pediatrician : .primaryCare).practitioner]
    }
    patient.managingOrganization = organization(.hospital)
    if let carer {
      var contact = PatientContact()
      contact.name = carer.name
      contact.relationships = [Concept(text: carer.relationship), Concept(text: "may be told, all topics")]
      contact.telecom = [ContactPoint(system: "phone", value: carer.phone, use: "mobile")]
      patient.contacts = [contact]
    }
    add(.patient(patient), id: LineID(patientID), as: person.name.listed)
  }

  private mutating func disclose(to carer: Carer) {
    var consent = Consent()
    consent.status = .active
    consent.scope = Concept(
      text: "Privacy",
      codings: [
        Coding(
          system: "http://terminology.hl7.org/CodeSystem/consentscope", code: "patient-privacy",
          display: "Privacy Consent")
      ])
    consent.categories = [Concept(text: "Telling people close to the patient")]
    consent.recorded = calendar.day(-draw.number(12...200))
    consent.performers = [archetype == .asthma ? carer.reference : patient]
    consent.organizations = [organization(.hospital)]
    consent.provision = "permit"
    consent.period = Period(start: consent.recorded, end: calendar.day(draw.number(60...300)))
    if index == 0 { consent.period.end = calendar.day(100) }
    var told = Participant()
    told.roles = [Concept(text: carer.relationship)]
    told.actor = carer.reference
    consent.actors = [told]
    consent.actions = [
      Concept(text: index == 0 || draw.chance(75) ? "may be told, all topics" : "may be told, appointments only")
    ]
    add(.consent(consent))
  }

  private mutating func cover() {
    var coverage = Coverage()
    coverage.status = .active
    coverage.type = Concept(text: person.age >= 65 ? "Medicare" : draw.chance(30) ? "Medicaid" : "Employer plan")
    coverage.relationship = Concept(text: archetype == .asthma ? "child" : "self")
    coverage.period = Period(start: calendar.day(-320), end: calendar.day(40))
    coverage.payors = [organization(.payer)]
    add(.coverage(coverage))
  }

  mutating func warn(_ words: String, since days: Int? = nil) {
    var flag = Flag()
    flag.status = .active
    flag.categories = [Concept(text: "Safety")]
    flag.code = Concept(text: words)
    flag.period = Period(start: calendar.day(-(days ?? draw.number(10...60))))
    flag.author = the(.coordinator).practitioner
    within(.coordination) { $0.add(.flag(flag)) }
  }

  mutating func agree(to place: Place, purpose: String) {
    var consent = Consent()
    consent.status = .active
    consent.scope = Concept(text: "Privacy")
    consent.categories = [Concept(text: purpose)]
    consent.recorded = calendar.day(-draw.number(4...10))
    consent.performers = [patient]
    consent.organizations = [organization(.careCoordination)]
    consent.provision = "permit"
    consent.period = Period(start: consent.recorded, end: calendar.day(180))
    var receiver = Participant()
    receiver.roles = [Concept(text: "recipient")]
    receiver.actor = organization(place)
    consent.actors = [receiver]
    within(.coordination) { $0.add(.consent(consent)) }
  }
}
