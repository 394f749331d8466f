import Care

/// Gathers a chart's lines. *Not asked*, *none known* and a list are told apart in every section that can tell.
struct ChartLines {
  let chart: Chart
  let directory: Directory
  private(set) var all: [ChartLine] = []

  init(chart: Chart, directory: Directory) {
    self.chart = chart
    self.directory = directory
  }

  private mutating func add<Value>(
    _ section: ChartLine.Section, _ line: Line<Value>, _ text: String, detail: String = "", at: Moment? = nil,
    isPast: Bool = false
  ) {
    all.append(
      ChartLine(
        section: section, id: line.id, text: text.isEmpty ? "not named" : text, detail: detail, at: at,
        source: chart.sources.indices.contains(line.source) ? chart.sources[line.source] : nil, origin: line.origin,
        isPast: isPast))
  }

  private mutating func say(_ section: ChartLine.Section, _ words: String) {
    all.append(
      ChartLine(section: section, id: nil, text: words, detail: "", at: nil, source: nil, origin: "", isPast: false))
  }

  /// What holds now before what is past, the newest first within each.
  private func ordered<Value>(
    _ lines: [Line<Value>], isPast: (Value) -> Bool, at: (Value) -> Moment?
  ) -> [Line<Value>] {
    lines.enumerated().sorted { a, b in
      let (pastA, pastB) = (isPast(a.element.value), isPast(b.element.value))
      if pastA != pastB { return pastB }
      let (atA, atB) = (at(a.element.value)?.milliseconds ?? .min, at(b.element.value)?.milliseconds ?? .min)
      return atA != atB ? atA > atB : a.offset < b.offset
    }.map(\.element)
  }

  mutating func addConditions() {
    let counted = chart.conditions.items
    for (section, lines) in [
      (ChartLine.Section.problems, counted.filter { !$0.value.isSocial }),
      (.social, counted.filter { $0.value.isSocial }),
    ] {
      if lines.isEmpty { say(section, "nothing on file") }
      for line in ordered(lines, isPast: { !$0.stands }, at: { $0.onset ?? $0.recorded }) {
        let condition = line.value
        let words = [
          condition.clinical?.rawValue, condition.verification == .confirmed ? nil : condition.verification?.rawValue,
        ]
        add(
          section, line, condition.code.label, detail: words.compactMap(\.self).joined(separator: ", "),
          at: condition.onset ?? condition.recorded, isPast: !condition.stands)
      }
    }
  }

  mutating func addAllergies() {
    switch chart.allergyState {
    case .notAsked: say(.allergies, "not asked")
    case .noneKnown: say(.allergies, "none known")
    case .noneOfSomeKinds: say(.allergies, "only some kinds asked")
    case .conflict: say(.allergies, "conflict: one source says none, another lists some")
    case .listed: break
    }
    for line in ordered(chart.allergyIntolerances.items, isPast: { !$0.counts }, at: { $0.recorded ?? $0.onset }) {
      let allergy = line.value
      let reaction = allergy.reactions.flatMap(\.manifestations).map(\.label).joined(separator: ", ")
      let words = [allergy.doubt, reaction, allergy.criticality.isEmpty ? "" : "criticality \(allergy.criticality)"]
      add(
        .allergies, line, allergy.substance, detail: words.filter { !$0.isEmpty }.joined(separator: "; "),
        at: allergy.recorded ?? allergy.onset, isPast: !allergy.counts)
    }
  }

  mutating func addMedications() {
    if chart.medicationRequests.isEmpty, chart.medicationStatements.isEmpty { say(.medications, "nothing on file") }
    for line in ordered(chart.medicationRequests.items, isPast: { !($0.status?.isOpen ?? true) }, at: \.authored) {
      let request = line.value
      add(
        .medications, line, name(request.medication, request.medicationReference),
        detail: ["ordered", request.status?.rawValue ?? "", request.dosages.first ?? ""].filter { !$0.isEmpty }
          .joined(separator: ", "), at: request.authored, isPast: !(request.status?.isOpen ?? true))
    }
    for line in ordered(
      chart.medicationStatements.items, isPast: { $0.isOver }, at: { $0.effective.start ?? $0.asserted })
    {
      let statement = line.value
      add(
        .medications, line, name(statement.medication, statement.medicationReference),
        detail: ["taken", statement.status?.rawValue ?? "", statement.dosages.first ?? ""].filter { !$0.isEmpty }
          .joined(separator: ", "), at: statement.effective.start ?? statement.asserted, isPast: statement.isOver)
    }
  }

  private func name(_ concept: Concept, _ reference: Reference) -> String {
    concept.label.isEmpty ? directory.naming(reference).words : concept.label
  }

