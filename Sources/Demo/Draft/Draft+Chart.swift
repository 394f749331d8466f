import Care

extension Draft {
  @discardableResult
  mutating func problem(
    _ code: Concept, since days: Int, clinical: ClinicalStatus = .active, note: String = ""
  ) -> Reference {
    var condition = Condition()
    condition.clinical = clinical
    condition.verification = .confirmed
    condition.categories = Terms.problemList
    condition.code = code
    condition.onset = calendar.day(-days)
    condition.recorded = calendar.day(-days)
    if clinical == .resolved { condition.abatement = calendar.day(-days / 2) }
    if !note.isEmpty { condition.notes = [note] }
    return add(.condition(condition), as: code.label)
  }

  mutating func social(_ code: Concept, since days: Int) -> Reference {
    var condition = Condition()
    condition.clinical = .active
    condition.verification = .confirmed
    condition.categories = Terms.socialNeed
    condition.code = code
    condition.recorded = calendar.day(-days)
    condition.asserter = patient
    return add(.condition(condition), as: code.label)
  }

  mutating func ordered(
    _ medication: String, _ dosage: String, since days: Int, by: Profession = .primaryCare, stopped: Bool = false
  ) {
    var request = MedicationRequest()
    request.status = stopped ? .stopped : .active
    request.intent = "order"
    request.medication = Concept(text: medication)
    request.authored = calendar.at(-days, 11, 20)
    request.requester = the(by).role
    request.dosages = [dosage]
    add(.medicationRequest(request))
  }

  /// What the patient says they take, which is not always what was ordered.
  mutating func takes(_ medication: String, _ dosage: String, asked days: Int) {
    var statement = MedicationStatement()
    statement.status = .active
    statement.medication = Concept(text: medication)
    statement.asserted = calendar.at(-days, 10, 40)
    statement.informationSource = patient
    statement.dosages = [dosage]
    add(.medicationStatement(statement))
  }

  @discardableResult
  mutating func lab(
    _ code: Concept, _ value: String, _ unit: String, at moment: Moment, range: String = "", flag: String = ""
  ) -> Reference {
    measured(code, value, unit, at: moment, categories: Terms.laboratory, range: range, flag: flag)
  }

  mutating func vital(_ code: Concept, _ value: String, _ unit: String, at moment: Moment) {
    measured(code, value, unit, at: moment, categories: Terms.vitalSigns, range: "", flag: "")
  }

  mutating func finding(_ code: Concept, _ answer: Concept, at moment: Moment) {
    var observation = Observation()
    observation.status = .final
    observation.categories = Terms.vitalSigns
    observation.code = code
    observation.effective = Period(start: moment)
    observation.issued = moment
    observation.value = .concept(answer)
    add(.observation(observation), as: code.label)
  }

  @discardableResult
  private mutating func measured(
    _ code: Concept, _ value: String, _ unit: String, at moment: Moment, categories: [Concept], range: String,
    flag: String
  ) -> Reference {
    var observation = Observation()
    observation.status = .final
    observation.categories = categories
    observation.code = code
    observation.effective = Period(start: moment)
    observation.issued = moment
    observation.value = .quantity(Quantity(value: value, unit: unit))
    observation.referenceRange = range
    if !flag.isEmpty {
      observation.interpretations = [
        Concept(codings: [
          Coding(
            system: "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", code: flag,
            display: flag == "H" ? "High" : "Low")
        ])
      ]
    }
    return add(.observation(observation), as: code.label)
  }

  mutating func pressure(_ systolic: Int, _ diastolic: Int, at moment: Moment) {
    var observation = Observation()
    observation.status = .final
    observation.categories = Terms.vitalSigns
    observation.code = Terms.pressure
    observation.effective = Period(start: moment)
    for (code, value) in [(Terms.systolic, systolic), (Terms.diastolic, diastolic)] {
      var component = ObservationComponent()
      component.code = code
      component.value = .quantity(Quantity(value: String(value), unit: "mmHg"))
      observation.components.append(component)
    }
    add(.observation(observation))
  }

  mutating func immunized(_ vaccine: String, code: String, days: Int) {
    var immunization = Immunization()
    immunization.status = .completed
    immunization.vaccine = Concept(
      text: vaccine, codings: [Coding(system: "http://hl7.org/fhir/sid/cvx", code: code, display: vaccine)])
    immunization.occurrence = calendar.at(calendar.workday(-days), 9, 50)
    add(.immunization(immunization))
  }
}