  mutating func addGoalsAndPlans() {
    for line in ordered(chart.goals.items, isPast: { !($0.status?.stands ?? true) }, at: \.start) {
      let goal = line.value
      add(
        .goals, line, goal.description.label,
        detail: [goal.status?.rawValue ?? "", goal.achievement.label].filter { !$0.isEmpty }.joined(separator: ", "),
        at: goal.start, isPast: !(goal.status?.stands ?? true))
    }
    for line in ordered(
      chart.carePlans.items, isPast: { !($0.status?.isOpen ?? true) }, at: { $0.period.start ?? $0.created })
    {
      let plan = line.value
      let activities = plan.activities.map { $0.code.label.isEmpty ? $0.description : $0.code.label }
      add(
        .plans, line, plan.title.isEmpty ? plan.categories.last?.label ?? "Care plan" : plan.title,
        detail: ([plan.status?.rawValue ?? ""] + activities).filter { !$0.isEmpty }.joined(separator: ", "),
        at: plan.period.start ?? plan.created, isPast: !(plan.status?.isOpen ?? true))
    }
  }

  mutating func addResults() {
    for line in ordered(
      chart.diagnosticReports.items, isPast: { $0.status == .enteredInError }, at: { $0.effective.start ?? $0.issued })
    {
      add(
        .results, line, line.value.code.label,
        detail: [line.value.status?.rawValue ?? "", line.value.conclusion].filter { !$0.isEmpty }.joined(
          separator: ", "),
        at: line.value.effective.start ?? line.value.issued, isPast: line.value.status == .enteredInError)
    }
    for line in ordered(
      chart.observations.items, isPast: { $0.status == .enteredInError }, at: { $0.effective.start ?? $0.issued })
    {
      let observation = line.value
      add(
        .results, line, observation.code.label, detail: observation.valueLabel,
        at: observation.effective.start ?? observation.issued, isPast: observation.status == .enteredInError)
    }
  }

  mutating func addDocuments() {
    for line in ordered(chart.documentReferences.items, isPast: { $0.status != .current }, at: \.date) {
      let document = line.value
      add(
        .documents, line, document.type.label.isEmpty ? document.title : document.type.label,
        detail: [document.description, document.documentStatus].filter { !$0.isEmpty }.joined(separator: ", "),
        at: document.date, isPast: document.status != .current)
    }
  }

  mutating func addCover() {
    for line in chart.flags.items {
      add(
        .cover, line, line.value.code.label, detail: "flag", at: line.value.period.start,
        isPast: line.value.status != .active)
    }
    for line in chart.consents.items {
      let consent = line.value
      add(
        .cover, line, consent.categories.first?.label ?? consent.scope.label,
        detail: ["consent", consent.status?.rawValue ?? "", consent.provision].filter { !$0.isEmpty }.joined(
          separator: ", "),
        at: consent.recorded, isPast: consent.status != .active)
    }
    for line in chart.coverages.items {
      let payor = line.value.payors.first.map { directory.naming($0).words } ?? ""
      add(
        .cover, line, line.value.type.label.isEmpty ? payor : line.value.type.label,
        detail: ["coverage", line.value.type.label.isEmpty ? "" : payor].filter { !$0.isEmpty }.joined(separator: ", "),
        at: line.value.period.start, isPast: line.value.status != .active)
    }
  }
}

extension AllergyIntolerance {
  /// Why the line is no warning, or not a sure one; empty for an allergy that stands.
  fileprivate var doubt: String {
    switch (verification, clinical) {
    case (.enteredInError, _): "entered in error"
    case (.refuted, _): "refuted"
    case (_, .resolved): "resolved"
    case (_, .inactive): "inactive"
    case (.unconfirmed, _), (.provisional, _), (.differential, _): "not confirmed"
    default: ""
    }
  }
}

extension MedicationStatement {
  fileprivate var isOver: Bool {
    switch status {
    case .active, .intended, .onHold, .unknown, .inProgress, nil: false
    case .completed, .stopped, .notTaken, .notDone, .enteredInError, .preparation: true
    }
  }
}

extension Observation {
  /// The value with its parts and interpretation as a reader sees it; says so where there is none.
  var valueLabel: String {
    var parts: [String] = []
    if let label = value.label { parts.append(label) }
    if let pressure = bloodPressure {
      parts.append(pressure)
    } else {
      parts += components.compactMap { component in component.value.label.map { "\(component.code.label) \($0)" } }
    }
    if parts.isEmpty {
      parts.append(dataAbsentReason.label.isEmpty ? "no value" : "no value: \(dataAbsentReason.label)")
    }
    parts += interpretations.map(\.label)
    return parts.joined(separator: ", ")
  }

  /// Systolic over diastolic, as it is said. Source: LOINC 8480-6 and 8462-4, parts of the panel 85354-9.
  private var bloodPressure: String? {
    guard components.count == 2,
      case .quantity(let systolic) = components.first(where: { $0.code.has(code: "8480-6") })?.value,
      case .quantity(let diastolic) = components.first(where: { $0.code.has(code: "8462-4") })?.value,
      systolic.unit == diastolic.unit
    else { return nil }
    return "\(systolic.comparator)\(systolic.value)/\(diastolic.comparator)\(diastolic.value) \(systolic.unit)"
  }
}
